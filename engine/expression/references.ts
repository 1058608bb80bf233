import type { Expression, NamePart, TextSpan } from "./syntax.ts";

/** A name that an expression uses. */
export type Reference =
  /** A value, list or member: `use`, `plot.top_height`, `route.measured`. */
  | { readonly kind: "name"; readonly parts: readonly NamePart[]; readonly span: TextSpan }
  /** A table with the column that is read; `by` names the columns of an inverse look-up. */
  | {
      readonly kind: "table";
      readonly parts: readonly NamePart[];
      readonly column: NamePart;
      readonly by: readonly NamePart[];
      readonly span: TextSpan;
    }
  | { readonly kind: "function"; readonly parts: readonly [NamePart]; readonly span: TextSpan };

/**
 * The names that an expression uses, in the order in which they are written.
 *
 * @example
 * references(expression).map(({ parts }) => parts.map(({ id }) => id).join(".")); // ["sum", "boilers", "heat"]
 */
export function references(expression: Expression): readonly Reference[] {
  const found: Reference[] = [];
  visit(expression);
  return found;

  function visit(node: Expression): void {
    if (node.kind === "name") {
      found.push({ kind: "name", parts: node.parts, span: node.span });
    } else if (node.kind === "lookup") {
      const by = node.keys.flatMap(({ column }) => (column === undefined ? [] : [column]));
      const { table: parts, column, span } = node;
      found.push({ kind: "table", parts, column, by, span });
    } else if (node.kind === "call") {
      found.push({ kind: "function", parts: [node.function], span: node.function.span });
    }
    for (const child of childrenOf(node)) {
      visit(child);
    }
  }
}

/** The expressions right below a node, in the order in which they are written. */
export function childrenOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "number":
    case "boolean":
    case "name":
    case "stop":
      return [];
    case "lookup":
      return node.keys.map(({ value }) => value);
    case "call":
      return node.arguments.flatMap(({ value, where }) =>
        where === undefined ? [value] : [value, where],
      );
    case "negation":
    case "not":
      return [node.operand];
    case "arithmetic":
    case "comparison":
    case "logical":
      return [node.left, node.right];
  }
}
