import { describe, expect, it } from "vitest";
import { generate } from "../../../engine/proof/generated.ts";
import { limitAnswers } from "../../../engine/proof/limits.ts";
import { gridOf, type Slot, slotsOf, withText } from "../../../engine/proof/slots.ts";
import { boilerRoom, proved, twoYears } from "../../support/proved.ts";

const asOf = "2026-04-01";
const test = `tests: { oil: { ${twoYears} } }\n`;

describe("generated evaluations", () => {
  it("reach every row, choice, decision, rounding edge and limit of a small methodology", async () => {
    const { plan, data } = await proved(boilerRoom + test);
    const { evaluations, ...report } = generate(plan, data, asOf);
    expect(evaluations).toBeGreaterThan(20);
    expect(report).toEqual({
      rows: { reached: 3, all: 3 },
      choices: { reached: 2, all: 2 },
      decisions: { reached: 4, all: 4 },
      edges: { reached: 1, all: 1 },
      limits: { reached: 6, all: 6 },
      faults: [],
      gaps: [],
    });
  });

  it("are the same each time", async () => {
    const { plan, data } = await proved(boilerRoom + test);
    expect(generate(plan, data, asOf)).toEqual(generate(plan, data, asOf));
  });

  it("tell what they cannot reach", async () => {
    const never = boilerRoom.replace("all_heat == 0 [GJ]", "all_heat < 0 [GJ]");
    const { plan, data } = await proved(never + test);
    expect(generate(plan, data, asOf).gaps).toEqual([
      "emission: all_heat < 0 [GJ]",
      "emission: all_heat < 0 [GJ] (yes)",
    ]);
  });

  it("break a law that holds only for the answers it was tried on", async () => {
    const text = boilerRoom.replace("sum(years, emission)", "sum(years, emission) - 1 [t-CO2]");
    const law = "properties: { kept: { law: non_negative, of: total, from: oil } }\n";
    const { plan, data } = await proved(text + test + law);
    expect(generate(plan, data, asOf).faults[0]).toMatch(
      /^oil, .* = .*: total is negative, against kept$/,
    );
  });

  it("find a rounding that is not the one declared", async () => {
    const { plan, data } = await proved(boilerRoom + test);
    // The plan rounds down; the tree that its steps are judged by says up.
    const formulas = plan.tree.formulas.map((formula) =>
      formula.round === undefined
        ? formula
        : { ...formula, round: { ...formula.round, mode: "ceil" as const } },
    );
    const { faults } = generate({ ...plan, tree: { ...plan.tree, formulas } }, data, asOf);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]).toMatch(/: burnt: \S+ was rounded to \d+$/);
  });

  it("need tests to start from", async () => {
    const { plan, data } = await proved(boilerRoom);
    expect(generate(plan, data, asOf)).toMatchObject({ evaluations: 0, faults: [] });
  });
});

describe("a slot", () => {
  it("is every text among the answers, and can be replaced", async () => {
    const { plan, data } = await proved(boilerRoom + test);
    const given = data.tests?.oil?.given ?? {};
    const slots = slotsOf(plan.tree, given);
    expect(slots.map(({ path, text }) => `${path.join(".")} = ${text}`)).toEqual([
      "efficiency = 80 %",
      "boilers.0.fuel = oil",
      "boilers.0.heat.FY2021 = 8 GJ",
      "boilers.0.heat.FY2022 = 4 GJ",
    ]);
    expect(withText(given, ["boilers", 0, "heat", "FY2022"], "5 GJ")).toEqual({
      efficiency: "80 %",
      boilers: [{ fuel: "oil", heat: { FY2021: "8 GJ", FY2022: "5 GJ" } }],
    });
  });

  const slot = (kind: string, text: string, more: object = {}) =>
    ({
      input: { type: { kind, unit: { text: "kg" } }, ...more },
      path: [],
      text,
    }) as unknown as Slot;

  it.each([
    ["quantity", "1.5 kg", "1.501 kg"],
    ["quantity", "-2", "-1.99"],
    ["quantity", "0.05 t", "0.0501 t"],
    ["count", "3 person", "4 person"],
    ["date", "2024-02-28", "2024-02-29"],
    ["fiscal_year", "FY2023", "FY2024"],
    ["boolean", "true", undefined],
    ["quantity", "many", undefined],
    ["date", "2024-02-30", undefined],
  ])("of type %s at %s has the neighbour %s", (kind, text, next) => {
    const grid = gridOf(slot(kind, text));
    expect(grid?.write(grid.at + 1n)).toBe(next);
  });

  it.each([
    ["quantity", { min: "0", max: "5" }, ["0 kg", "-0.001 kg ✗", "5 kg", "5.001 kg ✗"]],
    ["quantity", { above: "0", below: "1 t" }, ["0.001 kg", "0 kg ✗", "0.999 t", "1 t ✗"]],
    ["quantity", { min: "0", soft: true }, ["0 kg"]],
    ["count", { min: "1" }, ["1 kg", "0 kg ✗"]],
    ["date", { min: "2020-01-01" }, []],
  ])("of type %s with limits %j is tried at %j", (kind, allowed, expected) => {
    const answers = limitAnswers(slot(kind, "3 kg", { allowed }));
    expect(answers.map(({ text, isAllowed }) => (isAllowed ? text : `${text} ✗`))).toEqual(
      expected,
    );
  });

  it("in percent is tried in percent", () => {
    const pure = { kind: "quantity", unit: { text: "1" } };
    const asked = slot("quantity", "50 %", { type: pure, showAs: "%", allowed: { max: "1" } });
    expect(limitAnswers(asked).map(({ text }) => text)).toEqual(["100 %", "100.1 %"]);
  });
});
