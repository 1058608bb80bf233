import { describe, expect, it } from "vitest";
import { tried } from "../../support/boilers.ts";
import { errors, head } from "../../support/checked.ts";

const right: readonly (readonly [expression: string, said: string, becomes: string])[] = [
  ["method == route.metered", "type: boolean", "(?method == route.metered)"],
  ["year", "type: fiscal_year, per: years", "@years"],
  ["fiscal_year(opening)", "type: fiscal_year", "fiscal_year(opening)"],
  ["graded", "type: enum grade", "graded"],
  ["tall", "unit: m, per: plots", "?plots.tall"],
  ["plots.tall", "unit: m, per: plots", "?plots.tall"],
  ["plot.tall", "unit: m, per: burners", "?burners.plot→?plots.tall"],
  ["plot.sized", "unit: m, per: burners", "?burners.plot→sized"],
  ["burners == burners", "type: boolean, per: burners", "(@burners == @burners)"],
  [
    "any(burners, plot == plots)",
    "type: boolean, per: plots",
    "any(burners, (?burners.plot == @plots))",
  ],
  [
    "fuels[burns, year].hv * use",
    "unit: GJ.hhv, per: [burners, years]",
    "(fuels[?burners.burns, @years].hv * ?burners.use)",
  ],
  [
    "sum(burners, sum(pumps, burners.size + pumps.size))",
    "unit: kW",
    "sum(burners, sum(pumps, (?burners.size + ?pumps.size)))",
  ],
  ["part.start", "type: date, per: parts", "part.start"],
  ["known(plot)", "type: boolean, per: burners", "known(?burners.plot)"],
  ["known(plot.tall)", "type: boolean, per: burners", "known(?burners.plot→?plots.tall)"],
  [
    "known(fuels[fuel.oil, year].ends)",
    "type: boolean, per: years",
    "known(fuels[fuel.oil, @years].ends)",
  ],
];

const wrong: readonly (readonly [expression: string, said: string, becomes: string])[] = [
  ["hat", "unit: GJ", "unknown-name <hat> There is no value hat. Did you mean heat?"],
  [
    "metered",
    "type: enum route",
    "unknown-name <metered> There is no value metered. Did you mean route.metered?",
  ],
  [
    "route.meterd",
    "type: enum route",
    "unknown-name <meterd> There is no member meterd in route. Did you mean metered?",
  ],
  ["fule.oil", "type: enum fuel", "unknown-name <fule> There is no value fule. Did you mean fuel?"],
  [
    "burns",
    "type: enum fuel",
    "axis-missing <burns> burns is known only per burners. Say per: burners, or use a function such as sum(burners, …).",
  ],
  [
    "fuel",
    "type: enum fuel, per: burners",
    "enum-as-value <fuel> fuel is an enum. Write one of its members, such as fuel.oil, or say per: fuel.",
  ],
  [
    "burners",
    'unit: "1"',
    "axis-missing <burners> burners is known only per burners. Say per: burners, or use a function such as sum(burners, …).",
  ],
  [
    "fuels",
    'unit: "1"',
    "not-a-value <fuels> fuels is a table. Read a cell of it: fuels[key].column.",
  ],
  [
    "fuels[main_fuel, first_year].hw",
    "unit: GJ.hhv",
    "unknown-name <hw> There is no column hw in fuels. Did you mean hv?",
  ],
  [
    "fuel[main_fuel, first_year].hv",
    "unit: GJ.hhv",
    "unknown-name <fuel> There is no table fuel. Did you mean fuels?",
  ],
  [
    "fuels[main_fuel].hv",
    "unit: GJ.hhv",
    "key-count <fuels[main_fuel].hv> fuels has 2 keys (fuel, year), but here is 1.",
  ],
  [
    "fuels[first_year, main_fuel].cef",
    "unit: t-CO2/GJ.hhv",
    "type-mismatch <first_year> This should be a member of fuel, but it is a fiscal year. | type-mismatch <main_fuel> This should be a fiscal year, but it is a member of fuel.",
  ],
  [
    "note == note",
    "type: boolean",
    "text-in-formula <note> note is text, and text cannot be used in a formula. | text-in-formula <note> note is text, and text cannot be used in a formula.",
  ],
  [
    "summ(years, yearly)",
    "unit: GJ",
    "unknown-name <summ> There is no function summ. Did you mean sum?",
  ],
  [
    "heat.tall",
    "unit: m",
    "not-a-pointer <heat> heat does not point at an item, so nothing can be read through it.",
  ],
  [
    "plot.tal",
    "unit: m, per: burners",
    "unknown-name <tal> There is no value tal in plots. Did you mean tall?",
  ],
  ["plot.use", "unit: m, per: burners", "unknown-name <use> There is no value use in plots."],
  [
    "sum(burners, sum(pumps, size))",
    "unit: kW",
    "name-ambiguous <size> size could be burners.size or pumps.size here. Write which one is meant.",
  ],
  [
    "part.middle",
    "unit: m, per: parts",
    "part-of-part <part.middle> Of a part there are part.start, part.end and part.days.",
  ],
  [
    "part.days",
    "unit: day",
    "axis-missing <part.days> part.days is known only per parts. Say per: parts, or use a function such as sum(parts, …).",
  ],
  [
    "year",
    "type: fiscal_year",
    "axis-missing <year> year is known only per years. Say per: years, or use a function such as sum(years, …).",
  ],
  [
    "known(heat + heat)",
    "type: boolean",
    "known-of-other <heat + heat> known() takes an input, a field or a cell of a table.",
  ],
  [
    "known(yearly)",
    "type: boolean, per: years",
    "known-of-other <yearly> known() takes an input, a field or a cell of a table.",
  ],
  [
    "curves[grade = height, 10 [yr]].grade",
    "type: enum grade",
    "inverse-undeclared <grade> curves gives no grade from grade; it gives grade from height, in the place of that key.",
  ],
  [
    "curves[grade.good, height = height].age",
    "unit: yr",
    "inverse-undeclared <height> curves gives no age from height; it gives grade from height, in the place of that key.",
  ],
  [
    "fuels[hv = heat, first_year].fuel",
    "type: enum fuel",
    "inverse-undeclared <hv> fuels is not read backwards. Declare inverse: { fuel: { from: hv, choose: … } }.",
  ],
];

