import { isExact, isIrrational, isSeveral, isSpan } from "./evaluate/absent.ts";
import { type Enclosed, endsOf, hullOf, isEnclosed } from "./evaluate/enclosure.ts";
import { hullOfValues } from "./evaluate/several.ts";
import { evaluate } from "./evaluate.ts";
import type {
  Evaluation,
  EvaluationOptions,
  Inputs,
  OutputOutcome,
  Plan,
  RangedFigure,
  Several,
  Span,
  Step,
  Value,
} from "./plan.ts";
import { compare } from "./quantity/exact.ts";
import { type Corner, cornersOf, joinCorner } from "./range/corners.ts";
import { figureUnknown, inputUnknown } from "./range/unknowns.ts";

/**
 * Range mode: every result with two ends that hold it for certain.
 *
 * The evaluator works with ranges throughout, which encloses a result but is wider than it where an unknown is read
 * twice. What makes it narrow: members, years and flags that are not known are tried one combination after another, up
 * to 64; and where the slopes say that a result only rises or only falls with each unknown, both ends are evaluated
 * exactly, every unknown held at the end that its sign asks for. Such a range is `tight`: both ends are reached.
 */
const mostCombinations = 64;

/** More evaluations than this are not tried; what is left keeps the wider range. */
const mostEvaluations = 512;

/** Evaluates in range mode. Inputs have been read in that mode. */
export function evaluateRange(plan: Plan, inputs: Inputs, options: EvaluationOptions): Evaluation {
  const base = evaluate(plan, inputs, options);
  if (!base.outputs.some(({ values }) => values.some(isOpen))) return base;
  const choices = openChoices(inputs, base);
  const rows = combinations(inputs, choices);
  const mostCorners = Math.floor(mostEvaluations / rows.length);
  const narrowed = rows.map((row) => {
    // The first evaluation is already the only combination where nothing is to be chosen.
    const one = choices.length === 0 ? base : evaluate(plan, row, { ...options, steps: false });
    return atCorners(plan, row, options, one, mostCorners);
  });
  const outputs = base.outputs.map((outcome, output) => ({
    ...outcome,
    values: outcome.values.map((value, index) =>
      isOpen(value) ? together(value, narrowed, output, index) : value,
    ),
  }));
  return { ...base, outputs, ...(base.steps && { steps: withOutputs(base.steps, outputs) }) };
}

/** Steps tell the same of an output as the output itself. */
function withOutputs(steps: readonly Step[], outputs: readonly OutputOutcome[]): readonly Step[] {
  const values = new Map(outputs.map(({ formula, values: all }) => [formula, all]));
  return steps.map((step) => {
    const value = values.get(step.formula)?.[step.index];
    return value === undefined ? step : { ...step, value };
  });
}

function isOpen(value: Value): boolean {
  return isSpan(value) || isSeveral(value);
}

interface Choice {
  readonly input: number;
  readonly index: number;
  readonly values: readonly (number | boolean)[];
}

/** Members, years and flags that are not known and were asked for; none where there are too many combinations. */
function openChoices(inputs: Inputs, base: Evaluation): readonly Choice[] {
  const choices: Choice[] = [];
  let count = 1;
  for (const place of base.asked) {
    if (place.kind !== "input") continue;
    const value = inputs.values[place.input]?.[place.index];
    if (value === undefined || !isSeveral(value)) continue;
    count *= value.values.length;
    if (count > mostCombinations) return [];
    choices.push({ input: place.input, index: place.index, values: (value as Several).values });
  }
  return choices;
}

function combinations(inputs: Inputs, choices: readonly Choice[]): readonly Inputs[] {
  let rows: readonly Inputs[] = [inputs];
  for (const { input, index, values } of choices) {
    rows = rows.flatMap((row) => values.map((value) => holding(row, [{ input, index, value }])));
  }
  return rows;
}

interface Held {
  readonly input: number;
  readonly index: number;
  readonly value: Value;
}

