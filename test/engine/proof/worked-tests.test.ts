import { describe, expect, it } from "vitest";
import { holdWorkedTests } from "../../../engine/proof/worked-tests.ts";
import { boilerRoom, proved, twoYears } from "../../support/proved.ts";

/** What differs, one line each: `total: 1, not 2`; nothing where the test holds. */
async function differences(test: string): Promise<readonly string[]> {
  const { plan, data } = await proved(`${boilerRoom}tests:\n  tried: { ${test} }\n`);
  const [report] = holdWorkedTests(plan, data, "2026-04-01");
  const found = report?.differences ?? [];
  expect(report?.holds).toBe(found.length === 0);
  return found.map(({ of, expected, found }) => `${of}: ${found}, not ${expected}`);
}

const day = "period: FY2021, worked: by_hand";

describe("a worked test", () => {
  it.each([
    ["total: 1.1 t-CO2", []],
    ["total: 1100 kg-CO2", []],
    ["total: 11/10 t-CO2", []],
    ['total: "1.10 t-CO2"', []],
    ["total: 1.2 t-CO2", ["total: 1.1 t-CO2, not 1.2 t-CO2"]],
    ['"emission[2021]": 0.7 t-CO2, "emission[FY2022]": 0.4 t-CO2', []],
    ['"burnt[1, 2021]": 10 GJ, "burnt[1,FY2022]": 5 GJ', []],
    ['"burnt[1, 2021]": 11 GJ', ["burnt[1, 2021]: 10 GJ, not 11 GJ"]],
    ['"burnt[2, 2021]": 11 GJ', ["burnt[2, 2021]: nothing of that name, not 11 GJ"]],
    ['enough: "true"', []],
    ['enough: "false"', ["enough: true, not false"]],
  ])("compares %s exactly, in whatever unit", async (expected, found) => {
    expect(await differences(`${twoYears}, expect: { ${expected} }`)).toEqual(found);
  });

  it.each([
    ["total: 1.1", []],
    ['"emission[2021]": 700, "emission[2022]": 400', []],
    ["total: 1.10", ["shown total: 1.1, not 1.10"]],
  ])("compares what is shown: %s", async (shown, found) => {
    expect(await differences(`${twoYears}, shown: { ${shown} }`)).toEqual(found);
  });

  it("names a value that stopped, or is missing", async () => {
    const none = "given: { efficiency: 80 %, boilers: [] }";
    expect(
      await differences(`${day}, ${none}, expect: { total: stopped, "emission[2021]": stopped }`),
    ).toEqual([]);
    const open = "given: { boilers: [{ fuel: oil, heat: { FY2021: 8 GJ } }] }";
    expect(await differences(`${day}, ${open}, expect: { total: missing }`)).toEqual([]);
    expect(await differences(`${day}, ${open}, expect: { total: 1 t-CO2 }`)).toEqual([
      "total: missing, not 1 t-CO2",
    ]);
  });

  it.each([
    ["missing: [efficiency]", []],
    ["missing: []", ["missing: efficiency, not "]],
    ["missing: [boilers.heat, efficiency]", ["missing: efficiency, not boilers.heat, efficiency"]],
    ["mode: estimate, assumed: [efficiency], expect: { total: 0.7 t-CO2 }", []],
    ["mode: estimate, assumed: []", ["assumed: efficiency, not "]],
    ["mode: range, expect: { total: 0.56..0.77 t-CO2 }", []],
    ["mode: range, expect: { total: 560 .. 770 kg-CO2 }", []],
    [
      "mode: range, expect: { total: 0.56..0.78 t-CO2 }",
      ["total: 0.56..0.77 t-CO2, not 0.56..0.78 t-CO2"],
    ],
    ["mode: range, expect: { total: 0.56 t-CO2 }", ["total: 0.56..0.77 t-CO2, not 0.56 t-CO2"]],
    ["mode: range, shown: { total: 0.6..0.8 }", []],
    ["status: does_not_apply", []],
    ["status: applies", ["status: does_not_apply, not applies"]],
  ])("with an open answer says %s", async (said, found) => {
    const given = "given: { boilers: [{ fuel: oil, heat: { FY2021: 8 GJ } }] }";
    expect(await differences(`${day}, ${given}, ${said}`)).toEqual(found);
  });

  it("expects issues by their codes, and no others", async () => {
    const later =
      "period: FY2024, worked: by_hand, given: { efficiency: 80 %, boilers: [{ fuel: oil, heat: { FY2024: 8 GJ } }] }";
    expect(await differences(`${later}, issues: [no-row-for-year]`)).toEqual([]);
    expect(await differences(`${later}, expect: { total: failed }`)).toEqual([
      "issues: no-row-for-year, not ",
    ]);
    expect(await differences(`${twoYears}, issues: [no-row-for-year]`)).toEqual([
      "issues: , not no-row-for-year",
    ]);
  });
});
