import type { Answer, AnswerSet, Period } from "../answers/record.ts";
import type { Issue } from "../issue.ts";
import { asTyped } from "./csv.ts";
import type { AnswerColumn, Header } from "./header.ts";
import { keysOf, readPeriodCell } from "./period.ts";

/** A row of a file: its number among the rows, from 1, the line it begins on, from 1, and its cells. */
export interface BatchRow {
  readonly row: number;
  readonly line: number;
  readonly cells: readonly string[];
}

/** Answers gathered from rows, and what is wrong with the rows themselves. */
export interface RowAnswers {
  readonly set: AnswerSet;
  readonly issues: readonly Issue[];
  /** Keys of time that stand for what a header does not name, by id of the input. */
  readonly supposed: ReadonlyMap<string, string>;
}

type Given = Record<string, Answer>;

export function isBlankCell(cell: string | undefined): boolean {
  return cell === undefined || cell.trim() === "";
}

/**
 * The answers of some rows that belong together: of one row, or of the rows of a case, each an item of `list`. What
 * belongs to no list is taken from the first row; the others must agree or be blank.
 */
export function gatherRows(
  header: Header,
  rows: readonly BatchRow[],
  filePeriod: Period | undefined,
): RowAnswers {
  const issues: Issue[] = [];
  const supposed = new Map<string, string>();
  const given: Given = {};
  const items: Record<string, Given[]> = {};
  const settled = new Map<number, string>();
  const agreed = (row: BatchRow, at: number, cell: string): boolean => {
    const before = settled.get(at);
    if (before === undefined) settled.set(at, cell);
    else if (before !== cell) {
      const facts = { ...placeOf(header, row, at), found: short(cell), first: short(before) };
      issues.push({ code: "batch-case-differs", severity: "error", path: [row.row, at], facts });
    }
    return before === undefined;
  };

  let period: Period | undefined = filePeriod;
  const periodAt = header.columns.findIndex(({ kind }) => kind === "period");
  for (const row of rows) {
    const cell = row.cells[periodAt];
    if (cell === undefined || isBlankCell(cell)) continue;
    if (agreed(row, periodAt, cell.trim())) period = readPeriodCell(asTyped(cell));
  }
  const times = period === undefined ? {} : keysOf(period);

  for (const row of rows) {
    const own: Record<string, Given> = {};
    for (const [at, column] of header.columns.entries()) {
      const cell = row.cells[at];
      if (column.kind !== "answer" || cell === undefined || isBlankCell(cell)) continue;
      const { input } = column;
      const text = column.read(cell);
      const keys = column.keys.map((key, depth) => {
        if (key !== undefined) return key;
        const supposedKey = input.per[depth] === "years" ? times.year : times.day;
        if (supposedKey !== undefined) supposed.set(input.id, supposedKey);
        return supposedKey;
      });
      if (!keys.every((key) => key !== undefined)) {
        const facts = placeOf(header, row, at);
        issues.push({ code: "batch-time-wanted", severity: "error", path: [row.row, at], facts });
        continue;
      }
      if (input.list === undefined) {
        if (agreed(row, at, cell.trim())) put(given, column, keys, text);
      } else {
        own[input.list] ??= {};
        put(own[input.list] as Given, column, keys, text);
      }
    }
    // A row of a case is an item even where all of its cells are blank: its answers are missing.
    if (rows.length > 1) for (const list of header.lists) own[list] ??= {};
    for (const [list, item] of Object.entries(own)) {
      items[list] ??= [];
      items[list]?.push(item);
    }
  }
  const set = { given: { ...given, ...items }, ...(period === undefined ? {} : { period }) };
  return { set, issues, supposed };
}

/** Lays an answer at its keys: `{ use: { FY2021: "12 kL" } }`. */
function put(given: Given, { name }: AnswerColumn, keys: readonly string[], text: string): void {
  let map = given;
  let key = name;
  for (const next of keys) {
    const inner = map[key];
    const found = typeof inner === "object" ? (inner as Given) : {};
    map[key] = found;
    map = found;
    key = next;
  }
  map[key] = text;
}

/** Where an issue stands: row, line, and column with its header. */
export function placeOf({ names }: Header, { row }: BatchRow, at: number) {
  return { row, column: at + 1, header: (names[at] ?? "").slice(0, 80) };
}

export function short(cell: string): string {
  return cell.length > 60 ? `${cell.slice(0, 59)}…` : cell;
}
