import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import type { Node, TableTree, Tree } from "../../engine/methodology/tree.ts";
import { coverageOf } from "../../site/documents/coverage.ts";
import { Equation, readsOf } from "../../site/documents/equation.tsx";
import { NodeMath } from "../../site/documents/math.tsx";
import { namesOf } from "../../site/documents/names.ts";
import { documentSpeech } from "../../site/documents/words.ts";

const kilogram = { kind: "quantity", unit: { text: "kg" } } as const;
const origin = { sources: [{ document: "plan" }], provenance: "confirmed" } as const;
const lamps = { id: "lamps", label: { ja: "照明" }, minItems: 0, maxItems: 9, fields: [] };

const tree = {
  id: "T-1",
  inputs: [
    {
      id: "lamps.power",
      list: "lamps",
      label: { ja: "電力", en: "Power" },
      symbol: "P_PJ,lamp",
      type: kilogram,
      per: [],
    },
    { id: "hours", label: { ja: "時間", en: "Hours" }, type: kilogram, per: [] },
  ],
  constants: [{ id: "factor", symbol: "CEF", type: kilogram, value: "2", origin }],
  formulas: [
    { id: "total", label: { ja: "合計" }, symbol: "EM", type: kilogram, per: ["years"] },
    { id: "kind", label: { ja: "区分" }, type: { kind: "enum", enum: "kind" }, per: [] },
  ],
  lists: [lamps],
  enums: [
    { id: "kind", ordered: false, members: [{ id: "new", label: { ja: "新設", en: "New" } }] },
  ],
  tables: [],
} as unknown as Tree;

const hand = { names: namesOf(tree), language: "en", words: documentSpeech.en.words.math } as const;

/** An expression as a reader sees it: the words of the equation without its marks. */
function drawn(node: Node): string {
  return renderToString(<NodeMath node={node} hand={hand} />).replace(/<[^>]+>/g, "");
}

const number = (value: string): Node => ({ kind: "number", value, unit: "1" });
const constant: Node = { kind: "constant", id: "factor" };
const arithmetic = (operator: "+" | "-" | "*" | "/", left: Node, right: Node): Node => ({
  kind: "arithmetic",
  operator,
  left,
  right,
});

describe("an equation", () => {
  it.each<[string, Node, string]>([
    [
      "a sum in a product",
      arithmetic("*", arithmetic("+", number("1"), constant), number("2")),
      "(1+CEF)×2",
    ],
    [
      "a product in a sum",
      arithmetic("+", arithmetic("*", number("1"), constant), number("2")),
      "1×CEF+2",
    ],
    [
      "a difference taken away",
      arithmetic("-", number("1"), arithmetic("-", number("2"), constant)),
      "1−(2−CEF)",
    ],
    [
      "a difference taken from",
      arithmetic("-", arithmetic("-", number("1"), number("2")), constant),
      "1−2−CEF",
    ],
    [
      "a product times a product",
      arithmetic("*", number("2"), arithmetic("*", constant, number("3"))),
      "2×CEF×3",
    ],
    [
      "a quotient without brackets",
      arithmetic("/", arithmetic("+", number("1"), constant), number("2")),
      "1+CEF2",
    ],
    ["a sign", { kind: "negation", value: arithmetic("+", number("1"), constant) }, "−(1+CEF)"],
    [
      "a factor with a sign",
      arithmetic("*", number("2"), { kind: "negation", value: constant }),
      "2×(−CEF)",
    ],
    [
      "a conversion of units, which no clause prints",
      { kind: "convert", factor: "1/1000", from: "kg", to: "t", value: constant },
      "CEF",
    ],
    ["a choice", { kind: "member", enum: "kind", member: "new" }, "New"],
    [
      "a sum over a list",
      {
        kind: "over",
        function: "sum",
        axis: "lamps",
        of: "quantity",
        value: { kind: "input", id: "lamps.power" },
      },
      "∑i:照明PPJ,lamp,i",
    ],
    [
      "a number with its unit",
      { kind: "number", value: "44/12", unit: "t-CO2/t-C" },
      "4412t-CO2/t-C",
    ],
  ])("%s", (_, node, text) => {
    expect(drawn(node)).toBe(text);
  });

  it("gives branches a line each, with the case of each", () => {
    const body = {
      kind: "match",
      subject: { kind: "formula", id: "kind" },
      branches: [{ member: "new", then: constant, text: "factor" }],
    } as const;
    const html = renderToString(<Equation formula={{ id: "total", body }} hand={hand} />);
    expect(html).toContain('<mtable class="cases"><mtr><mtd>');
    expect(html.replace(/<[^>]+>/g, "")).toBe("EMy=CEF区分=New");
  });

  it("floors within brackets where the methodology floors to whole units", () => {
    const round = { mode: "floor", to: "1" } as const;
    const body = { kind: "expr", value: constant } as const;
    const html = renderToString(<Equation formula={{ id: "total", body, round }} hand={hand} />);
    expect(html.replace(/<[^>]+>/g, "")).toBe("EMy=⌊CEF⌋");
  });

  it("is followed by each name it reads, once", () => {
    const power: Node = { kind: "input", id: "lamps.power" };
    const body = {
      kind: "expr",
      value: arithmetic("+", power, arithmetic("*", power, constant)),
    } as const;
    const reads = readsOf(body, ["years"], hand.names);
    expect(reads.names.map(({ id }) => id)).toEqual(["lamps.power", "factor"]);
    expect(reads.axes).toEqual(["years", "lamps"]);
  });
});

const table: TableTree = {
  id: "fuels",
  keys: [
    { id: "fuel", kind: "enum", enum: "fuel" },
    { id: "year", kind: "fiscal_year" },
  ],
  columns: [{ id: "cef", type: kilogram }],
  inverse: [],
  replaceable: false,
  origins: [origin, { sources: [{ document: "guess" }], provenance: "unconfirmed" }],
  rows: [
    { keys: ["oil", "2013..2014"], cells: ["1"], origin: 0 },
    { keys: [["oil", "gas"], "2016"], cells: ["2"], origin: 1 },
    { keys: ["gas", "2017"], cells: ["none"], origin: 0 },
    { keys: ["wood", "2014.."], cells: ["0"], origin: 0 },
  ],
};

describe("what a table covers", () => {
  const fuel = {
    id: "fuel",
    ordered: false,
    members: ["oil", "gas", "wood", "coal"].map((id) => ({ id, label: { ja: id } })),
  };
  const coverage = coverageOf({ table, documents: [], enums: [fuel], usedBy: [] });

  it("counts figures by flag, and cells left open", () => {
    expect(coverage.flags).toEqual({ confirmed: 2, secondary: 0, derived: 0, unconfirmed: 1 });
    expect(coverage.open).toBe(1);
    expect(coverage.documents).toEqual([
      { id: "plan", rows: 2 },
      { id: "guess", rows: 1 },
    ]);
  });

  it("tells the years of each key, what is missing between them and what runs out", () => {
    const lines = coverage.lines?.map(({ keys, years, last, missing }) => [
      keys.join(),
      Object.fromEntries(years),
      last,
      missing,
    ]);
    expect(lines).toEqual([
      ["oil", { 2013: "confirmed", 2014: "confirmed", 2016: "unconfirmed" }, 2016, [2015]],
      ["gas", { 2016: "unconfirmed" }, 2016, []],
      ["wood", { 2014: "confirmed" }, undefined, []],
    ]);
    expect(coverage.years).toEqual([2013, 2014, 2015, 2016]);
  });

  it("names the members that no row has", () => {
    expect(coverage.absent).toEqual([{ key: "fuel", members: ["coal"] }]);
  });
});
