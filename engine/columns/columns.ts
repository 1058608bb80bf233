import type { Value } from "../plan.ts";
import { wholeIn } from "./exactly.ts";
import type { Chunk } from "./kernels.ts";
import { closePath, type Leaf } from "./leaf.ts";
import { beyond, type Paths, startPaths } from "./paths.ts";
import type { Shape } from "./shape.ts";

/**
 * A chunk of rows with room for the columns of their paths. Answers are in the registers from 1 on; with each figure its
 * digits as one whole number and their decimal places, so that a row can be computed exactly as well.
 */
export interface Rows extends Chunk {
  readonly registers: Float64Array[];
  scales: Float64Array;
  /** How many rows it holds at most. */
  readonly rows: number;
  /** By register of an answer: the digits of figures as a whole number; empty for others. */
  readonly digits: readonly (Float64Array | undefined)[];
  readonly places: readonly (Uint8Array | undefined)[];
  /** Where each row has come to. */
  readonly leaves: (Leaf | undefined)[];
}

/** A chunk for answers in so many registers, of which `figures` are numbers. */
export function startRows(rows: number, figures: readonly boolean[]): Rows {
  const registers = [new Float64Array(rows), ...figures.map(() => new Float64Array(rows))];
  return {
    rows,
    registers,
    scales: new Float64Array(registers.length),
    undecided: new Uint8Array(rows),
    digits: [undefined, ...figures.map((is) => (is ? new Float64Array(rows) : undefined))],
    places: [undefined, ...figures.map((is) => (is ? new Uint8Array(rows) : undefined))],
    leaves: new Array<Leaf | undefined>(rows).fill(undefined),
  };
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
    chunk: Rows,
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
export function startColumns(shape: Shape, first: number): Columns {
  const reserve = (chunk: Chunk, count: number): void => {
    const rows = chunk as Rows;
    while (rows.registers.length < count) rows.registers.push(new Float64Array(rows.rows));
    if (rows.scales.length < count) {
      const scales = new Float64Array(2 * count);
      scales.set(rows.scales);
      rows.scales = scales;
    }
  };
  const paths: Paths<Leaf> = startPaths(shape, {
    first,
    reserve,
    close: (traced, scene) => closePath(traced, scene, shape.answered),
    most: mostPaths,
  });
  return {
    compute(chunk, rows, count, tally, exactly) {
      const all = [...rows.subarray(0, count), ...exactly];
      for (const row of all) {
        chunk.undecided[row] = 0;
        chunk.leaves[row] = undefined;
      }
      paths.run(chunk, rows, count, (leaf, own, size) => {
        tally.columns += size;
        for (let at = 0; at < size; at += 1) chunk.leaves[own[at] as number] = leaf;
      });
      for (const row of all) {
        if (chunk.leaves[row] !== undefined) continue;
        const leaf =
          chunk.undecided[row] === beyond ? undefined : computeExactly(paths, shape, chunk, row);
        chunk.leaves[row] = leaf;
        if (leaf === undefined) tally.left += 1;
        else tally.exactly += 1;
      }
    },
    reasons: paths.reasons,
  };
}

const largest = 2 ** 53;

/** One row with exact numbers; its figures are put where the columns have theirs. */
function computeExactly(
  paths: Paths<Leaf>,
  { answered, plan }: Shape,
  chunk: Rows,
  row: number,
): Leaf | undefined {
  const values: (Value | undefined)[] = [];
  for (const { at, input } of answered) {
    const own = (chunk.registers[at] as Float64Array)[row] as number;
    const digits = chunk.digits[at];
    const { type } = (plan.inputs[input] as (typeof plan.inputs)[number]).tree;
    values[at] =
      digits !== undefined
        ? { numerator: digits[row] as number, scale: chunk.places[at]?.[row] ?? 0, divisor: 1 }
        : type.kind === "boolean"
          ? own === 1
          : own;
  }
  const leaf = paths.runExactly(values);
  for (const { cell } of leaf?.outputs.flat() ?? []) {
    if (cell.kind === "text") continue;
    const value = wholeIn(values[cell.at]);
    if (Math.abs(value) >= largest) return undefined;
    (chunk.registers[cell.at] as Float64Array)[row] = value;
  }
  return leaf;
}
