import { type Chunk, type Kernels, type Loop, nearOf, unit } from "../chunk.ts";
import { noteScale, plainKernels } from "../kernels.ts";
import { isHalf, isMultiplied, roundingOf } from "../round-kernel.ts";
import { readsOf, type Step } from "../step.ts";
import { type Loops, startLoops } from "./loops.ts";
import { placed, tabulated } from "./tabulated.ts";

/**
 * The kernels as a module of WebAssembly, two rows at a time; the plain loops where there is no such module, or where a
 * policy does not allow one. That policy is told of the attempt, so a page does not ask.
 *
 * The room is that of one lane. What has no room in the memory of the module, and roundings that it does not have, run as plain loops.
 */
export function startSimdKernels(): Kernels {
  const started = startLoops();
  if (started === undefined) return plainKernels;
  const { loops, room } = started;
  const { buffer } = room.bytes(0);
  const isHere = (array: { readonly buffer: ArrayBufferLike } | undefined) =>
    array?.buffer === buffer;
  return {
    room,
    cells: { buffer, loops },
    prepare(chunk, step) {
      const { registers } = chunk;
      const isReachable = [step.out, ...readsOf(step)].every((at) => isHere(registers[at]));
      const loop = isReachable ? loopOf(loops, chunk, step) : undefined;
      if (loop === undefined) return plainKernels.prepare(chunk, step);
      return (count) => {
        chunk.filled[step.out] = Number.NaN;
        loop(count);
        noteScale(chunk, step);
      };
    },
    bring(from, to, rows, count) {
      if (!isHere(from) || !isHere(to) || !isHere(rows)) {
        plainKernels.bring(from, to, rows, count);
      } else loops.brought(to.byteOffset, from.byteOffset, rows.byteOffset, 8 * count);
    },
    others(found, column, value, undecided, count) {
      if (!isHere(found) || !isHere(column) || !isHere(undecided)) {
        return plainKernels.others(found, column, value, undecided, count);
      }
      const { byteOffset } = column;
      return loops.others(found.byteOffset, byteOffset, value, undecided.byteOffset, 8 * count);
    },
    marked(found, undecided, elsewhere, count) {
      return isHere(found) && isHere(undecided)
        ? loops.marked(found.byteOffset, undecided.byteOffset, elsewhere, count)
        : plainKernels.marked(found, undecided, elsewhere, count);
    },
    settle(column, to, places, undecided, count) {
      if (!isHere(column) || !isHere(to) || !isHere(places) || !isHere(undecided)) {
        plainKernels.settle(column, to, places, undecided, count);
        return;
      }
      const from = column.byteOffset;
      loops.settled(to.byteOffset, from, places.byteOffset, undecided.byteOffset, 8 * count);
    },
  };
}

/** A step as a call of a loop of the module; `undefined` where it has none. */
function loopOf(loops: Loops, chunk: Chunk, step: Step): Loop | undefined {
  const { registers, undecided } = chunk;
  const at = (register: number) => (registers[register] as Float64Array).byteOffset;
  const out = at(step.out);
  const marks = undecided.byteOffset;
  const mark = (isMarked: number) => {
    if (isMarked !== 0) chunk.isMarked = true;
  };
  switch (step.kernel) {
    case "scaled": {
      const [a, { value }] = [at(step.a), step];
      return (count) => loops.scaled(out, a, value, 8 * count);
    }
    case "absolute": {
      const a = at(step.a);
      return (count) => loops.absolute(out, a, 8 * count);
    }
    case "sum":
    case "difference":
    case "product":
    case "least":
    case "greatest":
    case "both":
    case "either": {
      const combine = loops[combines[step.kernel]];
      const [a, b] = [at(step.a), at(step.b)];
      return (count) => combine(out, a, b, 8 * count);
    }
    case "quotient": {
      const [a, b, bound] = [at(step.a), at(step.b), at(step.rightBound)];
      const share = 1 - 2 * step.rightRounds * unit;
      return (count) => mark(loops.quotient(out, a, b, bound, share, marks, 8 * count));
    }
    case "scaledBound": {
      const [a, bound, of] = [at(step.a), at(step.leftBound), at(step.of)];
      const [share, { value }] = [step.leftRounds * unit, step];
      return (count) => loops.scaledBound(out, a, bound, of, share, value, 8 * count);
    }
    case "sumBound":
    case "productBound":
    case "quotientBound":
    case "widerBound": {
      const bound = loops[step.kernel];
      const [a, b, of] = [at(step.a), at(step.b), at(step.of)];
      const [left, right] = [at(step.leftBound), at(step.rightBound)];
      const [leftShare, rightShare] = [step.leftRounds * unit, step.rightRounds * unit];
      return (count) => bound(out, a, b, left, right, of, leftShare, rightShare, 8 * count);
    }
    case "compared": {
      const [a, b] = [at(step.a), at(step.b)];
      const [left, right] = [at(step.leftBound), at(step.rightBound)];
      const [leftShare, rightShare] = [step.leftRounds * unit, step.rightRounds * unit];
      const [below, equal, above] = outcomesOf(step.test);
      return (count) => {
        const near = nearOf(chunk, step.a, step.b, step.divisor);
        const shares = [leftShare, rightShare, near] as const;
        const end = 8 * count;
        mark(loops.compared(out, a, b, left, right, ...shares, below, equal, above, marks, end));
      };
    }
    case "comparedWholes": {
      const [a, b] = [at(step.a), at(step.b)];
      const [below, equal, above] = outcomesOf(step.test);
      return (count) => loops.comparedWholes(out, a, b, below, equal, above, 8 * count);
    }
    case "rounded":
    case "counted": {
      const { mode, times } = step;
      if (!isHalf(mode) && mode !== "floor") return undefined;
      const [values, bounds] = [at(step.a), at(step.bound)];
      const isEven = mode === "half_even" ? 1 : 0;
      const isTurned = isMultiplied(step);
      return (count) => {
        const { per, share, near, power } = roundingOf(chunk, step);
        const end = 8 * count;
        mark(
          mode === "floor"
            ? loops.roundedDown(out, values, bounds, per, share, near, marks, end)
            : loops.roundedHalf(out, values, bounds, per, share, near, isEven, marks, end),
        );
        if (isTurned) loops.multiplied(out, times, power, end);
      };
    }
    case "tabulated":
      return tabulated(loops, chunk, step);
    case "placed":
      return placed(loops, chunk, step.out, step.operands);
    default:
      return undefined;
  }
}

const combines = {
  sum: "sum",
  difference: "difference",
  product: "product",
  least: "least",
  greatest: "greatest",
  both: "product",
  either: "greatest",
} as const;

/** What a comparison comes to below, at and above. */
const outcomesOf = (test: number) => [test & 1, (test >> 1) & 1, (test >> 2) & 1] as const;
