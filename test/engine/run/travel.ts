/** A small model of travel with every kind of unknown: assumed answers, ranges, a table with low and high, branches. */
export const travel = `
format: methodology/1
id: TRAVEL-1
version: 1.0-r2
status: illustrative
mode: official
title: { ja: 移動, en: Travel }
documents:
  rule: { title: { ja: 規程, en: Rule }, edition: "2", url: "https://example.org/rule", standing: official }
enums:
  mode: { car: { ja: 車, en: Car }, rail: { ja: 鉄道, en: Rail } }
tables:
  factors:
    key: { mode: mode }
    label: { ja: 原単位, en: Factors }
    columns:
      value: { unit: kg-CO2/person-km, low: low, high: high }
      low: kg-CO2/person-km
      high: kg-CO2/person-km
    source: { document: rule, table: "3" }
    provenance: secondary
    rows:
      - { mode: car, value: 0.125, low: 0.1, high: 0.2, provenance: unconfirmed }
      - { mode: rail, value: 0.02, low: 0.01, high: 0.03 }
constants:
  detour: { value: 1.3, unit: "1", low: 1, high: 1.5, label: { ja: 迂回率, en: Detour }, symbol: d, source: { document: rule, clause: "2.1" }, provenance: confirmed }
  long_from: { value: 50, unit: km, label: { ja: 長距離の境, en: Long from }, source: { document: rule, clause: "10" }, provenance: confirmed }
inputs:
  vehicle: { type: enum mode, label: { ja: 手段, en: Mode } }
  people: { type: count person, label: { ja: 人数, en: People }, allowed: { min: 1 }, range: { low: 10, high: 20, source: { document: rule }, provenance: secondary } }
  distance:
    type: quantity km
    label: { ja: 距離, en: Distance }
    units: [km, m]
    default: { value: 30, source: { document: rule, clause: "5" }, provenance: derived }
    range: { low: 5, high: 100, source: { document: rule, clause: "6" }, provenance: derived }
  shared: { type: boolean, label: { ja: 相乗り, en: Shared }, when: vehicle == mode.car, initial: false }
conditions:
  far_enough:
    effect: not_applicable
    label: { ja: 距離の条件, en: Far enough }
    expr: distance > 1 [km]
    source: { document: rule, clause: "1.1" }
    provenance: confirmed
formulas:
  length:
    unit: km
    label: { ja: 道のり, en: Length }
    symbol: L
    printed: L = d × D
    expr: distance * detour
    source: { document: rule, clause: "2" }
    provenance: confirmed
  vehicles:
    unit: "1"
    label: { ja: 割合, en: Share }
    match: vehicle
    then:
      car: { then: sharing, because: { ja: 車, en: by car } }
      rail: "1"
    source: { document: rule, clause: "3" }
    provenance: confirmed
  sharing:
    unit: "1"
    label: { ja: 相乗り率, en: Sharing }
    cases:
      - when: shared
        then: 1 / 3
        because: { ja: 3人で1台, en: three in a car }
      - otherwise: 1
    source: { document: rule, clause: "4" }
    provenance: confirmed
  emission:
    unit: kg-CO2
    label: { ja: 排出量, en: Emission }
    expr: people * length * factors[vehicle].value * vehicles
    source: { document: rule, clause: "7" }
    provenance: confirmed
  tonnes:
    unit: t-CO2
    label: { ja: トン, en: Tonnes }
    expr: emission
    round: { mode: ceil, to: 0.01, source: { document: rule, clause: "8" }, provenance: confirmed }
    source: { document: rule, clause: "8" }
    provenance: confirmed
  by_mode:
    per: mode
    unit: kg-CO2
    label: { ja: 手段別, en: By mode }
    expr: people * length * factors[mode].value
    source: { document: rule, clause: "9" }
    provenance: confirmed
  long:
    type: boolean
    label: { ja: 長距離, en: Long }
    expr: length > long_from
    source: { document: rule, clause: "10" }
    provenance: confirmed
  best:
    type: enum mode
    label: { ja: 手段, en: Mode used }
    expr: vehicle
    source: { document: rule, clause: "11" }
    provenance: confirmed
outputs:
  emission: { main: true, shown: { to: 0.1 } }
  tonnes: { shown: { unit: t-CO2 } }
  long: { shown: { true: { ja: はい, en: "yes" }, false: { ja: いいえ, en: "no" } } }
  best: {}
renamed:
  persons: people
`;
