import { describe, expect, it } from "vitest";
import { faults, issues, result, shared, value, warnings } from "../../support/format.ts";

/** The section “Tables” of the format, from text to result. */

describe("keys", () => {
  const table = (said: string, asked: string, rest = "") => `
enums: { fuel: [oil, gas, coal], grade: { ordered: true, members: [low, high] } }
${rest}
tables: { t: { ${said} } }
inputs: { fuel: { type: enum fuel }, n: { type: quantity yr }, d: { type: date }, y: { type: fiscal_year }, c: { type: quantity °C } }
formulas: { x: { unit: t, expr: "t[${asked}].v" } }`;

  it.each([
    [
      "a member",
      "key: { fuel: fuel }, columns: { v: t }, rows: [{ fuel: oil, v: 1 }, { fuel: [gas, coal], v: 2 }]",
      "fuel",
      { fuel: "oil" },
      "1 t",
    ],
    [
      "a list of members",
      "key: { fuel: fuel }, columns: { v: t }, rows: [{ fuel: oil, v: 1 }, { fuel: [gas, coal], v: 2 }]",
      "fuel",
      { fuel: "coal" },
      "2 t",
    ],
    [
      "any member",
      "key: { fuel: fuel }, columns: { v: t }, rows: [{ fuel: oil, v: 1 }, { fuel: '*', v: 2 }]",
      "fuel",
      { fuel: "gas" },
      "2 t",
    ],
    [
      "a member written out",
      "key: { fuel: fuel }, columns: { v: t }, rows: [{ fuel: oil, v: 1 }, { fuel: '*', v: 2 }]",
      "fuel.oil",
      {},
      "1 t",
    ],
    [
      "a year",
      "key: { year: fiscal_year }, columns: { v: t }, rows: [{ year: 2013..2015, v: 1 }, { year: 2016..2040, v: 2 }]",
      "y",
      { y: "FY2015" },
      "1 t",
    ],
    [
      "the last year of a range",
      "key: { year: fiscal_year }, columns: { v: t }, rows: [{ year: 2013..2015, v: 1 }, { year: 2016..2040, v: 2 }]",
      "y",
      { y: "FY2040" },
      "2 t",
    ],
    [
      "the first year of a range",
      "key: { year: fiscal_year }, columns: { v: t }, rows: [{ year: 1950..2015, v: 1 }, { year: 2016, v: 2 }]",
      "y",
      { y: "FY1950" },
      "1 t",
    ],
    [
      "a printed number",
      "key: { age: number yr }, columns: { v: t }, rows: [{ age: 10, v: 1 }, { age: 20, v: 2 }]",
      "n",
      { n: "20 yr" },
      "2 t",
    ],
    [
      "a printed number in another unit",
      "key: { age: number yr }, columns: { v: t }, rows: [{ age: 10, v: 1 }, { age: 20, v: 2 }]",
      "n",
      { n: "120 month" },
      "1 t",
    ],
    [
      "the lower end of an interval",
      "key: { age: interval yr }, includes: lower, columns: { v: t }, rows: [{ age: 0..10, v: 1 }, { age: 10.., v: 2 }]",
      "n",
      { n: "10 yr" },
      "2 t",
    ],
    [
      "the upper end of an interval",
      "key: { age: interval yr }, includes: upper, columns: { v: t }, rows: [{ age: 0..10, v: 1 }, { age: 10.., v: 2 }]",
      "n",
      { n: "10 yr" },
      "1 t",
    ],
    [
      "just above the upper end",
      "key: { age: interval yr }, includes: upper, columns: { v: t }, rows: [{ age: 0..10, v: 1 }, { age: 10.., v: 2 }]",
      "n",
      { n: "10.0000000001 yr" },
      "2 t",
    ],
    [
      "an interval open below",
      "key: { at: interval °C }, includes: lower, columns: { v: t }, rows: [{ at: ..0, v: 1 }, { at: 0..100, v: 2 }, { at: 100.., v: 3 }]",
      "c",
      { c: "-273 °C" },
      "1 t",
    ],
    [
      "the end of an interval open below",
      "key: { at: interval °C }, includes: upper, columns: { v: t }, rows: [{ at: 0..100, v: 2 }, { at: ..0, v: 1 }]",
      "c",
      { c: "0 °C" },
      "1 t",
    ],
    [
      "days before any",
      "key: { day: interval date }, includes: lower, columns: { v: t }, rows: [{ day: ..2021-01-01, v: 1 }, { day: 2021-01-01.., v: 2 }]",
      "d",
      { d: "1950-01-01" },
      "1 t",
    ],
    [
      "an interval of days",
      "key: { day: interval date }, includes: lower, columns: { v: t }, rows: [{ day: 2020-01-01..2021-01-01, v: 1 }, { day: 2021-01-01.., v: 2 }]",
      "d",
      { d: "2021-01-01" },
      "2 t",
    ],
    [
      "the day before",
      "key: { day: interval date }, includes: lower, columns: { v: t }, rows: [{ day: 2020-01-01..2021-01-01, v: 1 }, { day: 2021-01-01.., v: 2 }]",
      "d",
      { d: "2020-12-31" },
      "1 t",
    ],
    [
      "degrees",
      "key: { at: interval °C }, includes: lower, columns: { v: t }, rows: [{ at: -10..0, v: 1 }, { at: 0..100, v: 2 }]",
      "c",
      { c: "-5 °C" },
      "1 t",
    ],
    [
      "no degrees at all",
      "key: { at: interval °C }, includes: lower, columns: { v: t }, rows: [{ at: -10..0, v: 1 }, { at: 0..100, v: 2 }]",
      "c",
      { c: "0 ℃" },
      "2 t",
    ],
    [
      "an interval that is clamped below",
      "key: { age: interval yr }, includes: lower, outside: { age: clamp }, columns: { v: t }, rows: [{ age: 5..10, v: 1 }, { age: 10..20, v: 2 }]",
      "n",
      { n: "1 yr" },
      "1 t",
    ],
    [
      "an interval that is clamped above",
      "key: { age: interval yr }, includes: lower, outside: { age: clamp }, columns: { v: t }, rows: [{ age: 5..10, v: 1 }, { age: 10..20, v: 2 }]",
      "n",
      { n: "20 yr" },
      "2 t",
    ],
    [
      "a number between",
      "key: { age: number yr }, interpolate: { age: linear }, columns: { v: t }, rows: [{ age: 10, v: 1 }, { age: 13, v: 2 }]",
      "n",
      { n: "11 yr" },
      "4/3 t",
    ],
    [
      "a number that is printed",
      "key: { age: number yr }, interpolate: { age: linear }, columns: { v: t }, rows: [{ age: 10, v: 1 }, { age: 13, v: 2 }]",
      "n",
      { n: "13 yr" },
      "2 t",
    ],
    [
      "a number that is clamped",
      "key: { age: number yr }, interpolate: { age: linear }, outside: { age: clamp }, columns: { v: t }, rows: [{ age: 10, v: 1 }, { age: 13, v: 2 }]",
      "n",
      { n: "99 yr" },
      "2 t",
    ],
    [
      "a number that is clamped without interpolating",
      "key: { age: number yr }, outside: { age: clamp }, columns: { v: t }, rows: [{ age: 10, v: 1 }, { age: 13, v: 2 }]",
      "n",
      { n: "9 yr" },
      "1 t",
    ],
  ])("find %s", async (_, said, asked, given, expected) => {
    expect(await value(table(said, asked), given)).toBe(expected);
  });

  it.each([
    [
      "a year that is not there",
      "key: { year: fiscal_year }, on_missing_year: error, columns: { v: t }, rows: [{ year: 2013..2015, v: 1 }, { year: 2017, v: 2 }]",
      "y",
      { y: "FY2016" },
      "failed no-row-for-year",
    ],
    [
      "a number that is not printed",
      "key: { age: number yr }, columns: { v: t }, rows: [{ age: 10, v: 1 }, { age: 20, v: 2 }]",
      "n",
      { n: "15 yr" },
      "failed key-not-printed",
    ],
    [
      "below all intervals",
      "key: { age: interval yr }, includes: lower, columns: { v: t }, rows: [{ age: 5..10, v: 1 }]",
      "n",
      { n: "4 yr" },
      "failed key-outside",
    ],
    [
      "the end that is not in",
      "key: { age: interval yr }, includes: lower, columns: { v: t }, rows: [{ age: 5..10, v: 1 }]",
      "n",
      { n: "10 yr" },
      "failed key-outside",
    ],
    [
      "the beginning that is not in",
      "key: { age: interval yr }, includes: upper, columns: { v: t }, rows: [{ age: 5..10, v: 1 }]",
      "n",
      { n: "5 yr" },
      "failed key-outside",
    ],
    [
      "beyond all numbers",
      "key: { age: number yr }, interpolate: { age: linear }, columns: { v: t }, rows: [{ age: 10, v: 1 }, { age: 13, v: 2 }]",
      "n",
      { n: "14 yr" },
      "failed key-outside",
    ],
    [
      "a clamp that errs",
      "key: { age: number yr }, interpolate: { age: linear }, outside: { age: error }, columns: { v: t }, rows: [{ age: 10, v: 1 }, { age: 13, v: 2 }]",
      "n",
      { n: "9 yr" },
      "failed key-outside",
    ],
  ])("do not find %s", async (_, said, asked, given, expected) => {
    expect(await value(table(said, asked), given)).toBe(expected);
  });

  it.each([
    [
      "another enum",
      "key: { fuel: fuel }, columns: { v: t }, rows: [{ fuel: '*', v: 1 }]",
      "grade.low",
      ["type-mismatch <grade.low>"],
    ],
    [
      "too few keys",
      "key: { fuel: fuel, year: fiscal_year }, columns: { v: t }, rows: [{ fuel: '*', year: '2013..2040', v: 1 }]",
      "fuel",
      ["key-count <t[fuel].v>"],
    ],
    [
      "too many keys",
      "key: { fuel: fuel }, columns: { v: t }, rows: [{ fuel: '*', v: 1 }]",
      "fuel, y",
      ["key-count <t[fuel, y].v>"],
    ],
    [
      "keys in another order",
      "key: { fuel: fuel, year: fiscal_year }, columns: { v: t }, rows: [{ fuel: '*', year: '2013..2040', v: 1 }]",
      "y, fuel",
      ["type-mismatch <y>", "type-mismatch <fuel>"],
    ],
    [
      "a unit that does not fit",
      "key: { age: number yr }, columns: { v: t }, rows: [{ age: 10, v: 1 }]",
      "2 [kg]",
      ["unit-mismatch <2 [kg]>"],
    ],
  ])("are refused where they are %s", async (_, said, asked, expected) => {
    expect(await issues(table(said, asked))).toEqual(expected);
  });

  it.each([
    [
      "a year between",
      "key: { year: fiscal_year }, columns: { v: t }, rows: [{ year: 2013, v: 1 }, { year: 2016..2040, v: 2 }]",
      "y",
      "year-gap",
    ],
    [
      "a member",
      "key: { fuel: fuel }, columns: { v: t }, rows: [{ fuel: oil, v: 1 }]",
      "fuel",
      "rows-missing",
    ],
  ])("are warned of where they miss %s", async (_, said, asked, expected) => {
    expect((await warnings(table(said, asked))).map((one) => one.split(" ")[0])).toContain(
      expected,
    );
  });

  it.each([
    [
      "a gap of intervals",
      "key: { age: interval yr }, includes: lower, columns: { v: t }, rows: [{ age: 0..10, v: 1 }, { age: 20.., v: 2 }]",
      "n",
      ["interval-gap <20..>"],
    ],
    [
      "an overlap of intervals",
      "key: { age: interval yr }, includes: lower, columns: { v: t }, rows: [{ age: 0..10, v: 1 }, { age: 5.., v: 2 }]",
      "n",
      ["rows-overlap <5..>"],
    ],
    [
      "an overlap of years",
      "key: { year: fiscal_year }, columns: { v: t }, rows: [{ year: 2013..2016, v: 1 }, { year: 2016..2040, v: 2 }]",
      "y",
      ["rows-overlap <2016..2040>"],
    ],
    [
      "an overlap of members",
      "key: { fuel: fuel }, columns: { v: t }, rows: [{ fuel: oil, v: 1 }, { fuel: [oil, gas, coal], v: 2 }]",
      "fuel",
      ["rows-overlap <{>"],
    ],
    [
      "an interval without ends",
      "key: { age: interval yr }, columns: { v: t }, rows: [{ age: 0.., v: 1 }]",
      "n",
      ["includes-missing <interval yr>"],
    ],
    [
      "an interval open below that meets another",
      "key: { age: interval yr }, includes: lower, columns: { v: t }, rows: [{ age: ..10, v: 1 }, { age: 5..20, v: 2 }]",
      "n",
      ["rows-overlap <5..20>"],
    ],
    [
      "two intervals open below",
      "key: { age: interval yr }, includes: lower, columns: { v: t }, rows: [{ age: ..10, v: 1 }, { age: ..5, v: 2 }]",
      "n",
      ["rows-overlap <..5>"],
    ],
    [
      "a gap after an interval open below",
      "key: { age: interval yr }, includes: lower, columns: { v: t }, rows: [{ age: ..0, v: 1 }, { age: 10.., v: 2 }]",
      "n",
      ["interval-gap <10..>"],
    ],
    [
      "an interval without any end",
      "key: { age: interval yr }, includes: lower, columns: { v: t }, rows: [{ age: .., v: 1 }]",
      "n",
      ["key-not-read <..>"],
    ],
    [
      "years without a last one",
      "key: { year: fiscal_year }, columns: { v: t }, rows: [{ year: 2013.., v: 1 }]",
      "y",
      ["key-not-read <2013..>"],
    ],
    [
      "years without a first one",
      "key: { year: fiscal_year }, columns: { v: t }, rows: [{ year: ..2013, v: 1 }]",
      "y",
      ["key-not-read <..2013>"],
    ],
    [
      "an interval the wrong way",
      "key: { age: interval yr }, includes: lower, columns: { v: t }, rows: [{ age: 10..0, v: 1 }]",
      "n",
      ["range-reversed <10..0>"],
    ],
    [
      "a member nobody knows",
      "key: { fuel: fuel }, columns: { v: t }, rows: [{ fuel: wood, v: 1 }, { fuel: '*', v: 1 }]",
      "fuel",
      ["unknown-name <wood>"],
    ],
    [
      "no figure",
      "key: { fuel: fuel }, columns: { v: t }, rows: [{ fuel: '*', v: some }]",
      "fuel",
      ["cell-not-read <some>"],
    ],
    [
      "an interpolated enum",
      "key: { fuel: fuel }, interpolate: { fuel: linear }, columns: { v: t }, rows: [{ fuel: '*', v: 1 }]",
      "fuel",
      ["key-not-number <fuel>"],
    ],
    [
      "a number twice",
      "key: { age: number yr }, columns: { v: t }, rows: [{ age: 10, v: 1 }, { age: 10.0, v: 2 }]",
      "n",
      ["rows-overlap <{>"],
    ],
  ])("are refused with %s", async (_, said, asked, expected) => {
    expect(await issues(table(said, asked))).toEqual(expected);
  });
});

