import { describe, expect, it } from "vitest";
import { faults, reply, result, value, valueOfOutput } from "../../support/format.ts";

/** The section “Answers” of the format, from text to result. */

const km = (type = "quantity km", said = "unit: km") => `
enums: { fuel: [oil, gas] }
inputs: { a: { type: ${type} } }
formulas: { x: { ${said}, expr: a } }`;

describe("a quantity", () => {
  it.each([
    ["250 km", "250 km"],
    ["250km", "250 km"],
    ["  250   km ", "250 km"],
    ["250000 m", "250 km"],
    ["1,250 km", "1250 km"],
    ["1.25 km", "1.25 km"],
    ["-3 km", "-3 km"],
    ["+3 km", "3 km"],
    ["－３ ｋｍ", "-3 km"],
    ["２５０　ｋｍ", "250 km"],
    ["１，２５０．５ km", "1250.5 km"],
    ["5 ㎞", "5 km"],
    ["0.1234567890123456789012345 km", "0.1234567890123456789012345 km"],
    ["007 km", "7 km"],
  ])("may be typed as %j", async (a, expected) => {
    expect(await value(km(), { a })).toBe(expected);
  });

  it.each([
    ["250", "answer-without-unit a"],
    ["km", "answer-not-a-figure a"],
    ["1,25 km", "answer-separators a"],
    ["1.000,5 km", "answer-separators a"],
    ["1e3 km", "answer-unit-unknown a"],
    ["5 kg", "answer-unit-mismatch a"],
    ["5 furlong", "answer-unit-unknown a"],
    ["5 km 3 m", "answer-unit-unknown a"],
    ["1/3 km", "answer-not-a-figure a"],
    ["1. km", "answer-not-a-figure a"],
    [".5 km", "answer-not-a-figure a"],
    ["∞ km", "answer-not-a-figure a"],
    ["about 5 km", "answer-not-a-figure a"],
    [`${"1".repeat(61)} km`, "answer-too-long a"],
    ["1".repeat(201), "answer-too-long a"],
  ])("may not be %j", async (a, expected) => {
    expect((await faults(km(), { a })).map((one) => one.split("/")[0])).toEqual([expected]);
  });

  it.each([
    ["a number", 250],
    ["nothing at all", null],
    ["a list", ["250 km"]],
    ["a map", { value: "250 km" }],
    ["a flag", true],
  ])("is text, not %s", async (_, a) => {
    expect(await faults(km(), { a })).toEqual(["answer-shape a"]);
  });

  it("without a dimension stands bare", async () => {
    expect(await value(km("quantity 1", "unit: '1'"), { a: "0.92" })).toBe("0.92");
    expect(await faults(km("quantity 1", "unit: '1'"), { a: "0.92 kg" })).toEqual([
      "answer-unit-mismatch a",
    ]);
  });

  it("of things is a whole number", async () => {
    const people = km("count person", "unit: person");
    expect(await value(people, { a: "12" })).toBe("12 person");
    expect(await value(people, { a: "12 person" })).toBe("12 person");
    expect(await value(people, { a: "１，２００" })).toBe("1200 person");
    expect(await faults(people, { a: "12.5" })).toEqual(["answer-not-a-count a"]);
    expect(await faults(people, { a: "-1" })).toEqual(["answer-not-a-count a"]);
    expect(await faults(people, { a: "12 人" })).toEqual(["answer-unit-unknown a"]);
  });
});

describe("a choice, a flag, a day or a year", () => {
  it.each([
    ["enum fuel", "type: enum fuel", "gas", "gas"],
    ["enum fuel", "type: enum fuel", " gas ", "gas"],
    ["boolean", "type: boolean", "true", "true"],
    ["date", "type: date", "2024-02-29", "2024-02-29"],
    ["date", "type: date", "２０２４-０２-２９", "2024-02-29"],
    ["date", "type: date", "２０２４－０２－２９", "2024-02-29"],
    ["fiscal_year", "type: fiscal_year", "FY2024", "FY2024"],
    ["fiscal_year", "type: fiscal_year", "2024", "FY2024"],
    ["fiscal_year", "type: fiscal_year", "ＦＹ２０２４", "FY2024"],
  ])("%s (%s) may be %j", async (type, said, a, expected) => {
    expect(await value(km(type, said), { a })).toBe(expected);
  });

  it.each([
    ["enum fuel", "type: enum fuel", "gass", "answer-not-a-member a"],
    ["enum fuel", "type: enum fuel", "fuel.gas", "answer-not-a-member a"],
    ["boolean", "type: boolean", "yes", "answer-not-a-flag a"],
    ["date", "type: date", "2023-02-29", "answer-not-a-date a"],
    ["date", "type: date", "FY2023", "answer-not-a-date a"],
    ["fiscal_year", "type: fiscal_year", "2024-04-01", "answer-not-a-year a"],
  ])("%s (%s) may not be %j", async (type, said, a, expected) => {
    expect(await faults(km(type, said), { a })).toEqual([expected]);
  });
});

