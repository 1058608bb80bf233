import type { Expression, TextSpan } from "../expression/syntax.ts";
import type { Node } from "../methodology/tree.ts";
import { isPure, powerOfUnit, printUnit, pure } from "../quantity/unit.ts";
import { unknown } from "./build-names.ts";
import { buildOver, isOverFunction, overFunctions } from "./build-over.ts";
import { type Built, type Context, failed, fitTo, problem, wholeOf } from "./context.ts";
import {
  booleanType,
  dateType,
  fiscalYearType,
  quantityType,
  type Type,
  wordsOf,
} from "./types.ts";
import { isCelsius, month, year } from "./units.ts";

/** Functions of plain values; those over an axis are in `build-over.ts`. */
type Call = Extract<Expression, { kind: "call" }>;

const calendar = {
  fiscal_year: { takes: [dateType], gives: fiscalYearType },
  start_of: { takes: [fiscalYearType], gives: dateType },
  end_of: { takes: [fiscalYearType], gives: dateType },
  years_between: { takes: [dateType, dateType], gives: quantityType(year) },
  months_between: { takes: [dateType, dateType], gives: quantityType(month) },
} as const;

/** Every function of the language, for suggestions and as reserved words. */
export const functionNames: readonly string[] = [
  ...["min", "max", "abs", "clamp", "pow", "ln", "log10", "exp", "sqrt", "known"],
  ...overFunctions,
  ...Object.keys(calendar),
];

export function buildCall(expression: Call, context: Context): Built {
  const name = expression.function.id;
  if (isOverFunction(name)) return buildOver(expression, name, context);
  const stray = expression.arguments.find(({ where }) => where !== undefined);
  if (stray?.where !== undefined && functionNames.includes(name)) {
    return problem(context, stray.where.span, "where-of-function", { function: name });
  }
  switch (name) {
    case "min":
    case "max":
      return buildChoice(expression, name, context);
    case "abs":
      return takes(expression, 1, context) ? buildAlike(expression, name, context) : failed;
    case "clamp":
      return takes(expression, 3, context) ? buildAlike(expression, name, context) : failed;
    case "pow":
      return takes(expression, 2, context) ? buildPower(expression, context) : failed;
    case "ln":
    case "log10":
    case "exp":
    case "sqrt":
      return takes(expression, 1, context) ? buildPure(expression, name, context) : failed;
    case "known":
      return takes(expression, 1, context) ? buildKnown(expression, context) : failed;
    case "fiscal_year":
    case "start_of":
    case "end_of":
    case "years_between":
    case "months_between":
      return buildCalendar(expression, name, context);
    default:
      return unknown(context, expression.function, "function", functionNames);
  }
}

/** Errors: `argument-count`. */
export function takes(expression: Call, count: number, context: Context): boolean {
  const actual = expression.arguments.length;
  if (actual === count) return true;
  problem(context, expression.span, "argument-count", {
    function: expression.function.id,
    expected: count,
    actual,
  });
  return false;
}

interface Given {
  readonly built: Built;
  readonly span: TextSpan;
}

function given(expression: Call, context: Context): readonly Given[] {
  return expression.arguments.map(({ value }) => ({
    built: context.build(value, context),
    span: value.span,
  }));
}

function cannotTake(call: Call, { built, span }: Given, context: Context): Built {
  return problem(context, span, "argument-type", {
    function: call.function.id,
    actual: wordsOf(built.type),
  });
}

/** The kinds of values that have a smaller and a larger. */
export function isComparable(
  type: Type,
  context: Context,
): type is Extract<Type, { kind: "quantity" | "date" | "fiscal_year" | "enum" }> {
  if (type.kind === "enum") {
    return context.checking.enums.get(wholeOf(context.checking, type.enum))?.ordered === true;
  }
  return type.kind === "quantity" || type.kind === "date" || type.kind === "fiscal_year";
}

/** `min` and `max` of values in one unit, of dates, of years, or of members of an ordered enum. */
function buildChoice(call: Call, name: "min" | "max", context: Context): Built {
  const values = given(call, context);
  const [first, second] = values;
  if (first === undefined || second === undefined) {
    return problem(context, call.span, "argument-count", {
      function: name,
      expected: 2,
      actual: values.length,
      orMore: true,
    });
  }
  if (values.some(({ built }) => built.type.kind === "unsettled")) return failed;
  const { type } = first.built;
  if (!isComparable(type, context)) {
    return first.built.type.kind === "enum"
      ? problem(context, first.span, "not-ordered", { enum: first.built.type.enum })
      : cannotTake(call, first, context);
  }
  // Members of a part and of its whole compare in the whole.
  const shared: Type =
    type.kind === "enum" && values.some(({ built }) => wordsOf(built.type).of !== type.enum)
      ? { kind: "enum", enum: wholeOf(context.checking, type.enum) }
      : type;
  const nodes = values.map(({ built, span }) => fitTo(context, built, shared, span));
  return {
    node: { kind: "choose", function: name, of: type.kind, values: nodes },
    type: shared,
  };
}

