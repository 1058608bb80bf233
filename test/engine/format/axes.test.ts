import { describe, expect, it } from "vitest";
import { faults, issues, result, shared, value } from "../../support/format.ts";

/** The section “Axes: items, years, parts” of the format, from text to result. */
const years = "period: { cut: [{ at: fiscal_year }] }";
const twoYears = { from: "2023-04-01", to: "2025-03-31" };
const started = (after: string) =>
  `period: { cut: [{ at: fiscal_year }, { after: [${after}], of: started }] }`;
const since = "inputs: { started: { type: date } }";

describe("per", () => {
  const items = `
enums: { way: [road, rail] }
${years}
inputs:
  cars: { type: list, item: { km: { type: quantity km, holds: throughout }, use: { type: quantity L, per: years } } }
  by_way: { type: quantity km, per: way, holds: throughout }
  both: { type: quantity t, per: [years, way] }
`;
  const given = {
    period: twoYears,
    cars: [
      { km: "10 km", use: { FY2023: "1 L", FY2024: "2 L" } },
      { km: "20 km", use: { FY2023: "3 L", FY2024: "4 L" } },
    ],
    by_way: { road: "5 km", rail: "7 km" },
    both: {
      FY2023: { road: "1 t", rail: "2 t" },
      FY2024: { road: "3 t", rail: "4 t" },
    },
  };

  it.each([
    ["per: cars, unit: km, expr: km * 2", "1: 20 km | 2: 40 km"],
    ["per: way, unit: km, expr: by_way", "road: 5 km | rail: 7 km"],
    ["per: years, unit: t, expr: 'sum(way, both)'", "FY2023: 3 t | FY2024: 7 t"],
    ["per: way, unit: t, expr: 'sum(years, both)'", "road: 4 t | rail: 6 t"],
    [
      "per: [cars, years], unit: L, expr: use",
      "1 FY2023: 1 L | 1 FY2024: 2 L | 2 FY2023: 3 L | 2 FY2024: 4 L",
    ],
    [
      "per: [years, way], unit: t, expr: both",
      "FY2023 road: 1 t | FY2023 rail: 2 t | FY2024 road: 3 t | FY2024 rail: 4 t",
    ],
    ["per: years, type: fiscal_year, expr: year", "FY2023: FY2023 | FY2024: FY2024"],
    ["per: parts, unit: day, expr: part.days", "2023-04-01: 366 day | 2024-04-01: 365 day"],
    ["per: parts, type: date, expr: part.end", "2023-04-01: 2024-03-31 | 2024-04-01: 2025-03-31"],
    ["per: parts, type: date, expr: part.start", "2023-04-01: 2023-04-01 | 2024-04-01: 2024-04-01"],
    ["per: parts, type: fiscal_year, expr: year", "2023-04-01: FY2023 | 2024-04-01: FY2024"],
    ["per: way, type: enum way, expr: way", "road: road | rail: rail"],
    ["per: way, type: boolean, expr: way == way.rail", "road: false | rail: true"],
    ["unit: L, expr: 'sum(cars, sum(years, use))'", "10 L"],
    ["unit: km, expr: 'sum(cars, km where km > 10 [km])'", "20 km"],
  ])("%s", async (said, expected) => {
    expect(await value(`${items}formulas: { x: { ${said} } }`, given)).toBe(expected);
  });

  it("reads a value per year per part", async () => {
    const fragment = `${started("6 month")}
inputs: { started: { type: date }, a: { type: quantity t, per: years } }
formulas: { yearly: { per: years, unit: t, expr: a * 2 }, x: { per: parts, unit: t, expr: yearly } }`;
    const set = { period: "FY2023", started: "2023-04-01", a: { FY2023: "3 t" } };
    expect(await value(fragment, set)).toBe("2023-04-01: 6 t | 2023-10-01: 6 t");
  });

  it.each([
    ["reads a field without its item", "unit: km, expr: km", ["axis-missing <km>"]],
    ["reads years without years", "unit: t, expr: 'sum(way, both)'", ["axis-missing <both>"]],
    ["reads members without members", "unit: km, expr: by_way", ["axis-missing <by_way>"]],
    ["two lists", "per: [cars, cars], unit: km, expr: km", ["axis-twice <cars>"]],
    ["years and parts", "per: [years, parts], unit: '1', expr: 1", ["years-and-parts <parts>"]],
    ["an axis nobody knows", "per: boats, unit: '1', expr: 1", ["unknown-name <boats>"]],
    [
      "an item reads another of its list",
      "per: cars, unit: km, expr: 'sum(cars, km)'",
      ["axis-own <cars>"],
    ],
    [
      "a year reads another",
      "per: years, unit: t, expr: 'sum(years, sum(way, both))'",
      ["axis-own <years>"],
    ],
    ["year without years", "type: fiscal_year, expr: year", ["axis-missing <year>"]],
    ["part without parts", "per: years, unit: day, expr: part.days", ["axis-missing <part.days>"]],
    ["a value that is no axis", "unit: '1', expr: 'sum(by_way, 1)'", ["unknown-name <by_way>"]],
    [
      "an expression that is no axis",
      "unit: '1', expr: 'sum(1 + 1, 1)'",
      ["axis-expected <1 + 1>"],
    ],
  ])("is refused where %s", async (_, said, expected) => {
    expect(await issues(`${items}formulas: { x: { ${said} } }`)).toEqual(expected);
  });

  it("takes one list at most", async () => {
    const fragment = `
inputs:
  cars: { type: list, item: { km: { type: quantity km } } }
  boats: { type: list, item: { sea: { type: quantity km } } }
formulas: { x: { per: [cars, boats], unit: km, expr: km } }`;
    expect(await issues(fragment)).toEqual(["two-lists <boats>"]);
  });

  it("knows years and parts of a cut period only", async () => {
    expect(await issues("formulas: { x: { per: years, unit: '1', expr: 1 } }")).toEqual([
      "period-missing <years>",
    ]);
  });

  it("does not add up what is per year where it is read per period", async () => {
    const fragment = `${years}
inputs: { a: { type: quantity t, per: years } }
formulas: { yearly: { per: years, unit: t, expr: a }, x: { unit: t, expr: yearly } }`;
    expect(await issues(fragment)).toEqual(["axis-missing <yearly>"]);
  });

  it("runs over the parts of the year at hand", async () => {
    const fragment = `${started("3 month, 9 month")}
inputs: { started: { type: date }, a: { type: quantity t, per: parts } }
formulas: { x: { per: years, unit: t, expr: "sum(parts, a)" } }`;
    const set = {
      period: twoYears,
      started: "2023-10-01",
      a: { "2023-04-01": "1 t", "2024-01-01": "2 t", "2024-04-01": "4 t", "2024-07-01": "8 t" },
    };
    expect(await value(fragment, set)).toBe("FY2023: 3 t | FY2024: 12 t");
  });
});