describe("answers along axes", () => {
  const yearly = `
enums: { way: [road, rail] }
period: { cut: [{ at: fiscal_year }] }
inputs: { a: { type: quantity t, per: years }, b: { type: quantity t, per: [way, years], initial: 0 } }
formulas: { x: { per: years, unit: t, expr: "a + sum(way, b)" } }`;
  const period = { from: "2023-04-01", to: "2025-03-31" };

  it("are maps by fiscal year and by member", async () => {
    const given = { period, a: { FY2023: "1 t", "2024": "2 t" }, b: { road: { FY2024: "5 t" } } };
    expect(await value(yearly, given)).toBe("FY2023: 1 t | FY2024: 7 t");
  });

  it.each([
    [{ a: "5 t" }, "answer-shape a"],
    [{ a: { spring: "5 t" } }, "answer-key-unknown a/spring"],
    [{ a: { FY2023: { road: "5 t" } } }, "answer-shape a/FY2023"],
    [{ b: { FY2023: { road: "5 t" } } }, "answer-key-unknown b/FY2023"],
    [{ b: { road: "5 t" } }, "answer-shape b/road"],
    [{ a: { FY2030: "5 t" } }, "? answer-key-unknown a/FY2030"],
  ])("are not %j", async (given, expected) => {
    expect(await faults(yearly, { period, ...given })).toEqual([expected]);
  });

  it.each([
    [{ a: { FY2023: "1 t", 2023: "2 t" } }, "answer-key-twice a/FY2023"],
    [
      { b: { road: { FY2023: "1 t", ＦＹ２０２３: "2 t" } } },
      "answer-key-twice b/road/ＦＹ２０２３",
    ],
    [{ b: { road: { FY2023: "1 t" }, " road": { FY2024: "2 t" } } }, "answer-key-twice b/ road"],
  ])("stand once: %j", async (given, expected) => {
    expect(await faults(yearly, { period, ...given })).toEqual([expected]);
  });

  it("of years outside the period are kept and told", async () => {
    const { ignored } = await result(yearly, { period, a: { FY2030: "5 t" } });
    expect(ignored).toEqual([{ input: "a", at: { years: "FY2030" } }]);
  });

  it.each([
    ["FY2023", "FY2023: 1 t"],
    ["ＦＹ２０２３", "FY2023: 1 t"],
    ["fy2023", "FY2023: 1 t"],
    [{ from: "2023-04-01", to: "2023-04-01" }, "FY2023: 1 t"],
    [{ from: "２０２３-１０-０１", to: "2024-03-31" }, "FY2023: 1 t"],
  ])("hold for a period such as %j", async (of, expected) => {
    expect(await value(yearly, { period: of, a: { FY2023: "1 t" } })).toBe(expected);
  });

  it.each([
    [undefined, "answers-without-period period"],
    ["2023", "period-not-read period"],
    ["FY23", "period-not-read period"],
    [{ from: "2024-04-01", to: "2023-03-31" }, "period-order period"],
    [{ from: "2023-04-31", to: "2024-03-31" }, "period-not-read period/from"],
    [{ from: "1900-04-01", to: "2024-03-31" }, "period-too-long period"],
    [["FY2023"], "answers-shape period"],
  ])("do not hold for %j", async (of, expected) => {
    expect(await faults(yearly, of === undefined ? {} : { period: of })).toEqual([expected]);
  });

  it("need no period where it is not cut", async () => {
    expect(await faults(km(), { period: "FY2023", a: "1 km" })).toEqual([
      "? period-not-used period",
    ]);
  });

  it("keep an item's identity over its parts", async () => {
    const fragment = `
period: { cut: [{ at: fiscal_year }] }
inputs: { cars: { type: list, item: { use: { type: quantity L, per: parts } } } }
formulas: { x: { per: [cars, parts], unit: L, expr: use } }`;
    const cars = [
      { use: { "2023-04-01": "1 L", "2024-04-01": "2 L" } },
      { use: { "2023-04-01": "3 L" } },
    ];
    expect(await value(fragment, { period, cars })).toBe(
      "1 2023-04-01: 1 L | 1 2024-04-01: 2 L | 2 2023-04-01: 3 L | 2 2024-04-01: missing",
    );
    expect(await faults(fragment, { period, cars: [{ use: { FY2023: "1 L" } }] })).toEqual([
      "answer-key-unknown cars/0/use/FY2023",
    ]);
  });
});

