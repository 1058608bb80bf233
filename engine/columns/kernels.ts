import type { BoundStep, CompareStep, Operand, RoundStep, Step } from "./step.ts";
import { pageBits, pageMask, type Tabulation } from "./tabulation.ts";

/**
 * The kernels: a fixed set of loops over the columns of a chunk.
 *
 * Every loop runs over the rows of a selection, so that rows which take different branches share their columns. A kernel
 * that decides (a rounding, a comparison, a look-up) marks the rows it cannot decide for certain, and what it writes for
 * those is never used.
 */
export interface Chunk {
  readonly rows: number;
  /** Columns by number; the first holds zeros. */
  readonly registers: readonly Float64Array[];
  /** Decimal places of the lattice of each column in this chunk; infinite for none. */
  readonly scales: Float64Array;
  /** 1 where a row is not decided. */
  readonly undecided: Uint8Array;
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

/** Runs a step over the selected rows. */
export function runStep(chunk: Chunk, step: Step, rows: Int32Array, count: number): void {
  const { registers, scales } = chunk;
  const out = registers[step.out] as Float64Array;
  switch (step.kernel) {
    case "filled":
    case "filledWhole":
      for (let at = 0; at < count; at += 1) out[rows[at] as number] = step.value;
      scales[step.out] = step.kernel === "filled" ? step.exact.scale : 0;
      return;
    case "scaled":
      scale(out, registers[step.a] as Float64Array, step.value, rows, count);
      scales[step.out] = (scales[step.a] as number) + step.exact.scale;
      return;
    case "comparedWholes":
      compareWholes(chunk, step.out, step.a, step.b, step.test, rows, count);
      return;
    case "absolute": {
      const a = registers[step.a] as Float64Array;
      for (let at = 0; at < count; at += 1) {
        const row = rows[at] as number;
        out[row] = Math.abs(a[row] as number);
      }
      scales[step.out] = scales[step.a] as number;
      return;
    }
    case "quotient":
      divide(chunk, step, rows, count);
      return;
    case "rounded":
    case "counted":
      round(chunk, step, rows, count);
      return;
    case "compared":
      compare(chunk, step, rows, count);
      return;
    case "tabulated":
      tabulate(chunk, step.out, step.table, step.operands, rows, count);
      return;
    case "sumBound":
    case "productBound":
    case "quotientBound":
    case "widerBound":
    case "scaledBound":
      bound(chunk, step, rows, count);
      return;
    default: {
      const a = registers[step.a] as Float64Array;
      const b = registers[step.b] as Float64Array;
      const [left, right] = [scales[step.a] as number, scales[step.b] as number];
      scales[step.out] = step.kernel === "product" ? left + right : Math.max(left, right);
      combine[step.kernel](out, a, b, rows, count);
    }
  }
}

type Combine = (
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  rows: Int32Array,
  count: number,
) => void;

const combine: Readonly<Record<"sum" | "difference" | "product" | "least" | "greatest", Combine>> =
  {
    sum(out, a, b, rows, count) {
      for (let at = 0; at < count; at += 1) {
        const row = rows[at] as number;
        out[row] = (a[row] as number) + (b[row] as number);
      }
    },
    difference(out, a, b, rows, count) {
      for (let at = 0; at < count; at += 1) {
        const row = rows[at] as number;
        out[row] = (a[row] as number) - (b[row] as number);
      }
    },
    product(out, a, b, rows, count) {
      for (let at = 0; at < count; at += 1) {
        const row = rows[at] as number;
        out[row] = (a[row] as number) * (b[row] as number);
      }
    },
    least(out, a, b, rows, count) {
      for (let at = 0; at < count; at += 1) {
        const row = rows[at] as number;
        out[row] = Math.min(a[row] as number, b[row] as number);
      }
    },
    greatest(out, a, b, rows, count) {
      for (let at = 0; at < count; at += 1) {
        const row = rows[at] as number;
        out[row] = Math.max(a[row] as number, b[row] as number);
      }
    },
  };

function scale(
  out: Float64Array,
  a: Float64Array,
  value: number,
  rows: Int32Array,
  count: number,
): void {
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    out[row] = (a[row] as number) * value;
  }
}

function divide(
  { registers, scales, undecided }: Chunk,
  { out: to, a, b, rightRounds, rightBound }: Extract<Step, { kernel: "quotient" }>,
  rows: Int32Array,
  count: number,
): void {
  const out = registers[to] as Float64Array;
  const above = registers[a] as Float64Array;
  const below = registers[b] as Float64Array;
  const bounds = registers[rightBound] as Float64Array;
  const share = rightRounds * unit;
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    const divisor = below[row] as number;
    const size = Math.abs(divisor);
    if (!(size > 2 * (share * size + (bounds[row] as number)))) undecided[row] = 1;
    out[row] = (above[row] as number) / divisor;
  }
  scales[to] = Number.POSITIVE_INFINITY;
}

/** Bounds of results, from the values and bounds of what they were made of. */
function bound({ registers }: Chunk, step: BoundStep, rows: Int32Array, count: number): void {
  const out = registers[step.out] as Float64Array;
  const a = registers[step.a] as Float64Array;
  const b = registers[step.b] as Float64Array;
  const left = registers[step.leftBound] as Float64Array;
  const right = registers[step.rightBound] as Float64Array;
  const of = registers[step.of] as Float64Array;
  const leftShare = step.leftRounds * unit;
  const rightShare = step.rightRounds * unit;
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    const leftSize = Math.abs(a[row] as number);
    const rightSize = Math.abs(b[row] as number);
    const own = Math.abs(of[row] as number);
    const leftError = leftShare * leftSize + (left[row] as number);
    const rightError = rightShare * rightSize + (right[row] as number);
    switch (step.kernel) {
      case "sumBound":
        out[row] = leftError + rightError + unit * own;
        break;
      case "productBound":
        out[row] =
          leftSize * rightError + rightSize * leftError + leftError * rightError + unit * own;
        break;
      case "quotientBound":
        out[row] = ((leftError + own * rightError) / (rightSize - rightError)) * 1.001 + unit * own;
        break;
      case "widerBound":
        out[row] = leftError > rightError ? leftError : rightError;
        break;
      case "scaledBound":
        out[row] = step.value * leftError + 4 * unit * own;
        break;
    }
  }
}

