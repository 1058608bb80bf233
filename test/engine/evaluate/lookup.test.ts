import { describe, expect, it } from "vitest";
import type { KeyTree, TableTree } from "../../../engine/methodology/tree.ts";
import type { EvaluationOptions } from "../../../engine/plan.ts";
import {
  call,
  confirmed,
  dateType,
  enumeration,
  enumType,
  evaluated,
  formula,
  input,
  known,
  looked,
  number,
  quantityType,
  read,
  table,
  unconfirmed,
  valueOfNode,
  yearType,
} from "../../support/trees.ts";

const enums = [
  enumeration("fuel", ["oil", "gas", "coal"]),
  enumeration("place", ["miyagi", "tokyo", "osaka"]),
  enumeration("site", ["good", "fair", "poor"], { ordered: true }),
];
const fuelKey: KeyTree = { id: "fuel", kind: "enum", enum: "fuel" };
const placeKey: KeyTree = { id: "place", kind: "enum", enum: "place" };
const yearKey: KeyTree = { id: "year", kind: "fiscal_year" };
const age = (more: Partial<Extract<KeyTree, { kind: "number" }>> = {}): KeyTree => ({
  id: "age",
  kind: "number",
  unit: "yr",
  interpolate: false,
  outside: "error",
  ...more,
});
const heat = (more: Partial<Extract<KeyTree, { kind: "interval" }>> = {}): KeyTree => ({
  id: "heat",
  kind: "interval",
  unit: "°C",
  includes: "lower",
  outside: "error",
  ...more,
});

const inputs = [
  input("fuel", enumType("fuel")),
  input("place", enumType("place")),
  input("other", enumType("place")),
  input("year", yearType),
  input("day", dateType),
  input("site", enumType("site")),
];

/** Looks up the column `v` of a table `t` with these keys: members and years by input, numbers as they are. */
function cell(
  of: TableTree,
  keys: readonly string[],
  options: Partial<EvaluationOptions> & { readonly column?: string } = {},
): string {
  const { column = "v", ...rest } = options;
  const given: Record<string, string> = {};
  let places = 0;
  const nodes = of.keys.map((key, at) => {
    const text = keys[at] as string;
    if (key.kind === "number" || (key.kind === "interval" && key.unit !== undefined)) {
      return number(text);
    }
    const id =
      key.kind === "interval"
        ? "day"
        : key.kind === "fiscal_year"
          ? "year"
          : key.enum === "place" && places++ > 0
            ? "other"
            : key.enum;
    given[id] = text;
    return read(id);
  });
  return valueOfNode(
    looked(`t.${column}`, nodes),
    { enums, inputs, tables: [of] },
    { given },
    rest,
  );
}