/** Sections after the head of a file, and what is told of them: place, code, the characters meant, and the sentence. */
const files: readonly (readonly [subject: string, text: string, told: readonly string[]])[] = [
  [
    "a formula with the id of an input",
    `inputs: { mass: { type: quantity t, label: { ja: あ, en: A } } }
outputs: { mass: { main: true } }
formulas: { mass: { unit: t, expr: mass } }
`,
    [
      "9:13 name-taken <mass>: mass is already the name of an input. Give this another name.",
      "8:12 unknown-name <mass>: There is no formula mass.",
    ],
  ],
  [
    "a constant with the id of a table",
    `inputs: { mass: { type: quantity t, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
tables: { k: { key: { at: number t }, columns: { v: t }, rows: [{ at: 1, v: 2 }] } }
constants: { k: { value: 1, unit: t } }
`,
    ["11:14 name-taken <k>: k is already the name of a table. Give this another name."],
  ],
  [
    "a field with the id of a formula",
    `inputs: { mass: { type: quantity t, label: { ja: あ, en: A } }, plots: { type: list, min_items: 0, max_items: 1, label: { ja: あ, en: A }, item: { total: { type: boolean, label: { ja: あ, en: A } } } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
`,
    ["7:146 name-taken <total>: total is already the name of a formula. Give this another name."],
  ],
  [
    "fields of two lists may share an id",
    `inputs: { mass: { type: quantity t, label: { ja: あ, en: A } }, a: { type: list, min_items: 0, max_items: 1, label: { ja: あ, en: A }, item: { x: { type: boolean, label: { ja: あ, en: A } } } }, b: { type: list, min_items: 0, max_items: 1, label: { ja: あ, en: A }, item: { x: { type: boolean, label: { ja: あ, en: A } } } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
`,
    [],
  ],
  [
    "reserved words",
    `inputs: { year: { type: quantity t, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: "1 [t]" }, sum: { unit: t, expr: "1 [t]" } }
`,
    [
      "7:11 name-reserved <year>: year is a word of the language. Give this another name.",
      "9:48 name-reserved <sum>: sum is a word of the language. Give this another name.",
    ],
  ],
  [
    "an enum with the id of a list",
    `enums: { a: { x: { ja: あ, en: A } } }
inputs: { mass: { type: quantity t, label: { ja: あ, en: A } }, a: { type: list, min_items: 0, max_items: 1, label: { ja: あ, en: A }, item: { x: { type: boolean, label: { ja: あ, en: A } } } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
`,
    ["8:64 name-taken <a>: a is already the name of an enum. Give this another name."],
  ],
  [
    "an enum may have the id of an input",
    `enums: { a: { x: { ja: あ, en: A } } }
inputs: { mass: { type: quantity t, label: { ja: あ, en: A } }, a: { type: enum a, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
`,
    [],
  ],
  [
    "a condition with the id of a formula",
    `inputs: { mass: { type: quantity t, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
conditions: { total: { effect: warn, expr: "mass > 0 [t]" } }
`,
    ["10:15 name-taken <total>: total is already the name of a formula. Give this another name."],
  ],
  [
    "an axis that is also a value",
    `enums: { a: { x: { ja: あ, en: A } } }
inputs: { mass: { type: quantity t, label: { ja: あ, en: A } }, a: { type: enum a, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { per: a, unit: t, expr: mass }, other: { unit: t, expr: "sum(a, total)" } }
`,
    [
      "10:27 axis-name-taken <a>: a is both an enum and a value, so as an axis it would be two things. Rename one of them.",
      "10:82 axis-name-taken <a>: a is both an enum and a value, so as an axis it would be two things. Rename one of them.",
    ],
  ],
  [
    "parts of enums",
    `enums: { a: { x: { ja: あ, en: A }, y: { ja: あ, en: A } }, b: { of: a, members: [x, z] }, c: { of: b, members: [x] }, e: { of: aa, members: [x] } }
inputs: { mass: { type: quantity t, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
`,
    [
      "7:84 unknown-name <z>: There is no member z in a.",
      "7:99 part-of-part-enum <b>: b is itself a part. Let c be a part of the whole enum.",
      "7:127 unknown-name <aa>: There is no enum aa. Did you mean a?",
    ],
  ],
  [
    "groups that are not there",
    `groups: { basic: { ja: あ, en: A } }
inputs: { mass: { type: quantity t, group: basics, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
`,
    ["8:44 unknown-name <basics>: There is no group basics. Did you mean basic?"],
  ],
  [
    "renamed",
    `renamed: { mass: mass, weight: mas, old: mass }
inputs: { mass: { type: quantity t, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
`,
    [
      "7:12 renamed-in-use <mass>: mass is still in use, so it cannot be an old name.",
      "7:32 unknown-name <mas>: There is no input mas. Did you mean mass?",
    ],
  ],
  [
    "keys and columns of tables",
    `inputs: { mass: { type: quantity t, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
enums: { way: { near: { ja: あ, en: A }, far: { ja: あ, en: A } } }
tables:
  k:
    key: { a: wey, b: interval kg, c: number kgg }
    columns: { v: tt, w: enum wey, x: { type: item k }, y: { unit: t, type: date }, b: t }
    rows: []
`,
    [
      "13:15 unknown-name <wey>: There is no key wey. Did you mean way?",
      "13:23 includes-missing <interval kg>: b is an interval. Say includes: lower or includes: upper for the ends.",
      "13:46 unknown-unit <kgg>: There is no unit kgg. Did you mean kg?",
      "14:19 unknown-unit <tt>: There is no unit tt. Did you mean t?",
      "14:31 unknown-name <wey>: There is no enum wey. Did you mean way?",
      "14:47 unknown-type <item k>: item k is not a type that can stand here.",
      "14:57 unit-or-type <y>: y should have one of unit and type.",
      "14:85 name-taken <b>: b is already the name of a key. Give this another name.",
    ],
  ],
  [
    "cells of members",
    `inputs: { mass: { type: quantity t, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
enums: { way: { near: { ja: あ, en: A }, far: { ja: あ, en: A } } }
tables:
  k:
    key: { a: way }
    columns: { v: t, w: enum way }
    rows: [{ a: nere, v: 1, w: farr }, { a: [far, "*"], v: [1, 2], w: near }]
`,
    [
      "15:17 unknown-name <nere>: There is no member nere in way. Did you mean near?",
      "15:32 unknown-name <farr>: There is no member farr in way. Did you mean far?",
      '15:51 unknown-name <"*">: There is no member * in way.',
      "15:57 cell-list <v>: A cell of v holds one value, not a list.",
    ],
  ],
];

describe("names", async () => {
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