describe("a part of an enum with an order", () => {
  it("has the order of its whole, however it is written", async () => {
    const enums = `
enums:
  grade: { ordered: true, members: [low, mid, high] }
  some: { of: grade, members: [high, low] }
inputs: { a: { type: enum some }, b: { type: enum some } }
formulas:`;
    const given = { a: "low", b: "high" };
    expect(await value(`${enums} { x: { type: enum some, expr: "max(a, b)" } }`, given)).toBe(
      "high",
    );
    expect(await value(`${enums} { x: { type: boolean, expr: a < b } }`, given)).toBe("true");
  });
});

describe("functions of axes", () => {
  const list = `
enums: { grade: { ordered: true, members: [low, mid, high] } }
inputs:
  cars:
    type: list
    item: { km: { type: quantity km }, w: { type: quantity t }, ok: { type: boolean }, g: { type: enum grade }, d: { type: date }, y: { type: fiscal_year } }
`;
  const three = {
    cars: [
      { km: "10 km", w: "1 t", ok: "true", g: "mid", d: "2024-02-29", y: "FY2020" },
      { km: "20 km", w: "2 t", ok: "false", g: "high", d: "2023-01-01", y: "FY2022" },
      { km: "40 km", w: "3 t", ok: "true", g: "low", d: "2024-03-01", y: "FY2021" },
    ],
  };
  const nothing = "failed nothing-to-choose";

  it.each([
    ["unit: km", "sum(cars, km)", "70 km", "0 km"],
    ["unit: km", "sum(cars, km where ok)", "50 km", "0 km"],
    ["unit: '1'", "count(cars)", "3", "0"],
    ["unit: '1'", "count(cars where ok)", "2", "0"],
    ["unit: '1'", "count(cars where km > 15 [km])", "2", "0"],
    ["type: boolean", "all(cars, ok)", "false", "true"],
    ["type: boolean", "any(cars, ok)", "true", "false"],
    ["type: boolean", "all(cars, km < 30 [km] where not ok)", "true", "true"],
    ["unit: km", "average(cars, km)", "70/3 km", nothing],
    ["unit: km", "average(cars, km where ok)", "25 km", nothing],
    ["unit: km", "min_of(cars, km)", "10 km", nothing],
    ["unit: km", "max_of(cars, km)", "40 km", nothing],
    ["unit: km", "max_of(cars, km where not ok)", "20 km", nothing],
    ["unit: km", "weighted_average(cars, km, w)", "85/3 km", nothing],
    ["type: enum grade", "min_of(cars, g)", "low", nothing],
    ["type: enum grade", "max_of(cars, g where ok)", "mid", nothing],
    ["type: date", "min_of(cars, d)", "2023-01-01", nothing],
    ["type: date", "max_of(cars, d)", "2024-03-01", nothing],
    ["type: fiscal_year", "max_of(cars, y)", "FY2022", nothing],
  ])("with %s: %s is %s, and of nothing %s", async (said, text, expected, ofNothing) => {
    const fragment = `${list}formulas: { x: { ${said}, expr: "${text}" } }`;
    expect(await value(fragment, three)).toBe(expected);
    expect(await value(fragment, { cars: [] })).toBe(ofNothing);
    expect(await value(fragment, {})).toBe(ofNothing);
  });

  it("tells what failed in an average even where it is open how many there are", async () => {
    const fragment = `${list}formulas: { x: { unit: km, expr: "average(cars, 1 [t] / w * km where ok)" } }`;
    const cars = [
      { km: "1 km", w: "1 t" },
      { km: "1 km", w: "0 t", ok: "true" },
    ];
    expect(await value(fragment, { cars })).toBe("failed division-by-zero");
    expect(await value(fragment, { cars: cars.slice(0, 1) })).toMatch(/^missing/);
  });

  it("divides a weighted average by the weights only", async () => {
    const fragment = `${list}formulas: { x: { unit: km, expr: "weighted_average(cars, km, w)" } }`;
    const weightless = { cars: [{ km: "1 km", w: "0 t" }] };
    expect(await value(fragment, weightless)).toBe("failed division-by-zero");
  });

  it.each([
    ["unit: km", "average(cars, ok)", ["argument-type <ok>"]],
    ["unit: km", "sum(cars, g)", ["argument-type <g>"]],
    ["type: boolean", "all(cars, km)", ["type-mismatch <km>"]],
    ["unit: km", "sum(cars)", ["argument-count <sum(cars)>"]],
    ["unit: km", "weighted_average(cars, km)", ["argument-count <weighted_average(cars, km)>"]],
    ["unit: km", "sum(cars, km where km)", ["type-mismatch <km>"]],
    ["unit: km", "abs(w where ok)", ["where-of-function <ok>"]],
    ["unit: '1'", "count(cars where km)", ["type-mismatch <km>"]],
  ])("with %s: %s is refused", async (said, text, expected) => {
    expect(await issues(`${list}formulas: { x: { ${said}, expr: "${text}" } }`)).toEqual(expected);
  });

  it("tells that a list needs an item", async () => {
    const needed = `
inputs: { cars: { type: list, min_items: 1, item: { km: { type: quantity km } } } }
formulas: { x: { unit: km, expr: "sum(cars, km)" } }`;
    expect(await value(needed, {})).toBe("missing");
    const { missing } = await result(needed, { cars: [] });
    expect(missing.map(({ input }) => input)).toEqual(["cars"]);
  });
});

