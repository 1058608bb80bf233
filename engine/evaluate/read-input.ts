import { laneOf } from "../lanes/lanes.ts";
import type { InputPlan, Inputs, Plan, Value } from "../plan.ts";
import { whole } from "../quantity/exact.ts";
import { isAbsent } from "./absent.ts";
import { quotient, times } from "./arithmetic.ts";
import { indexReader, manySlots, noSlot, slotOf } from "./axes.ts";
import { missingAt } from "./missing.ts";
import type { Evaluate, Mark, Run } from "./run.ts";
import { pieceOf, type TimeAtHand } from "./time.ts";
import { touch } from "./weakness.ts";

/** The figures that stand in for an answer. */
export interface InputMarks {
  readonly default: Mark | undefined;
  readonly range: Mark | undefined;
}

/**
 * Reads an input at the axes at hand. Whatever is touched is asked; what is not answered is missing and says which
 * formula needs it.
 */
export function inputReader(
  plan: Pick<Plan, "lists" | "code">,
  position: number,
  input: InputPlan,
  time: TimeAtHand,
  marks: InputMarks,
): Evaluate {
  const slot = slotOf(plan, input.space);
  const index = indexReader(plan, input.space);
  const isSpread = input.tree.time === "apportion" && time.kind !== "none";
  const { readings } = input;
  const meter = readings && laneOf(plan, "rare").readMeter;
  const readingIndex = readings === undefined ? index : indexReader(plan, readings);
  const read = (run: Run): Value => {
    const at = slot === noSlot ? 0 : slot === manySlots ? index(run) : (run.at[slot] as number);
    run.asked[(run.askedBase[position] as number) + at] = 1;
    let value = (run.inputs.values[position] as Inputs["values"][number])[at];
    if (value === undefined && meter !== undefined) {
      value = meter(run, position, readingIndex(run), input, time);
    }
    if (value === undefined) {
      const absent = missingAt(run, position, at);
      if (run.reads !== null) {
        const standing = "missing";
        run.reads.push({ kind: "input", input: position, index: at, value: absent, standing });
      }
      return absent;
    }
    const standings = run.inputs.standing[position];
    const standing = standings === undefined ? "given" : (standings[at] ?? "given");
    if (standing === "default" && marks.default !== undefined) touch(run, marks.default);
    if (standing === "range" && marks.range !== undefined) touch(run, marks.range);
    if (isSpread && !isAbsent(value)) value = share(run, value, time);
    if (run.reads !== null) {
      run.reads.push({ kind: "input", input: position, index: at, value, standing });
    }
    return value;
  };
  return read;
}

/** The part of an amount of the whole period that falls on the piece at hand, by days. */
function share(run: Run, amount: Value, time: TimeAtHand): Value {
  const { period } = run.frame;
  if (period === undefined) return amount;
  const { start, end } = pieceOf(run, time);
  const days = end - start + 1;
  const all = period.to - period.from + 1;
  return days === all ? amount : quotient(run, times(run, amount, whole(days)), whole(all));
}
