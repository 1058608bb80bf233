import { describe, expect, it } from "vitest";
import { resultSchema } from "../../../engine/result/result-schema.ts";
import { issues, result } from "../../support/format.ts";

/** The sections “Tests”, “Diagnostics” and “Result” of the format, from text to result. */

const heated = `
period: { cut: [{ at: fiscal_year }] }
enums: { way: [meter, default] }
constants: { c: { value: 2, unit: GJ/kL, symbol: C, label: { ja: 係数, en: Coefficient } } }
inputs:
  way: { type: enum way }
  use: { type: quantity kL, per: years, when: way == way.meter }
  idle: { type: quantity kL, holds: throughout, optional: true }
conditions: { enough: { effect: not_applicable, per: years, label: { ja: 量, en: Enough }, expr: "heat > 1 [GJ]" } }
formulas:
  heat:
    per: years
    unit: GJ
    symbol: Q
    printed: Q = C × F
    match: way
    then: { meter: { then: use * c, because: { ja: 計量, en: metered } }, default: "3 [GJ]" }
    round: { mode: floor, to: 1 }
  x: { unit: GJ, expr: "sum(years, heat)" }
outputs: { x: { main: true, shown: { to: 0.1, unit: MJ } }, heat: { chart: bars, shown: { to: 1 } } }`;
const given = {
  period: { from: "2023-04-01", to: "2025-03-31" },
  way: "meter",
  use: { FY2023: "1.7 kL", FY2024: "0.5 kL" },
};

describe("a result", () => {
  it("is plain data that fits its schema", async () => {
    for (const mode of ["official", "estimate", "range"] as const) {
      for (const answers of [
        given,
        { period: "FY2023" },
        { period: "FY2023", way: "default", idle: "1 kL" },
      ]) {
        const found = await result(heated, answers, { mode, steps: true });
        expect(resultSchema.safeParse(found).error?.issues ?? []).toEqual([]);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      }
    }
  });

  it("tells period, parts, mode and day", async () => {
    const found = await result(heated, given);
    expect(found.period).toEqual({ from: "2023-04-01", to: "2025-03-31" });
    expect(found.parts).toEqual([
      { from: "2023-04-01", to: "2024-03-31", year: "FY2023" },
      { from: "2024-04-01", to: "2025-03-31", year: "FY2024" },
    ]);
    expect(found.mode).toBe("official");
    expect(found.as_of).toBe("2026-11-22");
    expect(found.format).toBe("result/1");
  });

  it("tells status and the conditions that failed", async () => {
    const found = await result(heated, given);
    expect(found.status).toBe("does_not_apply");
    expect(found.conditions.map(({ id, at, holds }) => [id, at, holds])).toEqual([
      ["enough", { years: "FY2023" }, true],
      ["enough", { years: "FY2024" }, false],
    ]);
    const half = { ...given, use: { FY2023: "1.7 kL" } };
    expect((await result(heated, half)).status).toBe("undecided");
    expect((await result(heated, { ...given, way: "default", use: {} })).status).toBe("applies");
  });

  it("gives each output exactly, and rounded for display", async () => {
    const { results } = await result(heated, given);
    expect(results.x).toMatchObject({
      main: true,
      value: "4",
      unit: "GJ",
      display: "4000.0",
      display_unit: "MJ",
      axes: [],
    });
    expect(results.heat).toMatchObject({
      main: false,
      chart: "bars",
      axes: ["years"],
      values: [
        { at: { years: "FY2023" }, value: "3", display: "3" },
        { at: { years: "FY2024" }, value: "1", display: "1" },
      ],
    });
    expect(Object.keys(results)).toEqual(["x", "heat"]);
  });

  it("explains each step", async () => {
    const { steps } = await result(heated, given, { steps: true });
    expect(
      steps?.map(({ id, at, value: found, before_rounding: before }) => [id, at, found, before]),
    ).toEqual([
      ["heat", { years: "FY2023" }, { value: "3" }, { value: "3.4" }],
      ["heat", { years: "FY2024" }, { value: "1" }, { value: "1" }],
      ["x", {}, { value: "4" }, undefined],
    ]);
    expect(steps?.[0]).toMatchObject({
      symbol: "Q",
      printed: "Q = C × F",
      formula: "use * c",
      unit: "GJ",
      branch: { member: "meter", because: { ja: "計量", en: "metered" } },
      rounding: { mode: "floor", to: "1", source: { document: "rule", clause: "1" } },
      source: { document: "rule", title: { ja: "規程", en: "Rule" }, clause: "1" },
    });
    expect(
      steps?.[0]?.reads.map(({ kind, id, value: found, unit }) => [kind, id, found, unit]),
    ).toEqual([
      ["input", "way", { value: "meter" }, undefined],
      ["input", "use", { value: "1.7" }, "kL"],
      ["constant", "c", { value: "2" }, "GJ/kL"],
    ]);
  });

  it("is the same with steps and without", async () => {
    const { steps, ...rest } = await result(heated, given, { steps: true });
    expect(steps).toBeDefined();
    expect(rest).toEqual(await result(heated, given));
  });

  it("tells what is ignored, missing and asked", async () => {
    const found = await result(heated, { ...given, way: "default", idle: "1 kL" });
    expect(found.ignored).toEqual([
      { input: "use", at: { years: "FY2023" } },
      { input: "use", at: { years: "FY2024" } },
      { input: "idle", at: {} },
    ]);
    expect(found.asked).toEqual([{ input: "way", at: {} }]);
    const open = await result(heated, { ...given, use: { FY2023: "1 kL" } });
    expect(open.missing).toEqual([
      {
        input: "use",
        at: { years: "FY2024" },
        label: { ja: "use", en: "use" },
        needed_by: [{ id: "heat", clause: "1" }],
      },
    ]);
    expect(open.results.x).toMatchObject({ none: "missing" });
  });

  it.each([
    ["1 [t] / 4", { value: "0.25" }],
    ["1 [t] / 3", { value: "1/3" }],
    ["-2 [t] / 6", { value: "-1/3" }],
    ["0 [t] / 6", { value: "0" }],
    ["100 [t] / 1", { value: "100" }],
    ["ln(2) * 1 [t]", { digits: 20, exact: false }],
  ])("writes %s as %j", async (expr, expected) => {
    const { results } = await result(`formulas: { x: { unit: t, expr: "${expr}" } }`);
    expect(results.x).toMatchObject(expected);
  });

  it("writes ranges and their display", async () => {
    const fragment = `
inputs: { a: { type: quantity t, range: { low: 1.25, high: 2 } } }
formulas: { x: { unit: t, expr: a } }
outputs: { x: { main: true, shown: { to: 0.1 } } }`;
    const { results } = await result(fragment, {}, { mode: "range" });
    expect(results.x).toMatchObject({
      low: "1.25",
      high: "2",
      tight: true,
      display_low: "1.3",
      display_high: "2.0",
    });
  });
});