/** The same inputs with some of them held at a value. */
function holding(inputs: Inputs, held: readonly Held[]): Inputs {
  const values = [...inputs.values];
  for (const { input, index, value } of held) {
    values[input] = (values[input] ?? []).with(index, value);
  }
  return { ...inputs, values };
}

/** Results of an evaluation, those that move one way with every unknown replaced by their exact ends. */
function atCorners(
  plan: Plan,
  inputs: Inputs,
  options: EvaluationOptions,
  evaluation: Evaluation,
  mostCorners: number,
): readonly (readonly Value[])[] {
  const results = evaluation.outputs.map(({ values }) => [...values]);
  const corners: { corner: Corner; readonly ends: End[] }[] = [];
  for (const [output, { values }] of evaluation.outputs.entries()) {
    for (const [index, value] of values.entries()) {
      const both = isSpan(value) && !value.tight ? cornersOf(value) : undefined;
      if (both === undefined) continue;
      for (const end of ["low", "high"] as const) {
        const found = { output, index, end };
        const shared = corners.find((one) => {
          const joined = joinCorner(one.corner, both[end]);
          if (joined !== undefined) one.corner = joined;
          return joined !== undefined;
        });
        if (shared !== undefined) shared.ends.push(found);
        else if (corners.length < mostCorners) corners.push({ corner: both[end], ends: [found] });
      }
    }
  }
  const ends = new Map<string, Value>();
  for (const { corner, ends: wanted } of corners) {
    const exactly = evaluate(plan, atCorner(inputs, corner), {
      ...options,
      steps: false,
      end: (figure: RangedFigure) => corner.get(figureUnknown(figure)) ?? options.end?.(figure),
    });
    for (const { output, index, end } of wanted) {
      const value = exactly.outputs[output]?.values[index];
      if (value !== undefined) ends.set(`${output} ${index} ${end}`, value);
    }
  }
  for (const [output, values] of results.entries()) {
    for (const index of values.keys()) {
      const low = ends.get(`${output} ${index} low`);
      const high = ends.get(`${output} ${index} high`);
      if (low === undefined || high === undefined) continue;
      const reached = between(low, high);
      if (reached !== undefined) values[index] = reached;
    }
  }
  return results;
}

interface End {
  readonly output: number;
  readonly index: number;
  readonly end: "low" | "high";
}

function atCorner(inputs: Inputs, corner: Corner): Inputs {
  const held: Held[] = [];
  for (const [input, values] of inputs.values.entries()) {
    if (inputs.standing[input]?.includes("range") !== true) continue;
    for (const [index, value] of values.entries()) {
      const end = corner.get(inputUnknown(input, index));
      if (end === undefined || value === undefined || !isSpan(value)) continue;
      held.push({ input, index, value: value[end] });
    }
  }
  return holding(inputs, held);
}

/** A range between two ends that are reached; `undefined` where they were not evaluated to numbers after all. */
function between(low: Value, high: Value): Value | undefined {
  if (!isNumber(low) || !isNumber(high)) return undefined;
  const ends = { low: endsOf(low).low, high: endsOf(high).high };
  if (compare(ends.low, ends.high) === 0) return ends.low;
  return { kind: "span", ...ends, tight: isExact(low) && isExact(high) };
}

function isNumber(value: Value): value is Exclude<Enclosed, Span> {
  return isExact(value) || isIrrational(value);
}

/** The hull of what one result is in all combinations, tight where every one of them is. */
function together(
  base: Value,
  all: readonly (readonly (readonly Value[])[])[],
  output: number,
  index: number,
): OutputOutcome["values"][number] {
  const values = all.map((one) => one[output]?.[index]);
  if (!values.every((value) => value !== undefined)) return base;
  if (!values.every(isEnclosed)) return hullOfValues(values);
  const [only] = values;
  if (values.length === 1 && only !== undefined) return only;
  const hull = hullOf(values);
  const tight = values.every((value) => isExact(value) || (isSpan(value) && value.tight));
  return isSpan(hull) ? { ...hull, tight } : hull;
}
