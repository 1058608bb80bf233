import { describe, expect, it } from "vitest";
import { faults, issues, result, value } from "../../support/format.ts";

/** Axes, cuts, meters and pointers together: what the sections say of each must hold of all at once. */
const joined = (fields: string, formulas: string, rest = "") => `
period: { cut: [{ at: fiscal_year }, { after: [1 yr], of: members.joined }] }
enums: { way: [road, rail] }
${rest}
inputs:
  plots: { type: list, item: { height: { type: quantity m, holds: throughout }, born: { type: date } } }
  members: { type: list, item: { joined: { type: date }, ${fields} } }
formulas: ${formulas}`;
const period = "FY2023";
const cutAtJuly = { joined: "2022-07-01" };
const uncut = { joined: "2000-01-01" };

describe("items with parts of their own", () => {
  it("spread an amount of the whole period over their own days", async () => {
    const fragment = joined(
      "a: { type: quantity t, apportion: days }",
      "{ x: { per: [members, parts], unit: t, expr: a } }",
    );
    const members = [
      { ...cutAtJuly, a: "366 t" },
      { ...uncut, a: "366 t" },
    ];
    expect(await value(fragment, { period, members })).toBe(
      "1 2023-04-01: 91 t | 1 2023-07-01: 275 t | 2 2023-04-01: 366 t",
    );
  });

  it("spread it over years where it is read per year", async () => {
    const fragment = joined(
      "a: { type: quantity t, apportion: days }",
      "{ x: { per: [members, years], unit: t, expr: a } }",
    );
    expect(await value(fragment, { period, members: [{ ...cutAtJuly, a: "366 t" }] })).toBe(
      "1 FY2023: 366 t",
    );
  });

  it("read their meters at their own cuts", async () => {
    const fragment = joined(
      "m: { type: quantity kWh, per: parts, meter: cumulative, between: days, source: { document: rule }, provenance: confirmed }",
      "{ x: { per: [members, parts], unit: kWh, expr: m } }",
    );
    const m = { "2023-04-01": "0 kWh", "2024-04-01": "366 kWh" };
    const members = [
      { ...cutAtJuly, m },
      { ...uncut, m },
    ];
    expect(await value(fragment, { period, members })).toBe(
      "1 2023-04-01: 91 kWh | 1 2023-07-01: 275 kWh | 2 2023-04-01: 366 kWh",
    );
  });

  it("may have members besides", async () => {
    const fragment = joined(
      "a: { type: quantity t, per: [parts, way] }",
      "{ x: { per: [members, parts, way], unit: t, expr: a } }",
    );
    const members = [
      {
        ...cutAtJuly,
        a: { "2023-04-01": { road: "1 t", rail: "2 t" }, "2023-07-01": { rail: "4 t" } },
      },
    ];
    expect(await value(fragment, { period, members })).toBe(
      "1 2023-04-01 road: 1 t | 1 2023-04-01 rail: 2 t | 1 2023-07-01 road: missing | 1 2023-07-01 rail: 4 t",
    );
  });

  it("may be cut by a date that another list gives", async () => {
    const fragment = `
period: { cut: [{ at: fiscal_year }, { after: [1 yr], of: stands.plot.born }] }
inputs:
  plots: { type: list, item: { born: { type: date } } }
  stands: { type: list, item: { plot: { type: item plots } } }
formulas: { x: { per: [stands, parts], unit: day, expr: part.days } }`;
    const told = await issues(fragment);
    if (told.length > 0) {
      expect(told.map((one) => one.split(" ")[0])).toEqual(["unknown-name"]);
      return;
    }
    const given = { period, plots: [{ born: "2022-07-01" }], stands: [{ plot: "1" }] };
    expect(await value(fragment, given)).toBe("1 2023-04-01: 91 day | 1 2023-07-01: 275 day");
  });

  it("hold conditions of their own", async () => {
    const fragment = joined(
      "a: { type: quantity t, per: parts }",
      "{ x: { per: [members, parts], unit: t, expr: a } }",
      "conditions: { little: { effect: not_applicable, per: [members, parts], expr: 'a < 3 [t]' } }",
    );
    const members = [{ ...cutAtJuly, a: { "2023-04-01": "1 t", "2023-07-01": "4 t" } }];
    const found = await result(fragment, { period, members });
    expect(found.conditions.map(({ at, holds }) => [at, holds])).toEqual([
      [{ members: "1", parts: "2023-04-01" }, true],
      [{ members: "1", parts: "2023-07-01" }, false],
    ]);
  });

  it.each([
    ["unit: t, expr: 'sum(members, max_of(parts, a))'", "6 t"],
    [
      "per: years, unit: t, expr: 'sum(members, sum(parts, a where part.days > 100 [day]))'",
      "FY2023: 6 t",
    ],
    ["unit: '1', expr: 'sum(members, count(parts))'", "3"],
    ["unit: day, expr: 'sum(members, sum(parts, part.days))'", "732 day"],
    [
      "per: members, unit: t, expr: 'weighted_average(parts, a, part.days)'",
      "1: 397/122 t | 2: 2 t",
    ],
    ["type: boolean, expr: 'any(members, all(parts, a > 1 [t]))'", "true"],
    ["type: date, expr: 'max_of(members, min_of(parts, part.end))'", "2024-03-31"],
  ])("are gone through: %s", async (said, expected) => {
    const fragment = joined("a: { type: quantity t, per: parts }", `{ x: { ${said} } }`);
    const members = [
      { ...cutAtJuly, a: { "2023-04-01": "1 t", "2023-07-01": "4 t" } },
      { ...uncut, a: { "2023-04-01": "2 t" } },
    ];
    expect(await value(fragment, { period, members })).toBe(expected);
  });
});