describe("member keys", () => {
  const wild = table(
    "t",
    [fuelKey, placeKey],
    ["v"],
    ["* * | 1", "* tokyo | 2", "oil * | 3", "oil+gas osaka | 4"],
  );

  it.each([
    ["coal", "miyagi", "1"],
    ["coal", "tokyo", "2"],
    ["oil", "miyagi", "3"],
    // Key by key from the left: the explicit fuel beats the explicit place.
    ["oil", "tokyo", "3"],
    ["oil", "osaka", "4"],
    ["gas", "osaka", "4"],
    ["gas", "tokyo", "2"],
  ])("%s, %s finds %s: explicit beats *", (fuel, place, expected) => {
    expect(cell(wild, [fuel, place])).toBe(expected);
  });

  it("find nothing where there is no row, and say what was looked for", () => {
    const some = table("t", [fuelKey], ["v"], ["oil | 1"], { label: { ja: "燃料", en: "Fuels" } });
    expect(cell(some, ["gas"])).toBe("no-row");
    const { evaluation } = evaluated(
      { enums, inputs, tables: [some], formulas: [formula("x", looked("t.v", [read("fuel")]))] },
      { given: { fuel: "gas" } },
    );
    expect(evaluation.issues).toEqual([
      {
        code: "no-row",
        severity: "error",
        path: ["formulas", "x"],
        facts: {
          id: "x",
          at: {},
          table: "t",
          tableLabel: { ja: "燃料", en: "Fuels" },
          column: "v",
          keys: ["fuel = gas"],
        },
      },
    ]);
  });

  it("hold both ways in a symmetric table", () => {
    const pairs: readonly KeyTree[] = [
      { id: "from", kind: "enum", enum: "place" },
      { id: "to", kind: "enum", enum: "place" },
    ];
    const distances = table("t", pairs, ["v"], ["miyagi tokyo | 305", "tokyo tokyo | 0"], {
      symmetric: ["from", "to"],
    });
    expect(cell(distances, ["miyagi", "tokyo"])).toBe("305");
    expect(cell(distances, ["tokyo", "miyagi"])).toBe("305");
    expect(cell(distances, ["tokyo", "tokyo"])).toBe("0");
    expect(cell(distances, ["osaka", "tokyo"])).toBe("no-row");
  });

  it("give cells of every type", () => {
    const typed = table(
      "t",
      [fuelKey],
      [
        { id: "share", type: quantityType },
        { id: "to", type: dateType },
        { id: "open", type: { kind: "boolean" } },
        { id: "site", type: enumType("site") },
      ],
      ["oil | 44/12 2031-03-31 true fair"],
    );
    const parts = { enums, inputs, tables: [typed] };
    const laid = { given: { fuel: "oil" } };
    const of = (column: string, type = quantityType) =>
      valueOfNode(looked(`t.${column}`, [read("fuel")]), parts, laid, { type });
    expect(of("share")).toBe("11/3");
    expect(of("to", dateType)).toBe("2031-03-31");
    expect(of("open")).toBe("true");
    expect(of("site", enumType("site"))).toBe("fair");
  });
});

describe("fiscal years", () => {
  const yearly = table(
    "t",
    [fuelKey, yearKey],
    ["v"],
    ["oil 2013..2015 | 1", "oil 2016 | 2", "gas 2014.. | 3", "coal ..2014 | 4", "coal 2016.. | 5"],
  );

  it.each([
    ["oil", "2013", "1"],
    ["oil", "2015", "1"],
    ["oil", "2016", "2"],
    ["oil", "2012", "no-row-for-year"],
    ["oil", "2017", "no-row-for-year"],
    ["gas", "2014", "3"],
    ["gas", "2099", "3"],
    ["coal", "1999", "4"],
    ["coal", "2016", "5"],
    ["coal", "2030", "5"],
  ])("%s in %s is %s", (fuel, year, expected) => {
    expect(cell(yearly, [fuel, year])).toBe(expected);
  });

  it("take the last known year where a clause allows it, and tell it", () => {
    const carried = { ...yearly, carryOver: confirmed };
    expect(cell(carried, ["oil", "2020"])).toBe("2");
    expect(cell(carried, ["oil", "2012"])).toBe("no-row-for-year");
    expect(cell(carried, ["coal", "2015"])).toBe("4");
  });

  it("take the last known year in an estimate, and list it once", () => {
    expect(cell(yearly, ["oil", "2020"], { mode: "estimate" })).toBe("2");
    const node = looked("t.v", [read("fuel"), read("year")]);
    const { evaluation } = evaluated(
      { enums, inputs, tables: [yearly], formulas: [formula("x", node), formula("y", node)] },
      { given: { fuel: "oil", year: "2020" } },
      { mode: "estimate" },
    );
    expect(evaluation.figures).toEqual([
      {
        kind: "carried_over",
        table: 0,
        row: 1,
        column: 0,
        keys: ["oil", "FY2020"],
        value: { numerator: 2, scale: 0, divisor: 1 },
        year: 2020,
        from: 2016,
      },
    ]);
  });

  it("say the last year that is known", () => {
    const { evaluation } = evaluated(
      {
        enums,
        inputs,
        tables: [yearly],
        formulas: [formula("x", looked("t.v", [read("fuel"), read("year")]))],
      },
      { given: { fuel: "oil", year: "2020" } },
    );
    expect(evaluation.issues[0]?.facts).toMatchObject({ year: "FY2020", last: "FY2016" });
  });
});

