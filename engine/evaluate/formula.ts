import { laneOf } from "../lanes/lanes.ts";
import type { Absent, Read, Space, Step, Value } from "../plan.ts";
import type { Exact } from "../quantity/exact.ts";
import { type Rounding, roundTo } from "../quantity/rounding.ts";
import { type Enclosed, isAbsent, isExact } from "./absent.ts";
import { enter, indexAt, sizeOf } from "./axes.ts";
import { exhaust, tooLarge } from "./limits.ts";
import { listAbsent } from "./lists.ts";
import type { Evaluate, FormulaCode, Mark, Run } from "./run.ts";
import { atEach, hull } from "./undecided.ts";
import { touch, weakestOf } from "./weakness.ts";

/** Reads a formula at the axes at hand: from memory, or by evaluating it now. */
export function formulaReader(
  position: number,
  { slots }: Space,
  codes: readonly FormulaCode[],
): Evaluate {
  const [slot = 0] = slots;
  const isLine = slots.length === 1;
  return (run) => {
    const index = isLine ? (run.at[slot] as number) : indexAt(run, slots);
    const place = (run.valueBase[position] as number) + index;
    let value = run.values[place];
    if (value === undefined) {
      const { weak, owner, ownerIndex } = run;
      value = evaluateFormula(run, codes[position] as FormulaCode, index, place);
      run.weak |= weak;
      run.owner = owner;
      run.ownerIndex = ownerIndex;
    } else run.weak |= run.weakness[place] as number;
    if (run.reads !== null) {
      run.reads.push({ kind: "formula", formula: position, index, value });
    }
    return value;
  };
}

/**
 * Evaluates a formula or condition at every place on its axes where it has not been yet. Along a list that is not
 * answered there is no place; then the reason is returned. `run.weak` tells how sure all of it is.
 */
export function evaluateAlong(
  run: Run,
  position: number,
  use: (value: Value, index: number) => void,
): Absent | "hidden" | undefined {
  const code = run.plan.code.formulas[position] as FormulaCode;
  const { space } = code;
  const base = run.valueBase[position] as number;
  run.owner = position;
  run.ownerIndex = -1;
  const absent = space.list < 0 ? undefined : listAbsent(run, space.list);
  if (absent !== undefined) return absent;
  let { weak } = run;
  const size = sizeOf(space, run.frame);
  for (let index = 0; index < size; index += 1) {
    const place = base + index;
    enter(run, space, index);
    run.branch = -1;
    const value =
      run.exhausted ??
      run.values[place] ??
      (run.uncut && laneOf(run.plan, "period").uncutAlong(run, space)) ??
      evaluateFormula(run, code, index, place);
    weak |= run.weakness[place] ?? 0;
    use(value, index);
  }
  run.weak = weak;
  return undefined;
}

/**
 * Evaluates a formula at the axes at hand, once, and keeps it with how sure it is. Whoever asks in the midst of another
 * formula puts back what that one had at hand.
 */
function evaluateFormula(run: Run, code: FormulaCode, index: number, place: number): Value {
  const { rounding, mark, position } = code;
  const { reads: outer } = run;
  run.budget -= code.nodes;
  if (run.budget < 0) return exhaust(run);
  run.weak = code.weak;
  run.owner = position;
  run.ownerIndex = index;
  run.branch = -1;
  if (outer !== null) run.reads = [];
  if (mark !== undefined) touch(run, mark);

  const before = code.body(run);
  let value = rounding === undefined ? before : rounded(run, code, rounding, before);
  if (code.isQuantity) {
    const { numerator, divisor, scale } = value as Exact;
    // Doubles are small, so only what no double holds is measured, and a long row of decimal places.
    const isLong = typeof numerator === "bigint" || typeof divisor === "bigint";
    if ((isLong && isTooLarge(run, value as Exact)) || scale * 3 > run.mostBits) {
      value = tooLarge(run);
    }
  }
  run.values[place] = value;
  run.weakness[place] = run.weak;
  if (outer !== null) record(run, code, index, before, value, outer);
  return value;
}

/** Adds the step of a formula whose reads are at hand, and puts back those of the formula that reads it. */
function record(
  run: Run,
  { position, rounding, isBranching }: FormulaCode,
  index: number,
  before: Value,
  value: Value,
  outer: Read[],
): void {
  const { reads, branch } = run;
  const weakest = weakestOf(run.weak);
  const step: Mutable<Step> = {
    formula: position,
    index,
    value,
    reads: reads as Read[],
    weakest,
  };
  if (rounding !== undefined) step.before = before;
  if (isBranching && branch >= 0) step.branch = branch;
  (run.steps as Step[]).push(step);
  run.reads = outer;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

function rounded(run: Run, code: FormulaCode, rounding: Rounding, value: Value): Value {
  if (isAbsent(value)) return value;
  if (code.roundingMark !== undefined) touch(run, code.roundingMark);
  if (isExact(value)) {
    return "to" in rounding
      ? roundTo(value, rounding.mode, rounding.to)
      : laneOf(run.plan, "rare").round(value, rounding);
  }
  return laneOf(run.plan, "range").roundOrFail(run, value as Enclosed, rounding);
}

function isTooLarge({ largest }: Run, { numerator, divisor }: Exact): boolean {
  return numerator > largest || numerator < -largest || divisor > largest;
}

/** What one outcome of a body needs besides its expression. */
export interface OutcomeCode {
  readonly evaluate: Evaluate;
  readonly mark: Mark | undefined;
}

/** Cases in order; the last outcome is that of `otherwise`. */
export function casesOf(whens: readonly Evaluate[], outcomes: readonly OutcomeCode[]): Evaluate {
  const from = (run: Run, first: number): Value => {
    for (let place = first; place < whens.length; place += 1) {
      const holds = (whens[place] as Evaluate)(run);
      if (holds === false) continue;
      if (holds === true) return take(run, outcomes, place);
      if (isAbsent(holds)) {
        run.branch = -1;
        return holds;
      }
      // In range mode a case that may or may not hold leaves both: its own value and what follows.
      return hull(run, [take(run, outcomes, place), from(run, place + 1)]);
    }
    return take(run, outcomes, whens.length);
  };
  return (run) => from(run, 0);
}

/** One branch per member. */
export function matchOf(
  subject: Evaluate,
  outcomes: readonly OutcomeCode[],
  places: readonly number[],
): Evaluate {
  return (run) => {
    const member = subject(run);
    if (typeof member === "number") return take(run, outcomes, places[member] as number);
    run.branch = -1;
    return atEach(run, member, (one) => take(run, outcomes, places[one] as number));
  };
}

function take(run: Run, outcomes: readonly OutcomeCode[], branch: number): Value {
  const { mark, evaluate } = outcomes[branch] as OutcomeCode;
  if (mark !== undefined) touch(run, mark);
  const value = evaluate(run);
  // Told last, because formulas that were read on the way have branches of their own.
  run.branch = branch;
  return value;
}
