import { describe, expect, it } from "vitest";
import { tried } from "../../support/boilers.ts";
import { errors, head } from "../../support/checked.ts";

const right: readonly (readonly [expression: string, said: string, becomes: string])[] = [
  ["yearly", "unit: GJ, per: parts", "yearly"],
  ["sum(parts, pieces)", "unit: day, per: years", "sum(parts, pieces)"],
  ["sum(years, sum(parts, pieces))", "unit: day", "sum(years, sum(parts, pieces))"],
  [
    "sum(pumps, sum(parts, pumped))",
    "unit: kWh, per: years",
    "sum(pumps, sum(parts, ?pumps.pumped))",
  ],
  ["sum(parts, pumped)", "unit: kWh, per: [pumps, years]", "sum(parts, ?pumps.pumped)"],
  ["sum(burners, worth)", "unit: GJ.hhv, per: years", "sum(burners, worth)"],
  ["sum(deliveries, load)", "unit: t, per: years", "sum(deliveries, ?deliveries.load)"],
  [
    "sum(deliveries, load where year == since)",
    "unit: t",
    "sum(deliveries, ?deliveries.load where (fiscal_year(?deliveries.delivered) == ?since))",
  ],
  ["any(route, by_route)", "type: boolean, per: burners", "any(route, ?burners.by_route)"],
  [
    "sum(burners, worth where burns == fuel)",
    "unit: GJ.hhv, per: [fuel, years]",
    "sum(burners, worth where (?burners.burns == @fuel))",
  ],
  ["by_fuel", "unit: t, per: fuel", "?by_fuel"],
  ["count(plots)", 'unit: "1"', "count(plots)"],
  ["water", "unit: m3, per: parts", "?water"],
];

const wrong: readonly (readonly [expression: string, said: string, becomes: string])[] = [
  [
    "yearly",
    "unit: GJ",
    "axis-missing <yearly> yearly is known only per years. Say per: years, or use a function such as sum(years, …).",
  ],
  [
    "pieces",
    "unit: day, per: years",
    "axis-missing <pieces> pieces is known only per parts. Say per: parts, or use a function such as sum(parts, …).",
  ],
  [
    "worth",
    "unit: GJ.hhv, per: years",
    "axis-missing <worth> worth is known only per burners. Say per: burners, or use a function such as sum(burners, …).",
  ],
  [
    "worth",
    "unit: GJ.hhv, per: burners",
    "axis-missing <worth> worth is known only per years. Say per: years, or use a function such as sum(years, …).",
  ],
  [
    "sum(years, yearly)",
    "unit: GJ, per: years",
    "axis-own <years> years is at hand here, one at a time, so sum cannot run over it.",
  ],
  [
    "sum(years, yearly)",
    "unit: GJ, per: parts",
    "axis-own <years> years is at hand here, one at a time, so sum cannot run over it.",
  ],
  [
    "sum(parts, pieces)",
    "unit: day, per: parts",
    "axis-own <parts> parts is at hand here, one at a time, so sum cannot run over it.",
  ],
  [
    "sum(burners, size)",
    "unit: kW, per: burners",
    "axis-own <burners> burners is at hand here, one at a time, so sum cannot run over it.",
  ],
  [
    "sum(parts, sum(pumps, pumped))",
    "unit: kWh",
    "parts-differ <pumped> Each item of pumps has parts of its own, and these are others. Take pumped together with sum(parts, …) inside its item.",
  ],
  [
    "sum(pumps, pumped)",
    "unit: kWh, per: parts",
    "parts-differ <pumped> Each item of pumps has parts of its own, and these are others. Take pumped together with sum(parts, …) inside its item.",
  ],
  [
    "pieces",
    "unit: day, per: [pumps, parts]",
    "parts-differ <pieces> Each item of pumps has parts of its own, and these are others. Take pieces together with sum(parts, …) inside its item.",
  ],
  [
    "sum(deliveries, load)",
    "unit: t, per: parts",
    "dated-under-parts <deliveries> Items of deliveries are of a year, not of a part. Use them per: years.",
  ],
  [
    "sum(fuels, load)",
    "unit: t",
    "unknown-name <fuels> There is no axis fuels. Did you mean fuel?",
  ],
  [
    "sum(burner, size)",
    "unit: kW",
    "unknown-name <burner> There is no axis burner. Did you mean burners?",
  ],
  [
    "sum(2, size)",
    "unit: kW",
    "axis-expected <2> The first argument of sum is the name of a list or enum, years or parts.",
  ],
  [
    "sum(burners)",
    "unit: kW",
    "argument-count <sum(burners)> sum takes 2 arguments, but here is 1.",
  ],
  [
    "by_fuel",
    "unit: t",
    "axis-missing <by_fuel> by_fuel is known only per fuel. Say per: fuel, or use a function such as sum(fuel, …).",
  ],
  [
    "1",
    'unit: "1", per: [burners, plots]',
    "two-lists <plots> A value is per one list at most, but here are burners and plots.",
  ],
  [
    "1",
    'unit: "1", per: [years, parts]',
    "years-and-parts <parts> A value is per years or per parts, not both. A part lies in one year.",
  ],
  ["1", 'unit: "1", per: [years, years]', "axis-twice <years> years is named twice."],
  [
    "1",
    'unit: "1", per: yeers',
    "unknown-name <yeers> There is no axis yeers. Did you mean years?",
  ],
  [
    "1",
    'unit: "1", per: [deliveries, years]',
    "dated-per-time <years> Each item of deliveries has a year of its own, so it has no values per year or part.",
  ],
  [
    "plot.pumped",
    "unit: kWh, per: [burners, parts]",
    "unknown-name <pumped> There is no value pumped in plots.",
  ],
];

