const head = (id: string) => `
format: methodology/1
id: ${id}
version: "1.0-r1"
status: illustrative
title: { ja: ${id}の例, en: Example ${id} }
documents:
  rule: { title: { ja: 規則, en: Rule }, standing: official }
`;

/** Questions of every kind, one after another. */
export const kinds = `${head("KINDS-1")}
mode: estimate
things: { person: { ja: 人, en: people } }
enums:
  trip: { one_way: { ja: 片道, en: One way }, both_ways: { ja: 往復, en: Return } }
  vehicle:
    car: { ja: 車, en: Car }
    bus: { ja: バス, en: Bus }
    rail: { ja: 鉄道, en: Rail }
    tram: { ja: 路面電車, en: Tram }
    ship: { ja: 船, en: Ship }
    air: { ja: 飛行機, en: Plane }
inputs:
  people: { type: count person, label: { ja: 人数, en: People } }
  distance:
    type: quantity km
    units: [km, m]
    label: { ja: 距離, en: Distance }
    help: { ja: 片道の距離です。, en: "One way, by road." }
    allowed: { min: 0, max: 20000 }
  trip: { type: enum trip, label: { ja: 行程, en: Trip } }
  vehicle: { type: enum vehicle, label: { ja: 乗り物, en: Vehicle } }
  counted: { type: boolean, label: { ja: 数えるか, en: Count it? } }
  share:
    type: quantity 1
    show_as: "%"
    label: { ja: 割合, en: Share }
    default: { value: "50 %", source: { document: rule }, provenance: confirmed }
formulas:
  trips:
    unit: "1"
    match: trip
    then: { one_way: "1", both_ways: 1 + 1 }
    source: { document: rule, clause: "1" }
    provenance: confirmed
  faster:
    unit: "1"
    match: vehicle
    then: { car: "1", bus: "1", rail: "1", tram: "1", ship: "1", air: 1 + 1 }
    source: { document: rule, clause: "2" }
    provenance: confirmed
  way:
    unit: person-km
    label: { ja: 人の移動, en: Travel }
    cases:
      - when: counted
        then: people * distance * trips * faster * share
      - otherwise: 0 [person-km]
    source: { document: rule, clause: "3" }
    provenance: confirmed
outputs:
  way: { main: true, shown: { to: 0.1 } }
`;

/** A list of items whose questions depend on one another. */
export const legs = `${head("LEGS-1")}
mode: estimate
enums:
  way: { distance: { ja: 距離, en: By distance }, time: { ja: 時間, en: By time } }
inputs:
  legs:
    type: list
    label: { ja: 移動, en: Legs }
    item_label: { ja: 移動, en: Leg }
    min_items: 0
    max_items: 3
    item:
      name: { type: text, label: { ja: 名前, en: Name }, optional: true }
      way: { type: enum way, label: { ja: 方法, en: Method } }
      km: { type: quantity km, label: { ja: キロ, en: Kilometres }, when: way == way.distance }
      hours: { type: quantity h, label: { ja: 時間, en: Hours }, when: way == way.time }
constants:
  speed: { value: 50, unit: km/h, label: { ja: 速さ, en: Speed }, source: { document: rule }, provenance: unconfirmed }
formulas:
  length:
    per: legs
    unit: km
    label: { ja: 長さ, en: Length }
    match: way
    then: { distance: km, time: hours * speed }
    source: { document: rule, clause: "1" }
    provenance: confirmed
  total:
    unit: km
    label: { ja: 合計, en: Total }
    expr: sum(legs, length)
    round: { mode: floor, to: 1, source: { document: rule, clause: "2" } }
    source: { document: rule, clause: "2" }
    provenance: confirmed
outputs:
  total: { main: true, shown: { to: 1 } }
  length: { chart: bars, shown: { to: 0.1 } }
`;

