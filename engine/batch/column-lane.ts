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
  const slots: ({ readonly key: Int32Array; readonly known: Known | undefined } | undefined)[] =
    new Array(slotCount).fill(undefined);
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

  const isAt = (key: Int32Array, row: number): boolean => {
    for (let at = 0; at < keyed.length; at += 1) {
      if ((keyed[at] as Int32Array)[row] !== key[at]) return false;
    }
    return true;
  };

  /** The shape of a row, found by what the row has without making a text of that. */
  const shapeOf = (row: number): Known | undefined => {
    let hash = 0;
    for (let at = 0; at < keyed.length; at += 1) {
      hash = Math.imul(hash ^ ((keyed[at] as Int32Array)[row] as number), 0x01000193) + 1;
    }
    let slot = (hash ^ (hash >>> 15)) & (slotCount - 1);
    for (let tried = 0; tried < slotCount; tried += 1) {
      const own = slots[slot];
      if (own === undefined) {
        const known = makeShape(row);
        const key = Int32Array.from(keyed, (word) => word[row] as number);
        if (tried < slotCount / 4) slots[slot] = { key, known };
        return known;
      }
      if (isAt(own.key, row)) return own.known;
      slot = (slot + 1) & (slotCount - 1);
    }
    return undefined;
  };

  const isRight = (row: number, { column, isWithin }: Check): boolean => {
    const at = registers[column] as number;
    const value = (rows.registers[at] as Float64Array)[row] as number;
    const digits = rows.digits[at]?.[row] ?? value;
    return isWithin(value, digits, rows.places[at]?.[row] ?? 0);
  };

  /** Leaves rows to the exact lane whose answers are not all right; the others move up. */
  const keepRight = (own: Int32Array, count: number, checks: readonly Check[]): number => {
    let left = count;
    for (const check of checks) {
      const column = rows.registers[registers[check.column] as number] as Float64Array;
      const { above = Number.POSITIVE_INFINITY, below = Number.NEGATIVE_INFINITY } = check;
      let kept = 0;
      for (let at = 0; at < left; at += 1) {
        const row = own[at] as number;
        const value = column[row] as number;
        if ((value > above && value < below) || isRight(row, check)) {
          own[kept] = row;
          kept += 1;
        }
      }
      left = kept;
    }
    tally.left += count - left;
    return left;
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
        if (shape === undefined) {
          tally.left += 1;
          continue;
        }
        if (shape.count === 0 && shape.long.length === 0) open.push(shape);
        if (chunk.isLong[row] !== 0) {
          if (shape.checks.every((check) => isRight(row, check))) shape.long.push(row);
          else tally.left += 1;
        } else {
          if (shape.count === shape.rows.length) shape.rows = wider(shape.rows);
          shape.rows[shape.count] = row;
          shape.count += 1;
        }
      }
      for (const shape of open) {
        const right = keepRight(shape.rows, shape.count, shape.checks);
        shape.columns.compute(rows, shape.rows, right, tally, shape.long);
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
