import { type ParseOptions, parseExpression } from "../../engine/expression/parse-expression.ts";
import type { Expression, NamePart } from "../../engine/expression/syntax.ts";

/** The tree of an expression with every operation in brackets, or the codes of its issues. */
export function shape(text: string, options?: ParseOptions): string {
  const result = parseExpression(text, options);
  return result.ok ? shapeOf(result.value) : result.issues.map(({ code }) => code).join(" ");
}

/** The tree of an expression with every operation in brackets. */
export function shapeOf(node: Expression): string {
  switch (node.kind) {
    case "number":
      return node.unit === undefined ? node.digits : `${node.digits}[${node.unit.text}]`;
    case "boolean":
      return String(node.value);
    case "stop":
      return "stop";
    case "name":
      return name(node.parts);
    case "lookup": {
      const keys = node.keys.map(({ column, value }) =>
        column === undefined ? shapeOf(value) : `${column.id}=${shapeOf(value)}`,
      );
      return `(${name(node.table)}[${keys.join(", ")}] ${node.column.id})`;
    }
    case "call": {
      const values = node.arguments.map(({ value, where }) =>
        where === undefined ? shapeOf(value) : `${shapeOf(value)} where ${shapeOf(where)}`,
      );
      return `${node.function.id}(${values.join(", ")})`;
    }
    case "negation":
      return `(- ${shapeOf(node.operand)})`;
    case "not":
      return `(not ${shapeOf(node.operand)})`;
    case "arithmetic":
    case "comparison":
    case "logical":
      return `(${shapeOf(node.left)} ${node.operator} ${shapeOf(node.right)})`;
  }
}

function name(parts: readonly NamePart[]): string {
  return parts.map(({ id }) => id).join(".");
}
