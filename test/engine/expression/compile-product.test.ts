import { describe, expect, it } from "vitest";
import type { Run } from "../../../engine/evaluate/run.ts";
import { compileProduct } from "../../../engine/expression/compile-product.ts";
import type { NodeOf, Scope } from "../../../engine/expression/compile-scope.ts";
import type { Node } from "../../../engine/methodology/tree.ts";
import { exact } from "../../../engine/quantity/exact.ts";
import {
  arithmetic,
  axis,
  constant,
  constantOf,
  enumeration,
  enumType,
  formula,
  input,
  list,
  looked,
  member,
  number,
  planOf,
  read,
  table,
  textOf,
  use,
} from "../../support/trees.ts";

const plan = planOf({
  enums: [enumeration("fuel", ["oil", "gas"])],
  period: { cuts: [{ kind: "fiscal_year" }] },
  lists: [list("boilers", ["heat"]), list("plots", [])],
  inputs: [
    input("fuel", enumType("fuel")),
    input("boilers.heat"),
    input("spread", undefined, { time: "apportion" }),
    input("same", undefined, { time: "throughout" }),
    input("meter", undefined, { meter: { between: false } }),
  ],
  constants: [constant("k", "2")],
  tables: [
    table(
      "factors",
      [
        { id: "fuel", kind: "enum", enum: "fuel" },
        { id: "year", kind: "fiscal_year" },
      ],
      ["f"],
      ["oil 2023 | 3"],
    ),
  ],
  formulas: [
    formula("each", read("boilers.heat"), { per: ["boilers"] }),
    formula("yearly", number("1"), { per: ["years"] }),
  ],
  outputs: ["each"],
});
const [yearSlot, partSlot, boilerSlot, plotSlot] = [0, 1, 2, 3];

const within = (kind: Scope["time"]["kind"], ...lists: readonly number[]): Scope => ({
  lists,
  time: { kind, own: -1 },
});

/** A run that is nothing but its place. */
function runAt(place: readonly number[] = [0, 0, 0, 0, 0]) {
  return {
    number: 1,
    weak: 0,
    reads: null,
    at: [...place],
    sizes: [9, 9, 9, 9, 9],
  } as unknown as Run;
}

/** Compiles a product and counts how often each of its factors is evaluated. */
function counted(node: Node, scope: Scope) {
  const times = new Map<Node, number>();
  const evaluate = compileProduct(node as NodeOf<"arithmetic">, scope, plan, (factor) => () => {
    times.set(factor, (times.get(factor) ?? 0) + 1);
    return exact("3");
  });
  return { evaluate, times };
}

/** A factor that is evaluated each time. */
const moving: Node = { kind: "negation", value: read("same") };

/** Whether a factor is kept while a product is evaluated again and again at one place. */
function stays(factor: Node, scope: Scope): boolean {
  const { evaluate, times } = counted(arithmetic(factor, "*", moving), scope);
  const run = runAt();
  for (let round = 0; round < 4; round += 1) expect(textOf(evaluate(run))).toBe("9");
  expect(times.get(moving)).toBe(4);
  const found = times.get(factor) as number;
  expect([2, 4]).toContain(found);
  return found === 2;
}

