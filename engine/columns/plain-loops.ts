import { type Chunk, leave, nearOf, unit } from "./chunk.ts";
import { round } from "./round-kernel.ts";
import type { BoundStep, CompareStep, Step } from "./step.ts";
import { place, tabulate } from "./table-kernel.ts";

/** Runs a step that is a loop, over the first rows; constant columns are filled elsewhere. */
export function runLoop(chunk: Chunk, step: Step, count: number): void {
  const { registers } = chunk;
  const out = registers[step.out] as Float64Array;
  switch (step.kernel) {
    case "filled":
    case "filledWhole":
      return;
    case "scaled":
      scale(out, registers[step.a] as Float64Array, step.value, count);
      return;
    case "comparedWholes":
      compareWholes(chunk, step.out, step.a, step.b, step.test, count);
      return;
    case "absolute": {
      const a = registers[step.a] as Float64Array;
      for (let at = 0; at < count; at += 1) {
        out[at] = Math.abs(a[at] as number);
      }
      return;
    }
    case "quotient":
      divide(chunk, step, count);
      return;
    case "rounded":
    case "counted":
      round(chunk, step, count);
      return;
    case "compared":
      compare(chunk, step, count);
      return;
    case "tabulated":
      tabulate(chunk, step, count);
      return;
    case "placed":
      place(chunk, step.out, step.operands, count);
      return;
    case "sumBound":
    case "productBound":
    case "quotientBound":
    case "widerBound":
    case "scaledBound":
      bound(chunk, step, count);
      return;
    default: {
      const a = registers[step.a] as Float64Array;
      const b = registers[step.b] as Float64Array;
      combine[step.kernel](out, a, b, count);
    }
  }
}

type Combine = (out: Float64Array, a: Float64Array, b: Float64Array, count: number) => void;

const combine: Readonly<
  Record<"sum" | "difference" | "product" | "least" | "greatest" | "both" | "either", Combine>
> = {
  sum(out, a, b, count) {
    for (let at = 0; at < count; at += 1) {
      out[at] = (a[at] as number) + (b[at] as number);
    }
  },
  difference(out, a, b, count) {
    for (let at = 0; at < count; at += 1) {
      out[at] = (a[at] as number) - (b[at] as number);
    }
  },
  product(out, a, b, count) {
    for (let at = 0; at < count; at += 1) {
      out[at] = (a[at] as number) * (b[at] as number);
    }
  },
  both(out, a, b, count) {
    for (let at = 0; at < count; at += 1) out[at] = (a[at] as number) * (b[at] as number);
  },
  either(out, a, b, count) {
    for (let at = 0; at < count; at += 1) out[at] = Math.max(a[at] as number, b[at] as number);
  },
  least(out, a, b, count) {
    for (let at = 0; at < count; at += 1) {
      out[at] = Math.min(a[at] as number, b[at] as number);
    }
  },
  greatest(out, a, b, count) {
    for (let at = 0; at < count; at += 1) {
      out[at] = Math.max(a[at] as number, b[at] as number);
    }
  },
};

function scale(out: Float64Array, a: Float64Array, value: number, count: number): void {
  for (let at = 0; at < count; at += 1) {
    out[at] = (a[at] as number) * value;
  }
}

function divide(
  chunk: Chunk,
  { out: to, a, b, rightRounds, rightBound }: Extract<Step, { kernel: "quotient" }>,
  count: number,
): void {
  const { registers, undecided } = chunk;
  const out = registers[to] as Float64Array;
  const above = registers[a] as Float64Array;
  const below = registers[b] as Float64Array;
  const bounds = registers[rightBound] as Float64Array;
  const share = 1 - 2 * rightRounds * unit;
  let marked = 0;
  for (let at = 0; at < count; at += 1) {
    const divisor = below[at] as number;
    out[at] = (above[at] as number) / divisor;
    if (!(Math.abs(divisor) * share > 2 * (bounds[at] as number))) {
      undecided[at] = (undecided[at] as number) | 1;
      marked = 1;
    }
  }
  if (marked !== 0) chunk.isMarked = true;
}

/** Bounds of results, from the values and bounds of what they were made of. */
function bound({ registers }: Chunk, step: BoundStep, count: number): void {
  const out = registers[step.out] as Float64Array;
  const a = registers[step.a] as Float64Array;
  const b = registers[step.b] as Float64Array;
  const left = registers[step.leftBound] as Float64Array;
  const right = registers[step.rightBound] as Float64Array;
  const of = registers[step.of] as Float64Array;
  bounds[step.kernel](out, a, b, left, right, of, step, count);
}

