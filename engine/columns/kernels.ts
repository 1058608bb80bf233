import type { Answer, Chunk, Kernels, Result } from "./chunk.ts";
import { runLoop } from "./plain-loops.ts";
import type { Step } from "./step.ts";

/**
 * The kernels: a fixed set of loops over the columns of a chunk.
 *
 * Every loop runs over the first rows of a chunk, whichever of them are still on the path: what it writes for the others
 * is never used. A kernel that decides (a rounding, a comparison, a look-up) marks the rows it cannot decide for certain.
 */

/** The kernels as plain loops, which run wherever scripts do. */
export const plainKernels: Kernels = {
  room: {
    doubles: (count) => new Float64Array(count),
    integers: (count) => new Int32Array(count),
    bytes: (count) => new Uint8Array(count),
  },
  prepare(chunk, { answers, steps, results }) {
    const fill = filling(chunk, steps);
    const loops = steps.filter((step) => !isConstant(step));
    return (count) => {
      for (const answer of answers) bring(chunk, answer, count);
      fill();
      for (const step of loops) runStep(chunk, step, count);
      for (const result of results) settle(chunk, result, count);
    };
  },
  others({ found, registers, undecided }, register, value, count) {
    const column = registers[register] as Float64Array;
    let others = 0;
    for (let at = 0; at < count; at += 1) {
      if (column[at] === value || undecided[at] !== 0) continue;
      found[others] = at;
      others += 1;
    }
    return others;
  },
  marked({ found, undecided }, elsewhere, count) {
    let marked = 0;
    for (let at = 0; at < count; at += 1) {
      const mark = undecided[at] as number;
      if (mark === 0 || (mark & elsewhere) !== 0) continue;
      found[marked] = at;
      marked += 1;
    }
    return marked;
  },
};

export function bring({ registers, rows }: Chunk, { out, from }: Answer, count: number): void {
  const to = registers[out] as Float64Array;
  for (let at = 0; at < count; at += 1) to[at] = from[rows[at] as number] as number;
}

export function settle(
  { registers, places, undecided }: Chunk,
  { a, to }: Result,
  count: number,
): void {
  const column = registers[a] as Float64Array;
  for (let at = 0; at < count; at += 1) {
    if (undecided[at] === 0) to[places[at] as number] = column[at] as number;
  }
}

type Constant = Extract<Step, { kernel: "filled" | "filledWhole" }>;

/** Whether the column of a step is the same in every row; such a column hangs on no other. */
export function isConstant(step: Step): step is Constant {
  return step.kernel === "filled" || step.kernel === "filledWhole";
}

/** Fills the columns of such steps, as they mostly have been before. */
export function filling(chunk: Chunk, steps: readonly Step[]): () => void {
  const constants = steps.filter(isConstant);
  const outs = Int32Array.from(constants, ({ out }) => out);
  const values = Float64Array.from(constants, ({ value }) => value);
  const own = Float64Array.from(constants, (one) =>
    one.kernel === "filled" ? one.exact.scale : 0,
  );
  return () => {
    const { registers, scales, filled } = chunk;
    for (let index = 0; index < outs.length; index += 1) {
      const out = outs[index] as number;
      const value = values[index] as number;
      if (filled[out] !== value) (registers[out] as Float64Array).fill(value);
      filled[out] = value;
      scales[out] = own[index] as number;
    }
  };
}

/** Runs a step that is a loop over the first rows. */
export function runStep(chunk: Chunk, step: Step, count: number): void {
  chunk.filled[step.out] = Number.NaN;
  runLoop(chunk, step, count);
  noteScale(chunk, step);
}

/** Notes the lattice of what a step has come to. */
export function noteScale({ scales }: Chunk, step: Step): void {
  const { out } = step;
  switch (step.kernel) {
    case "scaled":
      scales[out] = (scales[step.a] as number) + step.exact.scale;
      return;
    case "absolute":
      scales[out] = scales[step.a] as number;
      return;
    case "quotient":
      scales[out] = Number.POSITIVE_INFINITY;
      return;
    case "rounded":
      scales[out] = step.places;
      return;
    case "counted":
      scales[out] = 0;
      return;
    case "tabulated":
      scales[out] = step.table.scale();
      return;
    case "product":
      scales[out] = (scales[step.a] as number) + (scales[step.b] as number);
      return;
    case "sum":
    case "difference":
    case "least":
    case "greatest":
    case "both":
    case "either":
      scales[out] = Math.max(scales[step.a] as number, scales[step.b] as number);
      return;
    default:
      // Outcomes of comparisons; nobody asks for that of a bound.
      scales[out] = 0;
  }
}
