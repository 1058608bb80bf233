import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { TableReplacement } from "../answers/record.ts";
import { fail, type Issue, ok, type Result } from "../issue.ts";
import { readReplacement } from "../methodology/read-replacement.ts";
import type { Tree } from "../methodology/tree.ts";

/** A table of an office: `yields=our-yields.csv`. */
export interface NamedTable {
  readonly table: string;
  readonly file: string;
}

/** Reads `name=file`; `undefined` where one of them is missing. */
export function namedTable(text: string): NamedTable | undefined {
  const at = text.indexOf("=");
  const [table, file] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  return at < 1 || table === "" || file === "" ? undefined : { table, file };
}

/**
 * Reads the tables that an office puts in place of those of an edition.
 *
 * Errors: `table-unknown` for a name that no replaceable table has, `file-unreadable`, and what is wrong in the CSV.
 */
export async function readReplacements(
  tree: Tree,
  named: readonly NamedTable[],
  folder: string,
): Promise<Result<Readonly<Record<string, TableReplacement>>>> {
  const issues: Issue[] = [];
  const warnings: Issue[] = [];
  const found: Record<string, TableReplacement> = {};
  const replaceable = tree.tables.filter((table) => table.replaceable);
  for (const { table: id, file } of named) {
    const table = replaceable.find((one) => one.id === id);
    if (table === undefined) {
      const facts = { table: id, known: replaceable.map((one) => one.id) };
      issues.push({ code: "table-unknown", severity: "error", path: [], facts });
      continue;
    }
    let text: string;
    try {
      text = await readFile(resolve(folder, file), { encoding: "utf8" });
    } catch (error) {
      const reason = error instanceof Error && "code" in error ? String(error.code) : "";
      const facts = { file, reason };
      issues.push({ code: "file-unreadable", severity: "error", path: [], facts });
      continue;
    }
    const read = await readReplacement(text, file, table);
    if (read.ok) {
      found[id] = read.value;
      warnings.push(...read.warnings);
    } else issues.push(...read.issues);
  }
  return issues.length > 0 ? fail(issues) : ok(found, warnings);
}
