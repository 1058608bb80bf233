import type { Period } from "../answers/record.ts";
import { type Columns, startColumns, type Tally } from "../columns/columns.ts";
import type { Leaf } from "../columns/leaf.ts";
import type { Plan } from "../plan.ts";
import { type ChunkRows, startChunkRows } from "./chunk-rows.ts";
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
}

/** Rows at once: so many that their columns stay in the cache. */
export const chunkSize = 2_048;
const mostShapes = 256;

/** Starts a lane for rows that are answer sets of their own. */
export function startColumnLane(
  plan: Plan,
  header: Header,
  filePeriod: Period | undefined,
  options: ShapeOptions,
  size = chunkSize,
): ColumnLane {
  const chunk = startChunkRows(plan, header, size);
  const { rows, present, periods, units, unread, registers } = chunk;
  const shapes = new Map<string, Known | undefined>();
  const tally: Tally = { columns: 0, exactly: 0, left: 0 };
  const columnOf = new Map(registers.map((register, at) => [register, at]));
  const indexBits = 30;

  const shapeOf = (row: number): Known | undefined => {
    const words = present.map((word) => word[row] as number);
    const key = `${words.join()} ${periods[row]} ${units[row]}`;
    if (shapes.has(key)) return shapes.get(key);
    const has = header.columns.map(() => false);
    for (const [register, at] of columnOf) {
      const word = words[(register / indexBits) | 0] as number;
      if (register > 0 && ((word >> (register % indexBits)) & 1) === 1) has[at] = true;
    }
    const period = chunk.periodOf(periods[row] as number) ?? filePeriod;
    const made =
      shapes.size >= mostShapes
        ? undefined
        : rowShape(
            plan,
            header,
            has,
            period,
            chunk.unitsOf(units[row] as number),
            registers,
            options,
          );
    const known = made && {
      columns: startColumns(made.shape, chunk.first),
      checks: made.checks,
      rows: new Int32Array(size),
      count: 0,
    };
    if (shapes.size < 64 * mostShapes) shapes.set(key, known);
    return known;
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
    reasons: () => [...shapes.values()].flatMap((one) => one?.columns.reasons() ?? []),
    compute() {
      const open: Known[] = [];
      let last: Known | undefined;
      let lastRow = -1;
      const isLike = (row: number) =>
        lastRow >= 0 &&
        periods[row] === periods[lastRow] &&
        units[row] === units[lastRow] &&
        present.every((word) => word[row] === word[lastRow]);
      const count = chunk.count();
      for (let row = 0; row < count; row += 1) {
        rows.leaves[row] = undefined;
        if (unread[row] !== 0) {
          tally.left += 1;
          continue;
        }
        const shape = isLike(row) ? last : shapeOf(row);
        last = shape;
        lastRow = row;
        if (shape === undefined || !isRight(row, shape.checks)) {
          tally.left += 1;
          continue;
        }
        if (shape.count === 0) open.push(shape);
        shape.rows[shape.count] = row;
        shape.count += 1;
      }
      for (const shape of open) {
        shape.columns.compute(rows, shape.rows, shape.count, tally);
        shape.count = 0;
      }
    },
  };
}
