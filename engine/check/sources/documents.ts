import type { Issue, Path } from "../../issue.ts";
import type { ReadFile } from "../../methodology/file.ts";
import { nearest } from "../../methodology/near.ts";
import type { Source } from "../../methodology/schema.ts";
import { issueAt } from "../written.ts";
import { sourcesOf } from "./origins.ts";

/** Sources in documents that the file does not list, and, in the methodology itself, documents that nothing cites. */
export function documentIssues(file: ReadFile<object>, isOwn: boolean): readonly Issue[] {
  const data = file.data as { readonly documents?: Readonly<Record<string, unknown>> };
  const documents = Object.keys(data.documents ?? {});
  const listed = new Set(documents);
  const cited = new Set<string>();
  const issues: Issue[] = [];
  for (const { sources, path, isList } of citationsOf(file)) {
    for (const [index, { document }] of sources.entries()) {
      cited.add(document);
      if (listed.has(document)) continue;
      const suggestion = nearest(document, documents);
      const steps = isList ? [index, "document"] : ["document"];
      const spot = { file, path: [...path, ...steps] };
      const facts = { document, ...(suggestion === undefined ? {} : { suggestion }) };
      issues.push(issueAt(spot, "error", "document-unknown", facts));
    }
  }
  for (const document of isOwn ? documents : []) {
    if (cited.has(document)) continue;
    const spot = { file, path: ["documents", document], key: true };
    issues.push(issueAt(spot, "warning", "document-unused", { document }));
  }
  return issues;
}

interface Citation {
  readonly sources: readonly Source[];
  readonly path: Path;
  readonly isList: boolean;
}

/** Every `source` of a file. Rows come from the rows as read, so that those of CSV files are among them. */
function citationsOf(file: ReadFile<object>): readonly Citation[] {
  const found: Citation[] = [];
  collectCitations(file.data, [], found);
  for (const [table, rows] of file.rows) {
    for (const [index, row] of rows.entries()) {
      collectCitations(row, ["tables", table, "rows", index], found);
    }
  }
  return found;
}

/** Maps under these keys hold ids and answers of the author's choice, among which a `source` would be no citation. */
const notSearched: ReadonlySet<string> = new Set(["rows", "given", "expect", "shown", "enums"]);

function collectCitations(value: object, path: Path, found: Citation[]): void {
  for (const [key, inner] of Object.entries(value) as readonly [string, unknown][]) {
    if (typeof inner !== "object" || inner === null) continue;
    const step = Array.isArray(value) ? Number.parseInt(key, 10) : key;
    if (key === "source" && isCitation(inner)) {
      const isList = Array.isArray(inner);
      found.push({ sources: sourcesOf({ source: inner }), path: [...path, step], isList });
    } else if (!notSearched.has(key)) {
      collectCitations(inner, [...path, step], found);
    }
  }
}

function isCitation(value: unknown): value is Source | readonly Source[] {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === "object" && first !== null && "document" in first;
}
