import { ignoredReadings } from "./answers/ignored-readings.ts";
import { readAnswers } from "./answers/read-answers.ts";
import { kindOf } from "./answers/read-period.ts";
import { onlySet, readRecord, type SetRead } from "./answers/read-record.ts";
import type { EvaluateOptions } from "./answers/record.ts";
import { evaluate } from "./evaluate.ts";
import { explain } from "./explain.ts";
import type { Issue } from "./issue.ts";
import { laneOf } from "./lanes/lanes.ts";
import { parseDay } from "./methodology/period.ts";
import type { Plan } from "./plan.ts";
import type { CalculationReply, SetReply } from "./service/protocol.ts";

/** How a record of answers is to be evaluated. */
export type RunOptions = Partial<EvaluateOptions>;

/**
 * Evaluates all sets of an answer record, or of a bare map of answers with `period`: reading, evaluating and explaining
 * in one.
 *
 * The mode is that of the methodology unless one is named; the as-of date is the one named, else the record's own.
 *
 * Errors: never throws for what a person can get wrong. A set whose answers have issues is told with them, and with the
 * result that the readable entries give, if any.
 *
 * @example
 * const reply = run(plan, { period: "FY2023", fuel: "coal" }, { asOf: "2026-11-22" });
 * reply.sets.plan?.ok; // whether everything could be read
 */
export function run(plan: Plan, record: unknown, options: RunOptions): CalculationReply {
  const read = readRecord(plan, record);
  const asOf = options.asOf ?? read.asOf;
  const issues = [...read.issues];
  if (asOf === undefined || parseDay(asOf) === undefined) {
    const facts = { found: kindOf(asOf) };
    issues.push({ code: "as-of-date", severity: "error", path: ["as_of"], facts });
  }
  if (asOf === undefined || issues.some(isError)) {
    const sets = read.sets.length === 0 ? [onlySet] : read.sets.map(({ id }) => id);
    return { sets: Object.fromEntries(sets.map((id) => [id, { ok: false, issues }])) };
  }
  const mode = options.mode ?? plan.tree.mode;
  const replies = read.sets.map((set): [string, SetReply] => [
    set.id,
    runSet(plan, set, { ...options, mode, asOf }, issues),
  ]);
  return { sets: Object.fromEntries(replies) };
}

function runSet(
  plan: Plan,
  { set, root, isBare }: SetRead,
  options: EvaluateOptions,
  ofRecord: readonly Issue[],
): SetReply {
  const { mode } = options;
  const { inputs, issues: found, outside } = readAnswers(plan, set, { mode, root, isBare });
  const issues = [...withMoves(ofRecord, found), ...found];
  if (inputs === undefined) return { ok: false, issues };
  const evaluation =
    mode === "range"
      ? laneOf(plan, "range").evaluate(plan, inputs, options)
      : evaluate(plan, inputs, options);
  const result = explain(plan, inputs, evaluation, {
    ignored: [...outside, ...ignoredReadings(plan, inputs, evaluation)],
  });
  return issues.some(isError)
    ? { ok: false, issues, result }
    : { ok: true, result, warnings: issues };
}

function isError({ severity }: Issue): boolean {
  return severity === "error";
}

/** Tells with the warning of another version which answers were moved. */
function withMoves(ofRecord: readonly Issue[], found: readonly Issue[]): readonly Issue[] {
  const moved = found.flatMap((issue) =>
    issue.code === "answer-renamed" ? [`${issue.facts.from} → ${issue.facts.to}`] : [],
  );
  return ofRecord.map((issue) =>
    issue.code === "answers-for-another-version"
      ? { ...issue, facts: { ...issue.facts, moved: [...new Set(moved)] } }
      : issue,
  );
}
