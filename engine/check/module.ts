import type { Expression } from "../expression/syntax.ts";
import type { Path } from "../issue.ts";
import { nearest } from "../methodology/near.ts";
import { pointerOf } from "../methodology/pointer.ts";
import type { TypeTree } from "../methodology/tree.ts";
import type { AtHand } from "./axes.ts";
import { buildExpression } from "./build-expression.ts";
import { type Built, type Context, failed } from "./context.ts";
import type { Checking, Module, SettledType, Where } from "./scope.ts";
import { report } from "./scope.ts";
import { parseType, plainTypeTree, quantityType, type Type, unsettled } from "./types.ts";
import { noVariables, readUnit, unitTree, type Variable, type Variables } from "./units.ts";
import { variableOf } from "./variables.ts";

/** The texts of one module: expressions at a path, declared types, and unit variables. */

/** Builds the expression at a path; one that did not parse has had its issue. */
export function buildAt(checking: Checking, module: Module, path: Path, at: AtHand): Built {
  const expression = module.expressions.get(pointerOf(path));
  return expression === undefined
    ? failed
    : buildExpression(expression, contextAt(checking, module, path, at));
}

export function expressionAt(module: Module, path: Path): Expression | undefined {
  return module.expressions.get(pointerOf(path));
}

export function contextAt(checking: Checking, module: Module, path: Path, at: AtHand): Context {
  const where: Where = { file: module.file, path };
  return { checking, module, at, where, build: buildExpression };
}

/** The unit variables that an input, formula or argument declares, seen with its own axes at hand. */
export function variablesAt(
  checking: Checking,
  module: Module,
  said: Readonly<Record<string, string>> | undefined,
  path: Path,
  at: AtHand,
): Variables | undefined {
  if (said === undefined) return noVariables;
  const variables = new Map<string, Variable>();
  for (const name of Object.keys(said)) {
    const place = [...path, "unit_variable", name];
    const key = buildAt(checking, module, place, at);
    const variable = variableOf(checking, key, { file: module.file, path: place });
    if (variable === undefined) return undefined;
    variables.set(name, variable);
  }
  return variables;
}

const unsettledTree: TypeTree = { kind: "boolean" };
export const unsettledType: SettledType = { type: unsettled, tree: unsettledTree };

/** A type computed when first asked; one that asks for itself is unsettled. */
export function once(settle: () => SettledType): () => SettledType {
  let state: "open" | "asked" | SettledType = "open";
  return () => {
    if (state === "asked") return unsettledType;
    if (state === "open") {
      state = "asked";
      state = settle();
    }
    return state;
  };
}

/** A quantity in a unit as written, with the variables of the place. Errors: unknown and unreadable units. */
export function quantityIn(
  checking: Checking,
  text: string,
  where: Where,
  variables: Variables,
  kind: "quantity" | "count" = "quantity",
): SettledType {
  const unit = readUnit(checking, text, where, variables);
  if (unit === undefined) return unsettledType;
  const tree: TypeTree = { kind, unit: unitTree(text, unit, variables) };
  return { type: quantityType(unit), tree };
}

/** A declared type such as `quantity kWh`. Errors: what is not a type, and names that nobody knows. */
export function settleType(
  checking: Checking,
  text: string,
  where: Where,
  variables: Variables,
): SettledType {
  const read = parseType(text);
  if (read === undefined) {
    const known = ["quantity", "count", "enum", "item", "boolean", "date", "fiscal_year", "text"];
    const suggestion = nearest(text.split(" ")[0] ?? "", known);
    report(checking, where, "unknown-type", {
      type: text,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
    return unsettledType;
  }
  if (!("of" in read)) return plain({ kind: read.kind });
  const start = read.kind.length + 1;
  const within = { start, end: start + read.of.length };
  switch (read.kind) {
    case "quantity":
      return quantityIn(checking, read.of, { ...where, within }, variables);
    case "count": {
      const settled = quantityIn(checking, read.of, { ...where, within }, variables, "count");
      const { type } = settled;
      const isThing =
        type.kind !== "quantity" ||
        (type.unit.dimensions.size === 1 &&
          [...type.unit.dimensions].every(
            ([name, times]) => name.startsWith("thing:") && times === 1,
          ));
      if (!isThing) report(checking, { ...where, within }, "count-of-thing", { unit: read.of });
      return settled;
    }
    case "enum":
      if (checking.enums.has(read.of)) return plain({ kind: "enum", enum: read.of });
      return unknownOf("enum", read.of, checking.enums.keys());
    case "item":
      if (checking.lists.has(read.of)) return plain({ kind: "item", list: read.of });
      return unknownOf("list", read.of, checking.lists.keys());
  }

  function unknownOf(
    what: "enum" | "list",
    name: string,
    candidates: Iterable<string>,
  ): SettledType {
    const suggestion = nearest(name, candidates);
    report(checking, { ...where, within }, "unknown-name", {
      what,
      name,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
    return unsettledType;
  }
}

function plain(type: Exclude<Type, { kind: "quantity" | "unsettled" }>): SettledType {
  return { type, tree: plainTypeTree(type) };
}
