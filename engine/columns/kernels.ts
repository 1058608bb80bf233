import type { BoundStep, CompareStep, Operand, RoundStep, Step } from "./step.ts";
import { slotOf, smallSize, type Tabulation } from "./tabulation.ts";

/**
 * The kernels: a fixed set of loops over the columns of a chunk.
 *
 * Every loop runs over the first rows of a chunk, whichever of them are still on the path: what it writes for the others
 * is never used. A kernel that decides (a rounding, a comparison, a look-up) marks the rows it cannot decide for certain.
 */
export interface Chunk {
  /** How many rows there can be. */
  readonly size: number;
  /** Columns by number; the first holds zeros. */
  readonly registers: readonly Float64Array[];
  /** Decimal places of the lattice of each column in this chunk; infinite for none. */
  readonly scales: Float64Array;
  /** 1 where a row is not decided; bits above that are not of the kernels. */
  readonly undecided: Uint8Array;
  /** Whether a kernel has marked a row. */
  isMarked: boolean;
  /** By register: the value that the whole column holds; not a number where it holds more. */
  readonly filled: Float64Array;
}

/**
 * What one rounding is reckoned with: half a unit in the last place, and a tenth more for what bounds lose where they are
 * reckoned in doubles themselves and for products of errors.
 */
export const unit = 2 ** -53 * 1.1;

/** A quarter, and a little less: nearer than this to a point of the lattice a value is that point. */
const quarter = 0.24;

const powers = Float64Array.from({ length: 309 }, (_, power) => 10 ** power);

/** The step of a lattice of so many places; 0, which nothing is nearer than, where there is none. */
function stepOf(scale: number, divisor: number): number {
  return divisor === 0 || scale > 300 ? 0 : 1 / ((powers[scale] as number) * divisor);
}

