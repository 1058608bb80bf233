import { describe, expect, it } from "vitest";
import { coverageOf } from "../../../engine/proof/coverage.ts";
import { plantMutants } from "../../../engine/proof/mutants.ts";
import { decimalLane } from "../../../engine/quantity/decimal.ts";
import { boilerRoom, proved, twoYears } from "../../support/proved.ts";

const asOf = "2026-04-01";
const noHeat =
  "period: FY2021, given: { efficiency: 80 %, boilers: [{ fuel: gas, heat: { FY2021: 0 GJ } }] }, worked: by_hand, expect: { total: stopped }";

describe("coverage", () => {
  it("counts branches taken and rows read, and names what is not reached", async () => {
    const { plan, data } = await proved(`${boilerRoom}tests: { oil: { ${twoYears} } }\n`);
    expect(coverageOf(plan, data, asOf)).toEqual({
      branches: { reached: 1, all: 2 },
      rows: { reached: 2, all: 3 },
      gaps: ["emission: all_heat == 0 [GJ]", "factors: gas, 2020..2023"],
    });
  });

  it("adds up over tests", async () => {
    const { plan, data } = await proved(
      `${boilerRoom}tests: { oil: { ${twoYears} }, none: { ${noHeat} } }\n`,
    );
    expect(coverageOf(plan, data, asOf).branches).toEqual({ reached: 2, all: 2 });
  });

  it("of a file without tests is nothing", async () => {
    const { plan, data } = await proved(boilerRoom);
    expect(coverageOf(plan, data, asOf).rows).toEqual({ reached: 0, all: 3 });
  });
});

describe("planted slips", () => {
  it("are found by tests that would notice them", async () => {
    const { plan, data } = await proved(
      `${boilerRoom}tests: { oil: { ${twoYears}, expect: { total: 1.1 t-CO2 } }, none: { ${noHeat} } }\n`,
    );
    expect(plantMutants(plan, data, asOf, decimalLane)).toMatchObject({
      ok: true,
      value: {
        planted: 6,
        found: 3,
        survivors: [
          "burnt: floor became ceil",
          "burnt: the rounding was lost",
          "enough: >= became >",
        ],
      },
    });
  });

  it("survive where nothing is expected", async () => {
    const { plan, data } = await proved(`${boilerRoom}tests: { oil: { ${twoYears} } }\n`);
    const report = plantMutants(plan, data, asOf, decimalLane);
    expect(report).toMatchObject({ ok: true, value: { planted: 6, found: 0 } });
  });
});
