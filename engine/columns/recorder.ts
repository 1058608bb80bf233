import type { BoundStep, Step } from "./step.ts";
import type { Numbers } from "./symbol.ts";

/** Takes down the steps of a plan while it is made, and numbers its registers. */
export interface Recorder {
  /** The number of a new register. */
  readonly register: () => number;
  /** How many registers are taken. */
  readonly taken: () => number;
  readonly add: (step: Step) => void;
  /** Forgets the registers from one on. */
  readonly forget: (from: number) => void;
  /** Adds the bound of a result, and tells its register. */
  readonly bound: (
    kernel: BoundStep["kernel"],
    left: Numbers,
    right: Numbers,
    of: number,
    value?: number,
  ) => number;
}

/** Starts with the registers below `first` taken. */
export function startRecorder(first: number, add: (step: Step) => void): Recorder {
  let next = first;
  const register = () => {
    next += 1;
    return next - 1;
  };
  return {
    register,
    taken: () => next,
    add,
    forget: (from) => {
      next = from;
    },
    bound(kernel, left, right, of, value = 0) {
      const out = register();
      add({
        kernel,
        out,
        a: left.at,
        b: right.at,
        leftRounds: left.rounds,
        rightRounds: right.rounds,
        leftBound: left.bound,
        rightBound: right.bound,
        of,
        value,
      });
      return out;
    },
  };
}
