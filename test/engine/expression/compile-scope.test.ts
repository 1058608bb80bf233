import { describe, expect, it } from "vitest";
import {
  ownParts,
  type Scope,
  scopeAlong,
  scopeOf,
  withAxisOf,
} from "../../../engine/expression/compile-scope.ts";
import type { PeriodTree } from "../../../engine/methodology/tree.ts";
import { dateType, enumeration, input, list, planOf, read } from "../../support/trees.ts";

const period: PeriodTree = {
  cuts: [
    {
      kind: "after",
      after: [{ count: 1, unit: "yr" }],
      of: read("members.started"),
      list: "members",
    },
  ],
};
const plan = planOf({
  period,
  enums: [enumeration("fuel", ["oil", "gas"])],
  lists: [list("boilers", []), list("members", ["started"]), list("plots", [])],
  inputs: [input("members.started", dateType)],
});
const [boilers, members, plots] = [0, 1, 2];
const at = (lists: readonly number[], kind: Scope["time"]["kind"] = "none", own = -1): Scope => ({
  lists,
  time: { kind, own },
});

describe("a scope", () => {
  it.each([
    ["nothing", { list: -1, time: "none" }, at([])],
    ["a list", { list: boilers, time: "none" }, at([boilers])],
    ["years", { list: -1, time: "years" }, at([], "years")],
    ["items that are cut, and years", { list: members, time: "years" }, at([members], "years")],
    ["items that are cut, and parts", { list: members, time: "parts" }, at([members], "parts", 1)],
    ["other items and parts", { list: boilers, time: "parts" }, at([boilers], "parts")],
    ["parts", { list: -1, time: "parts" }, at([], "parts")],
  ] as const)("of a value along %s", (_, space, expected) => {
    expect(scopeOf(plan, space)).toEqual(expected);
  });

  it.each([
    ["none of these lists", [], -1],
    ["a list that is not cut", [boilers, plots], -1],
    ["the one that is cut", [boilers, members], members],
  ])("has the parts of %s", (_, lists, expected) => {
    expect(ownParts(plan, lists)).toBe(expected);
  });

  it("gains the item of a list once, after those that are there", () => {
    const scope = at([plots], "years");
    expect(withAxisOf("boilers", scope, plan)).toEqual(at([plots, boilers], "years"));
    expect(withAxisOf("plots", scope, plan)).toBe(scope);
  });

  it("is the same with a member at hand", () => {
    const scope = at([plots]);
    expect(withAxisOf("fuel", scope, plan)).toBe(scope);
  });

  it.each([
    ["years", at([members]), at([members], "years"), -1],
    ["parts", at([members], "years"), at([members], "parts", members), members],
    ["parts", at([boilers]), at([boilers], "parts"), -1],
    ["plots", at([members], "parts", members), at([members, plots], "parts", members), -1],
    ["fuel", at([members], "years"), at([members], "years"), -1],
  ])("along %s", (axis, scope, inside, own) => {
    expect(scopeAlong(plan, axis, scope)).toEqual({ inside, own });
  });
});
