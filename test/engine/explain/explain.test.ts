import { beforeAll, expect, it } from "vitest";
import type { Plan } from "../../../engine/plan.ts";
import type { CalculationResult } from "../../../engine/result/result.ts";
import { resultSchema } from "../../../engine/result/result-schema.ts";
import { type RunOptions, run } from "../../../engine/run.ts";
import { planOf } from "../run/plan-of.ts";
import { model } from "./model.ts";

let plan: Plan;
beforeAll(async () => {
  plan = await planOf(model);
});

const answers = {
  period: { from: "2023-04-01", to: "2025-03-31" },
  hours: "1 h",
  boilers: [
    { fuel: "oil", use: { FY2023: "10 kL", FY2024: "20 kL" } },
    { fuel: "oil", use: { FY2023: "1000 L", FY2024: "0 L" } },
  ],
};

function result(given: unknown, options: RunOptions = {}): CalculationResult {
  const { result: found } = run(plan, given, { asOf: "2026-11-22", ...options }).sets.plan ?? {};
  if (found === undefined) throw new Error("no result");
  expect(resultSchema.safeParse(found).error?.issues ?? []).toEqual([]);
  return found;
}

it("writes values along their axes", () => {
  const { results } = result(answers);
  expect(results.emission?.values?.map(({ at, ...value }) => [at, value])).toEqual([
    [
      { boilers: "1", years: "FY2023" },
      { value: "27.8", display: "27800.00" },
    ],
    [
      { boilers: "1", years: "FY2024" },
      { value: "55.8", display: "55800.00" },
    ],
    [
      { boilers: "2", years: "FY2023" },
      { value: "2.7", display: "2700.00" },
    ],
    [
      { boilers: "2", years: "FY2024" },
      { value: "0", display: "0.00" },
    ],
  ]);
  expect(results.total).toEqual({
    label: { ja: "合計", en: "Total" },
    main: true,
    type: "quantity",
    unit: "t-CO2",
    display_unit: "t-CO2",
    axes: ["years"],
    chart: "bars",
    provenance: "unconfirmed",
    values: [
      { at: { years: "FY2023" }, value: "30.5", display: "31" },
      { at: { years: "FY2024" }, value: "55.8", display: "56" },
    ],
  });
});

it("shows shares in percent and fractions that do not end", () => {
  const { results } = result(answers);
  expect(results.share?.display_unit).toBe("%");
  expect(results.share?.values).toEqual([
    { at: { boilers: "1" }, value: "836/863", display: "96.9" },
    { at: { boilers: "2" }, value: "27/863", display: "3.1" },
  ]);
});

it("writes an irrational number with its certain digits", () => {
  expect(result(answers).results.growth).toMatchObject({
    value: "2.7182818284590452354",
    digits: 20,
    exact: false,
    display: "2.718",
  });
});

it("says why there is no value", () => {
  const none = { ...answers, boilers: [{ fuel: "oil", use: { FY2023: "0 L", FY2024: "0 L" } }] };
  expect(result(none).results.share?.values).toEqual([
    { at: { boilers: "1" }, none: "stopped", because: { ja: "合計がない", en: "no total" } },
  ]);
  const { results, missing } = result({ period: "FY2023", hours: "1 h" });
  expect(results.emission).toMatchObject({ none: "missing" });
  expect(missing.map(({ input }) => input)).toEqual(["boilers"]);
});

it("tells every figure that is not confirmed once, with its source", () => {
  const { unconfirmed } = result(answers);
  expect(
    unconfirmed.map(({ kind, id, keys, value, unit, provenance, source }) => [
      kind,
      id,
      keys?.join(),
      value,
      unit,
      provenance,
      source?.document,
    ]),
  ).toEqual([
    ["cell", "fuels.cef", "oil,FY2023", "2.7", "t-CO2/kL", "secondary", "paper"],
    ["constant", "loss", undefined, "3", "%", "derived", "paper"],
    ["rounding", "emission", undefined, undefined, undefined, "unconfirmed", "paper"],
    ["cell", "fuels.cef", "oil,FY2024", "2.71", "t-CO2/kL", "secondary", "paper"],
  ]);
});

it("tells a year that was carried over", () => {
  const given = {
    period: "FY2024",
    hours: "1 h",
    boilers: [{ fuel: "gas", use: { FY2024: "10 kNm3" } }],
  };
  expect(result(given).results.total).toMatchObject({ values: [{ none: "failed" }] });
  expect(result(given).issues.map(({ code }) => code)).toEqual(["no-row-for-year"]);
  const carried = result(given, { mode: "estimate" });
  expect(carried.results.total).toMatchObject({ values: [{ value: "21.6" }] });
  expect(carried.unconfirmed.find(({ kind }) => kind === "carried_over")).toMatchObject({
    id: "fuels.cef",
    keys: ["gas", "FY2024", "(FY2023)"],
    value: "2.1",
    unit: "t-CO2/kNm3",
  });
  expect(carried.confidence).toBe("low");
});

it("writes what a step read, with the unit of the member at hand", () => {
  const steps = result(answers, { steps: ["emission"] }).steps ?? [];
  const step = steps.find(({ at }) => at.boilers === "2" && at.years === "FY2023");
  expect(step).toMatchObject({
    id: "emission",
    symbol: "EM",
    value: { value: "2.7" },
    before_rounding: { value: "2.781" },
    rounding: { mode: "floor", to: "0.1", source: { document: "paper" } },
    provenance: "unconfirmed",
  });
  expect(
    step?.reads.map(({ kind, id, keys, value, unit }) => [kind, id, keys, value, unit]),
  ).toEqual([
    ["input", "boilers.use", undefined, { value: "1" }, "kL"],
    ["input", "boilers.fuel", undefined, { value: "oil" }, undefined],
    ["cell", "fuels.cef", ["oil", "FY2023"], { value: "2.7" }, "t-CO2/kL"],
    ["constant", "loss", undefined, { value: "3" }, "%"],
  ]);
});

it("tells the parts of the period", () => {
  expect(result(answers).parts).toEqual([
    { from: "2023-04-01", to: "2024-03-31", year: "FY2023" },
    { from: "2024-04-01", to: "2025-03-31", year: "FY2024" },
  ]);
});