describe("a dated list", () => {
  const fellings = (said: string, type = "date") => `
period: { cut: [{ at: fiscal_year }, { after: [6 month], of: begun }] }
inputs:
  begun: { type: date }
  fellings: { type: list, dated: felled, item: { felled: { type: ${type} }, volume: { type: quantity m3 } } }
formulas: { x: { ${said} } }`;

  it("is of years and not of parts", async () => {
    expect(await issues(fellings("per: parts, unit: m3, expr: 'sum(fellings, volume)'"))).toEqual([
      "dated-under-parts <fellings>",
    ]);
  });

  it("is filtered within its years", async () => {
    const given = {
      period: { from: "2023-04-01", to: "2025-03-31" },
      begun: "2023-04-01",
      fellings: [
        { felled: "2023-05-01", volume: "1 m3" },
        { felled: "2023-06-01", volume: "9 m3" },
        { felled: "2024-06-01", volume: "2 m3" },
      ],
    };
    const said = "per: years, unit: m3, expr: 'sum(fellings, volume where volume > 1 [m3])'";
    expect(await value(fellings(said), given)).toBe("FY2023: 9 m3 | FY2024: 2 m3");
    const longest = "per: years, unit: m3, expr: 'min_of(fellings, volume)'";
    expect(await value(fellings(longest), { ...given, fellings: given.fellings.slice(0, 2) })).toBe(
      "FY2023: 1 m3 | FY2024: failed nothing-to-choose",
    );
  });

  it("waits for the dates of its items", async () => {
    const given = { period, begun: "2023-04-01", fellings: [{ volume: "1 m3" }] };
    const said = "per: years, unit: m3, expr: 'sum(fellings, volume)'";
    expect(await value(fellings(said), given)).toBe("FY2023: missing");
  });
});

describe("known()", () => {
  const stands = (said: string) => `
inputs:
  plots: { type: list, item: { height: { type: quantity m, optional: true }, age: { type: quantity yr } } }
  stands: { type: list, item: { plot: { type: item plots, optional: true }, own: { type: quantity m } } }
formulas: { x: { per: stands, ${said} } }`;
  const given = {
    plots: [{ height: "3 m", age: "1 yr" }, { age: "2 yr" }],
    stands: [{ plot: "1", own: "7 m" }, { plot: "2", own: "8 m" }, { own: "9 m" }],
  };

  it("of a pointer is whether there is one", async () => {
    expect(await value(stands("type: boolean, expr: known(plot)"), given)).toBe(
      "1: true | 2: true | 3: false",
    );
  });

  it("goes through a pointer", async () => {
    const said =
      "unit: m, cases: [{ when: 'known(plot) and known(plot.height)', then: plot.height }, { otherwise: own }]";
    expect(await value(stands(said), given)).toBe("1: 3 m | 2: 8 m | 3: 9 m");
  });

  it("is asked before an open pointer is followed", async () => {
    const found = await issues(stands("unit: yr, expr: plot.age"));
    expect(found.map((one) => one.split(" ")[0])).toEqual(["hidden-input-read"]);
  });
});

