import { laneOf } from "../lanes/lanes.ts";
import type { FormulaPlan, Plan, Read, Step, Value } from "../plan.ts";
import type { Exact } from "../quantity/exact.ts";
import { type Rounding, round } from "../quantity/rounding.ts";
import { type Enclosed, isAbsent, isExact } from "./absent.ts";
import { indexReader, manySlots, noSlot, slotOf } from "./axes.ts";
import { failure } from "./failure.ts";
import { exhaust } from "./limits.ts";
import type { Evaluate, FormulaCode, Mark, Run } from "./run.ts";
import { atEach, hull } from "./undecided.ts";
import { touch, weakestOf } from "./weakness.ts";

/** Reads a formula at the axes at hand: from memory, or by evaluating it now. */
export function formulaReader(
  plan: Pick<Plan, "lists">,
  position: number,
  formula: FormulaPlan,
  codes: readonly FormulaCode[],
): Evaluate {
  const slot = slotOf(plan, formula.space);
  const index = indexReader(plan, formula.space);
  return (run) => {
    const at = slot === noSlot ? 0 : slot === manySlots ? index(run) : (run.at[slot] as number);
    const place = (run.valueBase[position] as number) + at;
    let value = run.values[place];
    if (value === undefined) {
      value = evaluateFormula(run, codes[position] as FormulaCode, at);
    } else run.weak |= run.weakness[place] as number;
    if (run.reads !== null) {
      run.reads.push({ kind: "formula", formula: position, index: at, value });
    }
    return value;
  };
}

/** Evaluates a formula at the axes at hand, once, and keeps it with how sure it is. */
export function evaluateFormula(run: Run, code: FormulaCode, index: number): Value {
  const { position } = code;
  const place = (run.valueBase[position] as number) + index;
  run.budget -= code.nodes;
  if (run.budget < 0) return exhaust(run);
  const { weak, owner, ownerIndex, branch, reads } = run;
  run.weak = code.weak;
  run.owner = position;
  run.ownerIndex = index;
  run.branch = -1;
  const own: Read[] | null = reads === null ? null : [];
  run.reads = own;
  if (code.mark !== undefined) touch(run, code.mark);

  const before = code.body(run);
  let value = before;
  if (code.rounding !== undefined) value = rounded(run, code, code.rounding, value);
  if (code.isQuantity && (value as Exact).numerator !== undefined) {
    if (isTooLarge(run, value as Exact)) {
      value = failure(run, "number-too-large", { bits: run.mostBits });
    }
  }
  run.values[place] = value;
  run.weakness[place] = run.weak;
  if (run.steps !== null && own !== null) {
    const step: Mutable<Step> = {
      formula: position,
      index,
      value,
      reads: own,
      weakest: weakestOf(run.weak),
    };
    if (code.rounding !== undefined) step.before = before;
    if (run.branch >= 0) step.branch = run.branch;
    run.steps.push(step);
  }
  run.weak |= weak;
  run.owner = owner;
  run.ownerIndex = ownerIndex;
  run.branch = branch;
  run.reads = reads;
  return value;
}

function rounded(run: Run, code: FormulaCode, rounding: Rounding, value: Value): Value {
  if (isAbsent(value)) return value;
  if (code.roundingMark !== undefined) touch(run, code.roundingMark);
  if (isExact(value)) return round(value, rounding);
  const enclosed = value as Enclosed;
  const found = laneOf(run.plan, "range").round(enclosed, rounding);
  return found ?? failure(run, "not-settled", { digits: 200 });
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

function isTooLarge(run: Run, { numerator, divisor, scale }: Exact): boolean {
  const { largest } = run;
  return (
    (typeof numerator === "bigint" && (numerator > largest || numerator < run.smallest)) ||
    (typeof divisor === "bigint" && divisor > largest) ||
    scale * 3 > run.mostBits
  );
}

/** What one outcome of a body needs besides its expression. */
export interface OutcomeCode {
  readonly evaluate: Evaluate;
  readonly mark: Mark | undefined;
}

/** Cases in order; the last outcome is that of `otherwise`. */
export function casesOf(whens: readonly Evaluate[], outcomes: readonly OutcomeCode[]): Evaluate {
  return (run) => takeCase(run, whens, outcomes, 0);
}

/** One branch per member. */
export function matchOf(
  subject: Evaluate,
  outcomes: readonly OutcomeCode[],
  places: readonly number[],
): Evaluate {
  const takeOf = (run: Run, member: number) => take(run, outcomes, places[member] as number);
  return (run) => {
    const member = subject(run);
    return typeof member === "number"
      ? takeOf(run, member)
      : atEach(run, member, (one) => takeOf(run, one));
  };
}

function takeCase(
  run: Run,
  whens: readonly Evaluate[],
  outcomes: readonly OutcomeCode[],
  first: number,
): Value {
  for (let place = first; place < whens.length; place += 1) {
    const holds = (whens[place] as Evaluate)(run);
    if (holds === false) continue;
    if (holds === true) return take(run, outcomes, place);
    if (isAbsent(holds)) return holds;
    // In range mode a case that may or may not hold leaves both: its own value and what follows.
    const value = take(run, outcomes, place);
    return hull(run, [value, takeCase(run, whens, outcomes, place + 1)]);
  }
  return take(run, outcomes, whens.length);
}

function take(run: Run, outcomes: readonly OutcomeCode[], branch: number): Value {
  const code = outcomes[branch];
  if (code === undefined) throw new Error("a branch is missing that the checker has proved");
  run.branch = branch;
  if (code.mark !== undefined) touch(run, code.mark);
  return code.evaluate(run);
}
