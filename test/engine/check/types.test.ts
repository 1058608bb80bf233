import { describe, expect, it } from "vitest";
import { tried } from "../../support/boilers.ts";
import { errors, head } from "../../support/checked.ts";

const right: readonly (readonly [expression: string, said: string, becomes: string])[] = [
  ["max(graded, grade.poor)", "type: enum grade", "max(graded, grade.poor)"],
  ["graded >= grade.poor", "type: boolean", "(graded >= grade.poor)"],
  [
    "main_fuel == fuel.gas and not broken",
    "type: boolean",
    "((?main_fuel == fuel.gas) and not ?broken)",
  ],
  ["truck", "type: enum fuel, per: burners", "?burners.truck"],
  ["truck == fuel.diesel", "type: boolean, per: burners", "(?burners.truck == fuel.diesel)"],
  ["started + lead", "type: date", "(?started + lead yr)"],
  ["started + 3 [yr] - 1 [day]", "type: date", "((?started + 3[yr] yr) - 1[day] day)"],
  ["started + 30 [month]", "type: date", "(?started + 30[month] month)"],
  ["started - opening + 1 [day]", "unit: day", "((?started apart opening) + 1[day])"],
  ["since + 1 [yr]", "type: fiscal_year", "(?since + 1[yr] yr)"],
  ["since - first_year", "unit: yr", "(?since apart first_year)"],
  ["start_of(fiscal_year(started))", "type: date", "start_of(fiscal_year(?started))"],
  [
    "months_between(opening, started)",
    "unit: yr",
    "(months_between(opening, ?started) month→yr ×1/12)",
  ],
  ["min(started, opening)", "type: date", "min(?started, opening)"],
  ["max(since, first_year)", "type: fiscal_year", "max(?since, first_year)"],
  ["broken == false", "type: boolean", "(?broken == false)"],
  [
    "count(burners where size > 1 [kW])",
    'unit: "1"',
    "count(burners where (?burners.size > 1[kW]))",
  ],
  ["all(burners, size > 1 [kW])", "type: boolean", "all(burners, (?burners.size > 1[kW]))"],
  ["average(burners, size)", "unit: kW", "average(burners, ?burners.size)"],
  [
    "weighted_average(burners, size, size * 2)",
    "unit: kW",
    "weighted_average(burners, ?burners.size, (?burners.size * 2))",
  ],
  ["min_of(deliveries, delivered)", "type: date", "min_of(deliveries, ?deliveries.delivered)"],
];

const wrong: readonly (readonly [expression: string, said: string, becomes: string])[] = [
  [
    "heat",
    "type: boolean",
    "type-mismatch <heat> This should be true or false, but it is a quantity in GJ.",
  ],
  [
    "started",
    "unit: GJ",
    "type-mismatch <started> This should be a quantity in GJ, but it is a date.",
  ],
  [
    "broken + 1",
    'unit: "1"',
    "operation-undefined <broken + 1> + does not work between true or false and a number without a unit.",
  ],
  [
    "broken > false",
    "type: boolean",
    "operation-undefined <broken > false> > does not work between true or false and true or false.",
  ],
  [
    "main_fuel < fuel.gas",
    "type: boolean",
    "not-ordered <main_fuel < fuel.gas> The members of fuel have no order. Say ordered: true if their order means something.",
  ],
  [
    "main_fuel == route.metered",
    "type: boolean",
    "type-mismatch <route.metered> This should be a member of fuel, but it is a member of route.",
  ],
  [
    "main_fuel == heat",
    "type: boolean",
    "operation-undefined <main_fuel == heat> == does not work between a member of fuel and a quantity in GJ.",
  ],
  [
    "main_fuel",
    "type: enum route",
    "type-mismatch <main_fuel> This should be a member of route, but it is a member of fuel.",
  ],
  [
    "main_fuel",
    "type: enum truck_fuel",
    "type-mismatch <main_fuel> This should be a member of truck_fuel, but it is a member of fuel.",
  ],
  [
    "max(main_fuel, fuel.gas)",
    "type: enum fuel",
    "not-ordered <main_fuel> The members of fuel have no order. Say ordered: true if their order means something.",
  ],
  [
    "not heat",
    "type: boolean",
    "type-mismatch <heat> This should be true or false, but it is a quantity in GJ.",
  ],
  [
    "heat and broken",
    "type: boolean",
    "type-mismatch <heat> This should be true or false, but it is a quantity in GJ.",
  ],
  [
    "started + heat",
    "type: date",
    "term-unit <heat> A date moves by day, month or yr, but this is in GJ.",
  ],
  [
    "since + 1 [month]",
    "type: fiscal_year",
    "term-unit <1 [month]> A fiscal year moves by yr, but this is in month.",
  ],
  [
    "heat + started",
    "unit: GJ",
    "operation-undefined <heat + started> + does not work between a quantity in GJ and a date.",
  ],
  [
    "started * 2",
    "type: date",
    "operation-undefined <started * 2> * does not work between a date and a number without a unit.",
  ],
  ["-started", "type: date", "argument-type <-started> - cannot take a date."],
  ["min(broken, broken)", "type: boolean", "argument-type <broken> min cannot take true or false."],
  ["abs(started)", "type: date", "argument-type <started> abs cannot take a date."],
  [
    "abs(heat, heat)",
    "unit: GJ",
    "argument-count <abs(heat, heat)> abs takes 1 argument, but here are 2.",
  ],
  [
    "min(heat)",
    "unit: GJ",
    "argument-count <min(heat)> min takes 2 arguments or more, but here is 1.",
  ],
  [
    "fiscal_year(since)",
    "type: fiscal_year",
    "type-mismatch <since> This should be a date, but it is a fiscal year.",
  ],
  [
    "years_between(started)",
    "unit: yr",
    "argument-count <years_between(started)> years_between takes 2 arguments, but here is 1.",
  ],
  [
    "known(heat, heat)",
    "type: boolean",
    "argument-count <known(heat, heat)> known takes 1 argument, but here are 2.",
  ],
  [
    "sum(burners, burns)",
    "type: enum fuel",
    "argument-type <burns> sum cannot take a member of fuel.",
  ],
  [
    "max_of(burners, burns)",
    "type: enum fuel",
    "not-ordered <burns> The members of fuel have no order. Say ordered: true if their order means something.",
  ],
  [
    "all(burners, size)",
    "type: boolean",
    "type-mismatch <size> This should be true or false, but it is a quantity in kW.",
  ],
  [
    "sum(burners where size > 1 [kW], size)",
    "unit: kW",
    "where-of-function <size > 1 [kW]> where belongs to the last argument of a function over an axis, not here in sum.",
  ],
  [
    "sum(burners, size where size)",
    "unit: kW",
    "type-mismatch <size> This should be true or false, but it is a quantity in kW.",
  ],
  [
    "average(years, outlet)",
    "unit: °C",
    "celsius-arithmetic <outlet> Temperatures in °C can only be compared and subtracted from each other; average is not possible.",
  ],
  [
    "max(heat where broken, heat)",
    "unit: GJ",
    "where-of-function <broken> where belongs to the last argument of a function over an axis, not here in max.",
  ],
];

