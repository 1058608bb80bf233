import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseExpression } from "../../../engine/expression/parse-expression.ts";
import { printExpression } from "../../../engine/expression/print-expression.ts";
import type { Expression, NamePart, TextSpan } from "../../../engine/expression/syntax.ts";
import { runs } from "../../support/runs.ts";
import { shapeOf } from "../../support/shape.ts";

const span: TextSpan = { start: 0, end: 0 };
const part = (id: string): NamePart => ({ id, span });

/** Any tree that a text can stand for; spans are of no account. */
const trees: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => {
  const tree = tie("tree");
  const id = fc.constantFrom("a", "fuel_use", "x2", "heat").map(part);
  const digits = fc.constantFrom("0", "1", "38.90", "0.001");
  return {
    tree: fc.oneof(
      { maxDepth: 6, withCrossShrink: true },
      fc.oneof(
        digits.map((text): Expression => ({ kind: "number", digits: text, span })),
        fc.tuple(digits, fc.constantFrom("yr", "t-CO2/GJ.hhv", "L/(t*km)")).map(
          ([text, unit]): Expression => ({
            kind: "number",
            digits: text,
            unit: { text: unit, span },
            span,
          }),
        ),
        fc.boolean().map((value): Expression => ({ kind: "boolean", value, span })),
        fc
          .array(id, { minLength: 1, maxLength: 3 })
          .map((parts): Expression => ({ kind: "name", parts, span })),
      ),
      tree.map((operand): Expression => ({ kind: "negation", operand, span })),
      tree.map((operand): Expression => ({ kind: "not", operand, span })),
      fc.tuple(fc.constantFrom("+", "-", "*", "/"), tree, tree).map(
        ([operator, left, right]): Expression => ({
          kind: "arithmetic",
          operator: operator as "+",
          left,
          right,
          span,
        }),
      ),
      fc.tuple(fc.constantFrom("<", "<=", ">", ">=", "==", "!="), tree, tree).map(
        ([operator, left, right]): Expression => ({
          kind: "comparison",
          operator: operator as "<",
          left,
          right,
          span,
        }),
      ),
      fc.tuple(fc.constantFrom("and", "or"), tree, tree).map(
        ([operator, left, right]): Expression => ({
          kind: "logical",
          operator: operator as "and",
          left,
          right,
          span,
        }),
      ),
      fc
        .tuple(
          id,
          fc.array(
            fc.oneof(
              tree.map((value) => ({ value })),
              fc.tuple(tree, tree).map(([value, where]) => ({ value, where })),
            ),
            { minLength: 1, maxLength: 3 },
          ),
        )
        .map(
          ([name, values]): Expression => ({
            kind: "call",
            function: name,
            arguments: values,
            span,
          }),
        ),
      fc
        .tuple(
          fc.array(id, { minLength: 1, maxLength: 2 }),
          fc.array(
            fc.oneof(
              tree.map((value) => ({ value })),
              fc.tuple(id, tree).map(([column, value]) => ({ column, value })),
            ),
            { minLength: 1, maxLength: 3 },
          ),
          id,
        )
        .map(
          ([table, keys, column]): Expression => ({ kind: "lookup", table, keys, column, span }),
        ),
    ),
  };
}).tree;

describe("printExpression", () => {
  it.each([
    ["a+b*c", "a + b * c"],
    ["(a+(b*c))", "a + b * c"],
    ["(a+b)*c", "(a + b) * c"],
    ["a-(b-c)", "a - (b - c)"],
    ["a - b - c", "a - b - c"],
    ["20[yr]", "20 [yr]"],
    ["-(a)", "-a"],
    ["-(a*b)", "-(a * b)"],
    ["not(a==b)", "not a == b"],
    ["not (a and b)", "not (a and b)"],
    ["(a<b)==c", "(a < b) == c"],
    ["(a and b) or c", "(a and b) or c"],
    ["(a and b) and c", "a and b and c"],
    ["a and (b and c)", "a and (b and c)"],
    ["sum(legs,x where y)", "sum(legs, x where y)"],
    ["t[a,h=b].c", "t[a, h = b].c"],
    ["38.90", "38.90"],
    ["(a<b) and c", "a < b and c"],
    ["(a<b) == (c<d)", "(a < b) == (c < d)"],
    ["t[(fuel_2 == b)].c", "t[(fuel_2 == b)].c"],
    ["t[(a + b == c)].d", "t[a + b == c].d"],
    ["stop", "stop"],
    ["true", "true"],
    ["(false)", "false"],
    ["cars.burns", "cars.burns"],
    ["grid.t[a].b", "grid.t[a].b"],
    ["not (not a)", "not not a"],
    ["-(-a)", "-(-a)"],
    ["(not a) == b", "(not a) == b"],
    ["(-a) * b", "-a * b"],
  ])("prints %j as %j", (text, expected) => {
    const result = parseExpression(text, { stop: true });
    expect(result.ok && printExpression(result.value)).toBe(expected);
  });

  it("prints what parses to the same tree", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const text = printExpression(tree);
        const again = parseExpression(text);
        if (!again.ok) {
          // Only a limit may keep a printed tree from being read.
          expect(again.issues.map(({ code }) => code).join()).toMatch(/^expression-too-/);
          return;
        }
        expect(shapeOf(again.value)).toBe(shapeOf(tree));
        expect(printExpression(again.value)).toBe(text);
      }),
      { numRuns: runs(1000) },
    );
  });
});