describe("the as-of date", () => {
  const origins = [
    { ...confirmed, known: "2024-07-01" },
    { ...confirmed, known: "2025-07-01" },
    { ...unconfirmed, known: "2020-01-01" },
  ];
  const known = (fuel: string, v: string, w: string, origin: number | readonly number[]) => ({
    keys: [fuel],
    cells: [v, w],
    origin,
  });
  const dated = table(
    "t",
    [fuelKey],
    ["v", "w"],
    [known("oil", "1", "10", 0), known("oil", "2", "20", [1, 2]), known("gas", "5", "50", 1)],
    { origins },
  );

  it.each([
    ["2024-06-30", "oil", "v", "no-row"],
    ["2024-07-01", "oil", "v", "1"],
    ["2025-06-30", "oil", "v", "1"],
    ["2025-07-01", "oil", "v", "2"],
    // Known per column: the newer of the cells that are known wins.
    ["2024-06-30", "oil", "w", "20"],
    ["2024-07-01", "oil", "w", "10"],
    ["2025-06-30", "gas", "v", "no-row"],
  ])("%s sees of %s.%s %s", (asOf, fuel, column, expected) => {
    expect(cell(dated, [fuel], { asOf, column })).toBe(expected);
  });
});

describe("interval keys", () => {
  const rows = ["350..450 | 0.65", "450..600 | 0.80", "600.. | 0.89"];

  it.each([
    ["lower", "350", "0.65"],
    ["lower", "449.999", "0.65"],
    ["lower", "450", "0.8"],
    ["lower", "9999", "0.89"],
    ["lower", "349.9", "key-outside"],
    ["upper", "350", "key-outside"],
    ["upper", "450", "0.65"],
    ["upper", "600", "0.8"],
    ["upper", "600.1", "0.89"],
  ] as const)("that include the %s end find for %s %s", (includes, value, expected) => {
    expect(cell(table("t", [heat({ includes })], ["v"], rows), [value])).toBe(expected);
  });

  it("are clamped where they say so", () => {
    const clamped = table("t", [heat({ outside: "clamp" })], ["v"], ["0..1 | 1", "1..2 | 2"]);
    expect(cell(clamped, ["-5"])).toBe("1");
    expect(cell(clamped, ["2"])).toBe("2");
    expect(cell(clamped, ["7"])).toBe("2");
  });

  it("of dates find the piece of a day", () => {
    const { unit: _, ...bare } = heat() as Extract<KeyTree, { kind: "interval" }>;
    const rules = table("t", [bare], ["v"], ["2017-07-26..2022-08-05 | 8", "2022-08-05.. | 16"]);
    expect(cell(rules, ["2022-08-04"])).toBe("8");
    expect(cell(rules, ["2022-08-05"])).toBe("16");
    expect(cell(rules, ["2017-07-25"])).toBe("key-outside");
  });

  it("stand behind member keys, where an explicit row beats one for all", () => {
    const both = table(
      "t",
      [fuelKey, heat()],
      ["v"],
      ["oil 0..10 | 1", "* 0..20 | 2", "oil * | 3"],
    );
    expect(cell(both, ["oil", "5"])).toBe("1");
    expect(cell(both, ["oil", "15"])).toBe("3");
    expect(cell(both, ["gas", "15"])).toBe("2");
    expect(cell(both, ["gas", "25"])).toBe("key-outside");
  });
});

