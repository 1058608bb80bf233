/** Rows whose columns the kernels run over. */
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
export const quarter = 0.24;

export const powers = Float64Array.from({ length: 309 }, (_, power) => 10 ** power);

/** The step of a lattice of so many places; 0, which nothing is nearer than, where there is none. */
export function stepOf(scale: number, divisor: number): number {
  return divisor === 0 || scale > 300 ? 0 : 1 / ((powers[scale] as number) * divisor);
}

/** Marks a row; what stands in its column is a number all the same. */
export function leave(chunk: Chunk, at: number): number {
  chunk.undecided[at] = (chunk.undecided[at] as number) | 1;
  chunk.isMarked = true;
  return 0;
}