describe("a pointer", () => {
  const stands = `
${years}
inputs:
  plots: { type: list, item: { height: { type: quantity m, holds: throughout }, born: { type: fiscal_year } } }
  stands: { type: list, item: { plot: { type: item plots }, area: { type: quantity ha, holds: throughout } } }
formulas:
  tall: { per: plots, unit: m, expr: height * 2 }
  age: { per: [plots, years], unit: yr, expr: year - born }
`;
  const given = {
    period: twoYears,
    plots: [
      { height: "3 m", born: "FY2000" },
      { height: "5 m", born: "FY2010" },
    ],
    stands: [
      { plot: "2", area: "1 ha" },
      { plot: "1", area: "2 ha" },
      { plot: "2", area: "3 ha" },
    ],
  };

  it.each([
    ["per: stands, unit: m, expr: plot.height", "1: 5 m | 2: 3 m | 3: 5 m"],
    ["per: stands, unit: m, expr: plot.tall", "1: 10 m | 2: 6 m | 3: 10 m"],
    [
      "per: [stands, years], unit: yr, expr: plot.age",
      "1 FY2023: 13 yr | 1 FY2024: 14 yr | 2 FY2023: 23 yr | 2 FY2024: 24 yr | 3 FY2023: 13 yr | 3 FY2024: 14 yr",
    ],
    [
      "per: years, unit: yr, expr: 'max_of(stands, plot.age where area > 1 [ha])'",
      "FY2023: 23 yr | FY2024: 24 yr",
    ],
    ["per: plots, unit: ha, expr: 'sum(stands, area where plot == plots)'", "1: 2 ha | 2: 4 ha"],
    ["unit: m, expr: 'sum(stands, plot.height where plot.height > 4 [m])'", "10 m"],
  ])("reads: %s", async (said, expected) => {
    expect(await value(`${stands}  x: { ${said} }`, given)).toBe(expected);
  });

  it.each([
    [
      "a field that is not there",
      "per: stands, unit: m, expr: plot.width",
      ["unknown-name <width>"],
    ],
    [
      "what has an axis that is not here",
      "per: stands, unit: yr, expr: plot.age",
      ["axis-missing <age>"],
    ],
    [
      "through what points nowhere",
      "per: stands, unit: m, expr: area.height",
      ["not-a-pointer <area>"],
    ],
  ])("is refused where it reads %s", async (_, said, expected) => {
    expect(await issues(`${stands}  x: { ${said} }`)).toEqual(expected);
  });

  it("does not point into its own list", async () => {
    const own = `
inputs: { cars: { type: list, item: { other: { type: item cars } } } }
formulas: { x: { unit: '1', expr: count(cars) } }`;
    expect(await issues(own)).toEqual(["pointer-to-own <item cars>"]);
  });

  it("is answered by the number of an item that is there", async () => {
    const fragment = `${stands}  x: { per: stands, unit: m, expr: plot.height }`;
    const off = { ...given, stands: [{ plot: "3", area: "1 ha" }] };
    expect(await faults(fragment, off)).toEqual(["answer-not-an-item stands/0/plot"]);
  });

  it("takes no list in a list", async () => {
    const nested = `
inputs: { cars: { type: list, item: { legs: { type: list, item: { km: { type: quantity km } } } } } }
formulas: { x: { unit: '1', expr: count(cars) } }`;
    expect(await issues(nested)).toContain("list-in-list <list>");
  });
});

