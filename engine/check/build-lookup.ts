import type { Expression, LookupKey, NamePart } from "../expression/syntax.ts";
import type { KeyTree, Node } from "../methodology/tree.ts";
import { unknown } from "./build-names.ts";
import { type Built, type Context, failed, fitTo, problem } from "./context.ts";
import type { TableScope } from "./scope.ts";
import { dateType, fiscalYearType, quantityType, type Type, unsettled } from "./types.ts";
import { readUnit, type Variable } from "./units.ts";
import { variableOf } from "./variables.ts";

/**
 * Look-ups: `fuels[fuel, year].hv`, keys by position and each of its type; and the inverse, `curves[region, species,
 * height = top_height, age].site_class`, where the key sought stands where the known column is named.
 */
type LookupExpression = Extract<Expression, { kind: "lookup" }>;

export function buildLookup(expression: LookupExpression, context: Context): Built {
  const table = tableOf(expression.table, context);
  if (table === undefined) return failed;
  const { keys } = expression;
  if (keys.length !== table.keys.length) {
    for (const { value } of keys) context.build(value, context);
    return problem(context, expression.span, "key-count", {
      table: table.name,
      keys: table.keys.map(({ id }) => id),
      actual: keys.length,
    });
  }
  const sought = keys.findIndex(({ column }) => column !== undefined);
  const built = keys.map(({ value }, position) =>
    position === sought
      ? { built: context.build(value, context), node: null }
      : buildKey(value, table.keys[position] as KeyTree, context),
  );
  const nodes = built.map(({ node }) => node);
  const column = (name: NamePart): Type => {
    const key = built[table.variable?.key ?? -1]?.built;
    return columnType(table, name, key, context);
  };

  if (sought < 0) {
    const type = column(expression.column);
    if (type.kind === "unsettled") return failed;
    const node: Node = {
      kind: "lookup",
      table: table.id,
      keys: nodes,
      column: expression.column.id,
    };
    return { node, type };
  }
  return buildInverse(
    expression,
    table,
    sought,
    nodes,
    built[sought]?.built ?? failed,
    column,
    context,
  );
}

function buildInverse(
  expression: LookupExpression,
  table: TableScope,
  sought: number,
  nodes: readonly (Node | null)[],
  given: Built,
  column: (name: NamePart) => Type,
  context: Context,
): Built {
  const second = expression.keys.findIndex(
    (key, position) => key.column !== undefined && position !== sought,
  );
  const { column: from, value } = expression.keys[sought] as LookupKey & { column: NamePart };
  const key = table.keys[sought] as KeyTree;
  const rule = table.inverse.find((inverse) => inverse.key === key.id);
  if (second >= 0 || expression.column.id !== key.id || rule?.from !== from.id) {
    return problem(context, from.span, "inverse-undeclared", {
      table: table.name,
      key: key.id,
      column: from.id,
      inverses: table.inverse.map((inverse) => ({ key: inverse.key, column: inverse.from })),
    });
  }
  const wanted = column(from);
  const known = fitTo(context, given, wanted, value.span);
  const node: Node = {
    kind: "lookup",
    table: table.id,
    keys: nodes,
    column: key.id,
    inverse: { column: from.id, value: known },
  };
  return { node, type: keyType(key, context) };
}

function tableOf(name: readonly NamePart[], context: Context): TableScope | undefined {
  let { module } = context;
  for (const part of name.slice(0, -1)) {
    const entity = module.names.get(part.id);
    if (entity?.kind !== "component") {
      unknown(context, part, "table", tableNames(context));
      return undefined;
    }
    module = entity.module;
  }
  const last = name[name.length - 1] as NamePart;
  const entity = module.names.get(last.id);
  if (entity?.kind === "table") {
    return context.checking.brokenTables.has(entity.id) ? undefined : entity;
  }
  unknown(
    context,
    last,
    "table",
    [...module.names.values()].filter(({ kind }) => kind === "table").map(({ name: id }) => id),
  );
  return undefined;
}

function tableNames(context: Context): readonly string[] {
  return [...context.module.names.values()]
    .filter(({ kind }) => kind === "table" || kind === "component")
    .map(({ name }) => name);
}

function buildKey(
  expression: Expression,
  key: KeyTree,
  context: Context,
): { readonly built: Built; readonly node: Node } {
  const built = context.build(expression, context);
  return { built, node: fitTo(context, built, keyType(key, context), expression.span) };
}

/** What a key of a table is looked up by. */
export function keyType(key: KeyTree, context: Pick<Context, "checking" | "where">): Type {
  switch (key.kind) {
    case "enum":
      return { kind: "enum", enum: key.enum };
    case "fiscal_year":
      return fiscalYearType;
    case "interval":
    case "number": {
      if (key.unit === undefined) return dateType;
      const unit = readUnit(context.checking, key.unit, context.where);
      return unit === undefined ? unsettled : quantityType(unit);
    }
  }
}

function columnType(
  table: TableScope,
  name: NamePart,
  key: Built | undefined,
  context: Context,
): Type {
  const column = table.columns.get(name.id);
  if (column === undefined) {
    return unknown(context, name, "column", table.columns.keys(), table.name).type;
  }
  if (column.kind === "settled") return column.type;
  const span = { start: name.span.start, end: name.span.end };
  const variable = key && variableOf(context.checking, key, { ...context.where, within: span });
  if (variable === undefined || table.variable === undefined) return unsettled;
  const variables = new Map<string, Variable>([[table.variable.name, variable]]);
  const unit = readUnit(context.checking, column.unit, column.where, variables);
  return unit === undefined ? unsettled : quantityType(unit);
}
