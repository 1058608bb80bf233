import type { Period } from "../answers/record.ts";
import type { Issue } from "../issue.ts";
import type { Plan } from "../plan.ts";
import { answersMissing } from "../result/answers-missing.ts";
import type { CalculationResult } from "../result/result.ts";
import { type RunOptions, run } from "../run.ts";
import type { Header } from "./header.ts";
import { runPlain } from "./plain-rows.ts";
import { type BatchRow, gatherRows, placeOf } from "./rows.ts";

/** What rows that belong together came to. */
export type Outcome =
  | {
      readonly kind: "result";
      readonly result: CalculationResult;
      readonly unused: readonly string[];
    }
  /** By row: a row without an issue of its own waits for the others of its case. */
  | { readonly kind: "issues"; readonly issues: readonly (readonly Issue[])[] };

/**
 * Evaluates rows that belong together with exact fractions, and tells each issue with its row. Plain answers are read the
 * quick way, unless all are to be read with care.
 */
export function evaluateRows(
  plan: Plan,
  header: Header,
  rows: readonly BatchRow[],
  filePeriod: Period | undefined,
  options: RunOptions,
  isCareful = false,
): Outcome {
  const gathered = gatherRows(header, rows, filePeriod);
  if (gathered.issues.length > 0) return outcomeOf(header, rows, gathered.issues);
  const { given, period } = gathered.set;
  // The columns of a case hold one list, whose items are the rows.
  const set =
    (isCareful ? undefined : runPlain(plan, gathered.set, options)) ??
    Object.values(run(plan, period === undefined ? given : { ...given, period }, options).sets)[0];
  if (set === undefined) throw new Error("a set of answers came back without a reply");
  const found = [...(set.ok ? [] : set.issues), ...(set.result?.issues ?? [])];
  const errors = found.filter(({ severity }) => severity === "error");
  if (!set.ok || errors.length > 0) return outcomeOf(header, rows, errors);
  const { result } = set;
  const open = answersMissing(result);
  const elsewhere = [...result.missing, ...result.assumed].find(({ input, at }) => {
    const key = gathered.supposed.get(input);
    return key !== undefined && at.parts !== undefined && at.parts !== key;
  });
  if (elsewhere !== undefined) {
    const at = header.columns.findIndex(
      (column) => column.kind === "answer" && column.input.id === elsewhere.input,
    );
    const [first] = rows;
    const facts = { ...placeOf(header, first as BatchRow, at), part: elsewhere.at.parts ?? "" };
    const issue: Issue = {
      code: "batch-part-wanted",
      severity: "error",
      path: [first?.row ?? 0, at],
      facts,
    };
    return issuesOf(
      rows,
      rows.map((_, row) => (row === itemAt(elsewhere) ? [issue] : [])),
    );
  }
  if (open.length > 0) {
    const lacking = new Set(result.missing.map(itemAt));
    return issuesOf(
      rows,
      rows.map((_, row) => (lacking.has(row) ? open : [])),
    );
  }
  return { kind: "result", result, unused: [...new Set(result.ignored.map(({ input }) => input))] };

  /** The row of a place: that of its item; the first where it belongs to none. */
  function itemAt({ at }: { readonly at: Readonly<Record<string, string>> }): number {
    const [list] = header.lists;
    const item = list === undefined || rows.length === 1 ? undefined : at[list];
    return item === undefined ? 0 : Number.parseInt(item, 10) - 1;
  }
}

/** Each issue at its row and, where one answer is meant, its column. */
function outcomeOf(header: Header, rows: readonly BatchRow[], issues: readonly Issue[]): Outcome {
  const byRow: Issue[][] = rows.map(() => []);
  for (const issue of issues) {
    const own = rows.findIndex(
      ({ row }) => issue.path[0] === row && issue.code.startsWith("batch-"),
    );
    const item = issue.path.find((part) => typeof part === "number") as number | undefined;
    const position = own >= 0 ? own : rows.length === 1 ? 0 : (item ?? 0);
    const place = byRow[position] ?? byRow[0];
    const column = columnOf(header, issue);
    const row = rows[position]?.row ?? 0;
    place?.push(own >= 0 || column < 0 ? issue : { ...issue, path: [row, column] });
  }
  return issuesOf(rows, byRow);
}

/** Rows of a case without an issue of their own are told which rows they wait for. */
function issuesOf(rows: readonly BatchRow[], byRow: readonly (readonly Issue[])[]): Outcome {
  const guilty = rows.filter((_, at) => (byRow[at] ?? []).length > 0).map(({ row }) => row);
  const facts = { rows: guilty.slice(0, 5) };
  const waits: Issue = { code: "batch-case-waits", severity: "error", path: [], facts };
  return { kind: "issues", issues: byRow.map((own) => (own.length > 0 ? own : [waits])) };
}

/** The column whose answer an issue is about; -1 where it is about none. */
export function columnOf(header: Header, { facts, path }: Issue): number {
  const id = "input" in facts ? facts.input : undefined;
  const keys = path.map(String);
  const candidates = [...header.columns.keys()].filter((at) => {
    const column = header.columns[at];
    return column?.kind === "answer" && column.input.id === id;
  });
  return (
    candidates.find((at) => {
      const column = header.columns[at];
      return (
        column?.kind === "answer" &&
        column.keys.every((key) => key === undefined || keys.includes(key))
      );
    }) ??
    candidates[0] ??
    -1
  );
}