/** Sections after the head of a file, and what is told of them: place, code, the characters meant, and the sentence. */
const files: readonly (readonly [subject: string, text: string, told: readonly string[]])[] = [
  [
    "types of inputs",
    `inputs: { a: { type: quantty t, label: { ja: あ, en: A } }, b: { type: enum colour, label: { ja: あ, en: A } }, c: { type: item plots, label: { ja: あ, en: A } }, e: { type: count kg, label: { ja: あ, en: A } }, f: { type: quantity tt, label: { ja: あ, en: A } }, mass: { type: quantity t, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
`,
    [
      "7:22 unknown-type <quantty t>: quantty t is not a type that can stand here. Did you mean quantity?",
      "7:76 unknown-name <colour>: There is no enum colour.",
      "7:127 unknown-name <plots>: There is no list plots.",
      "7:178 count-of-thing <kg>: A count is of a thing such as person. kg is a unit of measure: write quantity kg.",
      "7:229 unknown-unit <tt>: There is no unit tt. Did you mean t?",
    ],
  ],
  [
    "a formula with neither or both of unit and type",
    `inputs: { mass: { type: quantity t, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { expr: mass }, both: { unit: t, type: boolean, expr: "true" }, texts: { type: text, expr: mass } }
`,
    [
      "9:13 unit-or-type <total>: total should have one of unit and type.",
      "9:36 unit-or-type <both>: both should have one of unit and type.",
      "9:99 formula-type <text>: text is not a type of a formula. Give a unit, or boolean, date, fiscal_year or an enum.",
    ],
  ],
  [
    "bodies",
    `inputs: { mass: { type: quantity t, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t }, two: { unit: t, expr: mass, match: mass, then: { a: mass } }, alone: { unit: t, expr: mass, then: { a: mass } }, bare: { unit: t, match: mass } }
`,
    [
      "9:13 body-count <total>: One of expr, cases and match should be here.",
      "9:33 body-count <two>: Only one of expr, match can be here.",
      "9:74 then-without-match <then>: then: stands beside match only.",
      "9:125 then-without-match <then>: then: stands beside match only.",
      "9:146 then-missing <bare>: match needs then: with one branch for each member.",
      "9:170 type-mismatch <mass>: This should be a member of an enum, but it is a quantity in t.",
    ],
  ],
  [
    "cases",
    `inputs: { mass: { type: quantity t, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas:
  total:
    unit: t
    cases:
      - { when: "mass > 1 [t]", then: mass }
  late:
    unit: t
    cases:
      - { otherwise: mass }
      - { when: "mass > 1 [t]", then: mass }
  wrong:
    unit: t
    cases:
      - { when: mass, then: 1 }
      - { otherwise: stop }
  right:
    unit: t
    cases:
      - { when: "mass > 0 [t]", then: mass }
      - { otherwise: stop, because: { ja: あ, en: A } }
`,
    [
      "12:5 otherwise-missing <cases>: cases should end in otherwise, so that one of them always holds.",
      '18:9 case-after-otherwise <{ when: "mass > 1 [t]", then: mass }>: otherwise is the last case; nothing can follow it.',
      "22:17 type-mismatch <mass>: This should be true or false, but it is a quantity in t.",
      "22:29 unit-mismatch <1>: This should be in t, but it is a number without a unit.",
      "23:22 stop-without-because <stop>: stop needs because, so that a reader learns why there is no value.",
    ],
  ],
  [
    "match",
    `enums: { way: { near: { ja: あ, en: A }, far: { ja: あ, en: A }, both: { ja: あ, en: A } }, some: { of: way, members: [near] } }
inputs: { mass: { type: quantity t, label: { ja: あ, en: A } }, way: { type: enum way, label: { ja: あ, en: A } }, some: { type: enum some, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas:
  total: { unit: t, match: way, then: { near: mass, fer: mass } }
  partly: { unit: t, match: some, then: { near: mass } }
  whole: { unit: t, match: some, then: { near: mass, far: mass } }
  other: { unit: t, match: mass, then: { near: mass } }
  kinds: { unit: t, match: way, then: { near: "1 [kg]", far: 1, both: { then: stop } } }
`,
    [
      "11:53 unknown-name <fer>: There is no member fer in way. Did you mean far?",
      "11:33 match-missing <then>: Each member of way needs a branch. Missing: far, both.",
      "13:54 unknown-name <far>: There is no member far in some.",
      "14:28 type-mismatch <mass>: This should be a member of an enum, but it is a quantity in t.",
      "15:62 unit-mismatch <1>: This should be in t, but it is a number without a unit.",
      "15:79 stop-without-because <stop>: stop needs because, so that a reader learns why there is no value.",
    ],
  ],
  [
    "outputs",
    `inputs: { mass: { type: quantity t, label: { ja: あ, en: A } } }
outputs: { total: { shown: { to: 0, unit: kWh } }, tottal: {}, flag: { shown: { to: 1 } }, words: { shown: { true: { ja: あ, en: A }, false: { ja: あ, en: A } } } }
formulas: { total: { unit: t, expr: mass }, flag: { type: boolean, expr: "mass > 1 [t]" }, words: { unit: t, expr: mass } }
`,
    [
      "8:1 main-output <outputs>: One output should say main: true.",
      "8:43 unit-mismatch <kWh>: This should be in t, but it is in kWh.",
      "8:34 not-above-zero <0>: 0 should be a number above zero, such as 0.1.",
      "8:52 unknown-name <tottal>: There is no formula tottal. Did you mean total?",
      "8:81 quantity-only <to>: to belongs to quantities only.",
      "8:101 words-of-boolean <shown>: Words for true and false are for an output that is true or false.",
    ],
  ],
  [
    "two main outputs",
    `inputs: { mass: { type: quantity t, label: { ja: あ, en: A } } }
outputs: { total: { main: true }, more: { main: true } }
formulas: { total: { unit: t, expr: mass }, more: { unit: t, expr: mass } }
`,
    ["8:1 main-output <outputs>: Only one output can say main: true, but here are total, more."],
  ],
  [
    "roundings",
    `inputs: { mass: { type: quantity t, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass, round: { mode: floor } }, two: { unit: t, expr: mass, round: { mode: floor, to: 1, digits: 2 } }, zero: { unit: t, expr: mass, round: { mode: floor, to: 0 } }, flag: { type: boolean, expr: "mass > 1 [t]", round: { mode: floor, to: 1 } }, digits: { unit: t, expr: mass, round: { mode: floor, digits: 1.5 } } }
`,
    [
      "9:43 round-to <round>: A rounding has one of to and digits.",
      "9:97 round-to <round>: A rounding has one of to and digits.",
      "9:196 not-above-zero <0>: 0 should be a number above zero, such as 0.1.",
      "9:248 quantity-only <round>: round belongs to quantities only.",
      "9:342 not-a-count <1.5>: 1.5 should be a whole number.",
    ],
  ],
];

describe("types", async () => {
  const good = await tried(right);
  const bad = await tried(wrong);

  it.each(right.map((one, index) => [...one, index] as const))(
    "%s with %s becomes a node",
    (_expression, _said, becomes, index) => {
      expect(good[index]).toBe(becomes);
    },
  );

  it.each(wrong.map((one, index) => [...one, index] as const))(
    "%s with %s is refused",
    (_expression, _said, told, index) => {
      expect(bad[index]).toBe(told);
    },
  );

  it.each(files)("checks %s", async (_subject, text, told) => {
    expect(await errors(head + text)).toEqual(told);
  });
});
