import { check } from "../../engine/check.ts";
import { parseFiles } from "./load.ts";
import { marked } from "./marked.ts";

/**
 * A small published methodology for tests of the checker: trees with a curve to look up backwards, a slope, years, a pair that counts
 * both ways, a pointer into another list, hidden questions and a meter. It checks without an issue.
 */
export const grove = `format: methodology/1
id: GROVE-1
version: 1.0-r1
status: published
title: { ja: 林, en: Grove }
documents:
  rule: { title: { ja: 規程, en: Rule }, standing: official }
  survey: { title: { ja: 調査, en: Survey }, standing: publication }
enums:
  species: { sugi: { ja: スギ, en: Cedar }, hinoki: { ja: ヒノキ, en: Cypress } }
  site: { ordered: true, members: { good: { ja: 上, en: Good }, fair: { ja: 中, en: Fair }, poor: { ja: 下, en: Poor } } }
  town: { sendai: { ja: 仙台, en: Sendai }, kochi: { ja: 高知, en: Kochi }, otsu: { ja: 大津, en: Otsu } }
  way: { measured: { ja: 実測, en: Measured }, register: { ja: 台帳, en: Register } }
tables:
  heights:
    key: { site: site, age: number yr }
    interpolate: { age: linear }
    outside: { age: clamp }
    columns: { height: m }
    inverse: { site: { from: height, choose: poorer } }
    source: { document: survey, table: "1" }
    provenance: confirmed
    rows:
      - { site: good, age: 30, height: 18 }
      - { site: good, age: 40, height: 21.5 }
      - { site: fair, age: 30, height: 15.3 }
      - { site: fair, age: 40, height: 18.3 }
      - { site: poor, age: 30, height: 12.6 }
      - { site: poor, age: 40, height: 15.1 }
  volumes:
    key: { site: site, age: number yr }
    interpolate: { age: linear }
    outside: { age: clamp }
    columns:
      volume: m3/ha
      growth: { unit: m3/(ha*yr), slope_of: volume, along: age, includes: lower }
    source: { document: survey, table: "2" }
    provenance: confirmed
    rows:
      - { site: good, age: 30, volume: 350 }
      - { site: good, age: 40, volume: 450 }
      - { site: [fair, poor], age: 30, volume: 250 }
      - { site: [fair, poor], age: 40, volume: 340 }
  carbon:
    key: { species: species }
    columns:
      density: { unit: t-CO2/m3, low: low, high: high }
      low: t-CO2/m3
      high: t-CO2/m3
      since: date
    source: { document: rule, table: annex }
    provenance: confirmed
    rows:
      - { species: sugi, density: 0.59, low: 0.5, high: 0.6, since: 2014-04-01 }
      - { species: "*", density: 0.7, low: none, high: none, since: none, known: 2014-04-01 }
  power:
    key: { year: fiscal_year }
    columns: { factor: t-CO2/kWh }
    source: { document: rule, clause: "2.4" }
    provenance: confirmed
    rows:
      - { year: 2013, factor: 0.00057 }
      - { year: 2014, factor: 0.00055 }
      - { year: 2015..2017, factor: 0.00053 }
  distances:
    key: { from: town, to: town }
    symmetric: [from, to]
    columns: { km: km }
    source: { document: survey, table: "3" }
    provenance: confirmed
    rows:
      - { from: sendai, to: kochi, km: 900 }
      - { from: sendai, to: otsu, km: 640 }
constants:
  per_km: { value: 0.1, low: 0.08, high: 0.12, unit: kg-CO2/km, source: { document: rule, clause: "3" }, provenance: secondary }
  young: { value: 10 yr, source: { document: rule, clause: "4" }, provenance: confirmed }
period:
  cut:
    - { at: fiscal_year, source: { document: rule, clause: "2.4" }, provenance: confirmed }
inputs:
  plots:
    type: list
    label: { ja: 調査地, en: Plots }
    min_items: 0
    max_items: 100
    item:
      top_height: { type: quantity m, label: { ja: 樹高, en: Height }, holds: throughout }
      plot_age: { type: quantity yr, label: { ja: 林齢, en: Age }, holds: throughout }
  stands:
    type: list
    label: { ja: 林分, en: Stands }
    min_items: 1
    max_items: 200
    item:
      species: { type: enum species, label: { ja: 樹種, en: Species } }
      area: { type: quantity ha, label: { ja: 面積, en: Area }, holds: throughout }
      way: { type: enum way, label: { ja: 地位の求め方, en: Source of the site class } }
      plot: { type: item plots, label: { ja: 調査地, en: Plot }, optional: true }
      site: { type: enum site, label: { ja: 地位, en: Site class }, when: way == way.register }
      age: { type: quantity yr, label: { ja: 林齢, en: Age }, holds: throughout }
  owns_shed: { type: boolean, label: { ja: 小屋があるか, en: Is there a shed }, initial: "false" }
  electricity: { type: quantity kWh, label: { ja: 電力, en: Electricity }, per: years, when: owns_shed, allowed: { min: 0 } }
  start: { type: enum town, label: { ja: 出発地, en: From }, initial: sendai }
  goal: { type: enum town, label: { ja: 到着地, en: To }, initial: kochi }
  way_km: { type: quantity km, label: { ja: 距離, en: Distance }, holds: throughout, when: "not known(distances[start, goal].km)" }
conditions:
  old_enough:
    per: stands
    effect: warn
    expr: age >= young
    source: { document: rule, clause: "4" }
    provenance: confirmed
formulas:
  plot_site:
    per: plots
    type: enum site
    expr: heights[height = top_height, plot_age].site
    source: { document: survey }
    provenance: confirmed
  site_used:
    per: stands
    type: enum site
    cases:
      - when: known(plot)
        then: plot.plot_site
      - when: way == way.register
        then: site
      - otherwise: stop
        because: { ja: 地位が分からない, en: the site class is not known }
    source: { document: rule, clause: "5" }
    provenance: confirmed
  growth:
    per: stands
    unit: t-CO2/yr
    expr: area * volumes[site_used, age].growth * carbon[species].density
    source: { document: rule, clause: "5" }
    provenance: confirmed
  distance:
    unit: km
    cases:
      - when: known(distances[start, goal].km)
        then: distances[start, goal].km
      - otherwise: way_km
    source: { document: rule, clause: "3" }
    provenance: confirmed
  travel:
    unit: t-CO2
    expr: 2 * distance * per_km
    source: { document: rule, clause: "3" }
    provenance: confirmed
  shed:
    per: years
    unit: t-CO2
    cases:
      - when: owns_shed
        then: electricity * power[year].factor
      - otherwise: 0 [t-CO2]
    source: { document: rule, clause: "2.4" }
    provenance: confirmed
  grown:
    per: years
    unit: t-CO2
    expr: sum(stands, growth) * 1 [yr] - shed
    round: { mode: floor, to: 1, source: { document: rule, clause: "6" }, provenance: confirmed }
    source: { document: rule, clause: "6" }
    provenance: confirmed
  credits:
    unit: t-CO2
    expr: sum(years, grown) - travel
    source: { document: rule, clause: "6" }
    provenance: confirmed
outputs:
  credits: { main: true, shown: { to: 1 } }
  site_used: {}
tests:
  one_stand:
    period: FY2014
    given:
      stands: [{ species: sugi, area: 10 ha, way: register, site: good, age: 35 yr }]
      start: sendai
      goal: otsu
    expect:
      "site_used[1]": good
      "growth[1]": 59 t-CO2/yr
      credits: 58.872 t-CO2
    worked: by_hand
properties:
  more_area: { law: increasing, of: credits, in: stands.area, from: one_stand }
`;

/** What is told of the grove after some edits, each of a text that occurs once: severity, code, and the line with what is pointed at. */
export async function toldOfGrove(
  ...edits: readonly (readonly [find: string, replace: string])[]
): Promise<readonly string[]> {
  let text = grove;
  for (const [find, replace] of edits) {
    if (text.split(find).length !== 2) throw new Error(`not once in the grove: ${find}`);
    text = text.replace(find, () => replace);
  }
  return toldOf(text);
}

/** What is told of a methodology: `warning unused: «young»: …`, errors without the word. */
export async function toldOf(text: string): Promise<readonly string[]> {
  const parsed = await parseFiles(text);
  const checked = parsed.ok ? check(parsed.value) : parsed;
  const issues = checked.ok ? checked.warnings : checked.issues;
  return issues.map(({ code, severity, span }) => {
    const word = severity === "warning" ? "warning " : "";
    return `${word}${code}: ${marked(span)}`;
  });
}
