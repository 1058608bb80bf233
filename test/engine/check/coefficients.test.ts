import { describe, expect, it } from "vitest";
import { coverage } from "../../../engine/check/coefficients/coverage.ts";
import { checkCoefficients } from "../../../engine/check/coefficients.ts";
import type { ParsedMethodology } from "../../../engine/methodology/file.ts";
import type { RowTree, TableTree, Tree } from "../../../engine/methodology/tree.ts";
import { toldOfGrove } from "../../support/grove.ts";
import { tinyTree } from "../../support/tiny.ts";

const factors =
  "      - { year: 2013, factor: 0.00057 }\n      - { year: 2014, factor: 0.00055 }\n";
const carbon =
  '      - { species: "*", density: 0.7, low: none, high: none, since: none, known: 2014-04-01 }\n';

describe("rows", () => {
  it.each<[string, string, string]>([
    ["an explicit row beside one for all", carbon, carbon.replace('"*"', "hinoki") + carbon],
    [
      "a gap that a row for all fills",
      "    key: { year: fiscal_year }\n    columns: { factor: t-CO2/kWh }",
      "    key: { year: fiscal_year }\n    on_missing_year: error\n    columns: { factor: t-CO2/kWh }",
    ],
    ["years far ahead", "{ year: 2015..2017,", "{ year: 2015..2100,"],
    ["a fraction", "density: 0.59", "density: 6/11"],
    ["more digits than any source prints", "density: 0.59", `density: 0.59${"0".repeat(300)}`],
  ])("may hold %s", async (_, find, replace) => {
    expect(await toldOfGrove([find, replace])).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    [
      "a year twice",
      "{ year: 2015..2017,",
      "{ year: 2014..2017,",
      "rows-overlap: - { year: «2014..2017», factor: 0.00053 }",
    ],
    [
      "a year that is none",
      "{ year: 2015..2017,",
      "{ year: 2015..17,",
      "key-not-read: - { year: «2015..17», factor: 0.00053 }",
    ],
    [
      "two rows for all",
      carbon,
      carbon + carbon.replace("0.7", "0.8"),
      'row-twice: - «{ species: "*", density: 0.8, low: none, high: none, since: none, known: 2014-04-01 }»',
    ],
    [
      "too many digits",
      "density: 0.59",
      `density: 0.${"5".repeat(401)}`,
      `figure-too-long: - { species: sugi, density: «0.${"5".repeat(401)}», low: 0.5, high: 0.6, since: 2014-04-01 }`,
    ],
    [
      "an exponent",
      "density: 0.59",
      "density: 5.9e-1",
      "cell-not-read: - { species: sugi, density: «5.9e-1», low: 0.5, high: 0.6, since: 2014-04-01 }",
    ],
    [
      "a gap of years, said nothing of",
      factors,
      factors.replace("2014,", "2013,").replace("2013, factor: 0.00057", "2012, factor: 0.00057"),
      "year-gap: - { year: «2015..2017», factor: 0.00053 }",
    ],
  ])("may not hold %s", async (_, find, replace, expected) => {
    expect(await toldOfGrove([find, replace])).toEqual([expected]);
  });

  it("leave a gap of years as a warning in a draft", async () => {
    const told = await toldOfGrove(
      ["status: published", "status: draft"],
      ["      - { year: 2014, factor: 0.00055 }\n", ""],
    );
    expect(told).toEqual(["warning year-gap: - { year: «2015..2017», factor: 0.00053 }"]);
  });

  it("leave a gap of years where the table says what to do about it", async () => {
    const told = await toldOfGrove(
      ["      - { year: 2014, factor: 0.00055 }\n", ""],
      [
        "    columns: { factor: t-CO2/kWh }",
        "    on_missing_year: error\n    columns: { factor: t-CO2/kWh }",
      ],
    );
    expect(told).toEqual([]);
  });

  it("are missed where members have none", async () => {
    const told = await toldOfGrove([carbon, ""]);
    expect(told).toEqual(["warning rows-missing: «carbon»:"]);
  });

  it("are not missed in a table that an office replaces", async () => {
    const key = "  carbon:\n    key: { species: species }\n";
    const told = await toldOfGrove([carbon, ""], [key, `${key}    replaceable: true\n`]);
    expect(told).toEqual([]);
  });

  it("are not missed where the methodology asks whether they are there", async () => {
    expect(await toldOfGrove(["      - { from: sendai, to: otsu, km: 640 }\n", ""])).toEqual([]);
  });
});

