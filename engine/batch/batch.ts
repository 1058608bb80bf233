import type { Period } from "../answers/record.ts";
import type { Issue } from "../issue.ts";
import { fiscalYearOf, parseDay } from "../methodology/period.ts";
import type { Mode } from "../methodology/schema.ts";
import type { Plan } from "../plan.ts";
import type { CalculationResult } from "../result/result.ts";
import { mostBytesOfRow, startBlocks } from "./bytes.ts";
import { type CaseGroup, startCases } from "./cases.ts";
import { splitRows } from "./csv.ts";
import { startText } from "./encoding.ts";
import { evaluateRows } from "./exact-lane.ts";
import { type Header, readHeader } from "./header.ts";
import { readPeriodCell } from "./period.ts";
import { type BatchRow, isBlankCell } from "./rows.ts";
import { type Sheets, startSheets } from "./sheets.ts";

/** How rows are to be evaluated. */
export interface BatchOptions {
  /** `projects`: each row is an answer set. `items`: the rows of a case are the items of one answer set. */
  readonly rows: "projects" | "items";
  readonly caseColumn?: string;
  /** The period of rows that name none, as a person writes it. */
  readonly period?: string;
  readonly mode: Mode;
  readonly asOf: string;
  /** An issue in words, for the files. */
  readonly describe: (issue: Issue) => string;
  /** What an earlier run has done: its rows are read again, but neither evaluated nor written. */
  readonly done?: BatchCounts;
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

/** What a piece of the file came to, ready to be written. */
export interface BatchPiece {
  readonly results: string;
  readonly rejects: string;
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

  const evaluated = (group: CaseGroup): readonly [results: string, rejects: string] => {
    const { rows, issues } = group;
    if (header === undefined || sheets === undefined || rows.length === 0) return ["", ""];
    const [last] = rows.slice(-1);
    if (last !== undefined && last.row <= (done?.rows ?? 0)) return ["", ""];
    const outcome =
      issues === undefined
        ? evaluateRows(plan, header, rows, filePeriod, { mode, asOf })
        : ({ kind: "issues", issues } as const);
    counts.rows += rows.length;
    if (outcome.kind === "issues") {
      counts.issues += rows.length;
      return sheets.issues(rows, outcome.issues);
    }
    counts.results += rows.length;
    counts[statusNames[outcome.result.status]] += 1;
    return sheets.results(rows, outcome.result, outcome.unused);
  };

  const stop = (issues: readonly Issue[], results = "", rejects = ""): BatchPiece => {
    isStopped = true;
    return { results, rejects, issues };
  };

  const begin = (cells: readonly string[]): readonly Issue[] => {
    const { caseColumn } = options;
    const read = readHeader(plan, cells, caseColumn === undefined ? {} : { caseColumn });
    if (!read.ok) return read.issues;
    const issues = [...read.warnings, ...shapeIssues(plan, read.value, options)];
    if (issues.some(({ severity }) => severity === "error")) return issues;
    header = read.value;
    const hasPeriods = header.columns.some(({ kind }) => kind === "period");
    const years = hasPeriods ? undefined : yearsOf(filePeriod);
    sheets = startSheets(plan, header, { mode, years, describe });
    return issues;
  };

  const read = (block: Uint8Array, isEnd: boolean): BatchPiece => {
    const read = text.read(block);
    if (read === undefined) return stop([issueOf("batch-encoding", { row })]);
    const split = splitRows(read);
    const results: string[] = [];
    const rejects: string[] = [];
    const issues: Issue[] = [];
    const write = (group: CaseGroup) => {
      const [result, reject] = evaluated(group);
      results.push(result);
      rejects.push(reject);
    };
    for (const { cells, line } of split.rows) {
      if (cells.every(isBlankCell)) {
        counts.blank += 1;
        continue;
      }
      if (header === undefined || sheets === undefined) {
        issues.push(...begin(cells));
        if (header === undefined || sheets === undefined) return stop(issues);
        if (done === undefined) {
          results.push(sheets.resultHeader);
          rejects.push(sheets.rejectHeader);
        }
        continue;
      }
      row += 1;
      const own: BatchRow = { row, line: lines + line + 1, cells };
      for (const group of cases.take(plan, header, own, options.rows)) write(group);
    }
    lines += split.lines;
    if (isEnd) for (const group of cases.end()) write(group);
    return { results: results.join(""), rejects: rejects.join(""), issues };
  };

  /** A row that does not end stops the reading; what stood before it is evaluated first. */
  const checked = (piece: BatchPiece): BatchPiece => {
    const fault = blocks.fault();
    if (fault === undefined || isStopped) return piece;
    const [results, rejects] = [[piece.results], [piece.rejects]];
    for (const group of cases.end()) {
      const [result, reject] = evaluated(group);
      results.push(result);
      rejects.push(reject);
    }
    const at = { row: row + 1, line: lines + 1 };
    const issue =
      fault === "quote-open"
        ? issueOf("batch-quote-open", at)
        : issueOf("batch-row-too-long", { ...at, most: mostBytesOfRow });
    return stop([...piece.issues, issue], results.join(""), rejects.join(""));
  };

  return {
    take: (bytes) => {
      if (isStopped) return nothing;
      const block = blocks.take(bytes);
      return checked(block.length === 0 ? nothing : read(block, false));
    },
    end: () => {
      if (isStopped) return nothing;
      const block = blocks.end();
      if (blocks.fault() !== undefined) return checked(nothing);
      const piece = read(block, true);
      if (isStopped || header !== undefined) return piece;
      return stop([issueOf("batch-empty", {})]);
    },
    counts: () => counts,
    header: () => header,
    isStopped: () => isStopped,
  };
}

const nothing: BatchPiece = { results: "", rejects: "", issues: [] };

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
