import type * as z from "zod/mini";
import { fail, type Issue, ok, type Path, type Result } from "../issue.ts";
import { canonicalText, hashOf } from "./canonical.ts";
import { readCsv } from "./csv.ts";
import type { FindPlace, ReadFile } from "./file.ts";
import { issuesAt, rowIssues } from "./rows.ts";
import { type RowData, rowSchema, type TableData } from "./schema.ts";
import { shapeIssues } from "./schema-issues.ts";
import { readTree } from "./yaml.ts";

/** A file with what stands beside it. */
export interface FileInput {
  /** The name that issues give, such as a path. */
  readonly file: string;
  readonly text: string;
  /** The text of a file in the same folder; absent if there is none. */
  readonly beside: (name: string) => Promise<string | undefined>;
}

/** What `read` is given: a methodology file, and a way to the editions that it uses. */
export interface ReadInput extends FileInput {
  /** The newest revision of an edition such as `fuels/1`, or the very edition `fuels/1-r1`; absent if there is none. */
  readonly edition: (
    kind: "table" | "component",
    reference: string,
  ) => Promise<FileInput | undefined>;
}

/** A schema of a whole file: its data names the format and may have tables. */
export type FileSchema = z.ZodMiniType<{
  readonly format: string;
  readonly tables?: Readonly<Record<string, unknown>> | undefined;
}>;

const csvName = /^[A-Za-z0-9][A-Za-z0-9_-]*\.csv$/;

/**
 * Reads one file and the CSV tables beside it, and looks at its shape.
 *
 * Errors: everything that is wrong with the text, the shape and the rows, with places in the YAML and CSV files.
 */
export async function readFile<Schema extends FileSchema>(
  input: FileInput,
  schema: Schema,
): Promise<Result<ReadFile<z.infer<Schema>>>> {
  const tree = readTree(input.text, input.file);
  if (!tree.ok) {
    return tree;
  }
  const { data, place: placeInFile } = tree.value;
  const issues: Issue[] = [...tree.warnings];
  const format = formatIssue(data, schema, placeInFile);
  if (format !== undefined) {
    return fail([...issues, format]);
  }
  issues.push(...shapeIssues(schema, data, placeInFile));
  if (hasErrors(issues)) {
    return fail(issues);
  }
  const shaped = data as z.infer<Schema>;
  const rows = new Map<string, readonly RowData[]>();
  const csvPlaces = new Map<string, FindPlace>();
  for (const [id, table] of Object.entries(shaped.tables ?? {})) {
    if (!isUse(table)) {
      await readRows(id, table as TableData);
    }
  }
  if (hasErrors(issues)) {
    return fail(issues);
  }
  const hash = await hashOf(canonicalText({ data: shaped, rows: Object.fromEntries(rows) }));
  return ok({ file: input.file, data: shaped, rows, place, hash }, issues);

  async function readRows(id: string, table: TableData): Promise<void> {
    const path: Path = ["tables", id, "rows"];
    const written = table.rows;
    if (typeof written !== "string") {
      rows.set(id, written);
      issues.push(...rowIssues(table, written, place, path, true));
      return;
    }
    const add = issuesAt(placeInFile, issues);
    if (!csvName.test(written)) {
      add("csv-name", path, { found: written });
      return;
    }
    const text = await input.beside(written);
    if (text === undefined) {
      add("csv-missing", path, { name: written });
      return;
    }
    const csv = readCsv(text, fileBeside(input.file, written), table);
    issues.push(...(csv.ok ? csv.warnings : csv.issues));
    if (csv.ok) {
      csvPlaces.set(id, csv.value.place);
      rows.set(id, csv.value.rows);
      csv.value.rows.forEach((row, index) => {
        issues.push(...shapeIssues(rowSchema, row, place, [...path, index]));
      });
      issues.push(...rowIssues(table, csv.value.rows, place, path, false));
    }
  }

  /** Rows that stand in a CSV file have their places there. */
  function place(path: Path, options?: Parameters<FindPlace>[1]): ReturnType<FindPlace> {
    const [section, id, part, ...rest] = path;
    const inCsv =
      section === "tables" && part === "rows" && rest.length > 0
        ? csvPlaces.get(String(id))
        : undefined;
    return inCsv === undefined ? placeInFile(path, options) : inCsv(rest, options);
  }
}

/** Before the shape is looked at: a file of another format would be wrong in every line. */
function formatIssue(data: unknown, schema: FileSchema, place: FindPlace): Issue | undefined {
  const expected = formatOf(schema);
  const isMap = typeof data === "object" && data !== null && !Array.isArray(data);
  const found = isMap ? (data as { readonly format?: unknown }).format : undefined;
  if (typeof found !== "string" || found === expected) {
    return undefined;
  }
  const issues: Issue[] = [];
  issuesAt(place, issues)("format-unknown", ["format"], { found, expected });
  return issues[0];
}

function formatOf(schema: FileSchema): string {
  const { shape } = schema._zod.def as unknown as {
    readonly shape: { readonly format: { readonly _zod: { readonly values: Set<string> } } };
  };
  return [...shape.format._zod.values].join();
}

function isUse(table: unknown): boolean {
  return typeof table === "object" && table !== null && "use" in table;
}

function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === "error");
}

function fileBeside(file: string, name: string): string {
  return file.includes("/") ? `${file.slice(0, file.lastIndexOf("/"))}/${name}` : name;
}
