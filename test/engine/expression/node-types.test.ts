import { describe, expect, it } from "vitest";
import { compile } from "../../../engine/compile.ts";
import { countNodes, enumOf } from "../../../engine/expression/node-types.ts";
import type { Node } from "../../../engine/methodology/tree.ts";
import {
  arithmetic,
  axis,
  compared,
  constant,
  constantOf,
  enumeration,
  enumType,
  formula,
  input,
  list,
  looked,
  match,
  member,
  number,
  over,
  read,
  table,
  through,
  tree,
  use,
} from "../../support/trees.ts";

const fuels = table(
  "fuels",
  [{ id: "fuel", kind: "enum", enum: "fuel" }],
  ["hv", { id: "grade", type: enumType("grade") }],
  ["oil | 1 good", "gas | 2 poor"],
);
const tiers = table("tiers", [{ id: "age", kind: "fiscal_year" }], ["v"], ["2013 | 1"]);

const plan = compile(
  tree({
    enums: [
      enumeration("fuel", ["oil", "gas"]),
      enumeration("grade", ["good", "poor"]),
      enumeration("clean_fuel", ["gas"], { of: "fuel" }),
    ],
    lists: [list("cars", ["cars.burns"])],
    inputs: [
      input("x"),
      input("chosen", enumType("fuel")),
      input("cars.burns", enumType("fuel"), { list: "cars" }),
    ],
    constants: [constant("best", "good", enumType("grade")), constant("k", "2")],
    tables: [fuels, tiers],
    formulas: [
      formula("best_fuel", member("fuel.oil"), { type: enumType("fuel") }),
      formula("y", number("1")),
    ],
    outputs: ["y"],
  }),
  "",
);

const choose = (of: "enum" | "quantity", ...values: readonly Node[]): Node => ({
  kind: "choose",
  function: "min",
  of,
  values,
});

describe("enumOf", () => {
  it.each<[string, Node, string | undefined]>([
    ["a member", member("fuel.gas"), "fuel"],
    ["an enum as axis", axis("grade"), "grade"],
    ["a list as axis", axis("cars"), undefined],
    ["years as axis", axis("years"), undefined],
    ["a constant", constantOf("best"), "grade"],
    ["a constant of another type", constantOf("k"), undefined],
    ["an input", read("chosen"), "fuel"],
    ["an input of another type", read("x"), undefined],
    ["a formula", use("best_fuel"), "fuel"],
    ["a formula of another type", use("y"), undefined],
    ["a field through a pointer", through("cars", read("x"), read("cars.burns")), "fuel"],
    ["a column", looked("fuels.grade", [read("chosen")]), "grade"],
    ["a column of another type", looked("fuels.hv", [read("chosen")]), undefined],
    [
      "the key that is sought",
      looked("fuels.fuel", [null], { column: "hv", value: read("x") }),
      "fuel",
    ],
    [
      "a year that is sought",
      looked("tiers.age", [null], { column: "v", value: read("x") }),
      undefined,
    ],
    ["the least of several", choose("enum", read("chosen"), member("fuel.oil")), "fuel"],
    ["the least, where only one tells", choose("enum", number("1"), member("grade.poor")), "grade"],
    [
      "the least of a part and its whole",
      choose("enum", member("clean_fuel.gas"), read("chosen")),
      "fuel",
    ],
    [
      "the least of a whole and its part",
      choose("enum", read("chosen"), member("clean_fuel.gas")),
      "fuel",
    ],
    [
      "the least of members of one part",
      choose("enum", member("clean_fuel.gas"), member("clean_fuel.gas")),
      "clean_fuel",
    ],
    ["the least of no member", choose("enum", number("1")), undefined],
    ["the least of figures", choose("quantity", number("1"), number("2")), undefined],
    [
      "one over a list",
      { ...over("min_of", "cars", read("cars.burns")), of: "enum" } as Node,
      "fuel",
    ],
    ["a figure over a list", over("sum", "cars", read("cars.burns")), undefined],
    ["a count", { ...over("count", "cars"), of: "enum" } as Node, undefined],
    ["a comparison", compared(read("chosen"), "==", member("fuel.oil")), undefined],
    ["a figure", number("1"), undefined],
  ])("of %s", (_, node, expected) => {
    expect(enumOf(node, plan)).toBe(expected);
  });
});

describe("countNodes", () => {
  it.each<[string, unknown, number]>([
    ["a figure", number("1"), 1],
    ["an operation", arithmetic(read("x"), "+", number("1")), 3],
    [
      "a look-up with a key that is sought",
      looked("fuels.fuel", [null], { column: "hv", value: read("x") }),
      2,
    ],
    ["several", [number("1"), undefined, read("x")], 2],
    ["nothing", undefined, 0],
    ["no node", null, 0],
    ["a text", "kind", 0],
  ])("of %s", (_, node, expected) => {
    expect(countNodes(node)).toBe(expected);
  });

  it("counts the branches of a body, which is one node itself", () => {
    const body = match(read("chosen"), {
      oil: number("1"),
      gas: arithmetic(read("x"), "*", read("x")),
    });
    expect(countNodes(body)).toBe(6);
  });
});