describe("the cuts of a period", () => {
  const days = (cut: string, rest = since) =>
    `${cut}\n${rest}\nformulas: { x: { per: parts, unit: day, expr: part.days } }`;

  it.each([
    ["a year whole", "FY2023", "2022-04-01", "1 yr", "2023-04-01: 366 day"],
    [
      "a cut on the first day of a year makes no piece of nothing",
      "FY2024",
      "2023-04-01",
      "1 yr",
      "2024-04-01: 365 day",
    ],
    [
      "a cut on the last day leaves one day",
      "FY2023",
      "2023-03-31",
      "1 yr",
      "2023-04-01: 365 day | 2024-03-31: 1 day",
    ],
    ["a cut on the first day of the period", "FY2023", "2022-04-01", "1 yr", "2023-04-01: 366 day"],
    ["a cut after the period", "FY2023", "2023-04-01", "1 yr", "2023-04-01: 366 day"],
    ["a cut before the period", "FY2023", "2000-04-01", "1 yr", "2023-04-01: 366 day"],
    [
      "several cuts from one date",
      "FY2023",
      "2022-10-01",
      "1 yr, 15 month",
      "2023-04-01: 183 day | 2023-10-01: 92 day | 2024-01-01: 91 day",
    ],
    [
      "29 February and a year",
      "FY2024",
      "2024-02-29",
      "1 yr",
      "2024-04-01: 334 day | 2025-03-01: 31 day",
    ],
    [
      "31 August and six months",
      "FY2023",
      "2023-08-31",
      "6 month",
      "2023-04-01: 335 day | 2024-03-01: 31 day",
    ],
    [
      "days",
      "FY2023",
      "2023-04-01",
      "1 day, 2 day",
      "2023-04-01: 1 day | 2023-04-02: 1 day | 2023-04-03: 364 day",
    ],
  ])("%s", async (_, period, date, after, expected) => {
    expect(await value(days(started(after)), { period, started: date })).toBe(expected);
  });

  it("are at fiscal years of a period that is not whole", async () => {
    const period = { from: "2023-12-01", to: "2024-05-10" };
    const fragment = days(years, "");
    expect(await value(fragment, { period })).toBe("2023-12-01: 122 day | 2024-04-01: 40 day");
  });

  it("come from several dates", async () => {
    const cut = `period: { cut: [{ at: fiscal_year }, { after: [1 yr], of: started }, { after: [0 day, 1 yr], of: moved }] }`;
    const fragment = days(cut, "inputs: { started: { type: date }, moved: { type: date } }");
    const given = { period: twoYears, started: "2023-07-01", moved: "2023-10-01" };
    expect(await value(fragment, given)).toBe(
      "2023-04-01: 183 day | 2023-10-01: 183 day | 2024-04-01: 91 day | 2024-07-01: 92 day | 2024-10-01: 182 day",
    );
  });

  it("wait for their date", async () => {
    const fragment = days(started("1 yr"));
    expect(await value(fragment, { period: "FY2023" })).toBe("2023-04-01: missing");
    const { missing } = await result(fragment, { period: "FY2023" });
    expect(missing.map(({ input }) => input)).toEqual(["started"]);
  });

  it.each([
    [
      "without fiscal years",
      "period: { cut: [{ after: [1 yr], of: started }] }",
      ["period-without-years <cut>"],
    ],
    ["out of order", started("2 yr, 1 yr"), ["cuts-order <1 yr>"]],
    ["by no term", started("1.5 yr"), ["not-a-term <1.5 yr>"]],
    [
      "by no date",
      "period: { cut: [{ at: fiscal_year }, { after: [1 yr], of: ended }] }",
      ["unknown-name <ended>"],
    ],
    ["at another year", "period: { cut: [{ at: calendar_year }] }", ["not-one-of <calendar_year>"]],
  ])("are refused %s", async (_, cut, expected) => {
    expect(await issues(days(cut))).toEqual(expected);
  });

  it("have a source", async () => {
    const cut = "period: { cut: [{ at: fiscal_year, source: [] }] }";
    expect(await issues(days(cut, ""))).toEqual(["source-missing <{>"]);
  });

  const members = `
period: { cut: [{ at: fiscal_year }, { after: [1 yr], of: members.joined }] }
inputs: { members: { type: list, item: { joined: { type: date }, power: { type: quantity kWh, per: parts } } } }
`;
  const two = {
    period: "FY2023",
    members: [
      { joined: "2022-07-01", power: { "2023-04-01": "1 kWh", "2023-07-01": "2 kWh" } },
      { joined: "2020-01-01", power: { "2023-04-01": "4 kWh" } },
    ],
  };

  it.each([
    [
      "per: [members, parts], unit: day, expr: part.days",
      "1 2023-04-01: 91 day | 1 2023-07-01: 275 day | 2 2023-04-01: 366 day",
    ],
    [
      "per: [members, parts], unit: kWh, expr: power",
      "1 2023-04-01: 1 kWh | 1 2023-07-01: 2 kWh | 2 2023-04-01: 4 kWh",
    ],
    ["unit: kWh, expr: 'sum(members, sum(parts, power))'", "7 kWh"],
    ["per: years, unit: kWh, expr: 'sum(members, sum(parts, power))'", "FY2023: 7 kWh"],
    ["per: members, unit: kWh, expr: 'max_of(parts, power)'", "1: 2 kWh | 2: 4 kWh"],
    [
      "per: [members, years], unit: kWh, expr: 'sum(parts, power)'",
      "1 FY2023: 3 kWh | 2 FY2023: 4 kWh",
    ],
    ["per: parts, unit: day, expr: part.days", "2023-04-01: 366 day"],
  ])("of items are theirs: %s", async (said, expected) => {
    expect(await value(`${members}formulas: { x: { ${said} } }`, two)).toBe(expected);
  });

  it("of items are not those of the period", async () => {
    const shared = `${members}formulas:
  whole: { per: parts, unit: day, expr: part.days }
  x: { per: [members, parts], unit: day, expr: whole }`;
    expect(await issues(shared)).toEqual(["parts-differ <whole>"]);
  });

  it("that an item lacks leave only it open", async () => {
    const fragment = `${members}formulas: { x: { per: [members, parts], unit: day, expr: part.days } }`;
    const open = { ...two, members: [{ joined: "" }, { joined: "2020-01-01" }] };
    expect(await value(fragment, open)).toBe("1 2023-04-01: missing | 2 2023-04-01: 366 day");
  });
});