/** Sections after the head of a file, and what is told of them: place, code, the characters meant, and the sentence. */
const files: readonly (readonly [subject: string, text: string, told: readonly string[]])[] = [
  [
    "time of inputs",
    `period: { cut: [{ at: fiscal_year }] }
inputs: { mass: { type: quantity t, label: { ja: あ, en: A } }, two: { type: quantity t, per: years, holds: throughout, label: { ja: あ, en: A } }, flag: { type: boolean, label: { ja: あ, en: A } }, date: { type: date, apportion: days, label: { ja: あ, en: A } }, spread: { type: quantity t, apportion: days, label: { ja: あ, en: A } }, days: { type: list, min_items: 0, max_items: 1, dated: on, label: { ja: あ, en: A }, item: { on: { type: date, label: { ja: あ, en: A } }, much: { type: quantity t, label: { ja: あ, en: A } }, yearly: { type: quantity t, per: years, label: { ja: あ, en: A } }, held: { type: quantity t, holds: throughout, label: { ja: あ, en: A } } } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: spread } }
`,
    [
      "8:556 dated-per-time <years>: Each item of days has a year of its own, so it has no values per year or part.",
      "8:11 time-missing <mass>: The period is cut, so mass should say per: years, per: parts, apportion: days or holds: throughout.",
      "8:64 time-twice <two>: two says per: years and holds: throughout; it should say one of them.",
      "8:217 quantity-only <apportion>: apportion belongs to quantities only.",
      "8:616 dated-per-time <holds>: Each item of days has a year of its own, so it has no values per year or part.",
    ],
  ],
  [
    "time without a period",
    `inputs: { mass: { type: quantity t, holds: throughout, label: { ja: あ, en: A } }, yearly: { type: quantity t, per: years, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
`,
    [
      "7:116 period-missing <years>: years needs a period that is cut. Add period: { cut: [{ at: fiscal_year }] }.",
      "7:37 period-missing <holds>: holds: throughout needs a period that is cut. Add period: { cut: [{ at: fiscal_year }] }.",
    ],
  ],
  [
    "meters",
    `period: { cut: [{ at: fiscal_year }] }
inputs: { mass: { type: quantity t, holds: throughout, meter: cumulative, label: { ja: あ, en: A } }, flag: { type: boolean, per: years, meter: cumulative, label: { ja: あ, en: A } }, right: { type: quantity t, per: parts, meter: cumulative, between: days, turns_at: 9999, label: { ja: あ, en: A } }, without: { type: quantity t, per: parts, between: days, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
`,
    [
      "8:56 meter-per-time <meter>: A meter gives the amount of a piece of time. Add per: parts or per: years to mass.",
      "8:137 quantity-only <meter>: meter belongs to quantities only.",
      "8:340 meter-missing <between>: between belongs to a meter. Add meter: cumulative.",
    ],
  ],
  [
    "lists",
    `inputs: { mass: { type: quantity t, label: { ja: あ, en: A } }, a: { type: list, min_items: 2, max_items: 1, label: { ja: あ, en: A }, item: { x: { type: boolean, label: { ja: あ, en: A } } } }, b: { type: list, min_items: some, max_items: 1, dated: onn, label: { ja: あ, en: A }, item: { on: { type: date, label: { ja: あ, en: A } }, me: { type: item b, label: { ja: あ, en: A } } } }, c: { type: list, min_items: 0, max_items: 1, dated: x, label: { ja: あ, en: A }, item: { x: { type: boolean, label: { ja: あ, en: A } } } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
`,
    [
      "7:106 list-bounds <1>: A list of at least 2 and at most 1 items cannot be filled in.",
      "7:221 not-a-count <some>: some should be a whole number.",
      "7:248 unknown-name <onn>: There is no field onn in b. Did you mean on?",
      "7:343 pointer-to-own <item b>: An item of b cannot point at another of its list.",
      "7:434 dated-by <x>: x should be a date or a fiscal year to date an item.",
    ],
  ],
  [
    "cuts",
    `period: { cut: [{ after: [1 yr, 6 month], of: on }, { after: [1 week], of: mass }, { after: [1 yr], of: plots.on }, { after: [1 yr], of: nothing }] }
inputs: { mass: { type: quantity t, holds: throughout, label: { ja: あ, en: A } }, on: { type: date, label: { ja: あ, en: A } }, plots: { type: list, min_items: 0, max_items: 1, label: { ja: あ, en: A }, item: { start: { type: date, label: { ja: あ, en: A } } } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
`,
    [
      "7:33 cuts-order <6 month>: 6 month should come before the longer terms.",
      "7:63 not-a-term <1 week>: 1 week should be a whole number of day, month or yr, such as 30 month.",
      "7:76 type-mismatch <mass>: This should be a date, but it is a quantity in t.",
      "7:111 unknown-name <on>: There is no value on in plots.",
      "7:138 unknown-name <nothing>: There is no value nothing.",
      "7:11 period-without-years <cut>: A part lies in one fiscal year, so a period is cut at fiscal years. Add { at: fiscal_year }.",
    ],
  ],
];

describe("axes", async () => {
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