const label = { ja: "表" };
const origin = { sources: [{ document: "rule" }], provenance: "confirmed" } as const;

function tableOf(rows: readonly RowTree[]): TableTree {
  return {
    id: "factors",
    label,
    keys: [
      { id: "fuel", kind: "enum", enum: "fuel" },
      { id: "year", kind: "fiscal_year" },
    ],
    columns: [{ id: "value", type: { kind: "quantity", unit: { text: "kg" } } }],
    inverse: [],
    replaceable: false,
    rows,
    origins: [origin],
  };
}

function treeOf(table: TableTree): Tree {
  const members = Array.from({ length: 2000 }, (_, index) => ({ id: `f${index}`, label }));
  return { ...tinyTree, enums: [{ id: "fuel", ordered: false, members }], tables: [table] };
}

const parsed = {
  data: {
    tables: { factors: { key: {}, columns: {}, rows: [] } },
    inputs: {},
    status: "published",
  },
  file: "long.yaml",
  expressions: new Map(),
  rows: new Map(),
  tableFiles: new Map(),
  componentFiles: new Map(),
  place: () => undefined,
} as unknown as ParsedMethodology;

describe("coverage", () => {
  it("tells the fiscal years of each key, and the gaps in them", () => {
    const row = (fuel: string | readonly string[], year: string): RowTree => ({
      keys: [fuel, year],
      cells: ["1"],
      origin: 0,
    });
    const table = tableOf([
      row(["f0", "f1"], "2013..2015"),
      row("f0", "2018..2040"),
      row("*", "2012"),
    ]);
    expect(coverage(treeOf(table))).toEqual([
      {
        table: "factors",
        label,
        keys: "f0",
        from: 2013,
        to: 2040,
        gaps: [{ from: 2016, to: 2017 }],
      },
      { table: "factors", label, keys: "f1", from: 2013, to: 2015, gaps: [] },
      { table: "factors", label, keys: "*", from: 2012, to: 2012, gaps: [] },
    ]);
  });

  it("leaves out tables without years", () => {
    expect(coverage(tinyTree)).toEqual([]);
  });
});

describe("a long table", () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, index): RowTree => ({
      keys: [`f${index % 2000}`, String(2010 + Math.floor(index / 2000))],
      cells: ["1.5"],
      origin: 0,
    }),
  );

  it("of 20,000 rows is checked", () => {
    expect(checkCoefficients({ parsed, tree: treeOf(tableOf(rows)) })).toEqual([]);
  });

  it("of 20,000 rows tells the one that covers another", () => {
    const slipped = rows.map((row, index) =>
      index === 10_001 ? { ...row, keys: ["f1", "2014..2015"] } : row,
    );
    const issues = checkCoefficients({ parsed, tree: treeOf(tableOf(slipped)) });
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ["rows-overlap", ["tables", "factors", "rows", 10_001, "year"]],
    ]);
  });

  it("whose lists of members multiply beyond measure is refused", () => {
    const all = Array.from({ length: 1000 }, (_, index) => `f${index}`);
    const wide: TableTree = {
      ...tableOf([{ keys: [all, all, "2013"], cells: ["1"], origin: 0 }]),
      keys: [
        { id: "from", kind: "enum", enum: "fuel" },
        { id: "to", kind: "enum", enum: "fuel" },
        { id: "year", kind: "fiscal_year" },
      ],
    };
    const issues = checkCoefficients({ parsed, tree: treeOf(wide) });
    expect(issues.map(({ code }) => code)).toEqual(["table-too-wide"]);
  });
});