describe("*", () => {
  const three = (asked: string) => `
enums: { a: [a1, a2], b: [b1, b2], c: [c1, c2] }
tables:
  t:
    key: { a: a, b: b, c: c }
    columns: { v: t }
    rows:
      - { a: "*", b: "*", c: "*", v: 1 }
      - { a: "*", b: "*", c: c1, v: 2 }
      - { a: "*", b: b1, c: "*", v: 3 }
      - { a: a1, b: "*", c: "*", v: 4 }
      - { a: "*", b: b1, c: c1, v: 5 }
      - { a: a1, b: "*", c: c1, v: 6 }
      - { a: a1, b: b1, c: "*", v: 7 }
formulas: { x: { unit: t, expr: "t[${asked}].v" } }`;

  it.each([
    ["a.a2, b.b2, c.c2", "1 t"],
    ["a.a2, b.b2, c.c1", "2 t"],
    ["a.a2, b.b1, c.c2", "3 t"],
    ["a.a1, b.b2, c.c2", "4 t"],
    ["a.a2, b.b1, c.c1", "5 t"],
    ["a.a1, b.b2, c.c1", "6 t"],
    ["a.a1, b.b1, c.c1", "7 t"],
    ["a.a1, b.b1, c.c2", "7 t"],
  ])("gives way to an explicit cell, key by key from the left: %s", async (asked, expected) => {
    expect(await value(three(asked))).toBe(expected);
  });

  it("is looked for key by key, even where the row on the left stands alone", async () => {
    const fragment = `
enums: { a: [a1, a2], b: [b1, b2], c: [c1, c2] }
tables:
  t:
    key: { a: a, b: b, c: c }
    columns: { v: t }
    rows: [{ a: a1, b: "*", c: "*", v: 1 }, { a: "*", b: b1, c: c1, v: 2 }, { a: "*", b: "*", c: "*", v: 3 }]
formulas: { x: { unit: t, expr: "t[a.a1, b.b1, c.c1].v" } }`;
    expect(await value(fragment)).toBe("1 t");
  });
});