describe("number keys", () => {
  const rows = ["10 | 40.8", "15 | 88.89", "30 | 259.05"];

  it("hold for printed values only", () => {
    const printed = table("t", [age()], ["v"], rows);
    expect(cell(printed, ["15.0"])).toBe("88.89");
    expect(cell(printed, ["12"])).toBe("key-not-printed");
    expect(cell(printed, ["5"])).toBe("key-not-printed");
    const { evaluation } = evaluated({
      tables: [printed],
      formulas: [formula("x", looked("t.v", [number("12")]))],
    });
    expect(evaluation.issues[0]?.facts).toMatchObject({ value: "12", nearest: ["10", "15"] });
  });

  it.each([
    ["10", "40.8"],
    ["12", "60.036"],
    ["15", "88.89"],
    ["16", "100.234"],
    ["30", "259.05"],
    ["9", "key-outside"],
    ["31", "key-outside"],
  ])("are interpolated exactly: %s gives %s", (value, expected) => {
    expect(cell(table("t", [age({ interpolate: true })], ["v"], rows), [value])).toBe(expected);
  });

  it("are clamped where they say so", () => {
    const clamped = table("t", [age({ interpolate: true, outside: "clamp" })], ["v"], rows);
    expect(cell(clamped, ["1"])).toBe("40.8");
    expect(cell(clamped, ["99"])).toBe("259.05");
  });

  it("are interpolated one within another", () => {
    const grid = table(
      "t",
      [age({ interpolate: true }), { ...age({ interpolate: true }), id: "height" } as KeyTree],
      ["v"],
      ["0 0 | 0", "0 10 | 10", "10 0 | 100", "10 10 | 130"],
    );
    expect(cell(grid, ["5", "5"])).toBe("60");
    expect(cell(grid, ["10", "1"])).toBe("103");
  });

  it("take an irrational key as it is", () => {
    const root = call("sqrt", number("200"));
    const at = looked("t.v", [root]);
    const tables = [table("t", [age({ interpolate: true })], ["v"], ["10 | 0", "20 | 100"])];
    expect(valueOfNode(at, { tables })).toBe("~41.42135623730950488");
  });

  describe("with a slope column", () => {
    const sloped = (includes: "lower" | "upper", outside: "error" | "clamp") =>
      table(
        "t",
        [age({ interpolate: true, outside })],
        [
          "volume",
          { id: "v", type: quantityType, slope: { of: "volume", along: "age", includes } },
        ],
        ["10 | 40.8", "15 | 88.8", "20 | 145"],
      );

    it.each([
      ["lower", "error", "12", "9.6"],
      ["lower", "error", "10", "9.6"],
      ["lower", "error", "15", "11.24"],
      ["upper", "error", "15", "9.6"],
      ["upper", "error", "20", "11.24"],
      ["lower", "error", "20", "slope-at-end"],
      ["upper", "error", "10", "slope-at-end"],
      ["lower", "error", "25", "key-outside"],
      ["lower", "clamp", "20", "11.24"],
      ["lower", "clamp", "25", "11.24"],
      ["upper", "clamp", "10", "9.6"],
      ["upper", "clamp", "5", "9.6"],
    ] as const)(
      "including the %s row, %s outside: %s gives %s",
      (includes, outside, at, expected) => {
        expect(cell(sloped(includes, outside), [at])).toBe(expected);
      },
    );
  });
});

describe("inverse look-ups", () => {
  const curves = (choose: "poorer" | "nearest" | "better", beyond: "error" | "end") =>
    table(
      "t",
      [{ id: "site", kind: "enum", enum: "site" }, age({ interpolate: true })],
      ["height"],
      [
        "good 30 | 18",
        "good 40 | 22",
        "fair 30 | 15",
        "fair 40 | 19",
        "poor 30 | 12",
        "poor 40 | 15",
      ],
      { inverse: [{ key: "site", from: "height", choose, beyond }] },
    );
  const site = (
    choose: "poorer" | "nearest" | "better",
    beyond: "error" | "end",
    at: string,
    height: string,
  ) =>
    valueOfNode(
      looked("t.site", [null, number(at)], { column: "height", value: number(height) }),
      { enums, tables: [curves(choose, beyond)] },
      {},
      { type: enumType("site") },
    );

  it.each([
    ["poorer", "error", "30", "18", "good"],
    ["poorer", "error", "30", "17.9", "fair"],
    ["poorer", "error", "30", "15", "fair"],
    ["poorer", "error", "30", "14.9", "poor"],
    ["poorer", "error", "30", "11.9", "inverse-outside"],
    ["poorer", "end", "30", "11.9", "poor"],
    ["poorer", "error", "30", "99", "good"],
    ["better", "error", "30", "15.1", "good"],
    ["better", "error", "30", "15", "fair"],
    ["better", "error", "30", "18.1", "inverse-outside"],
    ["better", "end", "30", "18.1", "good"],
    ["nearest", "error", "30", "16.6", "good"],
    ["nearest", "error", "30", "16.4", "fair"],
    // A tie goes to the poorer.
    ["nearest", "error", "30", "16.5", "fair"],
    ["nearest", "error", "30", "18.1", "inverse-outside"],
    ["nearest", "end", "30", "18.1", "good"],
    // At 35 the curves are at 20, 17 and 13.5.
    ["poorer", "error", "35", "17", "fair"],
    ["poorer", "error", "35", "16.9", "poor"],
  ] as const)(
    "%s, beyond %s, at %s years with %s m is %s",
    (choose, beyond, at, height, expected) => {
      expect(site(choose, beyond, at, height)).toBe(expected);
    },
  );

  it("find a number", () => {
    const ages = table("t", [age()], ["height"], ["10 | 5", "20 | 9"], {
      inverse: [{ key: "age", from: "height", choose: "poorer", beyond: "error" }],
    });
    const node = looked("t.age", [null], { column: "height", value: number("8") });
    expect(valueOfNode(node, { tables: [ages] })).toBe("10");
  });
});

