import { normalise, splitFigure } from "../answers/text.ts";
import { fail, ok, type Result } from "../issue.ts";
import type { InputTree } from "../methodology/tree.ts";
import type { Plan } from "../plan.ts";
import {
  add,
  compare,
  type Exact,
  exact,
  isZero,
  multiply,
  one,
  print,
  subtract,
  zero,
} from "../quantity/exact.ts";
import { roundTo } from "../quantity/rounding.ts";
import { type RunOptions, run } from "../run.ts";
import { type AnswerPlace, answerAt, printPlace, wayToSet, withAnswer } from "./answer-place.ts";
import {
  type Evaluate,
  figureOutputs,
  outcomeOf,
  outputUnknown,
  sumOf,
  withoutValue,
} from "./outcome.ts";

/** One answer in place of another, and what the output then comes to. */
export interface Trial {
  readonly answer: string;
  /** Exact text; absent where the answers then give none. */
  readonly value?: string;
  /** Against the answers as they are. */
  readonly change?: string;
}

/** What changing one answer does to an output. */
export interface Influence {
  readonly place: string;
  readonly answer: string;
  readonly trials: readonly Trial[];
  /** The distance between the least and the greatest value, that of the answers as they are among them. */
  readonly span: string;
}

export interface Sensitivity {
  readonly output: string;
  readonly unit: string;
  /** The output under the answers as they are. */
  readonly value: string;
  /** The answer that moves the output most comes first. */
  readonly influences: readonly Influence[];
}

export interface SensitivityQuestion {
  readonly output: string;
  /** By how much figures are changed in both directions, as a share: `0.1`. */
  readonly share?: string;
  readonly set?: string;
}

/** More answers are not changed: the first of them in the order of the answers are. */
export const mostAnswers = 500;

/**
 * Tells which answer moves an output most: each figure is made greater and smaller by the same share, each choice is
 * made the others in turn, one at a time, and the whole methodology is evaluated each time. An output along axes counts
 * with the sum of its values. `evaluateWith` stands in for `run` where answers are those of a typical year.
 *
 * Errors: the issues of the answers; `output-unknown` where the output is no figure of the methodology;
 * `output-without-value` where it has no value under the answers.
 *
 * @example
 * sensitivity(plan, answers, { output: "emission_reductions" }, { asOf: "2026-11-22" });
 */
export function sensitivity(
  plan: Plan,
  record: unknown,
  { output, share = "0.1", set = "plan" }: SensitivityQuestion,
  options: RunOptions,
  evaluateWith: Evaluate = run,
): Result<Sensitivity> {
  const evaluate = (answers: unknown) =>
    outcomeOf(evaluateWith(plan, answers, { ...options, steps: false }), set, output);
  if (!figureOutputs(plan.tree).includes(output)) return fail([outputUnknown(plan.tree, output)]);
  const base = evaluate(record);
  if (base.kind === "issues") return fail(base.issues);
  if (base.kind === "none") return fail([withoutValue(output, base.missing)]);
  const way = wayToSet(record, set);
  const value = sumOf(base.values);
  const places = placesOf(answerAt(record, way)).slice(0, mostAnswers);
  const influences = places.flatMap((place): readonly Ranked[] => {
    const held = answerAt(record, [...way, ...place]);
    const answers = othersOf(plan, place, String(held), share);
    if (answers.length === 0) return [];
    const values: Exact[] = [value];
    const trials = answers.map((answer): Trial => {
      const found = evaluate(withAnswer(record, [...way, ...place], answer));
      if (found.kind !== "values") return { answer };
      const sum = sumOf(found.values);
      values.push(sum);
      return { answer, value: print(sum), change: print(subtract(sum, value)) };
    });
    const span = spanOf(values);
    const told = { place: printPlace(place), answer: String(held), trials, span: print(span) };
    return [{ told, span }];
  });
  const sorted = [...influences].sort((a, b) => compare(b.span, a.span));
  return ok({
    output,
    unit: base.unit,
    value: print(value),
    influences: sorted.map(({ told }) => told),
  });
}

interface Ranked {
  readonly told: Influence;
  readonly span: Exact;
}

function spanOf(values: readonly Exact[]): Exact {
  const sorted = [...values].sort(compare);
  return subtract(sorted.at(-1) ?? zero, sorted[0] ?? zero);
}

/** The places of all answers that are text, in the order of the answers. */
function placesOf(answers: unknown, at: AnswerPlace = []): readonly AnswerPlace[] {
  if (typeof answers === "string") return [at];
  if (typeof answers !== "object" || answers === null || at.length > 6) return [];
  const parts = Array.isArray(answers) ? answers.keys() : Object.keys(answers);
  return [...parts].flatMap((part) => placesOf(answerAt(answers, [part]), [...at, part]));
}

/** The answers to try in place of one: a figure by the share less and more, the other members, the other flag. */
function othersOf(
  { tree }: Plan,
  place: AnswerPlace,
  held: string,
  share: string,
): readonly string[] {
  const input = inputAt(tree.inputs, place);
  if (input === undefined) return [];
  const { type } = input;
  if (type.kind === "boolean") return ["true", "false"].filter((flag) => flag !== held);
  if (type.kind === "enum") {
    const members = tree.enums.find(({ id }) => id === type.enum)?.members ?? [];
    return members.map(({ id }) => id).filter((id) => id !== held);
  }
  const figure = splitFigure(normalise(held));
  const isFigure = type.kind === "quantity" || type.kind === "count";
  if (!isFigure || figure.kind !== "figure") return [];
  const given = exact(figure.digits);
  if (isZero(given)) return [];
  const part = multiply(given, exact(share));
  // Of what is counted there are no parts.
  const by = type.kind === "count" ? roundTo(part, "away_from_zero", one) : part;
  return [subtract(given, by), add(given, by)]
    .map(print)
    .map((digits) => (figure.unit === "" ? digits : `${digits} ${figure.unit}`));
}

/** The question that a place answers: `boilers[2].heat` is the field `boilers.heat`. */
function inputAt(inputs: readonly InputTree[], place: AnswerPlace): InputTree | undefined {
  const [first, second, field] = place;
  const id = typeof second === "number" ? `${first}.${field}` : first;
  return inputs.find((input) => input.id === id);
}
