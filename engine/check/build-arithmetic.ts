import type { Expression } from "../expression/syntax.ts";
import type { Node } from "../methodology/tree.ts";
import { divideUnits, multiplyUnits, printUnit, type Unit } from "../quantity/unit.ts";
import { type Built, type Context, failed, fitTo, problem, wholeOf } from "./context.ts";
import { mismatchOf } from "./mismatch.ts";
import { booleanType, quantityType, type Type, wordsOf } from "./types.ts";
import { agree, converted, day, isCelsius, kelvin, month, year } from "./units.ts";

/** `+ - * /` and comparisons: of quantities in agreeing units, of dates and fiscal years with terms of time. */
type Arithmetic = Extract<Expression, { kind: "arithmetic" }>;
type Comparison = Extract<Expression, { kind: "comparison" }>;

export function buildArithmetic(expression: Arithmetic, context: Context): Built {
  const { operator } = expression;
  const left = context.build(expression.left, context);
  const right = context.build(expression.right, context);
  const isProduct = operator === "*" || operator === "/";
  if (isProduct) {
    const typed = [expression.left, expression.right].filter(isConversionFactor);
    for (const factor of typed) problem(context, factor.span, "conversion-typed", {});
    if (typed.length > 0) return failed;
  }
  if (left.type.kind === "unsettled" || right.type.kind === "unsettled") return failed;
  if (!isProduct) {
    const moved = buildMove(expression, left, right, context);
    if (moved !== undefined) return moved;
  }
  if (left.type.kind !== "quantity" || right.type.kind !== "quantity") {
    return problem(context, expression.span, "operation-undefined", {
      operator,
      left: wordsOf(left.type),
      right: wordsOf(right.type),
    });
  }
  return isProduct
    ? buildProduct(expression, left.node, left.type.unit, right.node, right.type.unit, context)
    : buildSum(expression, left, left.type.unit, right, right.type.unit, context);
}

function buildProduct(
  expression: Arithmetic,
  left: Node,
  leftUnit: Unit,
  right: Node,
  rightUnit: Unit,
  context: Context,
): Built {
  const { operator } = expression;
  if (isCelsius(leftUnit) || isCelsius(rightUnit)) {
    return problem(context, expression.span, "celsius-arithmetic", { operator });
  }
  const unit =
    operator === "*" ? multiplyUnits(leftUnit, rightUnit) : divideUnits(leftUnit, rightUnit);
  return { node: { kind: "arithmetic", operator, left, right }, type: quantityType(unit) };
}

function buildSum(
  expression: Arithmetic,
  left: Built,
  leftUnit: Unit,
  right: Built,
  rightUnit: Unit,
  context: Context,
): Built {
  const { operator } = expression;
  const isOfTemperatures = isCelsius(leftUnit) || isCelsius(rightUnit);
  const isDifference = operator === "-" && isCelsius(leftUnit) && isCelsius(rightUnit);
  if (isOfTemperatures && !isDifference) {
    return problem(context, expression.span, "celsius-arithmetic", { operator });
  }
  if (!agree(leftUnit, rightUnit)) {
    return problem(
      context,
      expression.right.span,
      "unit-mismatch",
      mismatchOf(leftUnit, rightUnit),
    );
  }
  const moved = converted(right.node, rightUnit, leftUnit);
  const node: Node = { kind: "arithmetic", operator, left: left.node, right: moved };
  return { node, type: quantityType(isOfTemperatures ? kelvin : leftUnit) };
}

/** `date ± term`, `fiscal_year ± yr`, and differences of two dates or years. */
function buildMove(
  expression: Arithmetic,
  left: Built,
  right: Built,
  context: Context,
): Built | undefined {
  const { operator } = expression;
  const of = left.type.kind;
  if ((of !== "date" && of !== "fiscal_year") || (operator !== "+" && operator !== "-")) {
    return undefined;
  }
  if (right.type.kind === of && operator === "-") {
    return {
      node: { kind: "apart", of, left: left.node, right: right.node },
      type: quantityType(of === "date" ? day : year),
    };
  }
  if (right.type.kind !== "quantity") return undefined;
  const unit = termUnit(right.type.unit, of);
  if (unit === undefined) {
    return problem(context, expression.right.span, "term-unit", {
      of,
      actual: printUnit(right.type.unit),
    });
  }
  const by = converted(right.node, right.type.unit, unit.unit);
  return {
    node: { kind: "move", of, operator, unit: unit.name, value: left.node, by },
    type: left.type,
  };
}