describe("what is asked where a period is cut", () => {
  const asks = (said: string, unit = "t", expr = "a") => `${started("6 month")}
inputs: { started: { type: date }, a: { type: quantity t, ${said} } }
formulas: { x: { per: parts, unit: ${unit}, expr: ${expr} } }`;

  it.each([
    ["a leap year", "FY2023", "2023-03-30", "366 t", "2023-04-01: 182 t | 2023-09-30: 184 t"],
    ["a common year", "FY2024", "2024-04-01", "365 t", "2024-04-01: 183 t | 2024-10-01: 182 t"],
  ])("apportion: days spreads over the days of %s", async (_, period, date, a, expected) => {
    expect(await value(asks("apportion: days"), { period, started: date, a })).toBe(expected);
  });

  it("apportion: days spreads over the days of a period that is not whole years", async () => {
    const period = { from: "2024-01-01", to: "2024-04-09" };
    const set = { period, started: "2020-01-01", a: "10 t" };
    expect(await value(asks("apportion: days"), set)).toBe("2024-01-01: 9.1 t | 2024-04-01: 0.9 t");
  });

  it("apportion: days gives back the whole", async () => {
    const fragment = `${started("3 month")}
inputs: { started: { type: date }, a: { type: quantity t, apportion: days } }
formulas: { x: { unit: t, expr: "sum(parts, a) - a" } }`;
    const set = { period: twoYears, started: "2023-05-17", a: "7 t" };
    expect(await value(fragment, set)).toBe("0 t");
  });

  it("apportion: days spreads over years too", async () => {
    const fragment = `${years}
inputs: { a: { type: quantity t, apportion: days } }
formulas: { x: { per: years, unit: t, expr: a } }`;
    const set = { period: twoYears, a: "731 t" };
    expect(await value(fragment, set)).toBe("FY2023: 366 t | FY2024: 365 t");
  });

  it("holds: throughout is the same in every piece", async () => {
    const set = { period: "FY2023", started: "2023-04-01", a: "3 t" };
    expect(await value(asks("holds: throughout"), set)).toBe("2023-04-01: 3 t | 2023-10-01: 3 t");
  });

  it.each([
    ["nothing of time", "allowed: { min: 0 }", ["time-missing <a>"]],
    ["two things", "holds: throughout, apportion: days", ["time-twice <a>"]],
    ["no clause for spreading", "apportion: days, source: []", ["source-missing <apportion>"]],
  ])("says %s and is refused", async (_, said, expected) => {
    expect(await issues(asks(said))).toEqual(expected);
  });

  it.each([
    ["count", "type: count person"],
    ["quantity of a list", "type: quantity t"],
  ])("is refused for a %s that does not say", async (what, type) => {
    const field =
      what === "count" ? `n: { ${type} }` : `cars: { type: list, item: { n: { ${type} } } }`;
    const fragment = `${years}\ninputs: { ${field} }\nformulas: { x: { unit: '1', expr: 1 } }`;
    expect(await issues(fragment)).toEqual(["time-missing <n>"]);
  });
});

