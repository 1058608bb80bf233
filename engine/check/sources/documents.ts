import type { Issue, Path } from "../../issue.ts";
import type { ReadFile } from "../../methodology/file.ts";
import { nearest } from "../../methodology/near.ts";
import { parseDay } from "../../methodology/period.ts";
import type { DocumentData, Source } from "../../methodology/schema.ts";
import { issueAt } from "../written.ts";
import { sourcesOf } from "./origins.ts";

/** Sources in documents that the file does not list, and, in the methodology itself, documents that nothing cites. */
export function documentIssues(file: ReadFile<object>, isOwn: boolean): readonly Issue[] {
  const data = file.data as { readonly documents?: Readonly<Record<string, DocumentData>> };
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
  for (const [id, document] of Object.entries(data.documents ?? {})) {
    issues.push(...dateIssues(file, id, document));
  }
  for (const document of isOwn ? documents : []) {
    if (cited.has(document)) continue;
    const spot = { file, path: ["documents", document], key: true };
    issues.push(issueAt(spot, "warning", "document-unused", { document }));
  }
  return issues;
}

/** The date of a document may be a year or a month; the day on which it was read is a day. */
function dateIssues(
  file: ReadFile<object>,
  id: string,
  { date, read }: DocumentData,
): readonly Issue[] {
  const issues: Issue[] = [];
  const add = (word: "date" | "read", found: string): void => {
    const spot = { file, path: ["documents", id, word] };
    issues.push(issueAt(spot, "error", "document-date", { word, found }));
  };
  if (date !== undefined && !isDate(date)) add("date", date);
  if (read !== undefined && parseDay(read) === undefined) add("read", read);
  return issues;
}

/** `2024`, `2024-04` or `2024-04-01`. */
function isDate(text: string): boolean {
  const [year = "", month = "01", day = "01", more] = text.split("-");
  return more === undefined && parseDay(`${year}-${month}-${day}`) !== undefined;
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
