import type { Expression } from "../expression/syntax.ts";
import { pure } from "../quantity/unit.ts";
import { buildArithmetic, buildComparison } from "./build-arithmetic.ts";
import { buildCall } from "./build-functions.ts";
import { buildLookup } from "./build-lookup.ts";
import { buildName } from "./build-names.ts";
import { type Built, type Context, failed, fitTo, problem } from "./context.ts";
import { booleanType, quantityType, wordsOf } from "./types.ts";
import { isCelsius, readUnit } from "./units.ts";

/** Resolves the names of an expression and settles its types and units; one function per kind of syntax. */
export function buildExpression(expression: Expression, context: Context): Built {
  switch (expression.kind) {
    case "number":
      return buildNumber(expression, context);
    case "boolean":
      return { node: { kind: "boolean", value: expression.value }, type: booleanType };
    case "name":
      return buildName(expression, context);
    case "lookup":
      return buildLookup(expression, context);
    case "call":
      return buildCall(expression, context);
    case "negation":
      return buildNegation(expression, context);
    case "not": {
      const { operand } = expression;
      const value = fitTo(context, buildExpression(operand, context), booleanType, operand.span);
      return { node: { kind: "not", value }, type: booleanType };
    }
    case "arithmetic":
      return buildArithmetic(expression, context);
    case "comparison":
      return buildComparison(expression, context);
    case "logical": {
      const { operator, left, right } = expression;
      return {
        node: {
          kind: "logical",
          operator,
          left: fitTo(context, buildExpression(left, context), booleanType, left.span),
          right: fitTo(context, buildExpression(right, context), booleanType, right.span),
        },
        type: booleanType,
      };
    }
    case "stop":
      // Parsing has refused it anywhere but as the whole of a branch, which the body reads.
      return failed;
  }
}

function buildNumber(expression: Extract<Expression, { kind: "number" }>, context: Context): Built {
  const { digits, unit: text } = expression;
  if (text === undefined) {
    return { node: { kind: "number", value: digits, unit: "1" }, type: quantityType(pure) };
  }
  const where = { ...context.where, within: text.span };
  const unit = readUnit(context.checking, text.text, where);
  if (unit === undefined) return failed;
  return { node: { kind: "number", value: digits, unit: text.text }, type: quantityType(unit) };
}

function buildNegation(
  expression: Extract<Expression, { kind: "negation" }>,
  context: Context,
): Built {
  const built = buildExpression(expression.operand, context);
  if (built.type.kind === "unsettled") return failed;
  if (built.type.kind !== "quantity") {
    return problem(context, expression.span, "argument-type", {
      function: "-",
      actual: wordsOf(built.type),
    });
  }
  if (isCelsius(built.type.unit)) {
    return problem(context, expression.span, "celsius-arithmetic", { operator: "-" });
  }
  return { node: { kind: "negation", value: built.node }, type: built.type };
}