describe("a dated list", () => {
  const fellings = (type: string, rest = "") => `${years}
inputs:
  fellings:
    type: list
    dated: felled
    item: { felled: { type: ${type} }, volume: { type: quantity m3 } }
${rest}`;
  const dates = [
    { felled: "2023-04-01", volume: "1 m3" },
    { felled: "2024-03-31", volume: "2 m3" },
    { felled: "2024-04-01", volume: "4 m3" },
  ];
  const given = { period: twoYears, fellings: dates };
  const inYears = [
    { felled: "FY2023", volume: "1 m3" },
    { felled: "FY2024", volume: "2 m3" },
  ];

  it.each([
    ["per: years, unit: m3, expr: 'sum(fellings, volume)'", "FY2023: 3 m3 | FY2024: 4 m3"],
    ["per: years, unit: '1', expr: count(fellings)", "FY2023: 2 | FY2024: 1"],
    ["unit: m3, expr: 'sum(fellings, volume)'", "7 m3"],
    ["per: fellings, type: fiscal_year, expr: year", "1: FY2023 | 2: FY2023 | 3: FY2024"],
    ["per: years, unit: m3, expr: 'max_of(fellings, volume)'", "FY2023: 2 m3 | FY2024: 4 m3"],
  ])("gives its items to their years: %s", async (said, expected) => {
    expect(await value(fellings("date", `formulas: { x: { ${said} } }`), given)).toBe(expected);
  });

  it("may be dated by fiscal years", async () => {
    const rest = "formulas: { x: { per: years, unit: m3, expr: 'sum(fellings, volume)' } }";
    const set = { period: twoYears, fellings: inYears };
    expect(await value(fellings("fiscal_year", rest), set)).toBe("FY2023: 1 m3 | FY2024: 2 m3");
  });

  it.each([["2023-03-31"], ["2025-04-01"]])(
    "has no item of %s, outside the period",
    async (felled) => {
      const rest = "formulas: { x: { per: years, unit: m3, expr: 'sum(fellings, volume)' } }";
      const set = { period: twoYears, fellings: [...dates, { felled, volume: "8 m3" }] };
      expect(await faults(fellings("date", rest), set)).toEqual(["item-outside-period formulas/x"]);
    },
  );

  it("has no item outside a period that begins within a year", async () => {
    const rest = "formulas: { x: { per: years, unit: m3, expr: 'sum(fellings, volume)' } }";
    const period = { from: "2023-06-01", to: "2024-03-31" };
    const set = { period, fellings: [{ felled: "2023-05-31", volume: "8 m3" }] };
    expect(await faults(fellings("date", rest), set)).toEqual(["item-outside-period formulas/x"]);
  });

  it("is dated by a date or year", async () => {
    const rest = "formulas: { x: { unit: '1', expr: count(fellings) } }";
    expect(await issues(fellings("boolean", rest))).toEqual(["dated-by <felled>"]);
  });

  it("has no values per year", async () => {
    const rest = "formulas: { x: { per: [fellings, years], unit: m3, expr: volume } }";
    expect(await issues(fellings("date", rest))).toEqual(["dated-per-time <years>"]);
  });
});

