import { openInput } from "../../engine/cli/open.ts";
import { describe } from "../../engine/locales/describe.ts";
import { en } from "../../engine/locales/en.ts";
import type { MethodologyData } from "../../engine/methodology/schema.ts";
import type { Plan } from "../../engine/plan.ts";
import { inputFrom } from "./load.ts";

/** A methodology ready to be proved: its plan and its file's own tests and laws. */
export interface Proved {
  readonly plan: Plan;
  readonly data: MethodologyData;
}

/** Opens a methodology from its text. Errors: throws its issues, in words. */
export async function proved(text: string): Promise<Proved> {
  const opened = await openInput(inputFrom({ "methodology.yaml": text }));
  if (!opened.ok) throw new Error(opened.issues.map((issue) => describe(issue, en)).join("\n"));
  return { plan: opened.value.plan, data: opened.value.methodology.data };
}

const cited = "source: { document: rule }, provenance: confirmed";

/**
 * Boilers whose heat is cut off at whole GJ each year: lists, years, an enum, a table, a pointer of a limit, cases, a
 * condition, a rounding, a stop. Tests and laws follow it.
 */
export const boilerRoom = `format: methodology/1
id: ROOM-1
version: 1-r1
status: illustrative
title: { ja: ボイラー室, en: Boiler room }
documents: { rule: { title: { ja: 規程, en: Rule }, standing: publication } }
enums:
  fuel: { oil: { ja: 油, en: Oil }, gas: { ja: ガス, en: Gas } }
tables:
  factors:
    key: { fuel: fuel, year: fiscal_year }
    columns: { factor: t-CO2/GJ }
    ${cited.replace(", ", "\n    ")}
    rows:
      - { fuel: oil, year: 2020..2021, factor: 0.07 }
      - { fuel: oil, year: 2022..2023, factor: 0.08 }
      - { fuel: gas, year: 2020..2023, factor: 0.05 }
period: { cut: [{ at: fiscal_year, ${cited} }] }
inputs:
  efficiency:
    type: quantity 1
    show_as: "%"
    label: { ja: 効率, en: Efficiency }
    holds: throughout
    allowed: { above: 0, max: 1 }
    default: { value: 80 %, ${cited} }
    range: { low: 70 %, high: 90 %, ${cited} }
  boilers:
    type: list
    label: { ja: ボイラー, en: Boilers }
    min_items: 0
    max_items: 9
    item:
      fuel: { type: enum fuel, label: { ja: 燃料, en: Fuel } }
      heat: { type: quantity GJ, label: { ja: 熱量, en: Heat }, per: years, allowed: { min: 0 } }
conditions:
  enough: { effect: not_applicable, expr: "sum(years, all_heat) >= 10 [GJ]", ${cited} }
formulas:
  burnt: { label: { ja: 投入, en: Burnt }, per: [boilers, years], unit: GJ, expr: heat / efficiency, round: { mode: floor, to: 1, ${cited} }, ${cited} }
  all_heat: { label: { ja: 熱量計, en: All heat }, per: years, unit: GJ, expr: "sum(boilers, heat)", ${cited} }
  emission:
    label: { ja: 排出量, en: Emissions }
    per: years
    unit: t-CO2
    cases:
      - when: all_heat == 0 [GJ]
        then: stop
        because: { ja: 熱がない, en: no heat }
      - otherwise: "sum(boilers, burnt * factors[fuel, year].factor)"
    ${cited.replace(", ", "\n    ")}
  total: { label: { ja: 合計, en: Total }, unit: t-CO2, expr: "sum(years, emission)", ${cited} }
outputs:
  total: { main: true, shown: { to: 0.1 } }
  emission: { shown: { to: 1, unit: kg-CO2 } }
`;

/** Answers of one boiler that burns oil in two years, as one line of a test. */
export const twoYears =
  "period: { from: 2021-04-01, to: 2023-03-31 }, given: { efficiency: 80 %, boilers: [{ fuel: oil, heat: { FY2021: 8 GJ, FY2022: 4 GJ } }] }, worked: by_hand";
