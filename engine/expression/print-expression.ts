import type { Argument, Expression, LookupKey, NamePart } from "./syntax.ts";

/** How strongly a node binds, as the parser has it. What binds weaker than its place asks for gets brackets. */
const strength = {
  logical: 1,
  not: 2,
  comparison: 3,
  "+": 4,
  "-": 4,
  "*": 5,
  "/": 5,
  negation: 6,
  atom: 7,
} as const;

/**
 * The one text that stands for an expression: single blanks around operators, no brackets but those that are needed.
 * Parsed again, it gives the same tree.
 *
 * @example
 * printExpression(tree); // "sum(boilers, heat) / efficiency * fuels[fuel, year].cef"
 */
export function printExpression(node: Expression): string {
  switch (node.kind) {
    case "number":
      return node.unit === undefined ? node.digits : `${node.digits} [${node.unit.text}]`;
    case "boolean":
      return String(node.value);
    case "stop":
      return "stop";
    case "name":
      return name(node.parts);
    case "lookup":
      return `${name(node.table)}[${node.keys.map(key).join(", ")}].${node.column.id}`;
    case "call":
      return `${node.function.id}(${node.arguments.map(argument).join(", ")})`;
    case "negation":
      return `-${within(node.operand, strength.atom)}`;
    case "not":
      return `not ${within(node.operand, strength.not)}`;
    case "arithmetic":
    case "comparison":
    case "logical":
      return operation(node);
  }
}

type Operation = Extract<Expression, { readonly left: Expression }>;

function operation(node: Operation): string {
  const least = strengthOf(node);
  return `${leftOf(node, least)} ${node.operator} ${within(node.right, least + 1)}`;
}

/** Comparisons do not chain, and `and` does not stand beside `or`: there even the left side needs brackets. */
function leftOf(node: Operation, least: number): string {
  const { left } = node;
  const isMixed = left.kind === "logical" && left.operator !== node.operator;
  const isChained = left.kind === "comparison" && node.kind === "comparison";
  return isMixed || isChained ? `(${printExpression(left)})` : within(left, least);
}

function within(node: Expression, least: number): string {
  const text = printExpression(node);
  return strengthOf(node) < least ? `(${text})` : text;
}

function strengthOf(node: Expression): number {
  switch (node.kind) {
    case "logical":
    case "not":
    case "comparison":
    case "negation":
      return strength[node.kind];
    case "arithmetic":
      return strength[node.operator];
    default:
      return strength.atom;
  }
}

function name(parts: readonly NamePart[]): string {
  return parts.map(({ id }) => id).join(".");
}

function key({ column, value }: LookupKey): string {
  const text = printExpression(value);
  if (column !== undefined) {
    return `${column.id} = ${text}`;
  }
  // A key that begins as `height == …` would be taken for a slip in `height = …`.
  return /^[a-z0-9_]+ == /.test(text) ? `(${text})` : text;
}

function argument({ value, where }: Argument): string {
  return where === undefined
    ? printExpression(value)
    : `${printExpression(value)} where ${printExpression(where)}`;
}