describe("symmetric", () => {
  const roads = (from: string, to: string, said = "symmetric: [from, to]", more = "") =>
    `
enums: { town: [sendai, kochi, otsu], fuel: [oil, gas] }
tables:
  roads:
    key: { from: town, to: town }
    ${said}
    columns: { km: km }
    rows: [{ from: sendai, to: kochi, km: 900 }, { from: sendai, to: otsu, km: 640 }${more}]
inputs: { km: { type: quantity km, when: "not known(roads[town.${from}, town.${to}].km)" } }
formulas:
  x:
    unit: km
    cases:
      - { when: "known(roads[town.${from}, town.${to}].km)", then: "roads[town.${from}, town.${to}].km" }
      - { otherwise: km }`;

  it.each([
    ["sendai", "kochi", "900 km"],
    ["kochi", "sendai", "900 km"],
    ["otsu", "sendai", "640 km"],
  ])("counts both ways: %s to %s", async (from, to, expected) => {
    expect(await value(roads(from, to))).toBe(expected);
  });

  it("asks for what is not there", async () => {
    expect(await value(roads("kochi", "otsu"))).toBe("missing");
    expect(await value(roads("kochi", "otsu"), { km: "300 km" })).toBe("300 km");
  });

  it("does not use what is there already", async () => {
    const { ignored } = await result(roads("kochi", "sendai"), { km: "300 km" });
    expect(ignored).toEqual([{ input: "km", at: {} }]);
  });

  it.each([
    [
      "a pair that is there both ways",
      "symmetric: [from, to]",
      ", { from: kochi, to: sendai, km: 900 }",
      ["rows-overlap <{>"],
    ],
    ["one key", "symmetric: [from]", "", ["symmetric-pair <symmetric>"]],
    ["a key that is not there", "symmetric: [from, via]", "", ["symmetric-pair <symmetric>"]],
  ])("is refused with %s", async (_, said, more, expected) => {
    expect(await issues(roads("kochi", "sendai", said, more))).toEqual(expected);
  });
});