/** `abs` and `clamp`: quantities in the unit of the first. */
function buildAlike(call: Call, name: "abs" | "clamp", context: Context): Built {
  const values = given(call, context);
  const [first] = values as readonly [Given, ...Given[]];
  if (values.some(({ built }) => built.type.kind === "unsettled")) return failed;
  const { type } = first.built;
  if (type.kind !== "quantity") return cannotTake(call, first, context);
  if (name === "abs" && isCelsius(type.unit)) {
    return problem(context, call.span, "celsius-arithmetic", { operator: name });
  }
  const nodes = values.map(({ built, span }) => fitTo(context, built, type, span));
  return { node: { kind: "call", function: name, arguments: nodes }, type };
}

/** A power: of a pure number by any, of a quantity by a whole number that is written out. */
function buildPower(call: Call, context: Context): Built {
  const [base, exponent] = given(call, context) as readonly [Given, Given];
  if (base.built.type.kind === "unsettled" || exponent.built.type.kind === "unsettled") {
    return failed;
  }
  if (base.built.type.kind !== "quantity") return cannotTake(call, base, context);
  const by = pureNode(call, exponent, context);
  if (by === undefined) return failed;
  const { unit } = base.built.type;
  if (isPure(unit)) {
    const value = fitTo(context, base.built, quantityType(pure), base.span);
    return {
      node: { kind: "call", function: "pow", arguments: [value, by] },
      type: quantityType(pure),
    };
  }
  if (isCelsius(unit))
    return problem(context, call.span, "celsius-arithmetic", { operator: "pow" });
  const written = wholeNumber(call.arguments[1]?.value);
  if (written === undefined) {
    return problem(context, exponent.span, "power-of-quantity", { unit: printUnit(unit) });
  }
  return {
    node: { kind: "call", function: "pow", arguments: [base.built.node, by] },
    type: quantityType(powerOfUnit(unit, written)),
  };
}

function wholeNumber(expression: Expression | undefined): number | undefined {
  if (expression?.kind === "negation") {
    const value = wholeNumber(expression.operand);
    return value === undefined ? undefined : -value;
  }
  if (expression?.kind !== "number" || !/^\d{1,2}$/.test(expression.digits)) return undefined;
  return Number.parseInt(expression.digits, 10);
}

function pureNode(call: Call, value: Given, context: Context): Node | undefined {
  const { type } = value.built;
  if (type.kind === "unsettled") return undefined;
  if (type.kind === "quantity" && isPure(type.unit)) {
    return fitTo(context, value.built, quantityType(pure), value.span);
  }
  problem(context, value.span, "not-pure", {
    function: call.function.id,
    actual: wordsOf(type),
  });
  return undefined;
}

function buildPure(call: Call, name: "ln" | "log10" | "exp" | "sqrt", context: Context): Built {
  const [value] = given(call, context) as readonly [Given];
  const node = pureNode(call, value, context);
  if (node === undefined) return failed;
  return { node: { kind: "call", function: name, arguments: [node] }, type: quantityType(pure) };
}

function buildCalendar(call: Call, name: keyof typeof calendar, context: Context): Built {
  const { takes: wanted, gives } = calendar[name];
  if (!takes(call, wanted.length, context)) return { node: failed.node, type: gives };
  const nodes = given(call, context).map(({ built, span }, position) =>
    fitTo(context, built, wanted[position] as Type, span),
  );
  return { node: { kind: "calendar", function: name, arguments: nodes }, type: gives };
}

/** `known(x)`: of an input, a field, a field of another item, or a cell. */
function buildKnown(call: Call, context: Context): Built {
  const [{ built, span }] = given(call, context) as readonly [Given];
  if (built.type.kind === "unsettled") return { node: failed.node, type: booleanType };
  const meant = meaning(built.node, context);
  if (!isAskable(meant)) {
    return { ...problem(context, span, "known-of-other", {}), type: booleanType };
  }
  return { node: { kind: "known", value: meant }, type: booleanType };
}

/** An argument of a component is known when what it stands for is. */
function meaning(node: Node, context: Context): Node {
  if (node.kind !== "formula") return node;
  const meant = context.checking.values.get(node.id)?.argument?.();
  return meant === undefined ? node : meaning(meant, context);
}

function isAskable(node: Node): boolean {
  if (node.kind === "through") return isAskable(node.value);
  return node.kind === "input" || node.kind === "lookup";
}
