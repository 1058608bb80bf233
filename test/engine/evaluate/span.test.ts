import { describe, expect, it } from "vitest";
import type { Node } from "../../../engine/methodology/tree.ts";
import type { Several, Span } from "../../../engine/plan.ts";
import { exact } from "../../../engine/quantity/exact.ts";
import {
  arithmetic,
  booleanType,
  call,
  cases,
  compared,
  confirmed,
  constant,
  constantOf,
  enumeration,
  enumType,
  formula,
  input,
  list,
  logical,
  looked,
  match,
  number,
  outputsOf,
  over,
  quantityType,
  read,
  table,
} from "../../support/trees.ts";

const range = (low: string, high: string): Span => ({
  kind: "span",
  low: exact(low),
  high: exact(high),
  tight: true,
});
const several = (...values: readonly (number | boolean)[]): Several => ({
  kind: "several",
  values,
});

const parts = {
  enums: [enumeration("fuel", ["oil", "gas", "coal"])],
  lists: [list("rows", ["v"])],
  inputs: [
    input("a"),
    input("b"),
    input("p", booleanType),
    input("fuel", enumType("fuel")),
    input("rows.v"),
  ],
  tables: [
    table(
      "t",
      [{ id: "fuel", kind: "enum", enum: "fuel" }],
      ["v"],
      ["oil | 1", "gas | 5", "coal | 3"],
    ),
    table(
      "steps",
      [{ id: "at", kind: "interval", unit: "1", includes: "lower", outside: "error" }],
      ["v"],
      ["0..1 | 10", "1..2 | 99", "2.. | 20"],
    ),
    table(
      "curve",
      [{ id: "at", kind: "number", unit: "1", interpolate: true, outside: "clamp" }],
      ["v"],
      ["0 | 0", "1 | 10", "2 | 4"],
    ),
    table(
      "given",
      [{ id: "fuel", kind: "enum", enum: "fuel" }],
      [{ id: "v", type: quantityType, low: "least", high: "most" }, "least", "most"],
      ["oil | 2 1 3"],
    ),
  ],
};
const given = {
  a: [range("1", "2")],
  b: [range("-3", "4")],
  p: [several(true, false)],
  fuel: [several(0, 1)],
};
const rows = [range("1", "2"), range("0", "5")];
const least = (of: "quantity" | "enum", ...values: readonly Node[]): Node => ({
  kind: "choose",
  function: "min",
  of,
  values,
});
const of = (body: Node | ReturnType<typeof cases>, type = quantityType) =>
  outputsOf(
    { ...parts, formulas: [formula("x", body, { type })] },
    { given: { ...given, "rows.v": rows }, items: { rows: rows.length } },
    { mode: "range" },
  ).x;

describe("ranges", () => {
  it.each([
    ["a + b", arithmetic(read("a"), "+", read("b")), "-2..6"],
    ["a - b", arithmetic(read("a"), "-", read("b")), "-3..5"],
    ["a * b", arithmetic(read("a"), "*", read("b")), "-6..8"],
    ["b / a", arithmetic(read("b"), "/", read("a")), "-3..4"],
    ["a / b", arithmetic(read("a"), "/", read("b")), "division-by-zero"],
    ["abs b", call("abs", read("b")), "0..4"],
    ["pow b 2", call("pow", read("b"), number("2")), "0..16"],
    ["pow a -1", call("pow", read("a"), number("-1")), "0.5..1"],
    ["a > 0", compared(read("a"), ">", number("0")), "true"],
    ["a > 1", compared(read("a"), ">", number("1")), "true|false"],
    ["a >= 1", compared(read("a"), ">=", number("1")), "true"],
    ["a == 5", compared(read("a"), "==", number("5")), "false"],
    [
      "b > 0 or true",
      logical(compared(read("b"), ">", number("0")), "or", { kind: "boolean", value: true }),
      "true",
    ],
    ["an undecided case", cases([[read("p"), number("1")]], number("7")), "1..7"],
    [
      "a case that is decided",
      cases([[compared(read("a"), "<", number("0")), number("1")]], number("7")),
      "7",
    ],
    [
      "a match on several members",
      match(read("fuel"), { oil: number("1"), gas: number("2"), coal: number("9") }),
      "1..2",
    ],
    ["a cell of several members", looked("t.v", [read("fuel")]), "1..5"],
    ["a cell behind an interval", looked("steps.v", [read("a")]), "20..99"],
    [
      "a value between rows",
      looked("curve.v", [arithmetic(read("a"), "-", number("0.5"))]),
      "5..10",
    ],
    [
      "a cell with a range of its own",
      looked("given.v", [{ kind: "member", enum: "fuel", member: "oil" }]),
      "1..3",
    ],
    ["the lesser of two", least("quantity", read("a"), read("b")), "-3..2"],
    ["the least over a list", over("min_of", "rows", read("rows.v")), "0..2"],
    ["several members", read("fuel"), "oil|gas"],
  ] as const)("%s is %s", (_, body, expected) => {
    const type = expected === "oil|gas" ? enumType("fuel") : quantityType;
    expect(of(body as Node, type)).toBe(expected);
  });

  it("of constants hold between their ends, or at the one that is asked for", () => {
    const ranged = {
      constants: [constant("c", "2", undefined, { low: "1", high: "4", origin: confirmed })],
      formulas: [formula("x", arithmetic(constantOf("c"), "*", number("3")))],
    };
    expect(outputsOf(ranged, {}, { mode: "range" })).toEqual({ x: "3..12" });
    expect(outputsOf(ranged, {}, { mode: "range", end: () => "low" })).toEqual({ x: "3" });
    expect(outputsOf(ranged, {}, { mode: "estimate" })).toEqual({ x: "6" });
  });

  it("are rounded at both ends", () => {
    const formulas = [formula("x", read("b"), { round: { mode: "half_up", to: "2" } })];
    expect(outputsOf({ ...parts, formulas }, { given }, { mode: "range" })).toEqual({ x: "-4..4" });
  });

  it("leave elements of a list in or out", () => {
    const rows = {
      lists: [list("rows", ["v", "ok"])],
      inputs: [input("rows.v"), input("rows.ok", booleanType)],
    };
    const laid = {
      items: { rows: 3 },
      given: { "rows.v": ["1", "10", "100"], "rows.ok": ["true", several(true, false), "false"] },
    };
    const where = { where: read("rows.ok") };
    const formulas = [
      formula("total", over("sum", "rows", read("rows.v"), where)),
      formula("number", over("count", "rows", undefined, where)),
      formula("mean", over("average", "rows", read("rows.v"), where)),
      formula("most", over("max_of", "rows", read("rows.v"), where)),
      formula("least", over("min_of", "rows", read("rows.v"), where)),
      formula("every", over("all", "rows", read("rows.ok"))),
    ];
    expect(outputsOf({ ...rows, formulas }, laid, { mode: "range" })).toEqual({
      total: "1..11",
      number: "1..2",
      mean: "1..10",
      most: "1..10",
      least: "1",
      every: "false",
    });
  });
});