describe("a list", () => {
  const cars = `
inputs: { cars: { type: list, min_items: 1, max_items: 2, item: { km: { type: quantity km } } } }
formulas: { x: { unit: km, expr: "sum(cars, km)" } }`;

  it.each([
    [[{ km: "1 km" }], []],
    [{ km: "1 km" }, ["list-shape cars"]],
    [["1 km"], ["list-shape cars/0"]],
    [[{ km: "1 km" }, { km: "1 km" }, { km: "1 km" }], ["too-many-items cars"]],
    [[{ kn: "1 km" }], ["answer-unknown cars/0/kn"]],
    [[{ km: "1 kg" }], ["answer-unit-mismatch cars/0/km"]],
  ])("%j: %j", async (items, expected) => {
    expect(await faults(cars, { cars: items })).toEqual(expected);
  });
});

describe("the record answers/1", () => {
  const record = {
    format: "answers/1",
    methodology: "TEST-1",
    version: "1.0-r1",
    as_of: "2026-11-22",
    sets: { plan: { given: { a: "5 km" } }, actual: { given: { a: "3 km" } } },
  };

  it.each([
    [{}, []],
    [{ format: "answers/2" }, ["answers-format format"]],
    [{ methodology: "TEST-2" }, ["answers-for-another-methodology methodology"]],
    [{ version: "0.9-r1" }, ["? answers-for-another-version version"]],
    [{ hash: "other" }, ["? answers-for-another-text hash"]],
    [{ sets: { plan: { given: { a: "5 kg" } } } }, ["answer-unit-mismatch sets/plan/given/a"]],
    [{ sets: { plan: "5 km" } }, ["answers-shape sets/plan"]],
    [{ sets: { plan: { given: "5 km" } } }, ["answers-shape sets/plan/given"]],
  ])("with %j: %j", async (changes, expected) => {
    const found = await reply(km(), { ...record, ...changes }).catch(() => undefined);
    const read = found === undefined ? [] : found.ok ? found.warnings : found.issues;
    if (found === undefined) return;
    expect(
      read.map(
        ({ code, severity, path }) =>
          `${severity === "warning" ? "? " : ""}${code} ${path.join("/")}`,
      ),
    ).toEqual(expected);
  });

  it("tells the as-of date, which an option overrules", async () => {
    const set = await reply(km(), { ...record, as_of: "2020-01-01" }, { asOf: "2021-01-01" });
    expect(set.result?.as_of).toBe("2021-01-01");
  });
});

describe("renamed", () => {
  const moved = `
renamed: { distance: a, boats: cars, boats.km: cars.way, cars.km: cars.way, fuel.petrol: fuel.oil }
enums: { fuel: [oil, gas] }
inputs: { a: { type: quantity km }, f: { type: enum fuel }, by: { type: quantity km, per: fuel, initial: 0 }, cars: { type: list, item: { way: { type: quantity km } } } }
formulas: { x: { unit: km, expr: "a + sum(cars, way) + sum(fuel, by)" }, y: { type: enum fuel, expr: f } }
outputs: { x: { main: true }, y: {} }`;

  it.each([
    [{ distance: "5 km", f: "oil", cars: [] }, "5 km", ["? answer-renamed distance"]],
    [{ a: "5 km", f: "petrol" }, "5 km", ["? answer-renamed f"]],
    [{ a: "5 km", f: "oil", by: { petrol: "1 km" } }, "6 km", ["? answer-renamed by/petrol"]],
    [{ a: "5 km", f: "oil", cars: [{ km: "2 km" }] }, "7 km", ["? answer-renamed cars/0/km"]],
    [{ a: "5 km", f: "oil", boats: [{ way: "2 km" }] }, "7 km", ["? answer-renamed boats"]],
  ])("%j is %s", async (given, expected, told) => {
    expect(await faults(moved, given)).toEqual(told);
    const set = await reply(moved, given);
    expect(set.result === undefined ? "" : valueOfOutput(set.result, "x")).toBe(expected);
  });

  it("does not overwrite what is there", async () => {
    expect(await faults(moved, { a: "5 km", distance: "6 km", f: "oil" })).toEqual([
      "answer-unknown distance",
    ]);
  });

  it("tells of what never was", async () => {
    expect(await faults(moved, { a: "5 km", f: "coal", height: "1 m" })).toEqual([
      "answer-unknown height",
      "answer-not-a-member f",
    ]);
  });
});
