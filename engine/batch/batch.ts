import type { Period } from "../answers/record.ts";
import type { Tally } from "../columns/columns.ts";
import type { Issue } from "../issue.ts";
import { fiscalYearOf, parseDay } from "../methodology/period.ts";
import type { Mode } from "../methodology/schema.ts";
import type { Plan } from "../plan.ts";
import type { CalculationResult } from "../result/result.ts";
import { startWriter } from "./byte-writer.ts";
import { mostBytesOfRow, startBlocks } from "./bytes.ts";
import { type CaseGroup, startCases } from "./cases.ts";
import { splitRows } from "./csv.ts";
import { startText } from "./encoding.ts";
import { evaluateRows } from "./exact-lane.ts";
import { type Header, readHeader } from "./header.ts";
import type { Mapping } from "./mapping.ts";
import { readPeriodCell } from "./period.ts";
import { type RowColumns, startRowColumns } from "./row-columns.ts";
import { type BatchRow, isBlankCell } from "./rows.ts";
import { type Sheets, startSheets } from "./sheets.ts";

/** How rows are to be evaluated. */
export interface BatchOptions {
  /** `projects`: each row is an answer set. `items`: the rows of a case are the items of one answer set. */
  readonly rows: "projects" | "items";
  readonly caseColumn?: string;
  /** What the columns are; without it, that is told by their headers. */
  readonly mapping?: Mapping;
  /** The period of rows that name none, as a person writes it. */
  readonly period?: string;
  readonly mode: Mode;
  readonly asOf: string;
  /** An issue in words, for the files. */
  readonly describe: (issue: Issue) => string;
  /** What an earlier run has done: its rows are read again, but neither evaluated nor written. */
  readonly done?: BatchCounts;
  /** `exact` reads every row with care and computes it by itself; `columns`, as without it, does so where a row needs it. The results are the same. */
  readonly lane?: "columns" | "exact";
}

/** How far a batch is. */
export interface BatchCounts {
  /** Rows with a result or an issue. */
  readonly rows: number;
  readonly results: number;
  readonly issues: number;
  /** Lines without anything in them. */
  readonly blank: number;
  /** Answer sets that came to a result, by what their conditions say. */
  readonly applies: number;
  readonly doesNotApply: number;
  readonly undecided: number;
}

/** What a piece of the file came to, ready to be written, in UTF-8. */
export interface BatchPiece {
  readonly results: Uint8Array;
  readonly rejects: Uint8Array;
  /** Warnings about the header; errors where the file cannot be read on. */
  readonly issues: readonly Issue[];
}

export interface Batch {
  readonly take: (bytes: Uint8Array) => BatchPiece;
  readonly end: () => BatchPiece;
  readonly counts: () => BatchCounts;
  /** The header, once it has been read. */
  readonly header: () => Header | undefined;
  /** An error stands in the way of reading on. */
  readonly isStopped: () => boolean;
  /** How many rows each lane has computed, and why some were left to the exact one. */
  readonly lanes: () => Tally & { readonly reasons: readonly string[] };
}

/**
 * Evaluates the rows of a CSV file piece by piece: what has been read is forgotten, so that a file of any length takes
 * the same memory, and results come in the order of the rows.
 *
 * Errors: what is wrong with the file stops the batch with issues; what is wrong with a row is told in its own row.
 */