describe("slope_of", () => {
  const yields = (age: string, includes = "lower", said = "") => `
tables:
  t:
    key: { age: number yr }
    ${said === "" ? "" : said}
    interpolate: { age: linear }
    columns: { volume: m3, growth: { unit: m3/yr, slope_of: volume, along: age, includes: ${includes} } }
    rows: [{ age: 10, volume: 5 }, { age: 20, volume: 25 }, { age: 30, volume: 55 }]
inputs: { age: { type: quantity yr } }
formulas: { x: { unit: m3/yr, expr: "t[${age}].growth" } }`;

  it.each([
    ["lower", "10 yr", "2 m3/yr"],
    ["lower", "15 yr", "2 m3/yr"],
    ["lower", "20 yr", "3 m3/yr"],
    ["lower", "29.99 yr", "3 m3/yr"],
    ["lower", "30 yr", "failed slope-at-end"],
    ["lower", "9 yr", "failed key-outside"],
    ["upper", "10 yr", "failed slope-at-end"],
    ["upper", "15 yr", "2 m3/yr"],
    ["upper", "20 yr", "2 m3/yr"],
    ["upper", "20.01 yr", "3 m3/yr"],
    ["upper", "30 yr", "3 m3/yr"],
    ["upper", "31 yr", "failed key-outside"],
  ])("with %s at %s is %s", async (includes, age, expected) => {
    expect(await value(yields("age", includes), { age })).toBe(expected);
  });

  it.each([
    ["lower", "5 yr"],
    ["lower", "30 yr"],
    ["lower", "40 yr"],
    ["upper", "10 yr"],
  ])("is clamped to the curve: with %s at %s", async (includes, age) => {
    const found = await value(yields("age", includes, "outside: { age: clamp }"), { age });
    expect(["0 m3/yr", "2 m3/yr", "3 m3/yr"]).toContain(found);
  });

  it.each([
    [
      "of nothing",
      "{ unit: m3/yr, slope_of: height, along: age, includes: lower }",
      ["slope-needs-rows <growth>", "unknown-name <height>"],
    ],
    [
      "along nothing",
      "{ unit: m3/yr, slope_of: volume, along: time, includes: lower }",
      ["slope-incomplete <growth>"],
    ],
    [
      "without ends",
      "{ unit: m3/yr, slope_of: volume, along: age }",
      ["slope-incomplete <growth>"],
    ],
    [
      "in another unit",
      "{ unit: m3, slope_of: volume, along: age, includes: lower }",
      ["unit-mismatch <m3>"],
    ],
  ])("is refused %s", async (_, column, expected) => {
    const fragment = `
tables:
  t:
    key: { age: number yr }
    columns: { volume: m3, growth: ${column} }
    rows: [{ age: 10, volume: 5 }, { age: 20, volume: 25 }]
formulas: { x: { unit: "1", expr: 1 } }`;
    expect(await issues(fragment)).toEqual(expected);
  });

  it("needs two rows", async () => {
    const fragment = `
tables:
  t:
    key: { age: number yr }
    columns: { volume: m3, growth: { unit: m3/yr, slope_of: volume, along: age, includes: lower } }
    rows: [{ age: 10, volume: 5 }]
formulas: { x: { unit: m3/yr, expr: "t[10 [yr]].growth" } }`;
    expect(await issues(fragment)).toEqual(["slope-needs-rows <growth>"]);
  });
});

