import type { ConstantTree } from "../methodology/tree.ts";
import type { Plan } from "../plan.ts";
import { readConstant } from "./constants.ts";
import { lack } from "./failure.ts";
import type { Evaluate, Mark } from "./run.ts";
import { rangedFigure } from "./undecided.ts";
import { touch } from "./weakness.ts";

/** Reads a constant; in range mode from the lower to the upper end that its source gives. */
export function constantReader(
  plan: Plan,
  position: number,
  tree: ConstantTree,
  mark: Mark | undefined,
): Evaluate {
  const value = readConstant(plan, tree.type, tree.value);
  const name = { kind: "constant", constant: position } as const;
  const { known } = tree.origin;
  return (run) => {
    if (known !== undefined && known > run.asOf) {
      return run.plan.code.lanes.issues?.constantNotKnown(run, tree, known) ?? lack(run);
    }
    const read = rangedFigure(run, name, value);
    if (mark !== undefined) touch(run, mark);
    if (run.reads !== null) run.reads.push({ kind: "constant", constant: position, value: read });
    return read;
  };
}
