import { head } from "./checked.ts";
import type { Files } from "./load.ts";

/** The head of a shared table or component, for tests. */
function sharedHead(format: "table" | "component", id: string): string {
  return head.replace("methodology/1", `${format}/1`).replace("TEST-1", id);
}

const figure = "source: { document: rule, clause: '1' }, provenance: confirmed";

/** A fuel table, a component on its enum that knows elapsed time, and a component that uses that one. */
export const sharedEditions: Files = {
  "fuels/1-r1/table.yaml": `${sharedHead("table", "fuels").replace("1.0-r1", "1-r1")}
enums:
  fuel: { oil: { ja: 油, en: Oil }, diesel: { ja: 軽油, en: Diesel }, gas: { ja: ガス, en: Gas } }
tables:
  fuels:
    key: { fuel: fuel, year: fiscal_year }
    unit_variable: { U: fuel }
    columns: { hv: GJ.hhv/U, cef: { unit: t-CO2/GJ.hhv, ${figure} } }
    source: { document: rule, clause: '2' }
    provenance: secondary
    rows:
      - { fuel: [oil, diesel], year: 2013..2040, U: kL, hv: 38, cef: 0.07, provenance: { hv: unconfirmed } }
      - { fuel: gas, year: 2013..2040, U: kNm3, hv: 44, cef: 0.05, known: 2024-01-01 }
`,
  "burning/1-r1/component.yaml": `${sharedHead("component", "burning").replace("1.0-r1", "1-r1")}
tables: { heats: { use: fuels/1, table: fuels } }
arguments:
  amount: { type: quantity U, unit_variable: { U: kind } }
  kind: { type: enum fuel }
formulas:
  heat: { unit: GJ.hhv, expr: "amount * heats[kind, year].hv", ${figure} }
`,
  "grid/1-r1/component.yaml": `${sharedHead("component", "grid").replace("1.0-r1", "1-r1")}
enums: { choice: { tiered: { ja: 経過, en: Tiered }, flat: { ja: 一律, en: Flat } } }
arguments: { since: { type: date }, choice: { type: enum choice } }
cut: [{ after: [1 yr, 30 month], of: since, ${figure} }]
constants: { flat: { value: 0.0005, unit: t-CO2/kWh, ${figure} } }
tables:
  tiers:
    key: { elapsed: interval yr }
    includes: lower
    columns: { factor: kg-CO2/kWh }
    rows: [{ elapsed: 0.., factor: 0.6, ${figure} }]
formulas:
  elapsed: { unit: yr, expr: "months_between(since, part.start)", ${figure} }
  factor:
    unit: t-CO2/kWh
    match: choice
    then: { tiered: "tiers[elapsed].factor", flat: flat }
    source: { document: rule, clause: '3' }
    provenance: derived
`,
  "site/1-r1/component.yaml": `${sharedHead("component", "site").replace("1.0-r1", "1-r1")}
arguments: { started: { type: date }, power: { type: quantity kWh } }
components: { grid: { use: grid/1, with: { since: started, choice: choice.tiered } } }
formulas:
  emission: { unit: t-CO2, expr: power * grid.factor, ${figure} }
`,
};

/** A methodology that uses them all: boilers with parts of their own. */
export const users: Files = {
  ...sharedEditions,
  "methodology.yaml": `${head}
period: { cut: [{ at: fiscal_year }] }
enums: { truck_fuel: { of: fuel, members: [oil, diesel] } }
tables: { fuels: { use: fuels/1 } }
components:
  grid: { use: grid/1, per: [boilers, parts], with: { since: started, choice: choice } }
  site: { use: site/1, per: [boilers, parts], with: { started: started, power: power } }
  burning: { use: burning/1, per: [boilers, parts], with: { amount: use, kind: fuel } }
inputs:
  choice: { type: enum choice, label: { ja: 係数, en: Factor } }
  boilers:
    type: list
    min_items: 1
    max_items: 9
    label: { ja: ボイラー, en: Boilers }
    item:
      started: { type: date, label: { ja: 開始, en: Start } }
      fuel: { type: enum fuel, label: { ja: 燃料, en: Fuel } }
      truck: { type: enum truck_fuel, label: { ja: 車, en: Truck } }
      use: { type: quantity U, unit_variable: { U: fuel }, per: parts, label: { ja: 量, en: Use } }
      driven: { type: quantity U, unit_variable: { U: truck }, per: parts, label: { ja: 量, en: Use } }
      power: { type: quantity MWh, per: parts, units: [MWh, kWh], label: { ja: 電力, en: Power } }
outputs: { total: { main: true, shown: { to: 0.1, unit: kg-CO2 } }, share: {} }
formulas:
  of_power: { per: [boilers, parts], unit: t-CO2, expr: power * grid.factor }
  of_heat: { per: [boilers, parts], unit: t-CO2, expr: "burning.heat * fuels[fuel, year].cef" }
  of_truck: { per: [boilers, parts], unit: GJ.hhv, expr: "driven * fuels[truck, year].hv" }
  total: { per: years, unit: t-CO2, expr: "sum(boilers, sum(parts, of_power + of_heat + site.emission))" }
  share: { per: years, unit: "1", show_as: "%", expr: "total / 1 [t-CO2]", round: { mode: half_up, digits: 3 } }
`,
};
