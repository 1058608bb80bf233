import type { Period } from "../answers/record.ts";
import { type Columns, startColumns, startWork, type Tally } from "../columns/columns.ts";
import type { Leaf } from "../columns/leaf.ts";
import type { Plan } from "../plan.ts";
import { type ChunkRows, startChunkRows, wordBits } from "./chunk-rows.ts";
import type { Header } from "./header.ts";
import { type Check, rowShape, type ShapeOptions } from "./row-shapes.ts";

/** The rows of a file by shape, each shape in columns. */
export interface ColumnLane {
  readonly chunk: ChunkRows;
  /** Computes the rows of the chunk at hand; a row without a leaf is for the exact lane. */
  readonly compute: () => void;
  readonly leafOf: (row: number) => Leaf | undefined;
  readonly tally: Tally;
  /** Why rows are left to the exact lane, for those who measure. */
  readonly reasons: () => readonly string[];
}

interface Known {
  readonly columns: Columns;
  readonly checks: readonly Check[];
  rows: Int32Array;
  count: number;
  /** Rows for exact numbers from the start. */
  readonly long: number[];
}

/** Rows at once: many, so that there are enough of each shape. */
export const chunkSize = 16_384;
const mostShapes = 256;
const slotCount = 1 << 12;

/** Starts a lane for rows that are answer sets of their own. */
export function startColumnLane(
  plan: Plan,
  header: Header,
  filePeriod: Period | undefined,
  options: ShapeOptions,
  size = chunkSize,
): ColumnLane {
  const chunk = startChunkRows(plan, header, size);
  const { rows, present, periods, units: rowUnits, unread, registers } = chunk;
  const slots: (
    | { readonly key: readonly number[]; readonly known: Known | undefined }
    | undefined
  )[] = new Array(slotCount).fill(undefined);
  const keyed = [...present, periods, rowUnits];
  let made = 0;
  const work = startWork();
  const tally: Tally = { columns: 0, exactly: 0, left: 0 };
  const makeShape = (row: number): Known | undefined => {
    if (made >= mostShapes) return undefined;
    made += 1;
    const words = present.map((word) => word[row] as number);
    const has = registers.map(
      (at) => at > 0 && (((words[(at / wordBits) | 0] as number) >> (at % wordBits)) & 1) === 1,
    );
    const period = chunk.periodOf(periods[row] as number) ?? filePeriod;
    const units = chunk.unitsOf(rowUnits[row] as number);
    const found = rowShape(plan, header, has, period, units, registers, options);
    return (
      found && {
        columns: startColumns(found.shape, chunk.first, work),
        checks: found.checks,
        rows: new Int32Array(256),
        count: 0,
        long: [],
      }
    );
  };

  /** The place of a row's shape in `slots`: by what it has, without making a text of that. */
  const shapeOf = (row: number): Known | undefined => {
    let hash = 0;
    for (const word of keyed) hash = Math.imul(hash ^ (word[row] as number), 0x01000193) + 1;
    let slot = (hash ^ (hash >>> 15)) & (slotCount - 1);
    for (let tried = 0; tried < slotCount; tried += 1) {
      const own = slots[slot];
      if (own === undefined) {
        const key = keyed.map((word) => word[row] as number);
        const known = makeShape(row);
        if (tried < slotCount / 4) slots[slot] = { key, known };
        return known;
      }
      if (keyed.every((word, at) => word[row] === own.key[at])) return own.known;
      slot = (slot + 1) & (slotCount - 1);
    }
    return undefined;
  };

  const isRight = (row: number, checks: readonly Check[]): boolean => {
    for (const { column, isWithin } of checks) {
      const at = registers[column] as number;
      const value = (rows.registers[at] as Float64Array)[row] as number;
      const digits = rows.digits[at]?.[row] ?? value;
      if (!isWithin(value, digits, rows.places[at]?.[row] ?? 0)) return false;
    }
    return true;
  };

  return {
    chunk,
    tally,
    leafOf: (row) => rows.leaves[row],
    reasons: () => slots.flatMap((one) => one?.known?.columns.reasons() ?? []),
    compute() {
      const open: Known[] = [];
      const count = chunk.count();
      for (let row = 0; row < count; row += 1) {
        rows.leaves[row] = undefined;
        if (unread[row] !== 0) {
          tally.left += 1;
          continue;
        }
        const shape = shapeOf(row);
        if (shape === undefined || !isRight(row, shape.checks)) {
          tally.left += 1;
          continue;
        }
        if (shape.count === 0 && shape.long.length === 0) open.push(shape);
        if (chunk.isLong[row] !== 0) shape.long.push(row);
        else {
          if (shape.count === shape.rows.length) shape.rows = wider(shape.rows);
          shape.rows[shape.count] = row;
          shape.count += 1;
        }
      }
      for (const shape of open) {
        shape.columns.compute(rows, shape.rows, shape.count, tally, shape.long);
        shape.count = 0;
        shape.long.length = 0;
      }
    },
  };
}

function wider(rows: Int32Array): Int32Array {
  const more = new Int32Array(2 * rows.length);
  more.set(rows);
  return more;
}