export function startBatch(plan: Plan, options: BatchOptions): Batch {
  const { mode, asOf, describe, done } = options;
  const blocks = startBlocks();
  const text = startText();
  const filePeriod =
    options.period === undefined || plan.tree.period === undefined
      ? undefined
      : readPeriodCell(options.period);
  const counts = {
    ...(done ?? { rows: 0, results: 0, issues: 0, applies: 0, doesNotApply: 0, undecided: 0 }),
    blank: 0,
  };
  let header: Header | undefined;
  let sheets: Sheets | undefined;
  let isStopped = false;
  let lines = 0;
  let row = 0;
  const cases = startCases();

  const results = startWriter();
  const rejects = startWriter();
  let columns: RowColumns | undefined;

  const write = (group: CaseGroup): void => {
    const { rows, issues } = group;
    if (header === undefined || sheets === undefined || rows.length === 0) return;
    const [last] = rows.slice(-1);
    if (last !== undefined && last.row <= (done?.rows ?? 0)) return;
    const outcome =
      issues === undefined
        ? evaluateRows(plan, header, rows, filePeriod, { mode, asOf }, options.lane === "exact")
        : ({ kind: "issues", issues } as const);
    counts.rows += rows.length;
    if (outcome.kind === "issues") {
      counts.issues += rows.length;
      const [result, reject] = sheets.issues(rows, outcome.issues);
      results.text(result);
      rejects.text(reject);
      return;
    }
    counts.results += rows.length;
    counts[statusNames[outcome.result.status]] += 1;
    const [result, reject] = sheets.results(rows, outcome.result, outcome.unused);
    results.text(result);
    rejects.text(reject);
  };

  const pieceOf = (issues: readonly Issue[]): BatchPiece => ({
    results: results.take(),
    rejects: rejects.take(),
    issues,
  });

  const stop = (issues: readonly Issue[]): BatchPiece => {
    isStopped = true;
    return pieceOf(issues);
  };

  const begin = (cells: readonly string[]): readonly Issue[] => {
    const { caseColumn, mapping } = options;
    const named = caseColumn === undefined ? {} : { caseColumn };
    const read = readHeader(plan, cells, mapping === undefined ? named : { mapping });
    if (!read.ok) return read.issues;
    const issues = [...read.warnings, ...shapeIssues(plan, read.value, options)];
    if (issues.some(({ severity }) => severity === "error")) return issues;
    header = read.value;
    const hasPeriods = header.columns.some(({ kind }) => kind === "period");
    const years = hasPeriods ? undefined : yearsOf(filePeriod);
    sheets = startSheets(plan, header, { mode, years, describe });
    if (options.rows === "projects" && mode !== "range" && options.lane !== "exact") {
      columns = startRowColumns({
        plan,
        header,
        sheets,
        filePeriod,
        writer: results,
        mode,
        asOf,
        done: done?.rows ?? 0,
        count: () => {
          row += 1;
          return row;
        },
        blank: () => {
          counts.blank += 1;
        },
        counted: (status) => {
          counts.rows += 1;
          counts.results += 1;
          counts[statusNames[status]] += 1;
        },
        exactly: takeRow,
      });
    }
    return issues;
  };

  const takeRow = (own: BatchRow): void => {
    if (header === undefined) return;
    for (const group of cases.take(plan, header, own, options.rows)) write(group);
  };

  const read = (block: Uint8Array, isEnd: boolean): BatchPiece => {
    const read = text.read(block);
    if (read === undefined) return stop([issueOf("batch-encoding", { row })]);
    const issues: Issue[] = [];
    // A byte order mark stands before the header, which is read as text.
    if (columns !== undefined && !read.includes('"')) {
      const bytes = text.encoding() === "shift_jis" ? encoder.encode(read) : block;
      lines += columns.readBytes(bytes, lines);
      return pieceOf(issues);
    }
    const split = splitRows(read);
    for (const { cells, line } of split.rows) {
      if (cells.every(isBlankCell)) {
        counts.blank += 1;
        continue;
      }
      if (header === undefined || sheets === undefined) {
        issues.push(...begin(cells));
        if (header === undefined || sheets === undefined) return stop(issues);
        if (done === undefined) {
          results.text(sheets.resultHeader);
          rejects.text(sheets.rejectHeader);
        }
        continue;
      }
      if (columns !== undefined) {
        columns.readCells(cells, lines + line);
        continue;
      }
      row += 1;
      takeRow({ row, line: lines + line + 1, cells });
    }
    columns?.flush();
    lines += split.lines;
    if (isEnd) for (const group of cases.end()) write(group);
    return pieceOf(issues);
  };

  /** A row that does not end stops the reading; what stood before it is evaluated first. */
  const checked = (piece: () => BatchPiece): BatchPiece => {
    const fault = blocks.fault();
    const found = piece();
    if (fault === undefined || isStopped) return found;
    for (const group of cases.end()) write(group);
    const at = { row: row + 1, line: lines + 1 };
    const issue =
      fault === "quote-open"
        ? issueOf("batch-quote-open", at)
        : issueOf("batch-row-too-long", { ...at, most: mostBytesOfRow });
    const rest = stop([...found.issues, issue]);
    return {
      ...rest,
      results: together(found.results, rest.results),
      rejects: together(found.rejects, rest.rejects),
    };
  };

  return {
    take: (bytes) => {
      if (isStopped) return nothing;
      const block = blocks.take(bytes);
      return checked(() => (block.length === 0 ? nothing : read(block, false)));
    },
    end: () => {
      if (isStopped) return nothing;
      const block = blocks.end();
      if (blocks.fault() !== undefined) return checked(() => nothing);
      const piece = read(block, true);
      if (isStopped || header !== undefined) return piece;
      return stop([issueOf("batch-empty", {})]);
    },
    counts: () => counts,
    header: () => header,
    isStopped: () => isStopped,
    lanes: () => ({
      ...(columns?.tally ?? { columns: 0, exactly: 0, left: 0 }),
      reasons: columns?.reasons() ?? [],
    }),
  };
}

const encoder = new TextEncoder();
const noBytes = new Uint8Array(0);
const nothing: BatchPiece = { results: noBytes, rejects: noBytes, issues: [] };

function together(left: Uint8Array, right: Uint8Array): Uint8Array {
  const all = new Uint8Array(left.length + right.length);
  all.set(left);
  all.set(right, left.length);
  return all;
}

const statusNames = {
  applies: "applies",
  does_not_apply: "doesNotApply",
  undecided: "undecided",
} as const satisfies Record<CalculationResult["status"], keyof BatchCounts>;

function issueOf<Code extends Issue["code"]>(
  code: Code,
  facts: Extract<Issue, { readonly code: Code }>["facts"],
): Issue {
  return { code, severity: "error", path: [], facts } as Issue;
}

/** What the columns must have together. */
function shapeIssues(
  plan: Plan,
  { columns, lists }: Header,
  options: BatchOptions,
): readonly Issue[] {
  const issues: Issue[] = [];
  const has = (kind: string) => columns.some((column) => column.kind === kind);
  if (options.rows === "items") {
    if (!has("case")) issues.push(issueOf("batch-case-wanted", {}));
    if (lists.length !== 1) issues.push(issueOf("batch-one-list-wanted", { lists }));
  }
  if (plan.tree.period !== undefined && options.period === undefined && !has("period")) {
    issues.push(issueOf("answers-without-period", {}));
  }
  return issues;
}

/** The fiscal years of a period; none where it cannot be read, which every row will tell. */
function yearsOf(period: Period | undefined): readonly number[] | undefined {
  if (period === undefined) return undefined;
  if (typeof period === "string") {
    const year = /^FY(\d{4})$/.exec(period)?.[1];
    return year === undefined ? undefined : [Number.parseInt(year, 10)];
  }
  const [from, to] = [parseDay(period.from), parseDay(period.to)];
  if (from === undefined || to === undefined) return undefined;
  const first = fiscalYearOf(from);
  const count = fiscalYearOf(to) - first + 1;
  return count < 1 || count > 100
    ? undefined
    : Array.from({ length: count }, (_, at) => first + at);
}
