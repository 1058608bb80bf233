import { nearest } from "../methodology/near.ts";
import type { ColumnData, TableData } from "../methodology/schema.ts";
import type { ColumnTree, KeyTree } from "../methodology/tree.ts";
import { one } from "../quantity/exact.ts";
import { divideUnits, type Unit } from "../quantity/unit.ts";
import { mismatchOf } from "./mismatch.ts";
import type { Checking, ColumnScope, Where } from "./scope.ts";
import { report } from "./scope.ts";
import { quantityType } from "./types.ts";
import { agree, readUnit, type Variable } from "./units.ts";
import { isSameUnit } from "./variables.ts";

/** Keys and columns of a table: what a row is found by, and what it gives. */
export function buildKey(
  checking: Checking,
  table: TableData,
  id: string,
  text: string,
  where: Where,
): KeyTree | undefined {
  if (text === "fiscal_year") return { id, kind: "fiscal_year" };
  const [kind, of, ...rest] = text.split(" ");
  const outside = table.outside?.[id] ?? "error";
  if ((kind === "interval" || kind === "number") && of !== undefined && rest.length === 0) {
    const isDate = kind === "interval" && of === "date";
    const offset = kind.length + 1;
    const unit = isDate
      ? undefined
      : readUnit(checking, of, { ...where, key: false }, undefined, offset);
    if (!isDate && unit === undefined) return undefined;
    if (kind === "number") {
      const interpolate = table.interpolate?.[id] === "linear";
      return { id, kind, unit: of, interpolate, outside };
    }
    if (table.includes === undefined) {
      report(checking, where, "includes-missing", { key: id });
    }
    const includes = table.includes ?? "lower";
    return { id, kind, ...(isDate ? {} : { unit: of }), includes, outside };
  }
  if (checking.enums.has(text)) return { id, kind: "enum", enum: text };
  const suggestion = nearest(text, [
    ...checking.enums.keys(),
    ...["fiscal_year", "interval", "number"],
  ]);
  report(checking, where, "unknown-name", {
    what: "key",
    name: text,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
  return undefined;
}

/** A column as the tree has it and as look-ups see it. */
export interface BuiltColumn {
  readonly tree: ColumnTree;
  readonly scope: ColumnScope;
  /** With the unit variable standing for itself. */
  readonly unit?: Unit;
}

export function buildColumn(
  checking: Checking,
  id: string,
  data: ColumnData,
  variable: string | undefined,
  where: Where,
): BuiltColumn | undefined {
  const said = typeof data === "string" ? { unit: data } : data;
  const at = (word: string): Where =>
    typeof data === "string" ? where : { ...where, path: [...where.path, word] };
  const words = {
    id,
    ...(said.label === undefined ? {} : { label: said.label }),
    ...(said.symbol === undefined ? {} : { symbol: said.symbol }),
    ...(said.low === undefined ? {} : { low: said.low }),
    ...(said.high === undefined ? {} : { high: said.high }),
  };
  const text = said.type ?? said.unit;
  if (text === undefined || (said.type !== undefined && said.unit !== undefined)) {
    report(checking, where, "unit-or-type", { name: id });
    return undefined;
  }
  if (text === "date" || text === "boolean" || text === "fiscal_year") {
    const type = { kind: text } as const;
    return { tree: { ...words, type }, scope: { kind: "settled", type } };
  }
  if (text.startsWith("enum ")) {
    const name = text.slice("enum ".length);
    if (checking.enums.has(name)) {
      const type = { kind: "enum", enum: name } as const;
      return { tree: { ...words, type }, scope: { kind: "settled", type } };
    }
    const suggestion = nearest(name, checking.enums.keys());
    const within = { start: "enum ".length, end: text.length };
    report(checking, { ...at(said.type === undefined ? "unit" : "type"), within }, "unknown-name", {
      what: "enum",
      name,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
    return undefined;
  }
  if (said.type !== undefined) {
    report(checking, at("type"), "unknown-type", { type: text });
    return undefined;
  }
  const itself = variable === undefined ? undefined : columnVariable(variable);
  const unit = readUnit(checking, text, at("unit"), itself);
  if (unit === undefined) return undefined;
  const type = { kind: "quantity", unit: { text } } as const;
  const hangs = variable !== undefined && unit.dimensions.has(`variable:${variable}`);
  return {
    tree: { ...words, type },
    scope: hangs
      ? { kind: "variable", unit: text, where: at("unit") }
      : { kind: "settled", type: quantityType(unit) },
    unit,
  };
}

/** A table's unit variable within the table, where it stands for itself. */
function columnVariable(name: string): ReadonlyMap<string, Variable> {
  const unit: Unit = {
    parts: new Map([[name, 1]]),
    factor: one,
    dimensions: new Map([[`variable:${name}`, 1]]),
  };
  return new Map([[name, { kind: "settled", unit }]]);
}

/** What columns say of each other: ends of ranges in the same unit, slopes in the unit of a quotient. */
export function settleColumns(
  checking: Checking,
  table: TableData,
  columns: ReadonlyMap<string, BuiltColumn>,
  keys: readonly KeyTree[],
  where: Where,
): readonly ColumnTree[] {
  return [...columns.values()].map(({ tree, unit }) => {
    const data = table.columns[tree.id];
    if (data === undefined || typeof data === "string") return tree;
    const path = [...where.path, "columns", tree.id];
    const named = (word: "low" | "high" | "slope_of"): BuiltColumn | undefined => {
      const name = data[word];
      if (name === undefined) return undefined;
      const found = columns.get(name);
      if (found === undefined) {
        const suggestion = nearest(name, columns.keys());
        report(checking, { ...where, path: [...path, word] }, "unknown-name", {
          what: "column",
          name,
          ...(suggestion === undefined ? {} : { suggestion }),
        });
      }
      return found;
    };
    const isIn = (wanted: Unit | undefined, given: Unit | undefined, word: string): void => {
      if (wanted === undefined || given === undefined || isSameUnit(given, wanted)) return;
      report(
        checking,
        { ...where, path: [...path, word] },
        "unit-mismatch",
        mismatchOf(wanted, given),
      );
    };
    for (const word of ["low", "high"] as const) {
      const end = named(word);
      if (end !== undefined) isIn(unit, end.unit, word);
    }
    if (data.slope_of === undefined) return tree;
    const of = named("slope_of");
    const key = keys.find(({ id }) => id === data.along);
    if (key?.kind !== "number" || data.includes === undefined) {
      report(checking, { ...where, path }, "slope-incomplete", { column: tree.id });
      return tree;
    }
    const along = readUnit(checking, key.unit, where);
    if (of?.unit !== undefined && along !== undefined && unit !== undefined) {
      const quotient = divideUnits(of.unit, along);
      if (!agree(quotient, unit) || !isSameUnit(unit, quotient)) {
        report(
          checking,
          { ...where, path: [...path, "unit"] },
          "unit-mismatch",
          mismatchOf(quotient, unit),
        );
      }
    }
    const slope = { of: data.slope_of, along: key.id, includes: data.includes };
    return { ...tree, slope };
  });
}
