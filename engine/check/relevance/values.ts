import type { Node } from "../../methodology/tree.ts";
import { type Exact, multiply, negate, one, readExact } from "../../quantity/exact.ts";
import type { Directory } from "../nodes.ts";
import type { Bound } from "./logic.ts";

/** Formulas within formulas are opened this deep; deeper ones stay subjects. */
export const deepest = 12;

/** The enum of a value, where its kind tells. */
export function enumOf(node: Node, directory: Directory): string | undefined {
  switch (node.kind) {
    case "member":
      return node.enum;
    case "input":
    case "constant":
    case "formula": {
      const thing =
        node.kind === "input"
          ? directory.inputs.get(node.id)
          : node.kind === "constant"
            ? directory.constants.get(node.id)
            : directory.formulas.get(node.id);
      return thing?.type.kind === "enum" ? thing.type.enum : undefined;
    }
    case "axis":
      return directory.enums.has(node.axis) ? node.axis : undefined;
    case "through":
      return enumOf(node.value, directory);
    case "lookup": {
      const table = directory.tables.get(node.table);
      const column = table?.columns.find(({ id }) => id === node.column);
      if (column !== undefined) return column.type.kind === "enum" ? column.type.enum : undefined;
      const key = table?.keys.find(({ id }) => id === node.column);
      return key?.kind === "enum" ? key.enum : undefined;
    }
    case "choose":
      return node.values.map((value) => enumOf(value, directory)).find((one) => one !== undefined);
    case "over":
      return node.value === undefined ? undefined : enumOf(node.value, directory);
    default:
      return undefined;
  }
}

export function membersOf(node: Node, directory: Directory): readonly string[] | undefined {
  const id = enumOf(node, directory);
  return id === undefined ? undefined : directory.enums.get(id)?.members.map((member) => member.id);
}

/** A formula that only stands for another value, as an argument of a component does, is that value. */
export function resolved(node: Node, directory: Directory, depth = 0): Node {
  if (node.kind !== "formula" || depth >= deepest) return node;
  const formula = directory.formulas.get(node.id);
  if (formula?.body.kind !== "expr" || formula.round !== undefined) return node;
  const { value } = formula.body;
  const isName = ["input", "formula", "constant", "axis", "part", "through"].includes(value.kind);
  return isName ? resolved(value, directory, depth + 1) : node;
}

/** The value of what is the same for all answers. */
export function boundOf(node: Node, directory: Directory): Bound | undefined {
  const resolvedNode = resolved(node, directory);
  if (resolvedNode.kind === "constant") {
    const constant = directory.constants.get(resolvedNode.id);
    const kind = constant?.type.kind;
    if (kind === "date" || kind === "fiscal_year") return constant?.value;
    const isPercent = constant?.type.kind === "quantity" && constant.type.unit.text === "%";
    return constant === undefined || isPercent ? undefined : readExact(constant.value);
  }
  return figureOf(resolvedNode, directory);
}

function figureOf(node: Node, directory: Directory): Exact | undefined {
  switch (node.kind) {
    case "number":
      return node.unit === "%" ? undefined : readExact(node.value);
    case "constant": {
      const bound = boundOf(node, directory);
      return typeof bound === "string" ? undefined : bound;
    }
    case "negation": {
      const value = figureOf(node.value, directory);
      return value === undefined ? undefined : negate(value);
    }
    case "convert": {
      const value = figureOf(node.value, directory);
      return value === undefined ? undefined : multiply(value, readExact(node.factor) ?? one);
    }
    default:
      return undefined;
  }
}
