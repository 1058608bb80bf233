import type { Chunk, Kernels, Room } from "./chunk.ts";
import type { Leaf } from "./leaf.ts";

/**
 * Rows as they were read, with what they come to. Answers are in the registers from 1 on; with each figure its digits as
 * one whole number and their decimal places, so that a row can be computed exactly as well.
 */
export interface Rows {
  /** How many rows there can be. */
  readonly size: number;
  readonly registers: readonly Float64Array[];
  /** By register: the digits of figures as a whole number; empty for others. */
  readonly digits: readonly (Float64Array | undefined)[];
  readonly places: readonly (Uint8Array | undefined)[];
  /** By register: the most decimal places that one of the rows has. */
  readonly scales: Uint8Array;
  /** By register: the least and the most of figures. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** The rows in the order they are computed in, those of a group side by side. */
  readonly order: Int32Array;
  /** Where each row of that order has come to: the number of a leaf, or `noLeaf`. */
  readonly leaves: Int32Array;
  /** What leaves have in columns, by their slots, in that order. */
  readonly results: Float64Array[];
  readonly room: Room;
}

export const noLeaf = -1;

/** Room for rows with answers in so many registers, of which `figures` are numbers. */
export function startRows(size: number, figures: readonly boolean[], room: Room): Rows {
  return {
    size,
    registers: [new Float64Array(0), ...figures.map(() => room.doubles(size))],
    digits: [undefined, ...figures.map((is) => (is ? new Float64Array(size) : undefined))],
    places: [undefined, ...figures.map((is) => (is ? new Uint8Array(size) : undefined))],
    scales: new Uint8Array(figures.length + 1),
    least: new Float64Array(figures.length + 1),
    most: new Float64Array(figures.length + 1),
    order: new Int32Array(size),
    leaves: new Int32Array(size),
    results: [],
    room,
  };
}

/** A chunk that rows of one group are brought together in, so that their columns stay in the cache. */
export interface Work extends Chunk {
  readonly kernels: Kernels;
  readonly registers: Float64Array[];
  scales: Float64Array;
  filled: Float64Array;
  /** Leaves by number. */
  readonly leaves: Leaf[];
}

export const workSize = 512;

/** Marks beside that of the kernels: a row for the exact lane, and one that has gone another way. */
export const isLeft = 2;
export const isElsewhere = 4;

export function startWork(kernels: Kernels): Work {
  const { room } = kernels;
  return {
    kernels,
    size: workSize,
    registers: [room.doubles(workSize)],
    scales: new Float64Array(64),
    filled: new Float64Array(64).fill(Number.NaN),
    undecided: room.bytes(workSize),
    isMarked: false,
    rows: room.integers(workSize),
    places: room.integers(workSize),
    found: room.integers(workSize),
    leaves: [],
  };
}

/** Registers enough for a path. */
export function reserve(work: Work, count: number): void {
  const { room } = work.kernels;
  while (work.registers.length < count) work.registers.push(room.doubles(workSize));
  if (work.scales.length < count) {
    const scales = new Float64Array(2 * count);
    scales.set(work.scales);
    work.scales = scales;
    const filled = new Float64Array(2 * count).fill(Number.NaN);
    filled.set(work.filled);
    work.filled = filled;
  }
}

/** Counts of rows by the lane that computed them. */
export interface Tally {
  columns: number;
  /** Undecided in columns, computed with exact numbers along the same path. */
  exactly: number;
  /** Left to the exact lane. */
  left: number;
}

/** Notes the leaf that rows have come to; that of marked rows is noted later. */
export function noteLeaf(
  { leaves }: Rows,
  { places, undecided }: Work,
  leaf: Leaf,
  count: number,
): void {
  const from = places[0] as number;
  if (places[count - 1] === from + count - 1) leaves.fill(leaf.at, from, from + count);
  else {
    for (let at = 0; at < count; at += 1) {
      if (undecided[at] === 0) leaves[places[at] as number] = leaf.at;
    }
  }
}

/** The results of a slot. */
export function resultIn({ results, size, room }: Rows, slot: number): Float64Array {
  while (results.length <= slot) results.push(room.doubles(size));
  return results[slot] as Float64Array;
}
