/** A methodology with axes, roundings, a carried-over year, irrational numbers and origins of every strength. */
export const model = `
format: methodology/1
id: SHOW-1
version: 1.0-r1
status: draft
mode: official
title: { ja: 表示, en: Shown }
documents:
  rule: { title: { ja: 規程, en: Rule }, standing: official }
  paper: { title: { ja: 論文, en: Paper }, standing: publication }
enums:
  fuel: { oil: { ja: 油, en: Oil }, gas: { ja: ガス, en: Gas } }
tables:
  fuels:
    key: { fuel: fuel, year: fiscal_year }
    unit_variable: { U: fuel }
    label: { ja: 燃料, en: Fuels }
    columns: { cef: { unit: t-CO2/U, label: { ja: 排出係数, en: Factor }, symbol: CEF } }
    source: { document: paper, table: "1" }
    provenance: secondary
    rows:
      - { fuel: oil, year: 2023, U: kL, cef: 2.7 }
      - { fuel: gas, year: 2023, U: kNm3, cef: 2.1, provenance: unconfirmed, confidence: low }
      - { fuel: oil, year: 2024, U: kL, cef: 2.71 }
constants:
  loss: { value: 3, unit: "%", label: { ja: 損失, en: Loss }, source: { document: paper }, provenance: derived }
period:
  cut:
    - { at: fiscal_year, source: { document: rule, clause: "2" }, provenance: confirmed }
inputs:
  boilers:
    type: list
    min_items: 1
    max_items: 5
    label: { ja: ボイラー, en: Boilers }
    item:
      fuel: { type: enum fuel, label: { ja: 燃料, en: Fuel } }
      use: { type: quantity U, unit_variable: { U: fuel }, per: years, label: { ja: 使用量, en: Use } }
  hours: { type: quantity h, holds: throughout, label: { ja: 時間, en: Hours } }
formulas:
  emission:
    per: [boilers, years]
    unit: t-CO2
    label: { ja: 排出量, en: Emission }
    symbol: EM
    expr: use * fuels[fuel, year].cef * (1 + loss)
    round: { mode: floor, to: 0.1, source: { document: paper }, provenance: unconfirmed }
    source: { document: rule, clause: "3" }
    provenance: confirmed
  total:
    per: years
    unit: t-CO2
    label: { ja: 合計, en: Total }
    expr: sum(boilers, emission)
    source: { document: rule, clause: "4" }
    provenance: confirmed
  share:
    per: boilers
    unit: "1"
    show_as: "%"
    label: { ja: 割合, en: Share }
    cases:
      - when: sum(years, total) > 0 [t-CO2]
        then: sum(years, emission) / sum(years, total)
      - otherwise: stop
        because: { ja: 合計がない, en: no total }
    source: { document: rule, clause: "5" }
    provenance: confirmed
  growth:
    unit: "1"
    label: { ja: 伸び, en: Growth }
    expr: exp(hours / 1 [h])
    source: { document: rule, clause: "6" }
    provenance: confirmed
outputs:
  total: { main: true, chart: bars, shown: { to: 1 } }
  emission: { shown: { to: 0.01, unit: kg-CO2 } }
  share: { shown: { to: 0.1, unit: "%" } }
  growth: { shown: { to: 0.001 } }
`;
