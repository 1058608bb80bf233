import { describe, expect, it } from "vitest";
import type { Evaluate, Run } from "../../../engine/evaluate/run.ts";
import { alike, asMemberOf } from "../../../engine/expression/compile-members.ts";
import type { Compiling, Scope } from "../../../engine/expression/compile-scope.ts";
import type { Node } from "../../../engine/methodology/tree.ts";
import type { Value } from "../../../engine/plan.ts";
import { enumeration, enumType, input, member, number, planOf, read } from "../../support/trees.ts";

const plan = planOf({
  enums: [
    enumeration("other", ["only"]),
    enumeration("fuel", ["oil", "gas", "diesel"]),
    enumeration("truck_fuel", ["diesel", "gas"], { of: "fuel" }),
    enumeration("ship_fuel", ["oil", "diesel"], { of: "fuel" }),
  ],
  inputs: [
    input("x"),
    input("any", enumType("fuel")),
    input("truck", enumType("truck_fuel")),
    input("ship", enumType("ship_fuel")),
  ],
});
const run = { plan } as Run;
const scope: Scope = { lists: [], time: { kind: "none", own: -1 } };

/** Stands for the compiler: one closure per node, and what it was asked for. */
function compiling(value: Value = 0) {
  const made = new Map<Node, Evaluate>();
  const with_ = {
    plan,
    compile: (node, at) => {
      expect(at).toBe(scope);
      const evaluate: Evaluate = () => value;
      made.set(node, evaluate);
      return evaluate;
    },
  } as Compiling;
  return { made, with_ };
}

describe("a member as one of an enum", () => {
  it.each<[string, Node, string | undefined]>([
    ["none is wanted", read("truck"), undefined],
    ["it is of the one wanted", read("truck"), "truck_fuel"],
    ["it is of none", read("x"), "fuel"],
  ])("is read as it is where %s", (_, node, wanted) => {
    const { made, with_ } = compiling();
    expect(asMemberOf(node, wanted, scope, with_)).toBe(made.get(node));
  });

  it.each<[string, Value, Value]>([
    ["the first of the part", 0, 2],
    ["the last of the part", 1, 1],
    ["one of several", { kind: "several", values: [0, 1] }, { kind: "several", values: [2, 1] }],
    ["none yet", { kind: "stopped" } as Value, { kind: "stopped" } as Value],
  ])("is counted anew in the whole: %s", (_, value, expected) => {
    const { with_ } = compiling(value);
    expect(asMemberOf(read("truck"), "fuel", scope, with_)(run)).toEqual(expected);
  });

  it("throws where the enum wanted does not hold it, which the checker rules out", () => {
    const { with_ } = compiling();
    expect(() => asMemberOf(read("any"), "truck_fuel", scope, with_)).toThrow(
      "the tree does not hold oil",
    );
  });
});

describe("two operands", () => {
  it.each<[string, Node, Node, readonly [number | "as it is", number | "as it is"]]>([
    ["a part and its whole", read("truck"), read("any"), [2, "as it is"]],
    ["a whole and its part", member("fuel.oil"), read("truck"), ["as it is", 2]],
    ["two parts of one whole", read("truck"), read("ship"), [2, 0]],
    ["one part twice", read("truck"), read("truck"), ["as it is", "as it is"]],
    ["one whole twice", read("any"), member("fuel.gas"), ["as it is", "as it is"]],
    ["no members", number("1"), read("x"), ["as it is", "as it is"]],
    ["no member and a part", read("x"), read("truck"), ["as it is", "as it is"]],
  ])("are counted in one enum: %s", (_, left, right, expected) => {
    const { made, with_ } = compiling();
    const nodes = [left, { ...right }] as const;
    const found = alike(nodes[0], nodes[1], scope, with_);
    expect(
      found.map((one, place) => (one === made.get(nodes[place] as Node) ? "as it is" : one(run))),
    ).toEqual(expected);
  });
});
