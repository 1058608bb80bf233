import type { Expression, TextSpan } from "../expression/syntax.ts";
import type { CheckingFacts } from "../locales/facts/checking.ts";
import type { IssueFacts } from "../locales/facts.ts";
import type { Node } from "../methodology/tree.ts";
import type { AtHand } from "./axes.ts";
import { mismatchOf } from "./mismatch.ts";
import type { Checking, Module, Where } from "./scope.ts";
import { report } from "./scope.ts";
import { type Type, unsettled, wordsOf } from "./types.ts";
import { agree, converted } from "./units.ts";

/** A checked expression: its node in the tree and what it is. */
export interface Built {
  readonly node: Node;
  readonly type: Type;
}

/** Where an expression stands: whose names it sees, which axes are at hand, and where its text is. */
export interface Context {
  readonly checking: Checking;
  readonly module: Module;
  readonly at: AtHand;
  readonly where: Where;
  /** Builds a part of the expression; handed along so that its files need not import each other. */
  readonly build: (expression: Expression, context: Context) => Built;
}

/** Stands in the tree where an issue has been reported; a tree with issues is never handed out. */
export const nothing: Node = { kind: "boolean", value: false };

export const failed: Built = { node: nothing, type: unsettled };

/** Reports an issue at some characters of the expression. */
export function problem<Code extends keyof CheckingFacts>(
  context: Context,
  span: TextSpan,
  code: Code,
  facts: IssueFacts[Code],
): Built {
  report(context.checking, { ...context.where, within: span }, code, facts);
  return failed;
}

/** The enum that a part belongs to in the end, or the enum itself. */
export function wholeOf(checking: Checking, id: string): string {
  let whole = id;
  for (let depth = 0; depth < 8; depth += 1) {
    const of = checking.enums.get(whole)?.of;
    if (of === undefined) return whole;
    whole = of;
  }
  return whole;
}

/** Whether members of one enum serve where another is wanted. */
function serves(checking: Checking, given: string, wanted: string): boolean {
  return given === wanted || checking.enums.get(given)?.of === wanted;
}

/**
 * Makes a value fit what is wanted of it, by a conversion of units if need be.
 *
 * Errors: `unit-mismatch` and `type-mismatch` at the span.
 */
export function fitTo(context: Context, built: Built, wanted: Type, span: TextSpan): Node {
  const { type } = built;
  if (type.kind === "unsettled" || wanted.kind === "unsettled") return built.node;
  if (type.kind === "quantity" && wanted.kind === "quantity") {
    if (agree(type.unit, wanted.unit)) return converted(built.node, type.unit, wanted.unit);
    return problem(context, span, "unit-mismatch", mismatchOf(wanted.unit, type.unit)).node;
  }
  const isSame =
    type.kind === "enum" && wanted.kind === "enum"
      ? serves(context.checking, type.enum, wanted.enum)
      : type.kind === "item" && wanted.kind === "item"
        ? type.list === wanted.list
        : type.kind === wanted.kind;
  if (isSame) return built.node;
  return problem(context, span, "type-mismatch", {
    expected: wordsOf(wanted),
    actual: wordsOf(type),
  }).node;
}

/** Whether a value hangs on an axis: it is a field of the list, or a formula of the axis, or is made from one. */
export function hangsOn(checking: Checking, node: Node, axis: string): boolean {
  switch (node.kind) {
    case "axis":
      return node.axis === axis;
    case "input":
    case "constant":
    case "formula":
      return checking.values.get(node.id)?.axes.includes(axis) === true;
    case "through":
      return (
        hangsOn(checking, node.pointer, axis) ||
        (node.list !== axis && hangsOn(checking, node.value, axis))
      );
    case "lookup":
      return node.keys.some((key) => key !== null && hangsOn(checking, key, axis));
    case "part":
      return axis === "parts";
    default:
      return false;
  }
}
