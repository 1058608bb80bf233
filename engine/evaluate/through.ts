import { type Evaluate, firstListSlot } from "./run.ts";
import { atEach } from "./undecided.ts";

/** Evaluates with the item that a pointer names at hand in a list. */
export function through(list: number, pointer: Evaluate, value: Evaluate): Evaluate {
  const slot = firstListSlot + list;
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
