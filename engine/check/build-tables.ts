import type { ReadFile, TableFile } from "../methodology/file.ts";
import { nearest } from "../methodology/near.ts";
import type { TableData, TableUseData } from "../methodology/schema.ts";
import type { KeyTree, TableTree } from "../methodology/tree.ts";
import { type BuiltColumn, buildColumn, buildKey, settleColumns } from "./build-keys.ts";
import { originOf } from "./build-origin.ts";
import { buildRows } from "./build-rows.ts";
import type { Checking, Module, TableScope, Where } from "./scope.ts";
import { report } from "./scope.ts";
import { unsettled } from "./types.ts";
import { isUse } from "./uses.ts";

export interface BuiltTable {
  readonly tree: TableTree;
  readonly scope: TableScope;
}

/** A table of the file, or of the shared edition that it names. */
export function buildTable(
  checking: Checking,
  module: Module,
  name: string,
  data: TableData | TableUseData,
): BuiltTable | undefined {
  const where: Where = { file: module.file, path: ["tables", name] };
  if (!isUse(data)) {
    return buildOwn(checking, module, name, name, data, where, module.documents);
  }
  const file = checking.parsed.tableFiles.get(data.use);
  if (file === undefined) return undefined;
  const shared = data.table ?? name;
  const table = file.data.tables[shared];
  if (table === undefined) {
    const suggestion =
      nearest(shared, Object.keys(file.data.tables)) ?? Object.keys(file.data.tables)[0];
    const path = [...where.path, data.table === undefined ? "use" : "table"];
    report(checking, { ...where, path }, "unknown-name", {
      what: "table",
      name: shared,
      of: data.use,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
    return undefined;
  }
  const at: Where = { file, path: ["tables", shared] };
  return buildOwn(checking, module, name, shared, table, at, documentsOf(file), editionOf(file));
}

/** What stands before the ids of documents of a shared edition. */
export function documentsOf(file: ReadFile<{ readonly id: string }>): string {
  return `${file.data.id}:`;
}

function editionOf(file: TableFile): string {
  return `${file.data.id}/${file.data.version}`;
}

function buildOwn(
  checking: Checking,
  module: Module,
  name: string,
  written: string,
  data: TableData,
  where: Where,
  documents: string,
  edition?: string,
): BuiltTable {
  const keys: KeyTree[] = [];
  for (const [id, text] of Object.entries(data.key)) {
    const at: Where = { ...where, path: [...where.path, "key", id] };
    const key = buildKey(checking, data, id, text, at);
    if (key !== undefined) keys.push(key);
  }
  reportRules(checking, data, keys, where);
  const variable = variableOfTable(checking, data, keys, where);
  const columns = new Map<string, BuiltColumn>();
  for (const [id, column] of Object.entries(data.columns)) {
    const at: Where = { ...where, path: [...where.path, "columns", id] };
    if (Object.hasOwn(data.key, id)) {
      report(checking, { ...at, key: true }, "name-taken", { name: id, by: "key" });
    }
    const built = buildColumn(checking, id, column, variable?.name, at);
    if (built !== undefined) columns.set(id, built);
  }
  const isWhole = keys.length === Object.keys(data.key).length;
  if (!isWhole) checking.brokenTables.add(`${module.prefix}${name}`);
  const columnTrees = settleColumns(checking, data, columns, keys, where);
  const rows = (where.file as TableFile).rows.get(written) ?? [];
  const { rows: rowTrees, origins } = isWhole
    ? buildRows(checking, rows, {
        table: data,
        keys,
        columns: columnTrees,
        ...(variable === undefined ? {} : { variable }),
        documents,
        where,
      })
    : { rows: [], origins: [] };
  const inverse = inverseOf(checking, data, keys, columns, where);
  const id = `${module.prefix}${name}`;
  const onMissing = data.on_missing_year;
  const tree: TableTree = {
    id,
    ...(data.label === undefined ? {} : { label: data.label }),
    ...(edition === undefined ? {} : { edition }),
    keys,
    columns: columnTrees,
    ...(variable === undefined ? {} : { variable }),
    ...symmetricOf(checking, data, keys, where),
    inverse,
    ...(typeof onMissing === "object" ? { carryOver: originOf(documents, onMissing) } : {}),
    replaceable: data.replaceable === "true",
    rows: rowTrees,
    origins,
  };
  return {
    tree,
    scope: {
      kind: "table",
      name,
      id,
      keys,
      ...(variable === undefined
        ? {}
        : {
            variable: {
              name: variable.name,
              key: keys.findIndex((key) => key.id === variable.key),
            },
          }),
      columns: new Map(
        Object.keys(data.columns).map((column) => [
          column,
          columns.get(column)?.scope ?? { kind: "settled", type: unsettled },
        ]),
      ),
      inverse,
    },
  };
}

/** Rules for keys that are not there, or not of the kind that the rule is for. */
function reportRules(
  checking: Checking,
  data: TableData,
  keys: readonly KeyTree[],
  where: Where,
): void {
  for (const word of ["interpolate", "outside"] as const) {
    for (const id of Object.keys(data[word] ?? {})) {
      const key = keys.find((one) => one.id === id);
      const isFit = key?.kind === "number" || (word === "outside" && key?.kind === "interval");
      if (isFit || (key === undefined && Object.hasOwn(data.key, id))) continue;
      const at: Where = { ...where, path: [...where.path, word, id], key: true };
      const names = keys.filter(({ kind }) => kind === "number").map((one) => one.id);
      if (key === undefined) {
        const suggestion = nearest(id, names);
        report(checking, at, "unknown-name", {
          what: "key",
          name: id,
          ...(suggestion === undefined ? {} : { suggestion }),
        });
      } else report(checking, at, "key-not-number", { key: id, rule: word });
    }
  }
}

function variableOfTable(
  checking: Checking,
  data: TableData,
  keys: readonly KeyTree[],
  where: Where,
): { readonly name: string; readonly key: string } | undefined {
  const said = Object.entries(data.unit_variable ?? {});
  const [first, second] = said;
  if (first === undefined) return undefined;
  const at: Where = { ...where, path: [...where.path, "unit_variable"] };
  if (second !== undefined) report(checking, at, "one-variable", {});
  const [name, id] = first;
  const key = keys.find((one) => one.id === id);
  if (key?.kind === "enum") return { name, key: id };
  const names = keys.filter(({ kind }) => kind === "enum").map((one) => one.id);
  const suggestion = nearest(id, names) ?? names[0];
  report(checking, { ...at, path: [...at.path, name] }, "unknown-name", {
    what: "key",
    name: id,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
  return undefined;
}

function symmetricOf(
  checking: Checking,
  data: TableData,
  keys: readonly KeyTree[],
  where: Where,
): { readonly symmetric?: readonly [string, string] } {
  const said = data.symmetric;
  if (said === undefined) return {};
  const [from, to] = said.map((id) => keys.find((key) => key.id === id));
  const isPair =
    said.length === 2 && from?.kind === "enum" && to?.kind === "enum" && from.enum === to.enum;
  if (isPair && from.id !== to.id) return { symmetric: [from.id, to.id] };
  report(checking, { ...where, path: [...where.path, "symmetric"] }, "symmetric-pair", {});
  return {};
}

function inverseOf(
  checking: Checking,
  data: TableData,
  keys: readonly KeyTree[],
  columns: ReadonlyMap<string, BuiltColumn>,
  where: Where,
): TableTree["inverse"] {
  return Object.entries(data.inverse ?? {}).flatMap(([key, rule]) => {
    const at: Where = { ...where, path: [...where.path, "inverse", key] };
    if (!Object.hasOwn(data.key, key)) {
      const suggestion = nearest(key, Object.keys(data.key));
      report(checking, { ...at, key: true }, "unknown-name", {
        what: "key",
        name: key,
        ...(suggestion === undefined ? {} : { suggestion }),
      });
      return [];
    }
    const column = columns.get(rule.from);
    if (column?.tree.type.kind !== "quantity") {
      const suggestion = nearest(rule.from, columns.keys());
      report(checking, { ...at, path: [...at.path, "from"] }, "unknown-name", {
        what: "column",
        name: rule.from,
        ...(suggestion === undefined ? {} : { suggestion }),
      });
      return [];
    }
    if (!keys.some(({ id }) => id === key)) return [];
    return [
      {
        key,
        from: rule.from,
        choose: rule.choose,
        beyond: rule.beyond ?? "error",
      },
    ];
  });
}
