import type { Argument, Expression } from "../expression/syntax.ts";
import type { Axis, Node } from "../methodology/tree.ts";
import { pure } from "../quantity/unit.ts";
import { axisNames, isAxis, isAxisUsable, withAxis } from "./axes.ts";
import { isValue, unknown } from "./build-names.ts";
import { type Built, type Context, failed, fitTo, hangsOn, problem, wholeOf } from "./context.ts";
import { booleanType, quantityType, type Type, wordsOf } from "./types.ts";
import { isCelsius, keysOf } from "./units.ts";

/**
 * Functions over an axis: `sum(boilers, heat where fuel == fuel.lpg)`. The first argument names the axis, the last may
 * be filtered; inside, the axis is at hand. An axis that is at hand already has one item, so no function runs over it.
 */
type Call = Extract<Expression, { kind: "call" }>;
type OverNode = Extract<Node, { kind: "over" }>;
type OverFunction = OverNode["function"];

export const overFunctions = [
  "sum",
  "count",
  "all",
  "any",
  "average",
  "min_of",
  "max_of",
  "weighted_average",
] as const satisfies readonly OverFunction[];

export function isOverFunction(name: string): name is OverFunction {
  return (overFunctions as readonly string[]).includes(name);
}

const counts: Readonly<Record<OverFunction, number>> = {
  sum: 2,
  count: 1,
  all: 2,
  any: 2,
  average: 2,
  min_of: 2,
  max_of: 2,
  weighted_average: 3,
};

export function buildOver(expression: Call, name: OverFunction, context: Context): Built {
  const actual = expression.arguments.length;
  if (actual !== counts[name]) {
    return problem(context, expression.span, "argument-count", {
      function: name,
      expected: counts[name],
      actual,
    });
  }
  const [first, second, third] = expression.arguments as readonly [Argument, Argument?, Argument?];
  const axis = readAxis(first.value, name, context);
  if (axis === undefined) return failed;
  const last = expression.arguments[actual - 1];
  const stray = expression.arguments.find((argument) => argument !== last && argument.where);
  if (stray?.where !== undefined) {
    return problem(context, stray.where.span, "where-of-function", { function: name });
  }
  const inside: Context = { ...context, at: withAxis(context.checking, context.at, axis) };
  const condition = last?.where;
  const where =
    condition === undefined
      ? {}
      : {
          where: fitTo(inside, inside.build(condition, inside), booleanType, condition.span),
        };
  const node = { kind: "over", function: name, axis, ...where } as const;
  if (name === "count" || second === undefined) {
    return { node: { ...node, of: "quantity" }, type: quantityType(pure) };
  }
  const value = inside.build(second.value, inside);
  const weight = third === undefined ? undefined : inside.build(third.value, inside);
  if (name === "all" || name === "any") {
    const test = fitTo(inside, value, booleanType, second.value.span);
    return { node: { ...node, of: "boolean", value: test }, type: booleanType };
  }
  if (value.type.kind === "unsettled" || weight?.type.kind === "unsettled") return failed;
  for (const [built, argument] of [
    [value, second],
    [weight, third],
  ] as const) {
    if (built === undefined || argument === undefined) continue;
    const isFit = isSummable(name, built.type, axis, argument.value, inside);
    if (!isFit) return failed;
  }
  const of = value.type.kind as OverNode["of"];
  return {
    node: {
      ...node,
      of,
      value: value.node,
      ...(weight === undefined ? {} : { weight: weight.node }),
    },
    type: value.type,
  };
}

/** The axis that the first argument names. */
function readAxis(expression: Expression, name: string, context: Context): Axis | undefined {
  const [part, other] = expression.kind === "name" ? expression.parts : [];
  if (part === undefined || other !== undefined) {
    problem(context, expression.span, "axis-expected", { function: name });
    return undefined;
  }
  const axis = part.id;
  const { checking, module, at } = context;
  if (!isAxis(checking, axis) || (module.prefix !== "" && checking.lists.has(axis))) {
    unknown(context, part, "axis", axisNames(checking));
    return undefined;
  }
  if (!isAxisUsable(checking, axis, { ...context.where, within: part.span })) return undefined;
  const isTimeAtHand = at.axes.has("years") || at.pieces !== undefined;
  const isOwn =
    at.axes.has(axis) ||
    (axis === "years" && isTimeAtHand) ||
    (axis === "parts" && at.pieces !== undefined);
  if (isOwn) {
    problem(context, part.span, "axis-own", { function: name, axis });
    return undefined;
  }
  if (at.pieces !== undefined && checking.lists.get(axis)?.dated !== undefined) {
    problem(context, part.span, "dated-under-parts", { list: axis });
    return undefined;
  }
  const entity = module.names.get(axis);
  if (checking.enums.has(axis) && entity !== undefined && isValue(entity)) {
    problem(context, part.span, "axis-name-taken", { axis });
    return undefined;
  }
  return axis;
}

/** Whether the values along an axis can be taken together: of a kind that allows it, all in one unit. */
function isSummable(
  name: OverFunction,
  type: Type,
  axis: Axis,
  expression: Expression,
  context: Context,
): boolean {
  const isExtreme = name === "min_of" || name === "max_of";
  if (type.kind !== "quantity") {
    const isOrdered =
      type.kind === "enum" &&
      context.checking.enums.get(wholeOf(context.checking, type.enum))?.ordered === true;
    if (isExtreme && (type.kind === "date" || type.kind === "fiscal_year" || isOrdered))
      return true;
    if (isExtreme && type.kind === "enum") {
      problem(context, expression.span, "not-ordered", { enum: type.enum });
    } else {
      problem(context, expression.span, "argument-type", {
        function: name,
        actual: wordsOf(type),
      });
    }
    return false;
  }
  if (isCelsius(type.unit) && !isExtreme) {
    problem(context, expression.span, "celsius-arithmetic", { operator: name });
    return false;
  }
  if (keysOf(type.unit).some((key) => hangsOn(context.checking, key, axis))) {
    problem(context, expression.span, "units-along-axis", { function: name, axis });
    return false;
  }
  return true;
}