/**
 * Rounds to a multiple. A value surely on one side of an edge is rounded; one that may be on either side is on the edge
 * where the lattice, which holds the edge too, has no other point so near.
 */
function round(
  { registers, scales, undecided }: Chunk,
  step: RoundStep,
  rows: Int32Array,
  count: number,
): void {
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
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    const value = (values[row] as number) * per;
    const size = Math.abs(value);
    const error = share * size + (bounds[row] as number) * per * 1.001;
    if (!(size < 2 ** 50)) {
      undecided[row] = 1;
      continue;
    }
    let whole: number;
    if (isHalf) {
      const below = Math.floor(value);
      const side = value - below - 0.5;
      if (Math.abs(side) > error + unit) whole = side > 0 ? below + 1 : below;
      else if (error < near) {
        const isUp = mode === "half_up" ? below >= 0 : below % 2 !== 0;
        whole = isUp ? below + 1 : below;
      } else {
        undecided[row] = 1;
        continue;
      }
    } else {
      const edge = Math.round(value);
      const side = value - edge;
      if (Math.abs(side) > error) {
        const isDown =
          mode === "floor" || (mode !== "ceil" && (mode === "toward_zero" ? value > 0 : value < 0));
        whole = isDown ? (side < 0 ? edge - 1 : edge) : side > 0 ? edge + 1 : edge;
      } else if (error < near) whole = edge;
      else {
        undecided[row] = 1;
        continue;
      }
    }
    out[row] = isCounted || isWhole ? whole + 0 : (whole * times) / power + 0;
  }
  scales[step.out] = isCounted ? 0 : places;
}

/** Compares numbers: 1 where the comparison holds. */
function compare(
  { registers, scales, undecided }: Chunk,
  step: CompareStep,
  rows: Int32Array,
  count: number,
): void {
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
    const row = rows[at] as number;
    const one = a[row] as number;
    const other = b[row] as number;
    const apart = one - other;
    const error =
      leftShare * Math.abs(one) +
      rightShare * Math.abs(other) +
      (left[row] as number) +
      (right[row] as number) +
      unit * Math.abs(apart);
    if (Math.abs(apart) > error) out[row] = apart < 0 ? below : above;
    else if (error < near) out[row] = equal;
    else undecided[row] = 1;
  }
}

function compareWholes(
  { registers }: Chunk,
  to: number,
  left: number,
  right: number,
  test: number,
  rows: Int32Array,
  count: number,
): void {
  const out = registers[to] as Float64Array;
  const a = registers[left] as Float64Array;
  const b = registers[right] as Float64Array;
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    const apart = (a[row] as number) - (b[row] as number);
    out[row] = apart < 0 ? test & 1 : apart > 0 ? (test >> 2) & 1 : (test >> 1) & 1;
  }
}

/** The whole number that a number is for certain; -1 for none of the table's. */
function keyOf(
  { low, count, numbers }: Operand,
  value: number,
  bound: number,
  scale: number,
): number {
  let key = value;
  if (numbers !== undefined) {
    const error = numbers.rounds * unit * Math.abs(value) + bound;
    const near = quarter * stepOf(scale, numbers.divisor);
    key = Math.round(value);
    // Off the whole number by less than its bound, and no other point of the lattice so near.
    if (!(Math.abs(value - key) <= error) || !(error < near)) return -1;
  }
  const index = key - low;
  return index >= 0 && index < count ? index : -1;
}

function tabulate(
  { registers, scales, undecided }: Chunk,
  to: number,
  table: Tabulation,
  operands: readonly Operand[],
  rows: Int32Array,
  count: number,
): void {
  const out = registers[to] as Float64Array;
  const { pages } = table;
  const [only] = operands;
  if (operands.length === 1 && only !== undefined && only.numbers === undefined) {
    const keys = registers[only.at] as Float64Array;
    const { low, count: most } = only;
    // Few members stand on one page.
    const page = most <= pageMask + 1 ? pages[0] : undefined;
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number;
      const index = (keys[row] as number) - low;
      let value = page === undefined ? Number.NaN : (page[index] as number);
      if (!(value < Infinity)) {
        value = index >= 0 && index < most ? found(pages, table, index) : Infinity;
        if (value === Infinity) undecided[row] = 1;
      }
      out[row] = value;
    }
  } else {
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number;
      let index = 0;
      for (let place = 0; place < operands.length; place += 1) {
        const operand = operands[place] as Operand;
        const bound = registers[operand.numbers?.bound ?? 0] as Float64Array;
        const key = keyOf(
          operand,
          (registers[operand.at] as Float64Array)[row] as number,
          bound[row] as number,
          scales[operand.at] as number,
        );
        index = key < 0 || index < 0 ? -1 : index * operand.count + key;
      }
      const value = index < 0 ? Infinity : found(pages, table, index);
      if (value === Infinity) undecided[row] = 1;
      out[row] = value;
    }
  }
  scales[to] = table.scale();
}

function found(
  pages: readonly (Float64Array | undefined)[],
  table: Tabulation,
  index: number,
): number {
  const known = pages[index >> pageBits]?.[index & pageMask];
  return known === undefined || Number.isNaN(known) ? table.at(index) : known;
}
