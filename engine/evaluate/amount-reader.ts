import type { InputPlan, Value } from "../plan.ts";
import { indexAt } from "./axes.ts";
import { readMeter } from "./meter.ts";
import type { Run } from "./run.ts";
import { share } from "./share.ts";
import type { TimeAtHand } from "./time.ts";

/** The amount of the piece at hand: of a meter what it turned by, of an amount spread by days the share of it. */
export function amountReader(
  input: number,
  { tree, readings }: InputPlan,
  time: TimeAtHand,
): (run: Run, value: Value | undefined) => Value | undefined {
  const { slots } = readings ?? {};
  const isSpread = tree.time === "apportion" && time.kind !== "none";
  return (run, value) => {
    const amount =
      slots === undefined ? value : readMeter(run, input, indexAt(run, slots), tree, time);
    return amount !== undefined && isSpread ? share(run, amount, time) : amount;
  };
}