describe("a factor of a product", () => {
  it.each<[string, Node, Scope, boolean]>([
    ["a constant, where nothing moves", constantOf("k"), within("none"), false],
    ["a constant, while years move", constantOf("k"), within("years"), true],
    ["a constant, while items move", constantOf("k"), within("none", 0), true],
    ["a constant, while parts move", constantOf("k"), within("parts"), true],
    ["a member", member("fuel.oil"), within("years"), true],
    ["the year at hand", axis("years"), within("years"), false],
    ["the year at hand, while items move", axis("years"), within("years", 0), true],
    ["the year at hand, while parts move", axis("years"), within("parts"), true],
    ["the part at hand", axis("parts"), within("parts"), false],
    ["the part at hand, while items move too", axis("parts"), within("parts", 0), false],
    ["the item at hand", axis("boilers"), within("none", 0), false],
    ["the item at hand, while other items move", axis("boilers"), within("none", 0, 1), true],
    ["the item at hand, while years move", axis("boilers"), within("years", 0), true],
    ["the item of the later list", axis("plots"), within("none", 0, 1), true],
    ["the item of the only list", axis("plots"), within("none", 1), false],
    ["the item of a list, while parts move", axis("plots"), within("parts", 1), true],
    ["a formula of each item", use("each"), within("none", 0), false],
    ["a formula of each item, while years move", use("each"), within("years", 0), true],
    ["a formula of each year", use("yearly"), within("years"), false],
    ["a field", read("boilers.heat"), within("none", 0), false],
    ["an answer", read("fuel"), within("none", 0), true],
    ["an amount that is the same throughout", read("same"), within("years"), true],
    ["an amount that is spread by days", read("spread"), within("none", 0), false],
    ["what a meter counts", read("meter"), within("none", 0), false],
    [
      "a cell by answers",
      looked("factors.f", [read("fuel"), constantOf("k")]),
      within("none", 0),
      true,
    ],
    [
      "a cell by the year at hand",
      looked("factors.f", [read("fuel"), axis("years")]),
      within("years"),
      false,
    ],
    [
      "a cell by the year at hand, while items move",
      looked("factors.f", [read("fuel"), axis("years")]),
      within("years", 0),
      true,
    ],
    [
      "a cell by what is reckoned",
      looked("factors.f", [read("fuel"), moving]),
      within("none", 0),
      false,
    ],
    [
      "a key that is sought",
      looked("factors.year", [read("fuel"), null], { column: "f", value: read("same") }),
      within("none", 0),
      false,
    ],
    [
      "a cell without one of its keys",
      looked("factors.f", [read("fuel"), null]),
      within("years"),
      true,
    ],
  ])("is kept or not: %s", (_, factor, scope, expected) => {
    expect(stays(factor, scope)).toBe(expected);
  });

  it.each<[string, Node]>([
    ["a constant", constantOf("k")],
    ["a member", member("fuel.oil")],
    ["a cell without one of its keys", looked("factors.f", [read("fuel"), null])],
  ])("moves with nothing, and is kept beside a field: %s", (_, factor) => {
    const both = arithmetic(factor, "*", read("boilers.heat"));
    const { evaluate, times } = counted(arithmetic(both, "*", moving), within("years", 0));
    const run = runAt();
    for (let round = 0; round < 4; round += 1) expect(textOf(evaluate(run))).toBe("27");
    expect([times.get(factor), times.get(moving)]).toEqual([2, 4]);
  });

  it.each<[string, Node, number, number]>([
    ["a field, as the item moves", read("boilers.heat"), boilerSlot, 4],
    ["a field, as other items move", read("boilers.heat"), plotSlot, 2],
    ["a field, as the year moves", read("boilers.heat"), yearSlot, 2],
    ["a field, as the part moves", read("boilers.heat"), partSlot, 2],
  ])("is evaluated anew where it must be: %s", (_, factor, slot, expected) => {
    const { evaluate, times } = counted(arithmetic(factor, "*", moving), within("years", 0, 1));
    const run = runAt();
    evaluate(run);
    run.at[slot] = 1;
    evaluate(run);
    expect(times.get(factor)).toBe(expected);
  });
});

describe("a product", () => {
  const convert = (factor: string, value: Node): Node => ({
    kind: "convert",
    factor,
    from: "t",
    to: "kg",
    value,
  });

  it.each<[string, Node, string, number]>([
    ["numbers on both sides", arithmetic(number("2"), "*", number("0.5")), "1", 0],
    ["a conversion", convert("1000", read("same")), "3000", 1],
    [
      "conversions within",
      convert("10", arithmetic(convert("1/4", read("same")), "*", convert("2", number("7")))),
      "105",
      1,
    ],
    [
      "a quotient, which is one factor",
      arithmetic(number("2"), "*", arithmetic(read("same"), "/", number("4"))),
      "6",
      1,
    ],
  ])("takes numbers and conversions as one factor: %s", (_, node, expected, factors) => {
    const { evaluate, times } = counted(node, within("none"));
    expect(textOf(evaluate(runAt()))).toBe(expected);
    expect(times.size).toBe(factors);
  });

  it("keeps its numbers with the factors that stay", () => {
    const node = arithmetic(arithmetic(number("5"), "*", constantOf("k")), "*", moving);
    const { evaluate } = counted(node, within("years"));
    const run = runAt();
    expect([evaluate(run), evaluate(run)].map((value) => textOf(value))).toEqual(["45", "45"]);
  });
});
