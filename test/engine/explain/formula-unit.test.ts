import { beforeAll, expect, it } from "vitest";
import type { Plan } from "../../../engine/plan.ts";
import type { CalculationResult } from "../../../engine/result/result.ts";
import { resultSchema } from "../../../engine/result/result-schema.ts";
import { run } from "../../../engine/run.ts";
import { planOf } from "../run/plan-of.ts";

/** Amounts in the unit that a fuel has: by item, by pointer, by member, by year and part, and by nothing at all. */
const model = `
format: methodology/1
id: UNIT-1
version: 1.0-r1
status: draft
title: { ja: 単位, en: Unit }
documents: { rule: { title: { ja: 規程, en: Rule }, standing: official } }
enums:
  fuel: { oil: { ja: 油, en: Oil }, gas: { ja: ガス, en: Gas }, diesel: { ja: 軽油, en: Diesel } }
tables:
  fuels:
    key: { fuel: fuel }
    unit_variable: { U: fuel }
    columns: { cef: t-CO2/U }
    source: { document: rule }
    provenance: confirmed
    rows:
      - { fuel: [oil, diesel], U: kL, cef: 2 }
      - { fuel: gas, U: kNm3, cef: 3 }
period: { cut: [{ at: fiscal_year, source: { document: rule }, provenance: confirmed }] }
inputs:
  main: { type: enum fuel, holds: throughout, label: { ja: 主, en: Main } }
  changing: { type: enum fuel, per: years, label: { ja: 変わる, en: Changing } }
  stock: { type: quantity U, unit_variable: { U: main }, holds: throughout, label: { ja: 在庫, en: Stock } }
  yearly: { type: quantity U, unit_variable: { U: changing }, per: years, label: { ja: 年, en: Yearly } }
  store: { type: quantity U, unit_variable: { U: fuel }, per: fuel, holds: throughout, label: { ja: 倉, en: Store } }
  tanks:
    type: list
    min_items: 0
    max_items: 5
    label: { ja: 槽, en: Tanks }
    item:
      burns: { type: enum fuel, label: { ja: 燃料, en: Fuel }, holds: throughout }
      holds_now: { type: quantity U, unit_variable: { U: burns }, holds: throughout, label: { ja: 量, en: Held } }
  trips:
    type: list
    min_items: 0
    max_items: 5
    label: { ja: 運行, en: Trips }
    item:
      tank: { type: item tanks, label: { ja: 槽, en: Tank } }
formulas:
  twice: { unit: U, unit_variable: { U: main }, label: { ja: 二倍, en: Twice }, expr: 2 * stock }
  factor: { unit: t-CO2/U, unit_variable: { U: main }, expr: "fuels[main].cef" }
  held: { per: tanks, unit: U, unit_variable: { U: burns }, label: { ja: 保有, en: Held }, expr: 3 * holds_now }
  drawn: { per: trips, unit: U, unit_variable: { U: tank.burns }, expr: tank.held / 2 }
  stored: { per: fuel, unit: U, unit_variable: { U: fuel }, expr: store + store }
  burnt: { per: parts, unit: U, unit_variable: { U: changing }, expr: yearly / 2 }
  total: { unit: t-CO2, expr: twice * factor }
outputs: { total: { main: true }, twice: {}, held: { shown: { to: 0.1 } }, stored: {}, burnt: {}, drawn: {} }
`.replaceAll(
  /^( {2}\w+: \{.*(?:expr: .*)) \}$/gm,
  "$1, source: { document: rule }, provenance: confirmed }",
);

const given = {
  main: "gas",
  changing: { FY2023: "oil", FY2024: "gas" },
  stock: "30 kNm3",
  yearly: { FY2023: "4 kL", FY2024: "6 kNm3" },
  store: { oil: "1 kL", gas: "2 kNm3", diesel: "3000 L" },
  tanks: [
    { burns: "oil", holds_now: "16 L" },
    { burns: "gas", holds_now: "20 kNm3" },
  ],
  trips: [{ tank: "2" }, { tank: "1" }],
};

let plan: Plan;
beforeAll(async () => {
  plan = await planOf(model);
});

function result(changes: object = {}): CalculationResult {
  const answers = { period: { from: "2023-04-01", to: "2025-03-31" }, ...given, ...changes };
  const reply = run(plan, answers, { asOf: "2026-11-22", steps: true }).sets.plan;
  if (reply?.result === undefined) throw new Error(JSON.stringify(reply));
  expect(resultSchema.safeParse(reply.result).error?.issues ?? []).toEqual([]);
  return reply.result;
}

/** The values of a formula in its steps, in the order of their places: `60 kNm3`. */
function steps(id: string, changes: object = {}): readonly string[] {
  return (result(changes).steps ?? [])
    .filter((step) => step.id === id)
    .map(({ value, unit }) => `${"value" in value ? value.value : "–"} ${unit}`);
}

it.each([
  ["twice", ["60 kNm3"]],
  ["factor", ["3 t-CO2/kNm3"]],
  ["held", ["0.048 kL", "60 kNm3"]],
  ["drawn", ["30 kNm3", "0.024 kL"]],
  ["stored", ["2 kL", "4 kNm3", "6 kL"]],
  ["burnt", ["2 kL", "3 kNm3"]],
  ["total", ["180 t-CO2"]],
])("tells the steps of %s in the units of the members at hand", (id, expected) => {
  expect(steps(id)).toEqual(expected);
});

it("tells what a step read in the unit of the member there", () => {
  const drawn = (result().steps ?? []).filter(({ id }) => id === "drawn");
  const read = drawn.flatMap(({ reads }) => reads.filter(({ id }) => id === "held"));
  expect(read.map(({ at, value, unit }) => [at?.tanks, value, unit])).toEqual([
    ["2", { value: "60" }, "kNm3"],
    ["1", { value: "0.048" }, "kL"],
  ]);
});

it("shows an output without axes in the unit of its member", () => {
  const { twice } = result().results;
  expect(twice).toMatchObject({ value: "60", unit: "kNm3", display: "60", display_unit: "kNm3" });
});

it("shows each value of an output in the unit of its member", () => {
  const { held } = result().results;
  expect(held).toMatchObject({ unit: "U", display_unit: "U" });
  expect(held?.values).toEqual([
    { at: { tanks: "1" }, value: "0.048", unit: "kL", display: "0.0", display_unit: "kL" },
    { at: { tanks: "2" }, value: "60", unit: "kNm3", display: "60.0", display_unit: "kNm3" },
  ]);
});

it("says a unit that all values share once for all", () => {
  const tanks = given.tanks.map((tank) => ({ ...tank, burns: "diesel", holds_now: "10 kL" }));
  const { held } = result({ tanks }).results;
  expect(held).toMatchObject({ unit: "kL", display_unit: "kL" });
});

it("adds nothing to the values of an output in one unit", () => {
  const { total } = result().results;
  expect(total).toMatchObject({ value: "180", unit: "t-CO2", display_unit: "t-CO2" });
});

it("leaves the variable standing while no answer decides it", () => {
  expect(steps("twice", { main: undefined })).toEqual(["– U"]);
});
