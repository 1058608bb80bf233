import { laneOf } from "../lanes/lanes.ts";
import type { InputPlan, Inputs, Plan } from "../plan.ts";
import { isAbsent } from "./absent.ts";
import { indexAt } from "./axes.ts";
import { missing } from "./missing.ts";
import type { Evaluate, Mark } from "./run.ts";
import type { TimeAtHand } from "./time.ts";
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
  plan: Pick<Plan, "code">,
  input: number,
  { tree, space: { slots }, readings }: InputPlan,
  time: TimeAtHand,
  marks: InputMarks,
): Evaluate {
  const meter = readings && laneOf(plan, "rare").readMeter;
  const isSpread = tree.time === "apportion" && time.kind !== "none";
  const share = isSpread ? laneOf(plan, "rare").share : undefined;
  return (run) => {
    const { reads } = run;
    const index = indexAt(run, slots);
    const place = (run.askedBase[input] as number) + index;
    run.asked[place] = 1;
    let value = (run.given[input] as Inputs["values"][number])[index];
    if (value === undefined && readings !== undefined) {
      value = meter?.(run, input, indexAt(run, readings.slots), tree, time);
    }
    if (value === undefined) {
      value = missing(run, place, { kind: "input", input, index });
      if (reads !== null) reads.push({ kind: "input", input, index, value, standing: "missing" });
      return value;
    }
    const standings = run.standing[input];
    const standing = standings === undefined ? "given" : (standings[index] ?? "given");
    if (standing === "default" && marks.default !== undefined) touch(run, marks.default);
    if (standing === "range" && marks.range !== undefined) touch(run, marks.range);
    if (share !== undefined && !isAbsent(value)) value = share(run, value, time);
    if (reads !== null) reads.push({ kind: "input", input, index, value, standing });
    return value;
  };
}
