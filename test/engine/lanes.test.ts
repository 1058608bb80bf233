import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileTree } from "../../engine/compile-tree.ts";
import { evaluate } from "../../engine/evaluate.ts";
import { everyLane } from "../../engine/lanes/every-lane.ts";
import type { LaneName, Lanes } from "../../engine/lanes/lanes.ts";
import { lanesOf } from "../../engine/lanes/lanes-of.ts";
import type { Tree } from "../../engine/methodology/tree.ts";
import { decimalLane } from "../../engine/quantity/decimal.ts";
import {
  arithmetic,
  formula,
  input,
  lay,
  number,
  over,
  read,
  table,
  tree,
} from "../support/trees.ts";

const all: Lanes = { ...everyLane, decimal: decimalLane };

function only(names: readonly LaneName[]): Lanes {
  return Object.fromEntries(names.map((name) => [name, all[name]]));
}

const call = (name: "ln" | "abs") =>
  ({ kind: "call", function: name, arguments: [number("2")] }) as const;

describe("the lanes of a tree", () => {
  it.each([
    ["whole figures", tree({ formulas: [formula("x", number("2"))] }), []],
    ["a size", tree({ formulas: [formula("x", call("abs"))] }), ["rare"]],
    [
      "significant digits",
      tree({ formulas: [formula("x", number("2"), { round: { mode: "half_up", digits: 3 } })] }),
      ["rare"],
    ],
    [
      "an amount spread by days",
      tree({ inputs: [input("a", undefined, { time: "apportion" })] }),
      ["rare"],
    ],
    [
      "a logarithm",
      tree({ formulas: [formula("x", call("ln"))] }),
      ["decimal", "functions", "range"],
    ],
    ["a sum", tree({ formulas: [formula("x", over("sum", "years", number("1")))] }), []],
    [
      "an average",
      tree({ formulas: [formula("x", over("average", "years", number("1")))] }),
      ["rare"],
    ],
    [
      "an interval",
      tree({
        tables: [
          table(
            "t",
            [{ id: "k", kind: "interval", includes: "lower", outside: "error" }],
            ["c"],
            [],
          ),
        ],
      }),
      ["rare"],
    ],
  ] as const)("of %s", (_, made, lanes) => {
    expect(lanesOf(made as Tree)).toEqual(lanes);
  });

  const built = "dist/methodologies";
  const editions = readdirSync(built).filter((name) => name.includes("@"));
  it.each(editions)("are enough to compile %s", (edition) => {
    const one = JSON.parse(readFileSync(`${built}/${edition}/tree.json`, "utf8")) as Tree;
    expect(compileTree(one, "", only(lanesOf(one))).tree).toBe(one);
  });
});

describe("a plan without a lane", () => {
  const sum = tree({
    inputs: [input("a")],
    formulas: [formula("x", arithmetic(read("a"), "+", number("1")))],
    outputs: ["x"],
  });
  const options = { mode: "official", asOf: "2026-04-01" } as const;

  it("evaluates what needs none", () => {
    const plan = compileTree(sum, "", {});
    const evaluation = evaluate(plan, lay(plan, { given: { a: "2" } }), options);
    expect(evaluation.outputs[0]?.values).toMatchObject([{ numerator: 3 }]);
  });

  it("names the one that is missing", () => {
    const plan = compileTree(sum, "", {});
    const inputs = lay(plan, {});
    const span = {
      kind: "span",
      low: { numerator: 1, scale: 0, divisor: 1 },
      tight: true,
    } as const;
    const high = { numerator: 2, scale: 0, divisor: 1 };
    const ranged = { ...inputs, values: [[{ ...span, high }]] };
    expect(() => evaluate(plan, ranged, { ...options, mode: "range" })).toThrow(/the lane range/);
  });
});