/** A unit that follows another answer, and amounts by fiscal year. */
export const fuels = `${head("FUELS-1")}
mode: official
enums:
  fuel: { oil: { ja: 重油, en: Oil }, gas: { ja: 都市ガス, en: Town gas } }
tables:
  factors:
    label: { ja: 係数, en: Factors }
    key: { fuel: fuel }
    unit_variable: { U: fuel }
    columns: { factor: t-CO2/U }
    source: { document: rule }
    provenance: confirmed
    rows:
      - { fuel: oil, U: kL, factor: 2.71 }
      - { fuel: gas, U: kNm3, factor: 2.05 }
period:
  cut:
    - { at: fiscal_year, source: { document: rule }, provenance: confirmed }
inputs:
  fuel: { type: enum fuel, label: { ja: 燃料, en: Fuel } }
  amount:
    type: quantity U
    unit_variable: { U: fuel }
    per: years
    label: { ja: 使用量, en: Amount }
formulas:
  emission:
    per: years
    unit: t-CO2
    label: { ja: 排出量, en: Emissions }
    expr: amount * factors[fuel].factor
    source: { document: rule, clause: "1" }
    provenance: confirmed
  total:
    unit: t-CO2
    label: { ja: 合計, en: Total }
    expr: sum(years, emission)
    source: { document: rule, clause: "2" }
    provenance: confirmed
conditions:
  small:
    effect: not_applicable
    label: { ja: 100 t以下であること, en: Not above 100 t }
    expr: total <= 100 [t-CO2]
    source: { document: rule, clause: "3" }
    provenance: confirmed
outputs:
  total: { main: true, shown: { to: 0.01 } }
  emission: { shown: { to: 0.01 } }
`;

/** A meter that counts on, an item that points at another, a coefficient with a range and a warning. */
export const meters = `${head("METERS-1")}
mode: official
period:
  cut:
    - { at: fiscal_year, source: { document: rule }, provenance: confirmed }
inputs:
  sites:
    type: list
    label: { ja: 施設, en: Sites }
    item_label: { ja: 施設, en: Site }
    min_items: 1
    max_items: 5
    item:
      site_name: { type: text, label: { ja: 名称, en: Name }, optional: true }
      own: { type: quantity 1, show_as: "%", holds: throughout, label: { ja: 自家分, en: Own share } }
  boilers:
    type: list
    label: { ja: ボイラー, en: Boilers }
    item_label: { ja: ボイラー, en: Boiler }
    min_items: 1
    max_items: 300
    item:
      site: { type: item sites, label: { ja: 場所, en: Place } }
      power: { type: quantity kWh, per: parts, meter: cumulative, label: { ja: 電力量計, en: Power meter } }
constants:
  factor: { value: 0.5, low: 0.4, high: 0.6, unit: kg-CO2/kWh, label: { ja: 係数, en: Factor }, source: { document: rule }, provenance: confirmed }
  people: { value: 7, unit: "1", label: { ja: 人数, en: People }, source: { document: rule }, provenance: confirmed }
formulas:
  emission:
    per: boilers
    unit: kg-CO2
    label: { ja: 排出量, en: Emissions }
    expr: sum(parts, power) * factor * site.own
    source: { document: rule, clause: "1" }
    provenance: confirmed
  total:
    unit: kg-CO2
    label: { ja: 合計, en: Total }
    expr: sum(boilers, emission)
    source: { document: rule, clause: "2" }
    provenance: confirmed
  each:
    unit: kg-CO2
    label: { ja: 1人分, en: Per head }
    expr: total / people
    source: { document: rule, clause: "3" }
    provenance: confirmed
conditions:
  several:
    effect: warn
    label: { ja: ボイラーが2台以上あること, en: There are two boilers or more }
    expr: count(boilers) >= 2
    source: { document: rule, clause: "4" }
    provenance: confirmed
outputs:
  total: { main: true, shown: { to: 0.1 } }
  each: { shown: { to: 0.01 } }
`;

