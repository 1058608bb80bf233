import type { Issue, Path } from "../issue.ts";
import type { Mode } from "../methodology/schema.ts";
import type { Frame, Inputs, Plan } from "../plan.ts";
import type { InputPlace } from "../result/result.ts";
import { startComplaints } from "./complaints.ts";
import { layFrame } from "./frame.ts";
import { type Layout, layInput } from "./layout.ts";
import { kindOf, readPeriod } from "./read-period.ts";
import type { AnswerSet } from "./record.ts";
import { plainObject, sortAnswers } from "./sort-answers.ts";

export interface ReadOptions {
  readonly mode: Mode;
  /** The way to the set in what was handed in, for issues: `["sets", "plan"]`; `[]` for a bare map of answers. */
  readonly root?: Path;
  /** The answers stand beside the period and not under `given`. */
  readonly isBare?: boolean;
}

/** Answers as far as they can be read, and everything that is wrong with them. */
export interface AnswersRead {
  /** Absent where the period cannot be read, because nothing has a length then. */
  readonly inputs?: Inputs;
  readonly issues: readonly Issue[];
  /** Answers of years or parts that the period has not: kept, not used. */
  readonly outside: readonly InputPlace[];
}

/**
 * Lays one set of answers out for the evaluator. Every entry that can be read is used even where others cannot be, so
 * that a form stays in use; every problem is told, at its place.
 *
 * Errors: never throws, whatever it is given.
 */
export function readAnswers(plan: Plan, set: AnswerSet, options: ReadOptions): AnswersRead {
  const complaints = startComplaints(options.root ?? []);
  const base: Path = options.isBare === true ? [] : ["given"];
  const given = plainObject(set.given);
  if (given === undefined) {
    const found = kindOf(set.given);
    complaints.add("answers-shape", base, { expected: "map", found });
  }
  const sorted = sortAnswers(plan, given ?? {}, base, complaints);

  const usesPeriod = plan.tree.period !== undefined;
  let period: ReturnType<typeof readPeriod>;
  if (usesPeriod && set.period === undefined)
    complaints.add("answers-without-period", ["period"], {});
  else if (usesPeriod) period = readPeriod(set.period, ["period"], complaints);
  else if (set.period !== undefined) {
    complaints.add("period-not-used", ["period"], {}, "warning");
  }

  const lists = sorted.lists.map(({ count, answered }) => ({ count, answered }));
  const layout: Layout = {
    plan,
    mode: options.mode,
    sorted,
    complaints,
    values: plan.inputs.map(() => []),
    standing: plan.inputs.map(() => undefined),
    readings: plan.inputs.map(() => undefined),
    outside: [],
    frame: layFrame(plan, undefined, lists, []),
  };
  const order = readingOrder(plan);
  for (const position of order.beforeParts) layInput(layout, position);
  layout.frame = layFrame(plan, period, lists, layout.values);
  for (const position of order.afterParts) layInput(layout, position);

  const issues = complaints.all();
  const { frame, values, standing, readings, outside } = layout;
  if (usesPeriod && period === undefined) return { issues, outside };
  const inputs: Inputs = { frame: frame as Frame, values, standing, readings };
  return { inputs, issues, outside };
}

/** What has no axis of time comes first, because the parts may hang on it; figures last, for units hang on members. */
function readingOrder(plan: Plan): {
  readonly beforeParts: readonly number[];
  readonly afterParts: readonly number[];
} {
  const beforeParts: number[] = [];
  const choices: number[] = [];
  const figures: number[] = [];
  for (const [position, { tree, space }] of plan.inputs.entries()) {
    const isFigure = tree.type.kind === "quantity" || tree.type.kind === "count";
    if (isFigure) figures.push(position);
    else (space.time === "none" ? beforeParts : choices).push(position);
  }
  return { beforeParts, afterParts: [...choices, ...figures] };
}
