import Papa from "papaparse";
import { fail, type Issue, type IssueCode, ok, type Path, type Result } from "../issue.ts";
import type { IssueFacts } from "../locales/facts.ts";
import { strangeCharacters } from "./characters.ts";
import type { FindPlace } from "./file.ts";
import { linesOf } from "./lines.ts";
import { nearest } from "./near.ts";
import { cellsOf, rowWords } from "./rows.ts";
import type { RowData, TableData } from "./schema.ts";

/*
 * A table in a CSV file: a header with the keys and columns of the table in any order, then one row per line. Beside the
 * cells there may be `provenance`, `confidence`, `known` and `note`, a source as `source.document`, `source.clause`, …,
 * and `provenance.<column>` and `confidence.<column>` where they differ from cell to cell; these may be empty. A key cell
 * that names several members writes them `a|b`.
 */

const sizeLimit = 20 * 1024 * 1024;
const issueLimit = 100;

/** Rows of a CSV file, with the place of each cell by `[row, column]` and of each row by `[row]`. */
export interface CsvRows {
  readonly rows: readonly RowData[];
  readonly place: FindPlace;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly cells: readonly string[];
}

/**
 * Reads the rows of a table from CSV.
 *
 * Errors: a missing, empty, unknown or repeated column in the header, rows that are longer or shorter than the header,
 * quotes that are not closed, characters that no one sees; each with its line and column. A byte order mark is a warning.
 */
export function readCsv(text: string, file: string, table: TableData): Result<CsvRows> {
  const hasMark = text.startsWith("\uFEFF");
  const body = hasMark ? text.slice(1) : text;
  const lines = linesOf(body.length > sizeLimit ? body.slice(0, 1000) : body);
  const issues: Issue[] = [];
  const issue = <Code extends IssueCode>(
    code: Code,
    facts: IssueFacts[Code],
    start: number,
    end: number,
  ): Issue => {
    const span = lines.span(start, end);
    return { code, severity: "error", file, path: [], span, facts } as Issue;
  };
  const add = <Code extends IssueCode>(
    code: Code,
    facts: IssueFacts[Code],
    start: number,
    end: number,
  ): void => {
    if (issues.length < issueLimit) {
      issues.push(issue(code, facts, start, end));
    }
  };

  if (body.length > sizeLimit) {
    return fail([issue("file-too-large", { limit: "20 MB" }, 0, 1)]);
  }
  strangeCharacters(body, add);
  const [header, ...records] = linesOfCsv(body, add);
  if (header === undefined || records.length === 0) {
    add("csv-empty", {}, 0, 1);
  }
  if (header === undefined || issues.length > 0) {
    return fail(issues);
  }

  const names = header.cells.map((cell) => cell.trim());
  checkHeader();
  const keys = new Set(Object.keys(table.key));
  const rows = records.map((record): RowData => {
    if (record.cells.length !== names.length) {
      const facts = { expected: names.length, found: record.cells.length };
      add("csv-ragged", facts, record.start, record.end);
    }
    return rowOf(record.cells);
  });
  if (issues.length > 0) {
    return fail(issues);
  }
  const warnings: Issue[] = hasMark
    ? [{ ...issue("byte-order-mark", {}, 0, 1), severity: "warning" }]
    : [];
  return ok({ rows, place }, warnings);

  function checkHeader(): void {
    const cells = cellsOf(table);
    const start = header?.start ?? 0;
    names.forEach((name, position) => {
      const [from, to] = cellRange(start, position);
      if (name === "") {
        add("csv-header-empty", {}, from, to);
      } else if (names.indexOf(name) !== position) {
        add("csv-header-twice", { column: name }, from, to);
      } else if (!cells.includes(name) && !isRowWord(name, cells)) {
        const meant = nearest(name, cells);
        const facts = { column: name, known: cells, ...(meant === undefined ? {} : { meant }) };
        add("row-cell-unknown", facts, from, to);
      }
    });
    for (const column of cells) {
      if (!names.includes(column)) {
        add("csv-column-missing", { column }, start, header?.end ?? 1);
      }
    }
  }

  function rowOf(cells: readonly string[]): RowData {
    const row: Record<string, unknown> = Object.create(null);
    names.forEach((name, position) => {
      const cell = (cells[position] ?? "").trim();
      const [word = "", part] = name.split(".");
      if (rowWords.has(word)) {
        if (cell !== "" && part !== undefined) {
          const inner = (row[word] ?? Object.create(null)) as Record<string, unknown>;
          inner[part] = cell;
          row[word] = inner;
        } else if (cell !== "") {
          row[word] = cell;
        }
      } else {
        row[name] =
          keys.has(name) && cell.includes("|") ? cell.split("|").map((one) => one.trim()) : cell;
      }
    });
    return row as RowData;
  }

  function place(path: Path): ReturnType<FindPlace> {
    const [row, cell] = path;
    const record = typeof row === "number" ? records[row] : header;
    if (record === undefined) {
      return { file, span: lines.span(0, 1) };
    }
    const position = names.findIndex((name) => name === cell || name.split(".")[0] === cell);
    const [start, end] =
      position < 0 ? [record.start, record.end] : cellRange(record.start, position);
    return { file, span: lines.span(start, end) };
  }

  /** The characters of a cell of the record that starts at an offset. */
  function cellRange(start: number, position: number): readonly [number, number] {
    let at = start;
    for (let cell = 0; ; cell += 1) {
      const end = cellEnd(body, at);
      if (cell === position || body[end] !== ",") {
        return [at, end];
      }
      at = end + 1;
    }
  }
}

/** `source.clause` and `provenance.hv`: words of a row, or of one of its cells. */
function isRowWord(name: string, cells: readonly string[]): boolean {
  const [word = "", part, more] = name.split(".");
  if (!rowWords.has(word) || more !== undefined) {
    return false;
  }
  if (word === "source") {
    return ["document", "clause", "page", "table", "note"].includes(part ?? "");
  }
  const isPerCell = word === "provenance" || word === "confidence";
  return part === undefined || (isPerCell && (part === "*" || cells.includes(part)));
}

function linesOfCsv(
  text: string,
  add: (code: "csv-quote", facts: Record<string, never>, start: number, end: number) => void,
): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  Papa.parse<string[]>(text, {
    delimiter: ",",
    header: false,
    skipEmptyLines: false,
    step: ({ data, errors, meta }) => {
      const end = meta.cursor;
      const isEmpty = data.length === 1 && data[0] === "";
      if (errors.some((error) => error.type === "Quotes")) {
        add("csv-quote", {}, start, end);
      }
      if (!isEmpty) {
        lines.push({ start, end: withoutBreak(text, start, end), cells: data });
      }
      start = end;
    },
  });
  return lines;
}

function withoutBreak(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text[at - 1] === "\n" || text[at - 1] === "\r")) {
    at -= 1;
  }
  return at;
}

/** Where a cell ends: at a comma or line break that is not within quotes. */
function cellEnd(text: string, start: number): number {
  let at = start;
  if (text[at] === '"') {
    at += 1;
    while (at < text.length && (text[at] !== '"' || text[at + 1] === '"')) {
      at += text[at] === '"' ? 2 : 1;
    }
  }
  while (at < text.length && text[at] !== "," && text[at] !== "\n" && text[at] !== "\r") {
    at += 1;
  }
  return at;
}