type Bound = (
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  left: Float64Array,
  right: Float64Array,
  of: Float64Array,
  step: BoundStep,
  count: number,
) => void;

const bounds: Readonly<Record<BoundStep["kernel"], Bound>> = {
  sumBound(out, a, b, left, right, of, step, count) {
    const leftShare = step.leftRounds * unit;
    const rightShare = step.rightRounds * unit;
    for (let at = 0; at < count; at += 1) {
      const leftError = leftShare * Math.abs(a[at] as number) + (left[at] as number);
      const rightError = rightShare * Math.abs(b[at] as number) + (right[at] as number);
      out[at] = leftError + rightError + unit * Math.abs(of[at] as number);
    }
  },
  productBound(out, a, b, left, right, of, step, count) {
    const leftShare = step.leftRounds * unit;
    const rightShare = step.rightRounds * unit;
    for (let at = 0; at < count; at += 1) {
      const leftSize = Math.abs(a[at] as number);
      const rightSize = Math.abs(b[at] as number);
      const leftError = leftShare * leftSize + (left[at] as number);
      const rightError = rightShare * rightSize + (right[at] as number);
      out[at] =
        leftSize * rightError +
        rightSize * leftError +
        leftError * rightError +
        unit * Math.abs(of[at] as number);
    }
  },
  quotientBound(out, a, b, left, right, of, step, count) {
    const leftShare = step.leftRounds * unit;
    const rightShare = step.rightRounds * unit;
    for (let at = 0; at < count; at += 1) {
      const rightSize = Math.abs(b[at] as number);
      const own = Math.abs(of[at] as number);
      const leftError = leftShare * Math.abs(a[at] as number) + (left[at] as number);
      const rightError = rightShare * rightSize + (right[at] as number);
      out[at] = ((leftError + own * rightError) / (rightSize - rightError)) * 1.001 + unit * own;
    }
  },
  widerBound(out, a, b, left, right, _, step, count) {
    const leftShare = step.leftRounds * unit;
    const rightShare = step.rightRounds * unit;
    for (let at = 0; at < count; at += 1) {
      const leftError = leftShare * Math.abs(a[at] as number) + (left[at] as number);
      const rightError = rightShare * Math.abs(b[at] as number) + (right[at] as number);
      out[at] = leftError > rightError ? leftError : rightError;
    }
  },
  scaledBound(out, a, _, left, __, of, step, count) {
    const leftShare = step.leftRounds * unit;
    for (let at = 0; at < count; at += 1) {
      const leftError = leftShare * Math.abs(a[at] as number) + (left[at] as number);
      out[at] = step.value * leftError + 4 * unit * Math.abs(of[at] as number);
    }
  },
};

/** Compares numbers: 1 where the comparison holds. */
function compare(chunk: Chunk, step: CompareStep, count: number): void {
  const { registers } = chunk;
  const out = registers[step.out] as Float64Array;
  const a = registers[step.a] as Float64Array;
  const b = registers[step.b] as Float64Array;
  const left = registers[step.leftBound] as Float64Array;
  const right = registers[step.rightBound] as Float64Array;
  const leftShare = step.leftRounds * unit;
  const rightShare = step.rightRounds * unit;
  const { test } = step;
  const near = nearOf(chunk, step.a, step.b, step.divisor);
  const [below, equal, above] = [test & 1, (test >> 1) & 1, (test >> 2) & 1];
  for (let at = 0; at < count; at += 1) {
    const one = a[at] as number;
    const other = b[at] as number;
    const apart = one - other;
    const error =
      leftShare * Math.abs(one) +
      rightShare * Math.abs(other) +
      (left[at] as number) +
      (right[at] as number) +
      unit * Math.abs(apart);
    if (Math.abs(apart) > error) out[at] = apart < 0 ? below : above;
    else out[at] = error < near ? equal : leave(chunk, at);
  }
}

function compareWholes(
  { registers }: Chunk,
  to: number,
  left: number,
  right: number,
  test: number,
  count: number,
): void {
  const out = registers[to] as Float64Array;
  const a = registers[left] as Float64Array;
  const b = registers[right] as Float64Array;
  for (let at = 0; at < count; at += 1) {
    const apart = (a[at] as number) - (b[at] as number);
    out[at] = apart < 0 ? test & 1 : apart > 0 ? (test >> 2) & 1 : (test >> 1) & 1;
  }
}