describe("known cells", () => {
  const some = table("t", [fuelKey, yearKey], ["v"], ["oil 2020 | 1", "gas 2020 | none"]);
  const ask = (fuel: string, year: string, mode: "official" | "estimate" = "official") =>
    valueOfNode(
      known(looked("t.v", [read("fuel"), read("year")])),
      { enums, inputs, tables: [some] },
      { given: { fuel, year } },
      { mode },
    );

  it.each([
    ["oil", "2020", "true"],
    ["gas", "2020", "false"],
    ["coal", "2020", "false"],
    ["oil", "2021", "false"],
    ["-", "2020", "missing"],
  ])("%s in %s: %s", (fuel, year, expected) => {
    expect(ask(fuel, year)).toBe(expected);
  });

  it("are those that reading would find, in an estimate", () => {
    expect(ask("oil", "2021", "estimate")).toBe("true");
  });

  it("are read only where they are there", () => {
    expect(cell(some, ["gas", "2020"])).toBe("cell-open");
  });
});

describe("tables of an office", () => {
  const own = table("t", [fuelKey, yearKey], ["v"], ["oil 2020 | 1"], { replaceable: true });
  const replaced = (row: Readonly<Record<string, string>>, replaceable = true) =>
    evaluated(
      {
        enums,
        inputs,
        tables: [{ ...own, replaceable }],
        formulas: [formula("x", looked("t.v", [read("fuel"), read("year")]))],
      },
      { given: { fuel: "oil", year: "2020" } },
      { replacements: { t: { hash: "abc", rows: [row] } } },
    ).evaluation;

  it("stand in for replaceable ones, and the result says so", () => {
    const evaluation = replaced({ fuel: "oil", year: "2019..", v: "7" });
    expect(evaluation.outputs[0]?.values[0]).toEqual({ numerator: 7, scale: 0, divisor: 1 });
    expect(evaluation.replaced).toEqual([{ table: "t", hash: "abc" }]);
    expect(evaluation.issues).toEqual([]);
  });

  it.each([
    [{ fuel: "peat", year: "2020", v: "7" }, "fuel", "peat"],
    [{ fuel: "oil", year: "soon", v: "7" }, "year", "soon"],
    [{ fuel: "oil", year: "2020", v: "1e5" }, "v", "1e5"],
    [{ fuel: "oil", year: "2020" }, "v", ""],
  ])("are refused where %j cannot be read", (row, column, found) => {
    const evaluation = replaced(row as Record<string, string>);
    expect(evaluation.issues).toMatchObject([
      { code: "replacement-unread", facts: { table: "t", row: 1, column, found } },
    ]);
    expect(evaluation.outputs[0]?.values[0]).toEqual({ numerator: 1, scale: 0, divisor: 1 });
    expect(evaluation.replaced).toEqual([]);
  });

  it("are refused for tables that are not there", () => {
    const { evaluation } = evaluated(
      { enums, inputs, tables: [own], formulas: [formula("x", number("1"))] },
      { given: { fuel: "oil", year: "2020" } },
      { replacements: { u: { hash: "abc", rows: [] } } },
    );
    expect(evaluation.issues).toMatchObject([
      { code: "table-not-replaceable", facts: { table: "u" } },
    ]);
    expect(evaluation.replaced).toEqual([]);
  });

  it("are refused for other tables", () => {
    const evaluation = replaced({ fuel: "oil", year: "2020", v: "7" }, false);
    expect(evaluation.issues).toMatchObject([
      { code: "table-not-replaceable", facts: { table: "t" } },
    ]);
    expect(evaluation.replaced).toEqual([]);
  });
});
