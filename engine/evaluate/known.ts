import { isAbsent } from "./absent.ts";
import type { Evaluate } from "./run.ts";
import { either } from "./undecided.ts";

/**
 * Whether an input is answered and relevant. It is never unknown: where its `when` is not decided yet, it is not known.
 * An input whose `when` does not hold is not asked.
 */
export function knownInput(read: Evaluate, when: Evaluate | undefined): Evaluate {
  return (run) => {
    const holds = when === undefined ? true : when(run);
    if (holds === false || isAbsent(holds)) return false;
    const { owner, reads } = run;
    // What is asked for here may stay open, so nothing needs it.
    run.owner = -1;
    const value = read(run);
    run.owner = owner;
    if (reads !== null && isAbsent(value)) reads.pop();
    if (isAbsent(value)) return false;
    return holds === true ? true : either;
  };
}
