import type { Expression } from "../expression/syntax.ts";
import type { Path, Span } from "../issue.ts";
import type { ComponentData, MethodologyData, RowData, TableFileData } from "./schema.ts";

/** A place in a file, for an issue: the file's name as the author knows it and the span of the value. */
export interface Place {
  readonly file: string;
  readonly span: Span;
}

/**
 * Finds where a value stands. The nearest enclosing value answers for one that has no place of its own. With `within`,
 * the span is narrowed to these characters of a scalar's text. `key: true` asks for the key instead of the value.
 */
export type FindPlace = (
  path: Path,
  options?: {
    readonly within?: { readonly start: number; readonly end: number };
    readonly key?: boolean;
  },
) => Place | undefined;

/** A file as read: its data in the shape of the schema, every scalar as text, and where each value stands. */
export interface ReadFile<Data> {
  readonly file: string;
  readonly data: Data;
  /** Rows of tables that stand in a CSV file beside it, by table; tables with rows in the file are here too. */
  readonly rows: ReadonlyMap<string, readonly RowData[]>;
  readonly place: FindPlace;
  /** SHA-256 of what was read (the file and its tables), hex; empty where nothing was hashed. */
  readonly hash: string;
}

export type TableFile = ReadFile<TableFileData>;
export type ComponentFile = ReadFile<ComponentData>;

/** A methodology file with the editions that it uses, each read once, by its reference (`fuels/1`). */
export interface Methodology extends ReadFile<MethodologyData> {
  readonly tableFiles: ReadonlyMap<string, TableFile>;
  readonly componentFiles: ReadonlyMap<string, ComponentFile>;
  /** notes.md beside the file, if there is one. */
  readonly notes?: string;
}

/**
 * Expressions by the JSON pointer of the text that they were parsed from (`/formulas/heat/expr`). A text that did not
 * parse has no entry here; its issue has been reported.
 */
export type Expressions = ReadonlyMap<string, Expression>;

export interface ParsedMethodology extends Methodology {
  readonly expressions: Expressions;
  /** By the reference of the component. */
  readonly componentExpressions: ReadonlyMap<string, Expressions>;
}
