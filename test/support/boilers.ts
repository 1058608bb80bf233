import type { Issue } from "../../engine/issue.ts";
import { describe } from "../../engine/locales/describe.ts";
import { en } from "../../engine/locales/en.ts";
import { built, head, meant, nodeOf, tell } from "./checked.ts";

/**
 * A methodology with a value of every kind, for tests of single expressions: boilers that burn fuels, plots that stands
 * point at, deliveries with a year of their own, parts of boilers cut by their start.
 */
export const boilers = `${head}
period:
  cut:
    - { at: fiscal_year }
    - { after: [1 yr], of: pumps.installed }
enums:
  fuel:
    oil: { ja: 油, en: Oil }
    diesel: { ja: 軽油, en: Diesel }
    gas: { ja: ガス, en: Gas }
  truck_fuel: { of: fuel, members: [oil, diesel] }
  piped: { of: fuel, members: [gas] }
  route: { metered: { ja: 計量, en: Metered }, assumed: { ja: 既定, en: Assumed } }
  grade: { ordered: true, members: { good: { ja: 上, en: Good }, poor: { ja: 下, en: Poor } } }
things: { meal: { ja: 食, en: Meal } }
units: { drum: { value: 200, unit: L } }
constants:
  co2_per_c: { value: 44/12, unit: t-CO2/t-C }
  share: { value: 5, unit: "%" }
  opening: { value: 2013-04-01, type: date }
  first_year: { value: 2013, type: fiscal_year }
  lead: { value: 2 yr }
tables:
  fuels:
    key: { fuel: fuel, year: fiscal_year }
    unit_variable: { U: fuel }
    columns: { hv: GJ.hhv/U, cef: t-CO2/GJ.hhv, grade: enum grade, ends: date }
    rows:
      - { fuel: [oil, diesel], year: 2013..2040, U: kL, hv: 38, cef: 0.07, grade: poor, ends: none }
      - { fuel: gas, year: 2013..2040, U: kNm3, hv: 44, cef: 0.05, grade: good, ends: 2030-03-31 }
  curves:
    key: { grade: grade, age: number yr }
    interpolate: { age: linear }
    columns:
      height: m
      growth: { unit: m/yr, slope_of: height, along: age, includes: lower }
    inverse: { grade: { from: height, choose: poorer } }
    rows:
      - { grade: good, age: 10, height: 5 }
      - { grade: poor, age: 10, height: 4 }
  heats:
    key: { at: interval °C }
    includes: lower
    columns: { kept: "%" }
    rows: [{ at: 0..100, kept: 50 }]
inputs:
  note: { type: text, label: { ja: 備考, en: Note } }
  main_fuel: { type: enum fuel, label: { ja: 主な燃料, en: Main fuel } }
  method: { type: enum route, label: { ja: 方法, en: Method } }
  started: { type: date, label: { ja: 開始日, en: Start } }
  since: { type: fiscal_year, label: { ja: 開始年度, en: First year } }
  broken: { type: boolean, label: { ja: 故障, en: Broken } }
  power: { type: quantity kWh, per: years, label: { ja: 電力, en: Power } }
  water: { type: quantity m3, holds: throughout, label: { ja: 水, en: Water } }
  gas_volume: { type: quantity Nm3, holds: throughout, label: { ja: ガス, en: Gas } }
  carbon: { type: quantity t-C, holds: throughout, label: { ja: 炭素, en: Carbon } }
  methane: { type: quantity t-CH4, holds: throughout, label: { ja: メタン, en: Methane } }
  biomass: { type: quantity t, holds: throughout, label: { ja: 生物, en: Biomass } }
  dry_mass: { type: quantity t.dry, holds: throughout, label: { ja: 乾燥, en: Dry mass } }
  heat: { type: quantity GJ, holds: throughout, label: { ja: 熱, en: Heat } }
  inlet: { type: quantity °C, holds: throughout, label: { ja: 入口, en: Inlet } }
  outlet: { type: quantity °C, holds: throughout, label: { ja: 出口, en: Outlet } }
  height: { type: quantity m, holds: throughout, label: { ja: 高さ, en: Height } }
  price: { type: quantity JPY, holds: throughout, label: { ja: 価格, en: Price } }
  eaten: { type: count meal, holds: throughout, label: { ja: 食数, en: Meals } }
  people: { type: count person, holds: throughout, label: { ja: 人数, en: People } }
  distance: { type: quantity km, holds: throughout, label: { ja: 距離, en: Distance } }
  by_fuel: { type: quantity t, per: fuel, holds: throughout, label: { ja: 別, en: By fuel } }
  plots:
    type: list
    label: { ja: 調査区, en: Plots }
    min_items: 0
    max_items: 9
    item:
      plot_fuel: { type: enum fuel, label: { ja: 燃料, en: Fuel } }
      tall: { type: quantity m, holds: throughout, label: { ja: 高さ, en: Height } }
      burnt: { type: quantity U, unit_variable: { U: plot_fuel }, holds: throughout, label: { ja: 量, en: Burnt } }
  burners:
    type: list
    label: { ja: ボイラー, en: Boilers }
    min_items: 1
    max_items: 9
    item:
      burns: { type: enum fuel, label: { ja: 燃料, en: Fuel } }
      old_fuel: { type: enum fuel, label: { ja: 旧燃料, en: Old fuel } }
      truck: { type: enum truck_fuel, label: { ja: 車, en: Truck } }
      use: { type: quantity U, unit_variable: { U: burns }, per: years, label: { ja: 量, en: Use } }
      plot: { type: item plots, optional: true, label: { ja: 調査区, en: Plot } }
      by_route: { type: boolean, per: route, label: { ja: 方法別, en: By route } }
      size: { type: quantity kW, holds: throughout, label: { ja: 能力, en: Size } }
  pumps:
    type: list
    label: { ja: ポンプ, en: Pumps }
    min_items: 0
    max_items: 9
    item:
      installed: { type: date, label: { ja: 設置, en: Installed } }
      pumped: { type: quantity kWh, per: parts, label: { ja: 電力, en: Pumped } }
      size: { type: quantity kW, holds: throughout, label: { ja: 能力, en: Size } }
  deliveries:
    type: list
    label: { ja: 搬入, en: Deliveries }
    min_items: 0
    max_items: 9
    dated: delivered
    item:
      delivered: { type: date, label: { ja: 日, en: Day } }
      load: { type: quantity t, label: { ja: 量, en: Load } }
outputs: { probe: { main: true } }
formulas:
  sized: { per: plots, unit: m, expr: tall * 2 }
  yearly: { per: years, unit: GJ, expr: power }
  pieces: { per: parts, unit: day, expr: part.days }
  worth: { per: [burners, years], unit: GJ.hhv, expr: "use * fuels[burns, year].hv" }
  graded: { type: enum grade, expr: "curves[height = height, 10 [yr]].grade" }
`;

/** An expression to try, and what its formula says besides it: `unit: GJ, per: years`. */
export type Try = readonly [expression: string, said: string, ...rest: readonly unknown[]];

/**
 * What becomes of expressions, all in one methodology: the node of each on one line, or what is wrong with it, as code,
 * the characters meant and the sentence.
 */
export async function tried(tries: readonly Try[]): Promise<readonly string[]> {
  const probes = tries.map(
    ([expression, said], index) =>
      `  probe_${index}: { ${said}, expr: ${JSON.stringify(expression)} }\n`,
  );
  const { tree, issues } = await built(
    `${boilers}  probe: { unit: "1", expr: "1" }\n${probes.join("")}`,
  );
  const errors = issues.filter(({ severity }) => severity === "error");
  const strays = errors.filter(({ path }) => !String(path[1]).startsWith("probe_"));
  if (strays.length > 0) throw new Error(strays.map(tell).join("\n"));
  return tries.map((_, index) => {
    const own = errors.filter(({ path }) => path[1] === `probe_${index}`);
    return own.length === 0 ? nodeOf(tree, `probe_${index}`) : own.map(short).join(" | ");
  });
}

function short(issue: Issue): string {
  return `${issue.code} <${meant(issue)}> ${describe(issue, en)}`;
}