describe("inverse", () => {
  const curves = (choose: string, beyond = "", more = "") => `
enums: { site: { ordered: true, members: [good, fair, poor] } }
tables:
  t:
    key: { site: site, age: number yr }
    interpolate: { age: linear }
    columns: { height: m }
    inverse: { site: { from: height, choose: ${choose}${beyond} } }
    rows:
      - { site: good, age: 10, height: 8 }
      - { site: good, age: 20, height: 16 }
      - { site: fair, age: 10, height: 6 }
      - { site: fair, age: 20, height: 12 }
      - { site: poor, age: 10, height: 4 }
      - { site: poor, age: 20, height: 8 }${more}
inputs: { h: { type: quantity m }, a: { type: quantity yr } }
formulas: { x: { type: enum site, expr: "t[height = h, a].site" } }`;

  it.each([
    ["poorer", "12 m", "20 yr", "fair"],
    ["poorer", "11.9 m", "20 yr", "poor"],
    ["poorer", "17 m", "20 yr", "good"],
    ["poorer", "7 m", "20 yr", "failed inverse-outside"],
    ["poorer", "9 m", "15 yr", "fair"],
    ["poorer", "8.99 m", "15 yr", "poor"],
    ["better", "12 m", "20 yr", "fair"],
    ["better", "12.1 m", "20 yr", "good"],
    ["better", "1 m", "20 yr", "poor"],
    ["better", "17 m", "20 yr", "failed inverse-outside"],
    ["nearest", "13 m", "20 yr", "fair"],
    ["nearest", "14 m", "20 yr", "fair"],
    ["nearest", "14.001 m", "20 yr", "good"],
    ["nearest", "10 m", "20 yr", "poor"],
    ["nearest", "7 m", "20 yr", "failed inverse-outside"],
    ["nearest", "17 m", "20 yr", "failed inverse-outside"],
    ["nearest", "1200 cm", "20 yr", "fair"],
  ])("%s than %s at %s is %s", async (choose, h, a, expected) => {
    expect(await value(curves(choose), { h, a })).toBe(expected);
  });

  it.each([
    ["poorer", "1 m", "poor"],
    ["better", "99 m", "good"],
    ["nearest", "1 m", "poor"],
    ["nearest", "99 m", "good"],
  ])("%s than %s goes to the end where that is said", async (choose, h, expected) => {
    expect(await value(curves(choose, ", beyond: end"), { h, a: "20 yr" })).toBe(expected);
  });

  it("fails where the other keys find nothing", async () => {
    expect(await value(curves("poorer"), { h: "5 m", a: "30 yr" })).toBe("failed key-outside");
  });

  it.each([
    ["is not declared", "t[height = h, a].age", ["inverse-undeclared <height>"]],
    ["names no column", "t[width = h, a].site", ["inverse-undeclared <width>"]],
    ["has a value in another unit", "t[height = a, a].site", ["unit-mismatch <a>"]],
  ])("is refused where it %s", async (_, asked, expected) => {
    const fragment = curves("poorer").replace("t[height = h, a].site", asked);
    expect(await issues(fragment)).toEqual(expected);
  });

  it("is of a column that only rises or falls", async () => {
    const turned = curves("poorer").replace(
      "{ site: poor, age: 20, height: 8 }",
      "{ site: poor, age: 20, height: 13 }",
    );
    expect(await issues(turned)).toEqual(["inverse-not-monotone <13>"]);
  });

  it.each([
    ["two members of an order", curves("poorer").replace("height: 12", "height: 16"), "16"],
    [
      "members of no order",
      curves("nearest").replace("ordered: true, ", "").replace("20, height: 8", "20, height: 16.0"),
      "16.0",
    ],
    [
      "members of one row",
      curves("better").replace("{ site: poor, age: 20", "{ site: [fair, poor], age: 30"),
      "8",
    ],
  ])("is refused where %s have one value", async (_, fragment, found) => {
    expect(await issues(fragment)).toEqual([`inverse-tie <${found}>`]);
  });

  it("needs no order of the members, as long as their values differ", async () => {
    const unordered = curves("nearest").replace("ordered: true, ", "");
    expect(await value(unordered, { h: "13 m", a: "20 yr" })).toBe("fair");
  });
});