/** The unit in which a term is counted: years stay years, other terms of months are months. */
function termUnit(
  unit: Unit,
  of: "date" | "fiscal_year",
): { readonly name: "day" | "month" | "yr"; readonly unit: Unit } | undefined {
  const isYear = agree(unit, year) && converted(nothingAt, unit, year) === nothingAt;
  if (isYear) return { name: "yr", unit: year };
  if (of === "fiscal_year") return undefined;
  if (agree(unit, month)) return { name: "month", unit: month };
  if (agree(unit, day)) return { name: "day", unit: day };
  return undefined;
}

const nothingAt: Node = { kind: "boolean", value: false };

/**
 * A bare power of ten, or 3.6 with one: the conversions that an equation prints. They are the units' work; typed as well
 * they would count twice.
 */
function isConversionFactor(expression: Expression): boolean {
  if (expression.kind === "negation") return isConversionFactor(expression.operand);
  if (expression.kind === "call" && expression.function.id === "pow") {
    const [base, exponent] = expression.arguments;
    const by = exponent?.value.kind === "negation" ? exponent.value.operand : exponent?.value;
    return base !== undefined && by?.kind === "number" && isConversionFactor(base.value);
  }
  if (expression.kind !== "number") return false;
  if (expression.unit !== undefined && expression.unit.text !== "1") return false;
  const [whole = "", fraction = ""] = expression.digits.split(".");
  const digits = (whole + fraction).replace(/^0+/, "");
  const figure = digits.replace(/0+$/, "");
  const exponent = digits.length - figure.length - fraction.length;
  if (figure === "1") return exponent !== 0;
  // 36 and 360 are figures of their own; 3.6 and 3,600 are kWh in MJ and hours in seconds.
  return figure === "36" && (exponent + 1) % 3 === 0;
}

export function buildComparison(expression: Comparison, context: Context): Built {
  const left = context.build(expression.left, context);
  const right = context.build(expression.right, context);
  const of = left.type.kind;
  if (of === "unsettled" || right.type.kind === "unsettled") {
    return { node: failed.node, type: booleanType };
  }
  const isEquality = expression.operator === "==" || expression.operator === "!=";
  const undefinedHere = (): Built => ({
    ...problem(context, expression.span, "operation-undefined", {
      operator: expression.operator,
      left: wordsOf(left.type),
      right: wordsOf(right.type),
    }),
    type: booleanType,
  });
  if (of === "text" || (!isEquality && (of === "boolean" || of === "item"))) return undefinedHere();
  if (of === "enum" && right.type.kind === "enum") {
    return compareMembers(expression, left, left.type, right, right.type, context);
  }
  if (right.type.kind !== of) return undefinedHere();
  const fitted = fitTo(context, right, left.type, expression.right.span);
  return {
    node: {
      kind: "comparison",
      operator: expression.operator,
      of,
      left: left.node,
      right: fitted,
    },
    type: booleanType,
  };
}

type EnumType = Extract<Type, { kind: "enum" }>;

function compareMembers(
  expression: Comparison,
  left: Built,
  leftType: EnumType,
  right: Built,
  rightType: EnumType,
  context: Context,
): Built {
  const { operator } = expression;
  const whole = wholeOf(context.checking, leftType.enum);
  if (whole !== wholeOf(context.checking, rightType.enum)) {
    problem(context, expression.right.span, "type-mismatch", {
      expected: wordsOf(leftType),
      actual: wordsOf(rightType),
    });
    return { node: failed.node, type: booleanType };
  }
  const isEquality = operator === "==" || operator === "!=";
  if (!isEquality && context.checking.enums.get(whole)?.ordered !== true) {
    problem(context, expression.span, "not-ordered", { enum: whole });
    return { node: failed.node, type: booleanType };
  }
  return {
    node: { kind: "comparison", operator, of: "enum", left: left.node, right: right.node },
    type: booleanType,
  };
}
