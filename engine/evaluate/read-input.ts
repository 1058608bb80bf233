import { laneOf } from "../lanes/lanes.ts";
import type { InputPlan, Inputs, Plan, Standing } from "../plan.ts";
import { indexAt } from "./axes.ts";
import { missing } from "./missing.ts";
import type { Evaluate, Mark } from "./run.ts";
import type { TimeAtHand } from "./time.ts";
import { touch } from "./weakness.ts";

/** The figures that stand in for an answer. */
export type InputMarks = Partial<Record<Standing | "missing", Mark | undefined>>;

/**
 * Reads an input at the axes at hand. Whatever is touched is asked; what is not answered is missing and says which
 * formula needs it.
 */
export function inputReader(
  plan: Pick<Plan, "code">,
  input: number,
  of: InputPlan,
  time: TimeAtHand,
  marks: InputMarks,
): Evaluate {
  const { tree, readings } = of;
  const { slots } = of.space;
  const isAmount = readings !== undefined || (tree.time === "apportion" && time.kind !== "none");
  const amount = isAmount ? laneOf(plan, "rare").amountReader(input, of, time) : undefined;
  return (run) => {
    const { reads } = run;
    const index = indexAt(run, slots);
    const place = (run.askedBase[input] as number) + index;
    run.asked[place] = 1;
    let value = (run.given[input] as Inputs["values"][number])[index];
    if (amount !== undefined) value = amount(run, value);
    let standing: Standing | "missing" = run.standing[input]?.[index] ?? "given";
    if (value === undefined) {
      value = missing(run, place, { kind: "input", input, index });
      standing = "missing";
    }
    if (standing !== "given") {
      const mark = marks[standing];
      if (mark !== undefined) touch(run, mark);
    }
    if (reads !== null) reads.push({ kind: "input", input, index, value, standing });
    return value;
  };
}
