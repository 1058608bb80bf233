import type { Period } from "../answers/record.ts";
import type { Kernels } from "../columns/chunk.ts";
import { startClasses } from "../columns/classes.ts";
import { type Columns, type Group, startColumns } from "../columns/columns.ts";
import { plainKernels } from "../columns/kernels.ts";
import type { Leaf } from "../columns/leaf.ts";
import { noLeaf, startWork, type Tally } from "../columns/rows.ts";
import type { Plan } from "../plan.ts";
import { type ChunkRows, startChunkRows } from "./chunk-rows.ts";
import type { Header } from "./header.ts";
import { rowShape, type ShapeOptions } from "./row-shapes.ts";

/** The rows of a file by shape, each shape in columns. */
export interface ColumnLane {
  readonly chunk: ChunkRows;
  readonly kernels: Kernels;
  /** Computes the rows of the chunk at hand; a row without a leaf is for the exact lane. */
  readonly compute: () => void;
  /** Where each row stands in the order of results. */
  readonly places: Int32Array;
  /** The leaf at a place in that order. */
  readonly leafAt: (place: number) => Leaf | undefined;
  readonly tally: Tally;
  /** Why rows are left to the exact lane, for those who measure. */
  readonly reasons: () => readonly string[];
}

/** Rows at once: many, so that there are enough of each group. */
export const chunkSize = 16_384;
const mostShapes = 256;
/** Groups that are remembered; beyond, all are forgotten, while shapes and paths stay. */
const mostGroups = 1 << 13;

interface Known extends Group {
  readonly columns: Columns | undefined;
  readonly isLong: boolean;
}

export interface LaneOptions {
  readonly size?: number;
  /** Starts the loops; the plain ones without it. */
  readonly kernels?: () => Kernels;
}

/** Starts a lane for rows that are answer sets of their own. */
export function startColumnLane(
  plan: Plan,
  header: Header,
  filePeriod: Period | undefined,
  options: ShapeOptions,
  { size = chunkSize, kernels: start = () => plainKernels }: LaneOptions = {},
): ColumnLane {
  const kernels = start();
  const classes = startClasses();
  const chunk = startChunkRows(plan, header, size, classes, kernels.room);
  const { rows, groups, registers } = chunk;
  const { order } = rows;
  const places = kernels.room.integers(size);
  const work = startWork(kernels);
  const tally: Tally = { columns: 0, exactly: 0, left: 0 };
  const shapes = new Map<string, Columns | undefined>();
  let known: (Known | undefined)[] = [];
  let version = 0;
  let starts = new Int32Array(1 << 10);

  const shapeOf = (row: number): Columns | undefined => {
    const has = registers.map((at) => at > 0 && chunk.has(row, at));
    const period = chunk.periodOf(row) ?? filePeriod;
    const units = chunk.unitsOf(row);
    const key = JSON.stringify([has.map(Number).join(""), period ?? null, [...units]]);
    if (shapes.has(key)) return shapes.get(key);
    const found =
      shapes.size < mostShapes
        ? rowShape(plan, header, has, period, units, registers, options)
        : undefined;
    const columns = found && startColumns(found.shape, chunk.first, work, classes, found.limits);
    shapes.set(key, columns);
    return columns;
  };

  const groupOf = (row: number): Known => {
    const own = registers.map((at) => (at > 0 ? chunk.classAt(row, at) : 0));
    const byRegister = new Map(registers.map((at, column) => [at, own[column] as number]));
    return {
      columns: shapeOf(row),
      isLong: chunk.isLong(row),
      classAt: (at) => byRegister.get(at) ?? 0,
      version,
      track: undefined,
    };
  };

  const regroup = (): void => {
    known = [];
    // Classes may become so many for a column that it has none.
    do {
      version = classes.version();
      chunk.regroup();
    } while (version !== classes.version());
  };

  /** Brings the rows of each group together; those that are not to be computed stand behind them. */
  const sort = (): void => {
    const count = chunk.count();
    const groupCount = chunk.groupCount();
    if (starts.length < groupCount + 2) starts = new Int32Array(2 * groupCount + 2);
    starts.fill(0, 0, groupCount + 2);
    let unread = 0;
    for (let row = 0; row < count; row += 1) {
      const group = groups[row] as number;
      if (group < 0) unread += 1;
      else starts[group + 2] = (starts[group + 2] as number) + 1;
    }
    for (let group = 2; group < groupCount + 2; group += 1) {
      starts[group] = (starts[group] as number) + (starts[group - 1] as number);
    }
    let last = count - unread;
    for (let row = 0; row < count; row += 1) {
      const group = groups[row] as number;
      let place: number;
      if (group < 0) {
        place = last;
        last += 1;
        rows.leaves[place] = noLeaf;
      } else {
        place = starts[group + 1] as number;
        starts[group + 1] = place + 1;
      }
      order[place] = row;
      places[row] = place;
    }
    counted.left += unread;
  };

  const counted: Tally = { columns: 0, exactly: 0, left: 0 };

  const computeAll = (): boolean => {
    counted.columns = 0;
    counted.exactly = 0;
    counted.left = 0;
    sort();
    const groupCount = chunk.groupCount();
    let isSettled = true;
    for (let group = 0; group < groupCount; group += 1) {
      const from = starts[group] as number;
      const to = starts[group + 1] as number;
      if (from === to) continue;
      const own = known[group] ?? groupOf(order[from] as number);
      known[group] = own;
      if (own.columns === undefined) {
        rows.leaves.fill(noLeaf, from, to);
        counted.left += to - from;
      } else if (own.isLong) own.columns.computeExactly(rows, from, to, counted);
      else if (!own.columns.compute(own, rows, from, to, counted)) isSettled = false;
    }
    return isSettled && version === classes.version();
  };

  return {
    chunk,
    kernels,
    tally,
    places,
    leafAt: (place) => work.leaves[rows.leaves[place] as number],
    reasons: () => [...shapes.values()].flatMap((columns) => columns?.reasons() ?? []),
    compute() {
      if (version !== classes.version() || chunk.groupCount() > mostGroups) regroup();
      while (!computeAll()) regroup();
      tally.columns += counted.columns;
      tally.exactly += counted.exactly;
      tally.left += counted.left;
    },
  };
}
