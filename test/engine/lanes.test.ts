import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileTree } from "../../engine/compile-tree.ts";
import { evaluate } from "../../engine/evaluate.ts";
import { everyLane } from "../../engine/lanes/every-lane.ts";
import { issuesLane } from "../../engine/lanes/issues.ts";
import type { LaneName, Lanes } from "../../engine/lanes/lanes.ts";
import { lanesOf } from "../../engine/lanes/lanes-of.ts";
import type { Tree } from "../../engine/methodology/tree.ts";
import { decimalLane } from "../../engine/quantity/decimal.ts";
import {
  arithmetic,
  constant,
  constantOf,
  dateType,
  enumeration,
  enumType,
  formula,
  input,
  itemType,
  lay,
  list,
  looked,
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
      "the least of two",
      tree({
        formulas: [
          formula("x", {
            kind: "choose",
            function: "min",
            of: "quantity",
            values: [number("1"), number("2")],
          }),
        ],
      }),
      ["rare"],
    ],
    ["a fraction", tree({ formulas: [formula("x", number("44/12"))] }), ["rare"]],
    ["no more than a decimal", tree({ formulas: [formula("x", number("-0.5"))] }), []],
    [
      "a pointer",
      tree({ inputs: [input("a", itemType("rows"))], lists: [list("rows", [])] }),
      ["rare"],
    ],
    ["a date", tree({ inputs: [input("a", dateType)] }), ["period"]],
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

  const broken = {
    "divides by nothing": [
      { formulas: [formula("x", arithmetic(number("1"), "/", number("0")))] },
      {},
    ],
    "finds no row": [
      {
        enums: [enumeration("fuel", ["oil", "gas"])],
        inputs: [input("fuel", enumType("fuel"))],
        tables: [table("t", [{ id: "fuel", kind: "enum", enum: "fuel" }], ["c"], ["oil | 1"])],
        formulas: [formula("x", looked("t.c", [read("fuel")]))],
      },
      { fuel: "gas" },
    ],
    "finds an open cell": [
      {
        enums: [enumeration("fuel", ["oil", "gas"])],
        inputs: [input("fuel", enumType("fuel"))],
        tables: [table("t", [{ id: "fuel", kind: "enum", enum: "fuel" }], ["c"], ["gas | none"])],
        formulas: [formula("x", looked("t.c", [read("fuel")]))],
      },
      { fuel: "gas" },
    ],
    "asks for a constant before it was known": [
      {
        constants: [
          constant("c", "1", undefined, {
            origin: { sources: [], provenance: "confirmed", known: "2027-01-01" },
          }),
        ],
        formulas: [formula("x", constantOf("c"))],
      },
      {},
    ],
  } as const;

  it.each(Object.entries(broken))(
    "only says that it lacks the one for issues where it %s",
    (_, [parts, given]) => {
      const made = tree({ ...parts, outputs: ["x"] } as unknown as Parameters<typeof tree>[0]);
      const bare = compileTree(made, "", {});
      expect(evaluate(bare, lay(bare, { given }), options).lacks).toBe(true);
      const whole = compileTree(made, "", { issues: issuesLane });
      const evaluation = evaluate(whole, lay(whole, { given }), options);
      expect([evaluation.lacks, evaluation.issues.length]).toEqual([false, 1]);
    },
  );

  it("only says that it lacks the one for issues where there are too many values", () => {
    const made = tree({
      lists: [list("rows", ["v"])],
      inputs: [input("rows.v")],
      formulas: [formula("x", read("rows.v"), { per: ["rows"] })],
      outputs: ["x"],
    });
    const laid = { items: { rows: 5_000_001 } };
    const bare = compileTree(made, "", {});
    expect(evaluate(bare, lay(bare, laid), options)).toEqual({ lacks: true });
    const whole = compileTree(made, "", { issues: issuesLane });
    const evaluation = evaluate(whole, lay(whole, laid), options);
    expect(evaluation).toMatchObject({ lacks: false, issues: [{ code: "too-many-values" }] });
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