describe("tests in the file", () => {
  const tested = (said: string) => `
period: { cut: [{ at: fiscal_year }] }
inputs: { cars: { type: list, item: { use: { type: quantity L, per: years } } } }
formulas: { yearly: { per: [cars, years], unit: L, expr: use }, x: { unit: L, expr: "sum(cars, sum(years, yearly))" } }
tests: { one: { period: FY2023, worked: by_hand, given: { cars: [{ use: { FY2023: 2 L } }] }, ${said} } }`;

  it.each([
    ["expect: { x: 2 L }", []],
    ["expect: { 'yearly[1, 2023]': 2 L }", []],
    ["expect: { x: 2/3 L }", []],
    ["expect: { x: 2 }", ["test-expected"]],
    ["expect: { x: 2 kg }", ["test-expected"]],
    ["expect: { y: 2 L }", ["test-unknown-name"]],
    ["expect: { 'yearly[2023]': 2 L }", ["test-index"]],
    ["expect: { 'yearly[1, 2024]': 2 L }", ["test-index"]],
    ["expect: { 'yearly[0, 2023]': 2 L }", ["test-index"]],
    ["expect: { 'x[1]': 2 L }", ["test-index"]],
    ["shown: { x: '2' }", []],
    ["status: fine", ["not-one-of"]],
    ["missing: [speed]", ["test-unknown-name"]],
  ])("{ %s }", async (said, expected) => {
    expect((await issues(tested(said))).map((one) => one.split(" ")[0])).toEqual(expected);
  });
});
