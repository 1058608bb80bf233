import type { Value } from "../plan.ts";
import { wholeIn } from "./exactly.ts";
import type { Chunk } from "./kernels.ts";
import { closePath, type Leaf } from "./leaf.ts";
import { beyond, type Paths, startPaths } from "./paths.ts";
import type { Shape } from "./shape.ts";

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
  /** Where each row has come to. */
  readonly leaves: (Leaf | undefined)[];
  /** What leaves have in columns, by their slots. */
  readonly results: Float64Array[];
}

/** Room for rows with answers in so many registers, of which `figures` are numbers. */
export function startRows(size: number, figures: readonly boolean[]): Rows {
  return {
    size,
    registers: [new Float64Array(0), ...figures.map(() => new Float64Array(size))],
    digits: [undefined, ...figures.map((is) => (is ? new Float64Array(size) : undefined))],
    places: [undefined, ...figures.map((is) => (is ? new Uint8Array(size) : undefined))],
    leaves: new Array<Leaf | undefined>(size).fill(undefined),
    results: [],
  };
}

/** A chunk that rows of one shape are brought together in, so that their columns stay in the cache. */
export interface Work extends Chunk {
  readonly registers: Float64Array[];
  scales: Float64Array;
  readonly selected: Int32Array;
}

const workSize = 1_024;

export function startWork(): Work {
  return {
    rows: workSize,
    registers: [new Float64Array(workSize)],
    scales: new Float64Array(64),
    undecided: new Uint8Array(workSize),
    selected: new Int32Array(workSize),
  };
}

function reserve(chunk: Chunk, count: number): void {
  const work = chunk as Work;
  while (work.registers.length < count) work.registers.push(new Float64Array(workSize));
  if (work.scales.length < count) {
    const scales = new Float64Array(2 * count);
    scales.set(work.scales);
    work.scales = scales;
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

/** The rows of one shape, computed in columns. */
export interface Columns {
  /** Sets the leaf of every row that could be computed; the others have none and are for the exact lane. */
  readonly compute: (
    all: Rows,
    rows: Int32Array,
    count: number,
    tally: Tally,
    /** Rows for exact numbers from the start. */
    exactly: readonly number[],
  ) => void;
  readonly reasons: () => readonly string[];
}

const mostPaths = 1_000;

/** Starts computing rows of a shape. Paths are made as rows come that take them. */
export function startColumns(shape: Shape, first: number, work: Work): Columns {
  const needed: number[] = [];
  let here: { readonly all: Rows; readonly rows: Int32Array } | undefined;
  const paths: Paths<Leaf> = startPaths(shape, {
    need(at) {
      if (needed.includes(at)) return;
      needed.push(at);
      if (here !== undefined) bringColumn(here.all, work, at, here.rows);
    },
    first,
    reserve,
    close: (traced, scene) => closePath(traced, scene, shape.answered),
    most: mostPaths,
  });
  const one = (all: Rows, row: number, tally: Tally): void => {
    const leaf = computeExactly(paths, shape, all, row);
    all.leaves[row] = leaf;
    if (leaf === undefined) tally.left += 1;
    else tally.exactly += 1;
  };
  return {
    compute(all, rows, count, tally, exactly) {
      for (let from = 0; from < count; from += workSize) {
        const size = Math.min(workSize, count - from);
        here = { all, rows: rows.subarray(from, from + size) };
        bring(all, work, needed, here.rows, first);
        paths.run(work, work.selected, size, (leaf, own, length) => {
          tally.columns += length;
          settle(all, work, leaf, rows, from, own, length);
        });
        for (let at = 0; at < size; at += 1) {
          const row = rows[from + at] as number;
          if (all.leaves[row] !== undefined) continue;
          if (work.undecided[at] === beyond) tally.left += 1;
          else one(all, row, tally);
        }
      }
      for (const row of exactly) one(all, row, tally);
    },
    reasons: paths.reasons,
  };
}

/** Brings the answers of some rows together that paths read. */
function bring(
  all: Rows,
  work: Work,
  needed: readonly number[],
  rows: Int32Array,
  first: number,
): void {
  reserve(work, first);
  const { length } = rows;
  for (const at of needed) bringColumn(all, work, at, rows);
  work.undecided.fill(0, 0, length);
  for (let place = 0; place < length; place += 1) {
    work.selected[place] = place;
    all.leaves[rows[place] as number] = undefined;
  }
}

/** One column of answers, and the most decimal places that one of them has. */
function bringColumn({ registers, places }: Rows, work: Work, at: number, rows: Int32Array): void {
  const from = registers[at] as Float64Array;
  const to = work.registers[at] as Float64Array;
  const { length } = rows;
  for (let place = 0; place < length; place += 1) to[place] = from[rows[place] as number] as number;
  const own = places[at];
  let scale = 0;
  if (own !== undefined) {
    for (let place = 0; place < length; place += 1) {
      const one = own[rows[place] as number] as number;
      if (one > scale) scale = one;
    }
  }
  work.scales[at] = scale;
}

/** Takes what rows have come to out of the registers of their path. */
function settle(
  all: Rows,
  { registers }: Work,
  leaf: Leaf,
  rows: Int32Array,
  from: number,
  own: Int32Array,
  count: number,
): void {
  const { leaves } = all;
  for (let at = 0; at < count; at += 1) {
    leaves[rows[from + (own[at] as number)] as number] = leaf;
  }
  for (const [slot, register] of leaf.slots.entries()) {
    const column = registers[register] as Float64Array;
    const result = resultIn(all, slot);
    for (let at = 0; at < count; at += 1) {
      const place = own[at] as number;
      result[rows[from + place] as number] = column[place] as number;
    }
  }
}

function resultIn({ results, size }: Rows, slot: number): Float64Array {
  while (results.length <= slot) results.push(new Float64Array(size));
  return results[slot] as Float64Array;
}

const largest = 2 ** 53;

/** One row with exact numbers. */
function computeExactly(
  paths: Paths<Leaf>,
  { answered, plan }: Shape,
  all: Rows,
  row: number,
): Leaf | undefined {
  const values: (Value | undefined)[] = [];
  for (const { at, input } of answered) {
    const own = (all.registers[at] as Float64Array)[row] as number;
    const digits = all.digits[at];
    const { type } = (plan.inputs[input] as (typeof plan.inputs)[number]).tree;
    values[at] =
      digits !== undefined
        ? { numerator: digits[row] as number, scale: all.places[at]?.[row] ?? 0, divisor: 1 }
        : type.kind === "boolean"
          ? own === 1
          : own;
  }
  const leaf = paths.runExactly(values);
  for (const [slot, register] of leaf?.slots.entries() ?? []) {
    const value = wholeIn(values[register]);
    if (Math.abs(value) >= largest) return undefined;
    resultIn(all, slot)[row] = value;
  }
  return leaf;
}
