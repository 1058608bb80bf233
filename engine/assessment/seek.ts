import { normalise, splitFigure } from "../answers/text.ts";
import { fail, type Issue, ok, type Result } from "../issue.ts";
import type { Plan } from "../plan.ts";
import { compare, type Exact, exact, printScaled, readExact } from "../quantity/exact.ts";
import { type RunOptions, run } from "../run.ts";
import { answerAt, parsePlace, wayToSet, withAnswer } from "./answer-place.ts";
import {
  type Evaluate,
  figureOutputs,
  leastOf,
  outcomeOf,
  outputUnknown,
  withoutValue,
} from "./outcome.ts";

/** What has to be reached, and which answer may be changed for it. All figures as a person types them. */
export interface Goal {
  /** The answer that is changed: `capacity`, `boilers[2].heat`. */
  readonly place: string;
  /** The least and the greatest answer, and the step between two answers, in one unit: `1 kW`, `50 kW`, `0.5 kW`. */
  readonly from: string;
  readonly to: string;
  readonly step: string;
  readonly output: string;
  /** In the unit of the output; an output along years has to reach it in each. */
  readonly atLeast: string;
  readonly set?: string;
}

/** Neighbouring answers that all reach the goal, as text with the unit. */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

export interface Sought {
  /** All answers of the grid that reach the goal; none where no answer does. */
  readonly intervals: readonly Interval[];
  /** Answers tried, and those of them that gave no value. */
  readonly tried: number;
  readonly withoutValue: number;
}

/** More answers are not tried: the step has to be wider or the limits closer. */
export const mostSteps = 10_000;

interface Grid {
  readonly from: bigint;
  readonly step: bigint;
  readonly count: number;
  readonly places: number;
  readonly unit: string;
}

/**
 * Finds all answers to one question, on a grid, under which an output reaches a figure. Each answer is evaluated as it
 * would be by hand, so the roundings, thresholds and conditions of the methodology are all in it; nothing is taken to be
 * monotone.
 *
 * `evaluate` stands in for `run` where answers are those of a typical year.
 *
 * Errors: issues where the place, a figure, the output or its unit is none, where the grid has more than 10,000 answers,
 * and where no answer of the grid gives a value, with why the first of them does not.
 *
 * @example
 * seek(plan, answers, { place: "capacity", from: "1 kW", to: "50 kW", step: "1 kW", output: "total", atLeast: "100" }, { asOf });
 */
export function seek(
  plan: Plan,
  record: unknown,
  goal: Goal,
  options: RunOptions,
  evaluate: Evaluate = run,
): Result<Sought> {
  const { set = "plan", output } = goal;
  const place = parsePlace(goal.place);
  const grid = gridOf(goal);
  const wanted = goalOf(plan, goal);
  const issues = [
    ...(place === undefined ? [placeUnknown(goal.place)] : []),
    ...(grid.ok ? [] : grid.issues),
    ...(wanted.ok ? [] : wanted.issues),
  ];
  if (place === undefined || !grid.ok || !wanted.ok) return fail(issues);
  const way = [...wayToSet(record, set), ...place];
  if (typeof way.at(-1) === "number" || isInNoItem(record, way)) {
    return fail([placeUnknown(goal.place)]);
  }
  const reached: boolean[] = [];
  let lacking = 0;
  let why: readonly Issue[] | undefined;
  for (let at = 0; at < grid.value.count; at += 1) {
    const answers = withAnswer(record, way, answerOn(grid.value, at));
    const found = outcomeOf(evaluate(plan, answers, { ...options, steps: false }), set, output);
    if (found.kind === "issues") why ??= found.issues;
    if (found.kind === "none") why ??= [withoutValue(output, found.missing)];
    if (found.kind !== "values") lacking += 1;
    reached.push(found.kind === "values" && compare(leastOf(found.values), wanted.value) >= 0);
  }
  if (why !== undefined && lacking === grid.value.count) return fail(why);
  return ok({
    intervals: intervalsOf(reached).map(([first, last]) => ({
      from: answerOn(grid.value, first),
      to: answerOn(grid.value, last),
    })),
    tried: grid.value.count,
    withoutValue: lacking,
  });
}

/** Whether a place is in an item that the answers do not have. */
function isInNoItem(record: unknown, way: readonly (string | number)[]): boolean {
  return way.some(
    (part, at) => typeof part === "number" && answerAt(record, way.slice(0, at + 1)) === undefined,
  );
}

function placeUnknown(place: string): Issue {
  return { code: "answer-place-unknown", severity: "error", path: [], facts: { place } };
}

function goalOf({ tree }: Plan, { output, atLeast }: Goal): Result<Exact> {
  const formula = tree.formulas.find(({ id }) => id === output);
  const isFigure = figureOutputs(tree).includes(output);
  if (!isFigure || formula?.type.kind !== "quantity") return fail([outputUnknown(tree, output)]);
  const figure = splitFigure(normalise(atLeast));
  const unit = formula.type.unit.text;
  const value = figure.kind === "figure" ? readExact(figure.digits) : undefined;
  if (figure.kind === "figure" && value !== undefined && ["", unit].includes(figure.unit)) {
    return ok(value);
  }
  const facts = { found: atLeast.slice(0, 100), unit };
  return fail([{ code: "goal-figure", severity: "error", path: [], facts }]);
}

function gridOf({ from, to, step }: Goal): Result<Grid> {
  const figures = [from, to, step].map((text) => splitFigure(normalise(text)));
  const units = new Set(figures.flatMap((one) => (one.kind === "figure" ? [one.unit] : [])));
  units.delete("");
  const issue = (facts: { readonly count: string }): Result<Grid> =>
    fail([
      {
        code: "grid-of-answers",
        severity: "error",
        path: [],
        facts: { from, to, step, ...facts, most: String(mostSteps) },
      },
    ]);
  const [first, last, width] = figures.map((one) =>
    one.kind === "figure" ? exact(one.digits) : undefined,
  );
  if (first === undefined || last === undefined || width === undefined || units.size > 1) {
    return issue({ count: "" });
  }
  const places = Math.max(first.scale, last.scale, width.scale);
  const scaled = ({ numerator, scale }: Exact): bigint =>
    BigInt(numerator) * 10n ** BigInt(places - scale);
  if (scaled(width) <= 0n || scaled(last) < scaled(first)) return issue({ count: "" });
  const count = (scaled(last) - scaled(first)) / scaled(width) + 1n;
  if (count > BigInt(mostSteps)) return issue({ count: String(count) });
  const [unit = ""] = units;
  return ok({ from: scaled(first), step: scaled(width), count: Number(count), places, unit });
}

function answerOn({ from, step, places, unit }: Grid, at: number): string {
  const digits = printScaled(from + step * BigInt(at), places);
  return unit === "" ? digits : `${digits} ${unit}`;
}

/** First and last position of each run of `true`. */
function intervalsOf(reached: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const [at, isReached] of reached.entries()) {
    if (!isReached) continue;
    const last = runs.at(-1);
    if (last !== undefined && last[1] === at - 1) last[1] = at;
    else runs.push([at, at]);
  }
  return runs;
}