/** Runs a step over the first rows. */
export function runStep(chunk: Chunk, step: Step, count: number): void {
  const { registers, scales } = chunk;
  const out = registers[step.out] as Float64Array;
  if (step.kernel === "filled" || step.kernel === "filledWhole") {
    // What was there before is mostly the same.
    if (chunk.filled[step.out] !== step.value) out.fill(step.value);
    chunk.filled[step.out] = step.value;
    scales[step.out] = step.kernel === "filled" ? step.exact.scale : 0;
    return;
  }
  chunk.filled[step.out] = Number.NaN;
  switch (step.kernel) {
    case "scaled":
      scale(out, registers[step.a] as Float64Array, step.value, count);
      scales[step.out] = (scales[step.a] as number) + step.exact.scale;
      return;
    case "comparedWholes":
      compareWholes(chunk, step.out, step.a, step.b, step.test, count);
      return;
    case "absolute": {
      const a = registers[step.a] as Float64Array;
      for (let at = 0; at < count; at += 1) {
        out[at] = Math.abs(a[at] as number);
      }
      scales[step.out] = scales[step.a] as number;
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
      tabulate(chunk, step.out, step.table, step.operands, count);
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
      const [left, right] = [scales[step.a] as number, scales[step.b] as number];
      scales[step.out] = step.kernel === "product" ? left + right : Math.max(left, right);
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
  const { registers, scales, undecided } = chunk;
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
  scales[to] = Number.POSITIVE_INFINITY;
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

/**
 * Rounds to a multiple. A value surely on one side of an edge is rounded; one that may be on either side is on the edge
 * where the lattice, which holds the edge too, has no other point so near.
 *
 * Each loop takes the rows that are far from an edge by themselves, and looks closer at the others one by one.
 */
function round(chunk: Chunk, step: RoundStep, count: number): void {
  const { registers, scales } = chunk;
  const { mode, times, places, kernel } = step;
  const out = registers[step.out] as Float64Array;
  const values = registers[step.a] as Float64Array;
  const bounds = registers[step.bound] as Float64Array;
  const isWhole = times === 1 && places === 0;
  const power = powers[places] as number;
  const per = power / times;
  const share = (step.rounds + (isWhole ? 0 : 2)) * unit;
  const isHalf = mode === "half_up" || mode === "half_even";
  const scale = scales[step.a] as number;
  const points = stepOf(Math.max(scale, places) - places, step.divisor * times);
  const near = quarter * points * (isHalf ? 0.5 : 1);
  const isCounted = kernel === "counted";
  const run = isHalf ? roundHalf : mode === "floor" ? roundDown : roundAny;
  run(chunk, mode, out, values, bounds, per, share, near, count);
  if (!isCounted && !isWhole) {
    for (let at = 0; at < count; at += 1) out[at] = ((out[at] as number) * times) / power;
  }
  scales[step.out] = isCounted ? 0 : places;
}

/** Larger whole numbers leave no room for what is behind the point. */
const mostWhole = 2 ** 50;

type Round = (
  chunk: Chunk,
  mode: RoundStep["mode"],
  out: Float64Array,
  values: Float64Array,
  bounds: Float64Array,
  per: number,
  share: number,
  near: number,
  count: number,
) => void;

const roundHalf: Round = (chunk, mode, out, values, bounds, per, share, near, count) => {
  for (let at = 0; at < count; at += 1) {
    const value = (values[at] as number) * per;
    const size = Math.abs(value);
    const error = share * size + (bounds[at] as number) * per * 1.001;
    const below = Math.floor(value);
    const side = value - below - 0.5;
    if (!(Math.abs(side) > error + unit) || !(size < mostWhole)) {
      out[at] = onHalf(chunk, mode, below, error, near, size, at);
    } else out[at] = (side > 0 ? below + 1 : below) + 0;
  }
};

/** A value that may be half-way. */
function onHalf(
  chunk: Chunk,
  mode: RoundStep["mode"],
  below: number,
  error: number,
  near: number,
  size: number,
  at: number,
): number {
  if (!(size < mostWhole) || !(error < near)) return leave(chunk, at);
  const isUp = mode === "half_up" ? below >= 0 : below % 2 !== 0;
  return isUp ? below + 1 + 0 : below + 0;
}

const roundDown: Round = (chunk, _, out, values, bounds, per, share, near, count) => {
  for (let at = 0; at < count; at += 1) {
    const value = (values[at] as number) * per;
    const size = Math.abs(value);
    const error = share * size + (bounds[at] as number) * per * 1.001;
    const edge = Math.round(value);
    const side = value - edge;
    if (!(Math.abs(side) > error) || !(size < mostWhole)) {
      out[at] = !(size < mostWhole) || !(error < near) ? leave(chunk, at) : edge + 0;
    } else out[at] = (side < 0 ? edge - 1 : edge) + 0;
  }
};

const roundAny: Round = (chunk, mode, out, values, bounds, per, share, near, count) => {
  for (let at = 0; at < count; at += 1) {
    const value = (values[at] as number) * per;
    const size = Math.abs(value);
    const error = share * size + (bounds[at] as number) * per * 1.001;
    const edge = Math.round(value);
    const side = value - edge;
    if (!(size < mostWhole)) out[at] = leave(chunk, at);
    else if (Math.abs(side) > error) {
      const isDown =
        mode === "floor" || (mode !== "ceil" && (mode === "toward_zero" ? value > 0 : value < 0));
      out[at] = (isDown ? (side < 0 ? edge - 1 : edge) : side > 0 ? edge + 1 : edge) + 0;
    } else out[at] = error < near ? edge + 0 : leave(chunk, at);
  }
};

/** Marks a row; what stands in its column is a number all the same. */
function leave(chunk: Chunk, at: number): number {
  chunk.undecided[at] = (chunk.undecided[at] as number) | 1;
  chunk.isMarked = true;
  return 0;
}

/** Compares numbers: 1 where the comparison holds. */
function compare(chunk: Chunk, step: CompareStep, count: number): void {
  const { registers, scales } = chunk;
  const out = registers[step.out] as Float64Array;
  const a = registers[step.a] as Float64Array;
  const b = registers[step.b] as Float64Array;
  const left = registers[step.leftBound] as Float64Array;
  const right = registers[step.rightBound] as Float64Array;
  const leftShare = step.leftRounds * unit;
  const rightShare = step.rightRounds * unit;
  const { test, divisor } = step;
  const scale = Math.max(scales[step.a] as number, scales[step.b] as number);
  const near = quarter * stepOf(scale, divisor);
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

/** Where rows stand in a table; not a number for none of its places. */
const places = new Float64Array(1 << 14);

/** Takes the next key of rows into account: a column of whole numbers. */
function placeByWholes({ low, count: most }: Operand, keys: Float64Array, count: number): void {
  for (let at = 0; at < count; at += 1) {
    const key = (keys[at] as number) - low;
    places[at] = key >= 0 && key < most ? (places[at] as number) * most + key : Number.NaN;
  }
}

/** The same of numbers, where they are whole for certain. */
function placeByNumbers(
  { low, count: most }: Operand,
  { rounds, divisor }: NonNullable<Operand["numbers"]>,
  keys: Float64Array,
  bounds: Float64Array,
  scale: number,
  count: number,
): void {
  const share = rounds * unit;
  const near = quarter * stepOf(scale, divisor);
  for (let at = 0; at < count; at += 1) {
    const value = keys[at] as number;
    const error = share * Math.abs(value) + (bounds[at] as number);
    const whole = Math.round(value);
    const key = whole - low;
    // Off the whole number by less than its bound, and no other point of the lattice so near.
    const isKey = Math.abs(value - whole) <= error && error < near && key >= 0 && key < most;
    places[at] = isKey ? (places[at] as number) * most + key : Number.NaN;
  }
}

function tabulate(
  chunk: Chunk,
  to: number,
  table: Tabulation,
  operands: readonly Operand[],
  count: number,
): void {
  const { registers, scales } = chunk;
  const out = registers[to] as Float64Array;
  const [only] = operands;
  const isSmall = operands.length === 1 && only?.numbers === undefined;
  if (only !== undefined && isSmall && only.count <= smallSize) {
    const { small } = table;
    const keys = registers[only.at] as Float64Array;
    const { low, count: most } = only;
    for (let at = 0; at < count; at += 1) {
      const index = (keys[at] as number) - low;
      let value = small[index] as number;
      if (!(value < Infinity)) {
        value = index >= 0 && index < most ? table.at(index) : Infinity;
        if (value === Infinity) leave(chunk, at);
      }
      out[at] = value;
    }
  } else {
    places.fill(0, 0, count);
    for (const operand of operands) {
      const keys = registers[operand.at] as Float64Array;
      const { numbers } = operand;
      if (numbers === undefined) placeByWholes(operand, keys, count);
      else {
        const bounds = registers[numbers.bound] as Float64Array;
        placeByNumbers(operand, numbers, keys, bounds, scales[operand.at] as number, count);
      }
    }
    for (let at = 0; at < count; at += 1) {
      const index = places[at] as number;
      const value = index >= 0 ? found(table, index) : Infinity;
      if (value === Infinity) leave(chunk, at);
      out[at] = value;
    }
  }
  scales[to] = table.scale();
}

function found(table: Tabulation, index: number): number {
  if (index < smallSize) {
    const known = table.small[index] as number;
    return Number.isNaN(known) ? table.at(index) : known;
  }
  const { keys, values } = table.large;
  let slot = slotOf(index, keys.length);
  while (keys[slot] !== index) {
    if (keys[slot] === -1) return table.at(index);
    slot = (slot + 1) & (keys.length - 1);
  }
  return values[slot] as number;
}