describe("none", () => {
  const open = (expr: string, cell = "none") => `
enums: { fuel: [oil, gas] }
tables: { t: { key: { fuel: fuel }, columns: { v: t }, rows: [{ fuel: oil, v: 1 }, { fuel: gas, v: ${cell} }] } }
inputs: { fuel: { type: enum fuel }, own: { type: quantity t, when: "not known(t[fuel].v)" } }
formulas: { x: { unit: t, ${expr} } }`;
  const guarded = "cases: [{ when: 'known(t[fuel].v)', then: 't[fuel].v' }, { otherwise: own }]";

  it("is known by known()", async () => {
    expect(await value(open(guarded), { fuel: "oil" })).toBe("1 t");
    expect(await value(open(guarded), { fuel: "gas", own: "5 t" })).toBe("5 t");
    expect(await value(open(guarded), { fuel: "gas" })).toBe("missing");
  });

  it("is read only where it is known", async () => {
    expect(await issues(open("expr: 't[fuel].v'"))).toEqual(["open-cell-read <t[fuel].v>"]);
  });

  it("is no value of an expression", async () => {
    expect(await issues(open("expr: none"))).toEqual(["none-misplaced <none>"]);
  });

  it("is not an empty cell", async () => {
    expect(await issues(open(guarded, '""'))).toEqual(["row-cell-empty <>"]);
  });
});

