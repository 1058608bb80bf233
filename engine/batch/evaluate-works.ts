import type { Period } from "../answers/record.ts";
import type { Tally } from "../columns/rows.ts";
import { fiscalYearOf, parseDay } from "../methodology/period.ts";
import type { Plan } from "../plan.ts";
import type { CalculationResult } from "../result/result.ts";
import type { BatchOptions } from "./batch-options.ts";
import { startWriter } from "./byte-writer.ts";
import { type CaseGroup, startCases } from "./cases.ts";
import { splitRows } from "./csv.ts";
import { decodeText } from "./encoding.ts";
import { evaluateRows } from "./exact-lane.ts";
import type { Header } from "./header.ts";
import { readPeriodCell } from "./period.ts";
import { type RowColumns, startRowColumns } from "./row-columns.ts";
import { type BatchRow, isBlankCell } from "./rows.ts";
import { type Sheets, startSheets } from "./sheets.ts";
import {
  type BatchCounts,
  noCounts,
  type Position,
  type RowsWork,
  type Work,
  type WorkDone,
} from "./works.ts";

/** Evaluates pieces of work with what it has learnt of the shapes of rows so far; results come in the order of the rows. */
export interface WorkEvaluator {
  readonly evaluate: (work: Work) => WorkDone;
  /** Memory of results that have been written, for others. */
  readonly reuse: (memory: ArrayBuffer) => void;
  /** After the piece that was evaluated last. */
  readonly position: () => Position;
  readonly sheets: Sheets;
  /** How many rows each lane has computed, and why some were left to the exact one. */
  readonly lanes: () => Tally & { readonly reasons: readonly string[] };
}

export type EvaluatorOptions = Omit<BatchOptions, "caseColumn" | "mapping">;

export function startWorkEvaluator(
  plan: Plan,
  header: Header,
  options: EvaluatorOptions,
): WorkEvaluator {
  const { mode, asOf } = options;
  const done = options.done?.rows ?? 0;
  const filePeriod = periodOfFile(plan, options.period);
  const sheets = openSheets(plan, header, options);
  const results = startWriter();
  const rejects = startWriter();
  const counts: { -readonly [Name in keyof BatchCounts]: number } = { ...noCounts };
  let row = 0;
  let lines = 0;

  const counted = (status: CalculationResult["status"], rows: number, sets: number): void => {
    counts.rows += rows;
    counts.results += rows;
    counts[statusNames[status]] += sets;
  };

  const write = ({ rows, issues }: CaseGroup): void => {
    const [last] = rows.slice(-1);
    if (last === undefined || last.row <= done) return;
    const outcome =
      issues === undefined
        ? evaluateRows(plan, header, rows, filePeriod, { mode, asOf }, options.lane === "exact")
        : ({ kind: "issues", issues } as const);
    if (outcome.kind === "issues") {
      counts.rows += rows.length;
      counts.issues += rows.length;
      const [result, reject] = sheets.issues(rows, outcome.issues);
      results.text(result);
      rejects.text(reject);
      return;
    }
    counted(outcome.result.status, rows.length, 1);
    const [result, reject] = sheets.results(rows, outcome.result, outcome.unused);
    results.text(result);
    rejects.text(reject);
  };

  const cases = startCases();
  const takeRow = (own: BatchRow): void => {
    for (const group of cases.take(plan, header, own, "projects")) write(group);
  };

  const columns: RowColumns | undefined =
    options.rows === "projects" && mode !== "range" && options.lane !== "exact"
      ? startRowColumns({
          plan,
          header,
          sheets,
          filePeriod,
          writer: results,
          ...(options.kernels === undefined ? {} : { kernels: options.kernels }),
          quickly: options.quickly,
          mode,
          asOf,
          done,
          count: () => {
            row += 1;
            return row;
          },
          counted: () => row,
          blank: () => {
            counts.blank += 1;
          },
          settled: (status, own) => counted(status, own, own),
          exactly: takeRow,
        })
      : undefined;

  /** Reads and evaluates rows; false where they are no text. */
  const readRows = ({ bytes, encoding, isPlain }: RowsWork): boolean => {
    if (isPlain === true && columns !== undefined) {
      lines += columns.readBytes(bytes, lines);
      return true;
    }
    const text = decodeText({ bytes, encoding });
    if (text === undefined) return false;
    if (columns !== undefined && !text.includes('"')) {
      lines += columns.readBytes(encoding === "utf-8" ? bytes : encoder.encode(text), lines);
      return true;
    }
    const split = splitRows(text);
    for (const { cells, line } of split.rows) {
      if (cells.every(isBlankCell)) {
        counts.blank += 1;
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
    return true;
  };

  return {
    sheets,
    evaluate(work) {
      Object.assign(counts, noCounts);
      counts.blank += work.blankBefore;
      let isUnreadable = false;
      if (work.kind === "groups") for (const group of work.groups) write(group);
      else {
        if (work.at !== undefined) ({ row, lines } = work.at);
        isUnreadable = !readRows(work);
      }
      return {
        results: results.take(),
        rejects: rejects.take(),
        counts: { ...counts },
        isUnreadable,
      };
    },
    reuse: results.reuse,
    position: () => ({ row, lines }),
    lanes: () => ({
      ...(columns?.tally ?? { columns: 0, exactly: 0, left: 0 }),
      reasons: columns?.reasons() ?? [],
    }),
  };
}

const encoder = new TextEncoder();

const statusNames = {
  applies: "applies",
  does_not_apply: "doesNotApply",
  undecided: "undecided",
} as const satisfies Record<CalculationResult["status"], keyof BatchCounts>;

/** The two files that a batch writes, with the headers that they begin with. */
export function openSheets(
  plan: Plan,
  header: Header,
  {
    mode,
    describe,
    period,
    onIssues,
  }: Pick<BatchOptions, "mode" | "describe" | "period" | "onIssues">,
): Sheets {
  const hasPeriods = header.columns.some(({ kind }) => kind === "period");
  const years = hasPeriods ? undefined : yearsOf(periodOfFile(plan, period));
  return startSheets(plan, header, {
    mode,
    years,
    describe,
    ...(onIssues === undefined ? {} : { onIssues }),
  });
}

function periodOfFile(plan: Plan, period: string | undefined): Period | undefined {
  return period === undefined || plan.tree.period === undefined
    ? undefined
    : readPeriodCell(period);
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
