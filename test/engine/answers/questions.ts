/** A methodology that asks every kind of question there is. */
export const questions = `
format: methodology/1
id: ASK-1
version: 1.0-r1
status: illustrative
mode: official
title: { ja: 質問, en: Questions }
documents:
  rule: { title: { ja: 規程, en: Rule }, standing: official }
things:
  lamp: { ja: 灯, en: lamps }
enums:
  fuel: { oil: { ja: 油, en: Oil }, gas: { ja: ガス, en: Gas }, coal: { ja: 石炭, en: Coal } }
  way: { road: { ja: 道路, en: Road }, rail: { ja: 鉄道, en: Rail } }
tables:
  fuels:
    key: { fuel: fuel }
    unit_variable: { U: fuel }
    columns: { hv: GJ.hhv/U }
    source: { document: rule }
    provenance: confirmed
    rows:
      - { fuel: oil, U: kL, hv: 38.9 }
      - { fuel: gas, U: kNm3, hv: 38.4 }
      - { fuel: coal, U: t, hv: 26 }
period:
  cut:
    - { at: fiscal_year, source: { document: rule }, provenance: confirmed }
    - { after: [6 month], of: boilers.started, source: { document: rule }, provenance: confirmed }
inputs:
  share: { type: quantity 1, holds: throughout, show_as: "%", label: { ja: 割合, en: Share } }
  ratio: { type: quantity 1, holds: throughout, label: { ja: 比, en: Ratio }, allowed: { min: 0, below: 10 } }
  length: { type: quantity km, holds: throughout, units: [km, m], label: { ja: 距離, en: Length }, allowed: { max: 20, soft: true } }
  people: { type: count person, holds: throughout, label: { ja: 人数, en: People } }
  yes: { type: boolean, label: { ja: 有無, en: Flag } }
  day: { type: date, label: { ja: 日, en: Day }, allowed: { min: 2000-01-01 } }
  since: { type: fiscal_year, label: { ja: 年度, en: Since } }
  name: { type: text, optional: true, label: { ja: 名前, en: Name } }
  by_way: { type: quantity km, per: [way, years], label: { ja: 手段別, en: By way } }
  plots:
    type: list
    min_items: 0
    max_items: 3
    label: { ja: 区画, en: Plots }
    item:
      height: { type: quantity m, holds: throughout, label: { ja: 高さ, en: Height } }
  boilers:
    type: list
    min_items: 1
    max_items: 3
    label: { ja: ボイラー, en: Boilers }
    item:
      started: { type: date, label: { ja: 開始日, en: Started } }
      fuel: { type: enum fuel, label: { ja: 燃料, en: Fuel } }
      fuel_use: { type: quantity U, unit_variable: { U: fuel }, per: parts, label: { ja: 燃料使用量, en: Fuel use } }
      meter: { type: quantity kWh, per: parts, meter: cumulative, label: { ja: 電力量計, en: Meter } }
      plot: { type: item plots, optional: true, label: { ja: 区画, en: Plot } }
formulas:
  lengths:
    per: years
    unit: km
    label: { ja: 距離計, en: Lengths }
    expr: sum(way, by_way) + length * (share + ratio)
    source: { document: rule, clause: "1" }
    provenance: confirmed
  heat:
    per: [boilers, parts]
    unit: GJ.hhv
    label: { ja: 熱, en: Heat }
    expr: fuel_use * fuels[fuel].hv
    source: { document: rule, clause: "2" }
    provenance: confirmed
  power:
    unit: kWh
    label: { ja: 電力, en: Power }
    expr: sum(boilers, sum(parts, meter))
    source: { document: rule, clause: "3" }
    provenance: confirmed
  crowd:
    unit: person
    label: { ja: 人数, en: Crowd }
    cases:
      - when: yes and since == fiscal_year(day)
        then: people
        because: { ja: 同じ年度, en: same year }
      - otherwise: 0 [person]
    source: { document: rule, clause: "4" }
    provenance: confirmed
  tallest:
    per: boilers
    unit: m
    label: { ja: 高さ, en: Height }
    cases:
      - when: known(plot)
        then: plot.height
      - otherwise: 0 [m]
    source: { document: rule, clause: "5" }
    provenance: confirmed
outputs:
  lengths: { main: true, shown: { to: 0.1 } }
  heat: {}
  power: {}
  crowd: {}
  tallest: {}
renamed:
  distance: length
  boilers.use: boilers.fuel_use
  fuel.heavy_oil: fuel.oil
`;