describe("the years of a table", () => {
  const grid = (said = "") => `
period: { cut: [{ at: fiscal_year }] }
tables:
  grid:
    key: { year: fiscal_year }
    ${said}
    columns: { f: t-CO2/kWh }
    rows: [{ year: 2021, f: 0.5 }, { year: 2022, f: 0.4 }]
formulas: { x: { per: years, unit: t-CO2/kWh, expr: "grid[year].f" } }`;
  const three = { period: { from: "2021-04-01", to: "2024-03-31" } };
  const clause = "on_missing_year: { use: previous }";

  it("that is missing is an error in official mode", async () => {
    expect(await value(grid(), three)).toBe(
      "FY2021: 0.5 t-CO2/kWh | FY2022: 0.4 t-CO2/kWh | FY2023: failed no-row-for-year",
    );
  });

  it.each(["estimate", "range"] as const)(
    "that is missing is carried over and listed in %s mode",
    async (mode) => {
      const found = await result(grid(), three, { mode });
      expect(found.results.x?.values?.map((one) => ("value" in one ? one.value : "none"))).toEqual([
        "0.5",
        "0.4",
        "0.4",
      ]);
      expect(found.unconfirmed.map(({ kind, id, keys }) => [kind, id, keys])).toEqual([
        ["carried_over", "grid.f", ["FY2023", "(FY2022)"]],
      ]);
    },
  );

  it("that is missing is carried over in official mode where a clause says so", async () => {
    const found = await result(grid(clause), three);
    expect(found.results.x?.values?.map((one) => ("value" in one ? one.value : "none"))).toEqual([
      "0.5",
      "0.4",
      "0.4",
    ]);
  });

  const open = (first: string, second: string, said: string) => `
period: { cut: [{ at: fiscal_year }] }
tables:
  t:
    key: { year: fiscal_year }
    ${said}
    columns: { f: t }
    rows: [{ year: 2021, f: 5 }, { year: 2022, f: ${first} }, { year: 2023, f: ${second} }]
formulas:
  x:
    per: years
    unit: t
    cases: [{ when: "known(t[year].f)", then: "t[year].f" }, { otherwise: "9 [t]" }]`;

  it.each([
    ["4", "none", "estimate", "", "4"],
    ["none", "none", "estimate", "", "5"],
    ["none", "none", "range", "", "5"],
    ["none", "none", "official", clause, "5"],
    ["none", "none", "official", "on_missing_year: error", "9"],
  ] as const)(
    "that is missing goes back over open cells: %s and %s in %s mode",
    async (first, second, mode, said, expected) => {
      const fragment = open(first, second, said);
      expect(await value(fragment, { period: "FY2024" }, { mode })).toBe(`FY2024: ${expected} t`);
    },
  );

  it("that is there and open is not carried over", async () => {
    const fragment = open("4", "none", clause);
    expect(await value(fragment, { period: "FY2023" }, { mode: "estimate" })).toBe("FY2023: 9 t");
  });

  it.each(["official", "estimate"] as const)(
    "before the first is not carried back in %s mode",
    async (mode) => {
      expect(await value(grid(clause), { period: "FY2020" }, { mode })).toBe(
        "FY2020: failed no-row-for-year",
      );
    },
  );

  it("is not carried over without a clause", async () => {
    expect(await issues(grid("on_missing_year: { use: previous, source: [] }"))).toEqual([
      "source-missing <on_missing_year>",
    ]);
  });

  it("that runs out earlier than others is told", async () => {
    const fragment = `
enums: { fuel: [oil, gas] }
tables: { t: { key: { fuel: fuel, year: fiscal_year }, columns: { v: t }, rows: [{ fuel: oil, year: 2020..2040, v: 1 }, { fuel: gas, year: 2020..2022, v: 1 }] } }
inputs: { fuel: { type: enum fuel }, y: { type: fiscal_year } }
formulas: { x: { unit: t, expr: "t[fuel, y].v" } }`;
    expect(await warnings(fragment)).toContain('years-end <"t">');
  });
});

