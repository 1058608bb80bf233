const noted = "source: { document: note }, provenance: confirmed";

/** Kilns of a works in a fiscal year: a list, a sum over its items and one floor per year. */
export const kilns = `format: methodology/1
id: KILNS-1
version: 1-r1
status: published
title: { ja: 窯, en: Kilns }
documents: { note: { title: { ja: 覚書, en: Note }, standing: publication } }
period: { cut: [{ at: fiscal_year, ${noted} }] }
enums:
  fuel: { oil: { ja: 油, en: Oil }, gas: { ja: ガス, en: Gas } }
tables:
  factors:
    key: { fuel: fuel }
    label: { ja: 係数, en: Factors }
    columns: { factor: { unit: t-CO2/GJ, label: { ja: 係数, en: Factor } } }
    source: { document: note }
    provenance: confirmed
    rows: [{ fuel: oil, factor: 0.07 }, { fuel: gas, factor: 0.05 }]
inputs:
  area: { type: quantity ha, units: [ha, m2], label: { ja: 面積, en: Area }, holds: throughout, optional: true }
  indoor: { type: boolean, label: { ja: 屋内か, en: Indoors }, initial: "false" }
  kilns:
    type: list
    label: { ja: 窯, en: Kilns }
    min_items: 1
    max_items: 3
    item:
      fuel: { type: enum fuel, label: { ja: 燃料, en: Fuel } }
      heat: { type: quantity GJ, units: [GJ, MJ], per: years, label: { ja: 熱量（低位）, en: Heat }, allowed: { min: 0 } }
formulas:
  land: { unit: ha, cases: [{ when: known(area), then: area }, { otherwise: "0 [ha]" }], label: { ja: 土地, en: Land }, ${noted} }
  emission: { per: [kilns, years], unit: t-CO2, expr: "heat * factors[fuel].factor", label: { ja: 排出量, en: Emission }, ${noted} }
  total:
    per: years
    unit: t-CO2
    cases: [{ when: indoor, then: "0 [t-CO2]" }, { otherwise: "sum(kilns, emission)" }]
    round: { mode: floor, to: 1, ${noted} }
    label: { ja: 合計, en: Total }
    ${noted.replace(", ", "\n    ")}
  credits: { unit: t-CO2, expr: "sum(years, total)", label: { ja: 総計, en: Sum }, ${noted} }
outputs:
  credits: { main: true, shown: { to: 1 } }
  total: { shown: { to: 1 } }
  emission: { shown: { to: 0.01 } }
  land: { shown: { to: 0.1 } }
`;