describe("a cumulative meter", () => {
  const meter = (said = "", per = "parts") => `${started("6 month")}
inputs: { started: { type: date }, m: { type: quantity kWh, per: ${per}, meter: cumulative${said} } }
formulas: { x: { per: ${per}, unit: kWh, expr: m } }`;
  const half = { period: "FY2023", started: "2023-04-01" };
  const read = async (m: Record<string, string>, said = "", per = "parts") =>
    value(meter(said, per), { ...half, m });

  it("gives the difference between the ends of each piece", async () => {
    const m = { "2023-04-01": "100 kWh", "2023-10-01": "150 kWh", "2024-04-01": "270 kWh" };
    expect(await read(m)).toBe("2023-04-01: 50 kWh | 2023-10-01: 120 kWh");
  });

  it("may be read per year", async () => {
    const m = { "2023-04-01": "100 kWh", "2023-10-01": "150 kWh", "2024-04-01": "270 kWh" };
    expect(await read(m, "", "years")).toBe("FY2023: 170 kWh");
  });

  it("reads readings in another unit", async () => {
    const m = { "2023-04-01": "0.1 MWh", "2023-10-01": "150 kWh", "2024-04-01": "0.27 MWh" };
    expect(await read(m)).toBe("2023-04-01: 50 kWh | 2023-10-01: 120 kWh");
  });

  it("misses a cut that has no reading", async () => {
    const m = { "2023-04-01": "100 kWh", "2024-04-01": "270 kWh" };
    expect(await read(m)).toBe("2023-04-01: missing | 2023-10-01: missing");
  });

  it("is spread over the days between readings where a clause says so", async () => {
    const m = { "2023-04-01": "100 kWh", "2024-04-01": "466 kWh" };
    expect(await read(m, ", between: days")).toBe("2023-04-01: 183 kWh | 2023-10-01: 183 kWh");
  });

  it("may be read before and after the period", async () => {
    const m = {
      "2023-03-22": "0 kWh",
      "2023-04-11": "20 kWh",
      "2023-10-01": "30 kWh",
      "2024-04-11": "223 kWh",
    };
    expect(await read(m, ", between: days")).toBe("2023-04-01: 20 kWh | 2023-10-01: 183 kWh");
  });

  it("is not spread beyond its readings", async () => {
    const m = { "2023-04-02": "100 kWh", "2024-04-01": "466 kWh" };
    expect(await read(m, ", between: days")).toBe(
      "2023-04-01: missing | 2023-10-01: 66978/365 kWh",
    );
  });

  it("needs a clause to be spread", async () => {
    expect(await issues(meter(", between: days, source: []"))).toEqual([
      "source-missing <between>",
    ]);
  });

  it("does not fall", async () => {
    const m = { "2023-04-01": "100 kWh", "2023-10-01": "50 kWh", "2024-04-01": "270 kWh" };
    expect(await faults(meter(), { ...half, m })).toEqual(["falling-reading formulas/x"]);
  });

  it("turns over where that is said", async () => {
    const m = { "2023-04-01": "990 kWh", "2023-10-01": "50 kWh", "2024-04-01": "270 kWh" };
    expect(await read(m, ", turns_at: 1000 kWh")).toBe("2023-04-01: 60 kWh | 2023-10-01: 220 kWh");
  });

  it("turns over in its own unit or another", async () => {
    const m = { "2023-04-01": "990 kWh", "2023-10-01": "50 kWh", "2024-04-01": "270 kWh" };
    expect(await read(m, ", turns_at: 1000")).toBe("2023-04-01: 60 kWh | 2023-10-01: 220 kWh");
    expect(await read(m, ", turns_at: 1 MWh")).toBe("2023-04-01: 60 kWh | 2023-10-01: 220 kWh");
  });

  it("that has turned over shows no more than it can", async () => {
    const m = { "2023-04-01": "1990 kWh", "2023-10-01": "50 kWh", "2024-04-01": "270 kWh" };
    expect(await faults(meter(", turns_at: 1000 kWh"), { ...half, m })).toEqual([
      "falling-reading formulas/x",
    ]);
  });

  it.each([
    ["without a piece of time", "holds: throughout, meter: cumulative", ["meter-per-time <meter>"]],
    [
      "that turns over at once",
      "per: parts, meter: cumulative, turns_at: 0",
      ["not-above-zero <0>"],
    ],
    ["of what is no meter", "per: parts, turns_at: 1000 t", ["meter-missing <turns_at>"]],
    ["of what is no meter", "per: parts, between: days", ["meter-missing <between>"]],
  ])("is refused %s", async (_, said, expected) => {
    const fragment = `${years}
inputs: { a: { type: quantity t, ${said} } }
formulas: { x: { unit: '1', expr: 1 } }`;
    expect(await issues(fragment)).toEqual(expected);
  });

  it("has one reading of a day", async () => {
    const m = {
      "2023-04-01": "100 kWh",
      "２０２３-04-01": "120 kWh",
      "2023-10-01": "150 kWh",
      "2024-04-01": "270 kWh",
    };
    expect(await faults(meter(), { ...half, m })).toEqual(["answer-key-twice m/２０２３-04-01"]);
  });

  it("takes readings under their days", async () => {
    expect(await faults(meter(), { ...half, m: { FY2023: "1 kWh" } })).toContain(
      "reading-date m/FY2023",
    );
    expect(await faults(meter(), { ...half, m: "12 kWh" })).toContain("answer-shape m");
  });
});