describe("what became known later", () => {
  const grid = `
tables:
  grid:
    key: { year: fiscal_year }
    columns: { f: { unit: t-CO2/kWh } }
    rows:
      - { year: 2020, f: 0.5, known: 2021-12-01 }
      - { year: 2021, f: 0.4, known: 2022-12-01 }
inputs: { y: { type: fiscal_year } }
formulas: { x: { unit: t-CO2/kWh, expr: "grid[y].f" } }`;

  it.each([
    ["2021-11-30", "FY2020", "failed no-row-for-year"],
    ["2021-12-01", "FY2020", "0.5 t-CO2/kWh"],
    ["2022-11-30", "FY2021", "failed no-row-for-year"],
    ["2022-12-01", "FY2021", "0.4 t-CO2/kWh"],
  ])("is not there as of %s: %s", async (asOf, y, expected) => {
    expect(await value(grid, { y }, { asOf })).toBe(expected);
  });

  it("stands in for the year before it until then", async () => {
    const found = { mode: "estimate", asOf: "2022-11-30" } as const;
    expect(await value(grid, { y: "FY2021" }, found)).toBe("0.5 t-CO2/kWh");
  });

  it("is known by known() from then on", async () => {
    const asked = grid.replace(
      'unit: t-CO2/kWh, expr: "grid[y].f"',
      'type: boolean, expr: "known(grid[y].f)"',
    );
    expect(await value(asked, { y: "FY2021" }, { asOf: "2022-11-30" })).toBe("false");
    expect(await value(asked, { y: "FY2021" }, { asOf: "2022-12-01" })).toBe("true");
  });

  it("is a day", async () => {
    expect(await issues(grid.replace("2022-12-01", "2022-13-01"))).toEqual([
      "known-not-a-day <2022-13-01>",
    ]);
  });

  it("may stand on the table or a column", async () => {
    const onTable = grid
      .replaceAll(/, known: \d{4}-\d\d-\d\d/g, "")
      .replace("unit: t-CO2/kWh }", "unit: t-CO2/kWh, known: 2022-06-01 }");
    expect(await value(onTable, { y: "FY2021" }, { asOf: "2022-05-31" })).toBe(
      "failed no-row-for-year",
    );
    expect(await value(onTable, { y: "FY2021" }, { asOf: "2022-06-01" })).toBe("0.4 t-CO2/kWh");
  });

  it("is not there as a constant either", async () => {
    const constant = `
constants: { c: { value: 1, unit: t, known: 2025-01-01 } }
formulas: { x: { unit: t, expr: c } }`;
    expect(await value(constant, {}, { asOf: "2024-12-31" })).toMatch(/^failed/);
  });

  it("needs a day to be evaluated as of", async () => {
    expect(await faults(grid, { y: "FY2021" }, { asOf: "2022-13-01" })).toEqual([
      "as-of-date as_of",
    ]);
  });
});

describe("a table that is shared or long", () => {
  const fuels = shared(
    "fuels/1-r1",
    "table",
    `
enums: { fuel: [oil, gas] }
tables: { fuels: { key: { fuel: fuel }, columns: { cef: t-CO2/GJ }, rows: [{ fuel: oil, cef: 0.07 }, { fuel: gas, cef: 0.05 }] } }`,
  );

  it("brings its enums", async () => {
    const fragment = `
tables: { fuels: { use: fuels/1 } }
inputs: { fuel: { type: enum fuel } }
formulas: { x: { unit: t-CO2/GJ, expr: "fuels[fuel].cef" } }`;
    expect(await value([fragment, fuels], { fuel: "gas" })).toBe("0.05 t-CO2/GJ");
  });

  it("is there", async () => {
    const fragment = "tables: { fuels: { use: fuels/2 } }\nformulas: { x: { unit: '1', expr: 1 } }";
    expect(await issues([fragment, fuels])).toEqual(["edition-missing <fuels/2>"]);
  });

  it("is CSV beside it where it is long", async () => {
    const rows = Array.from({ length: 31 }, (_, age) => `{ age: ${age}, v: ${age} }`).join(", ");
    const table = (body: string) =>
      `tables: { t: { key: { age: number yr }, columns: { v: t }, rows: ${body} } }\nformulas: { x: { unit: t, expr: "t[30 [yr]].v" } }`;
    expect(await warnings(table(`[${rows}]`))).toEqual(['rows-many <"rows">']);
    const csv = ["age,v", ...Array.from({ length: 31 }, (_, age) => `${age},${age * 2}`)].join(
      "\n",
    );
    expect(await value([table("t.csv"), { "t.csv": csv }])).toBe("60 t");
  });

  it("may be replaced only where it says so", async () => {
    const fragment = (said: string) => `
tables: { t: { key: { age: number yr }, ${said} columns: { v: t }, rows: [{ age: 1, v: 1 }] } }
formulas: { x: { unit: t, expr: "t[1 [yr]].v" } }`;
    const replacements = { t: { hash: "abc", rows: [{ age: "1", v: "7" }] } };
    expect(await value(fragment("replaceable: true,"), {}, { replacements })).toBe("7 t");
    const { replaced } = await result(fragment("replaceable: true,"), {}, { replacements });
    expect(replaced).toEqual([{ table: "t", hash: "abc" }]);
    expect(await faults(fragment(""), {}, { replacements })).toEqual(["table-not-replaceable"]);
  });
});