/** Rows along an enum that not all members have, each beginning with an answer; a list that a choice turns off; dates of items. */
export const rows = `${head("ROWS-1")}
mode: official
enums:
  activity:
    haul: { ja: 運搬, en: Haulage }
    storage: { ja: 保管, en: Storage }
    drying: { ja: 乾燥, en: Drying }
  care: { omit: { ja: 省く, en: Leave out }, low: { ja: 小さい, en: Low }, watch: { ja: 測る, en: Watch }, ask: { ja: 聞く, en: Ask }, share: { ja: 割合, en: Share }, all: { ja: 全部, en: All } }
tables:
  costs:
    label: { ja: 係数, en: Costs }
    key: { care: care }
    columns: { cost: kWh }
    source: { document: rule }
    provenance: confirmed
    rows:
      - { care: omit, cost: 0 }
      - { care: low, cost: 1 }
      - { care: watch, cost: 2 }
      - { care: ask, cost: 3 }
      - { care: share, cost: 4 }
      - { care: all, cost: 5 }
groups:
  extra: { ja: その他, en: Others, open: false }
inputs:
  dries: { type: boolean, label: { ja: 乾燥するか, en: Is it dried? } }
  counted: { type: boolean, label: { ja: 数えるか, en: Count boxes? } }
  care:
    type: enum care
    per: activity
    when: activity != activity.drying or dries
    initial: watch
    label: { ja: 扱い, en: Care }
  boxes:
    type: list
    group: extra
    when: counted
    label: { ja: 箱, en: Boxes }
    item_label: { ja: 箱, en: Box }
    min_items: 0
    max_items: 9
    item:
      weight: { type: quantity kWh, label: { ja: 重さ, en: Weight } }
formulas:
  effort:
    per: activity
    unit: kWh
    label: { ja: 手間, en: Effort }
    cases:
      - when: activity == activity.drying and not dries
        then: 0 [kWh]
      - otherwise: costs[care].cost
    source: { document: rule, clause: "1" }
    provenance: confirmed
  total:
    unit: kWh
    label: { ja: 合計, en: Total }
    cases:
      - when: counted
        then: sum(activity, effort) + sum(boxes, weight)
      - otherwise: sum(activity, effort)
    source: { document: rule, clause: "2" }
    provenance: confirmed
outputs:
  total: { main: true, shown: { to: 1 } }
`;

/** What is emitted and covered by whole tonnes, with names that an earlier edition had, and a factor with a range. */
export const visits = `${head("VISITS-1").replace("1.0-r1", "1.0-r2")}
mode: estimate
things: { person: { ja: 人, en: people } }
enums:
  kind: { in_person: { ja: 会場, en: In a room }, online: { ja: オンライン, en: Online } }
  means: { rail: { ja: 鉄道, en: Rail }, road: { ja: 車, en: Road } }
constants:
  factor: { value: 0.2, low: 0.1, high: 0.3, unit: t-CO2e/person, label: { ja: 係数, en: Factor }, source: { document: rule }, provenance: unconfirmed }
inputs:
  kind: { type: enum kind, label: { ja: 形, en: Kind }, initial: in_person }
  guests: { type: count person, label: { ja: 客, en: Guests }, when: kind == kind.in_person }
  hosts: { type: count person, label: { ja: 主催者, en: Hosts }, initial: 1 person }
  rides:
    type: list
    label: { ja: 移動, en: Rides }
    item_label: { ja: 移動, en: Ride }
    min_items: 0
    max_items: 90
    item:
      name: { type: text, label: { ja: 名称, en: Name }, optional: true }
      means: { type: enum means, label: { ja: 手段, en: Means } }
      riders: { type: count person, label: { ja: 乗る人, en: Riders } }
formulas:
  people:
    unit: person
    label: { ja: 人数, en: People }
    cases:
      - when: kind == kind.in_person
        then: guests + hosts
      - otherwise: hosts
    source: { document: rule, clause: "1" }
    provenance: confirmed
  ride:
    per: rides
    unit: t-CO2e
    label: { ja: 移動, en: Ride }
    match: means
    then: { rail: riders * factor, road: riders * factor * 3 }
    source: { document: rule, clause: "2" }
    provenance: confirmed
  total:
    unit: t-CO2e
    label: { ja: 合計, en: Total }
    expr: people * factor + sum(rides, ride)
    source: { document: rule, clause: "3" }
    provenance: confirmed
  credits:
    unit: t-CO2e
    label: { ja: クレジット, en: Credits }
    expr: total
    round: { mode: ceil, to: 1, source: { document: rule }, provenance: confirmed }
    source: { document: rule, clause: "4" }
    provenance: confirmed
outputs:
  total: { main: true, shown: { to: 0.1 } }
  credits: { shown: { to: 1 } }
renamed: { visitors: guests, kind.on_site: kind.in_person, rides.by: means, trips: rides, means.train: rail }
`;