describe("a component", () => {
  const grid = shared(
    "grid/1-r1",
    "component",
    `
arguments: { since: { type: date }, low: { type: boolean } }
cut: [{ after: [1 yr], of: since }]
tables:
  tiers:
    key: { elapsed: interval yr }
    includes: lower
    columns: { factor: kg-CO2/kWh }
    rows: [{ elapsed: 0..1, factor: 0.5 }, { elapsed: 1.., factor: 0.3 }]
formulas:
  elapsed: { unit: yr, expr: "years_between(since, part.start)" }
  factor:
    unit: kg-CO2/kWh
    cases: [{ when: low, then: "0.1 [kg-CO2/kWh]" }, { otherwise: "tiers[elapsed].factor" }]`,
  );
  const members = (use: string, formulas: string) =>
    [
      `
period: { cut: [{ at: fiscal_year }] }
components: { grid: { use: grid/1, ${use} } }
inputs:
  built: { type: date }
  members: { type: list, item: { started: { type: date }, power: { type: quantity kWh, per: parts } } }
formulas: ${formulas}`,
      grid,
    ] as const;
  const ofMembers = "per: [members, parts], with: { since: started, low: started > built }";
  const given = {
    period: "FY2023",
    built: "2023-01-01",
    members: [
      { started: "2022-07-01", power: { "2023-04-01": "10 kWh", "2023-07-01": "20 kWh" } },
      { started: "2020-04-01", power: { "2023-04-01": "40 kWh" } },
      { started: "2023-05-01", power: { "2023-04-01": "80 kWh" } },
    ],
  };

  it("is read along the axes of its use, with arguments by expression", async () => {
    const said = "{ x: { per: [members, parts], unit: kg-CO2, expr: power * grid.factor } }";
    expect(await value(members(ofMembers, said), given)).toBe(
      "1 2023-04-01: 5 kg-CO2 | 1 2023-07-01: 6 kg-CO2 | 2 2023-04-01: 12 kg-CO2 | 3 2023-04-01: 8 kg-CO2",
    );
  });

  it("brings its cuts", async () => {
    const said = "{ x: { per: [members, parts], unit: day, expr: part.days } }";
    expect(await value(members(ofMembers, said), given)).toBe(
      "1 2023-04-01: 91 day | 1 2023-07-01: 275 day | 2 2023-04-01: 366 day | 3 2023-04-01: 366 day",
    );
  });

  it("cuts the period for all where its date is no field", async () => {
    const use = "per: parts, with: { since: built, low: '1 < 0' }";
    const said = "{ x: { per: parts, unit: kg-CO2/kWh, expr: grid.factor } }";
    expect(await value(members(use, said), { ...given, built: "2022-10-01" })).toBe(
      "2023-04-01: 0.5 kg-CO2/kWh | 2023-10-01: 0.3 kg-CO2/kWh",
    );
  });

  it.each([
    [
      "an argument is missing",
      "per: [members, parts], with: { since: started }",
      ["argument-missing <grid>"],
    ],
    [
      "an argument has another type",
      "per: [members, parts], with: { since: started, low: started }",
      ["type-mismatch <started>"],
    ],
    [
      "an argument nobody knows is given",
      "per: [members, parts], with: { since: started, low: started > built, high: built }",
      ["unknown-name <high>"],
    ],
    [
      "its parts are not there",
      "per: members, with: { since: started, low: started > built }",
      ["axis-missing <part.start>"],
    ],
  ])("is refused where %s", async (_, use, expected) => {
    const said = "{ x: { per: [members, parts], unit: kg-CO2/kWh, expr: grid.factor } }";
    expect(await issues(members(use, said))).toEqual(expected);
  });

  it("has no inputs", async () => {
    const asking = shared("ask/1-r1", "component", "inputs: {}\narguments: {}\nformulas: {}");
    const methodology = `components: { ask: { use: ask/1 } }\nformulas: { x: { unit: '1', expr: 1 } }`;
    expect(await issues([methodology, asking])).toEqual(["key-unknown <inputs>"]);
  });

  it("is never in a circle", async () => {
    const one = shared(
      "one/1-r1",
      "component",
      "components: { two: { use: two/1 } }\narguments: {}\nformulas: { a: { unit: '1', expr: two.b } }",
    );
    const two = shared(
      "two/1-r1",
      "component",
      "components: { one: { use: one/1 } }\narguments: {}\nformulas: { b: { unit: '1', expr: one.a } }",
    );
    const methodology =
      "components: { one: { use: one/1 } }\nformulas: { x: { unit: '1', expr: one.a } }";
    expect(await issues([methodology, one, two])).toEqual(["component-circle <one/1>"]);
  });
});
