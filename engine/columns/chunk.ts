import type { Step } from "./step.ts";

/** Where columns and tables are kept, so that the loops over them reach them. */
export interface Room {
  readonly doubles: (count: number) => Float64Array;
  readonly integers: (count: number) => Int32Array;
  readonly bytes: (count: number) => Uint8Array;
}

/** The loops over columns, which come to the same doubles whoever runs them. */
export interface Kernels {
  readonly room: Room;
  /** Makes a stretch ready to run over the first rows of a chunk, again and again; its registers are there. */
  readonly prepare: (chunk: Chunk, stretch: Stretch) => Loop;
  /** Finds the rows that are not marked and have another value than one in a register; tells how many they are. */
  readonly others: (chunk: Chunk, register: number, value: number, count: number) => number;
  /** Finds the rows that are marked, and not as gone elsewhere; tells how many they are. */
  readonly marked: (chunk: Chunk, elsewhere: number, count: number) => number;
}

/** What is done with the rows at hand: answers are brought, steps run, and results put where the rows stand. */
export interface Stretch {
  readonly answers: readonly Answer[];
  readonly steps: readonly Step[];
  /** Rows that are marked have none. */
  readonly results: readonly Result[];
}

/** A register that is filled from a column with the answers of all rows. */
export interface Answer {
  readonly kernel: "brought";
  readonly out: number;
  readonly from: Float64Array;
}

/** A register that goes to a column with the results of all rows. */
export interface Result {
  readonly kernel: "settled";
  readonly a: number;
  readonly to: Float64Array;
}

/** A stretch that is ready to run over so many rows. */
export type Loop = (count: number) => void;

/** Rows whose columns the kernels run over. */
export interface Chunk {
  /** How many rows there can be. */
  readonly size: number;
  /** The rows at hand, and where they stand in the order of all. */
  readonly rows: Int32Array;
  readonly places: Int32Array;
  /** Room for the numbers of some of them. */
  readonly found: Int32Array;
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

/**
 * Of the step of a lattice: a value that is a point of it and within its error of another is no more than twice that error
 * from it, so with an error below half a step it is that point. A tenth is left for what the error itself is off by.
 */
export const lessThanHalf = 0.4;

export const powers = Float64Array.from({ length: 309 }, (_, power) => 10 ** power);

/** The step of a lattice of so many places; 0, which nothing is nearer than, where there is none. */
export function stepOf(scale: number, divisor: number): number {
  return divisor === 0 || scale > 300 ? 0 : 1 / ((powers[scale] as number) * divisor);
}

/** Nearer than this to an edge or to each other, numbers of two columns are on it or equal. */
export function nearOf({ scales }: Chunk, a: number, b: number, divisor: number): number {
  return lessThanHalf * stepOf(Math.max(scales[a] as number, scales[b] as number), divisor);
}

/** Marks a row; what stands in its column is a number all the same. */
export function leave(chunk: Chunk, at: number): number {
  chunk.undecided[at] = (chunk.undecided[at] as number) | 1;
  chunk.isMarked = true;
  return 0;
}
