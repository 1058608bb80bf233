import type { Evaluate } from "./run.ts";
import { atEach } from "./undecided.ts";

/** Evaluates with what a pointer names at hand: the item of a list, or the member of an enum. */
export function through(slot: number, pointer: Evaluate, value: Evaluate): Evaluate {
  return (run) =>
    atEach(run, pointer(run), (item) => {
      const saved = run.at[slot] as number;
      run.at[slot] = item;
      const found = value(run);
      run.at[slot] = saved;
      return found;
    });
}

/** The same where it may not be known which item is pointed at. */
export function knownThrough(pointed: Evaluate, value: Evaluate): Evaluate {
  return (run) => pointed(run) !== false && value(run);
}