describe("range mode", () => {
  const ranged = (expr: string, said = "unit: t") => `
enums: { site: { ordered: true, members: [good, fair, poor] } }
tables:
  steps: { key: { age: interval yr }, includes: lower, columns: { v: t }, rows: [{ age: 0..10, v: 1 }, { age: 10..20, v: 5 }, { age: 20.., v: 2 }] }
  curve: { key: { age: number yr }, interpolate: { age: linear }, columns: { v: t, g: { unit: t/yr, slope_of: v, along: age, includes: lower } }, rows: [{ age: 0, v: 0 }, { age: 10, v: 10 }, { age: 20, v: 4 }] }
  heights:
    key: { site: site, age: number yr }
    columns: { h: m }
    inverse: { site: { from: h, choose: poorer } }
    rows: [{ site: good, age: 10, h: 9 }, { site: fair, age: 10, h: 6 }, { site: poor, age: 10, h: 3 }]
inputs:
  age: { type: quantity yr, range: { low: 5, high: 15 } }
  h: { type: quantity m, range: { low: 4, high: 9 } }
  d: { type: date, range: { low: 2024-03-30, high: 2024-04-02 } }
formulas: { x: { ${said}, expr: "${expr}" } }`;

  it.each([
    ["steps[age].v", "unit: t", /^1\.\.5 t/],
    ["curve[age].v", "unit: t", /^5\.\.10 t/],
    ["curve[age].g", "unit: t/yr", /^-0\.6\.\.1 t\/yr/],
    ["age - age", "unit: yr", /^0(\.\.0)? yr/],
    ["min(age, 10 [yr])", "unit: yr", /^5\.\.10 yr/],
    ["1 [t*yr] / age", "unit: t", /^1\/15\.\.0\.2 t/],
    ["1 [t*yr] / (age - 10 [yr])", "unit: t", /^failed division-by-zero$/],
  ])("encloses %s", async (expr, said, expected) => {
    expect(await value(ranged(expr, said), {}, { mode: "range" })).toMatch(expected);
  });

  it("leaves a statement open that may hold or not", async () => {
    const fragment = ranged("age > 10 [yr]", "type: boolean");
    const open = await value(fragment, {}, { mode: "range" }).catch((error: unknown) =>
      String(error),
    );
    expect(
      ["missing", "nothing", "false..true", "true..false"].some((one) => open.startsWith(one)) ||
        open.includes("none"),
    ).toBe(true);
    expect(await value(ranged("age > 1 [yr]", "type: boolean"), {}, { mode: "range" })).toBe(
      "true",
    );
  });

  it("takes an answer as it is", async () => {
    expect(await value(ranged("steps[age].v"), { age: "20 yr" }, { mode: "range" })).toBe("2 t");
  });

  it("spans dates", async () => {
    const said = "unit: yr";
    expect(
      await value(ranged("fiscal_year(d) - fiscal_year(d)", said), {}, { mode: "range" }),
    ).toMatch(/^-1\.\.1 yr|^0 yr/);
  });
});

describe("the size of what is asked", () => {
  it("is bounded by the declared limits of lists", async () => {
    const wide = `
inputs:
  cars: { type: list, max_items: 100000, item: { km: { type: quantity km } } }
  legs: { type: list, max_items: 100000, item: { m: { type: quantity km } } }
formulas: { each: { per: legs, unit: km, expr: "m + sum(cars, km)" }, x: { unit: km, expr: "sum(legs, each)" } }`;
    expect((await issues(wide)).map((one) => one.split(" ")[0])).toEqual(["too-costly"]);
  });

  it("of a list is a whole number from its least to its most", async () => {
    const list = (said: string) =>
      `inputs: { cars: { type: list, ${said}, item: { km: { type: quantity km } } } }\nformulas: { x: { unit: km, expr: "sum(cars, km)" } }`;
    expect(await issues(list("min_items: 3, max_items: 2"))).toEqual(["list-bounds <2>"]);
    expect(await issues(list("min_items: some"))).toEqual(["not-a-count <some>"]);
    expect(await faults(list("min_items: 2, max_items: 3"), { cars: [{ km: "1 km" }] })).toEqual([
      "too-few-items cars",
    ]);
  });
});
