import type { Value } from "../plan.ts";
import type { Classes } from "./classes.ts";
import { wholeIn } from "./exactly.ts";
import { closePath } from "./leaf.ts";
import { type PathNode, startPaths } from "./paths.ts";
import {
  isElsewhere,
  isLeft,
  noLeaf,
  noteLeaf,
  type Rows,
  reserve,
  resultIn,
  type Tally,
  type Work,
  workSize,
} from "./rows.ts";
import type { Shape } from "./shape.ts";
import type { Step } from "./step.ts";
import { type Track, trackFrom } from "./tracks.ts";

/** What must hold of an answer; a row where it does not is for the exact lane, which says what is wrong. */
export interface Limit {
  /** The register of the answer. */
  readonly at: number;
  /** Of whole numbers: a name for what is asked of them. */
  readonly name?: string;
  /** What lies between these is right for certain, and need not be looked at. */
  readonly above?: number;
  readonly below?: number;
  readonly isWithin: (value: number, digits: number, places: number) => boolean;
}

/** Rows of one shape whose answers are of the same classes. */
export interface Group {
  /** That of the classes. */
  readonly version: number;
  readonly classAt: (at: number) => number;
  track: Track | undefined;
}

/** The rows of one shape, computed in columns. */
export interface Columns {
  /**
   * Computes the rows of a group, from one place in the order to before another. False where classes have become finer
   * meanwhile: then what has been computed is to be forgotten.
   */
  readonly compute: (group: Group, all: Rows, from: number, to: number, tally: Tally) => boolean;
  /** The same with exact numbers from the start. */
  readonly computeExactly: (all: Rows, from: number, to: number, tally: Tally) => void;
  readonly reasons: () => readonly string[];
}

const mostPaths = 1_000;
/** Rows that are tried before a group is given up, because none has values on its path. */
const mostTried = 16;

/** Starts computing rows of a shape. Paths are made as rows come that take them. */
export function startColumns(
  shape: Shape,
  first: number,
  work: Work,
  classes: Classes,
  limits: readonly Limit[],
): Columns {
  const paths = startPaths(shape, {
    first,
    classes,
    close(traced, scene) {
      const leaf = closePath(traced, scene, shape.answered, work.leaves.length);
      work.leaves.push(leaf);
      return leaf;
    },
    most: mostPaths,
    room: work.kernels.room,
  });
  for (const { at, name, isWithin } of limits) {
    if (name !== undefined) classes.admit(at, name, (value) => (isWithin(value, value, 0) ? 1 : 0));
  }
  const { kernels, undecided, rows, places, registers, found } = work;

  const one = (all: Rows, place: number, tally: Tally): void => {
    const row = all.order[place] as number;
    const values = limits.every((limit) => isRight(all, limit, row))
      ? exactValues(shape, all, row)
      : undefined;
    const leaf = values && paths.runExactly(values);
    const isTold = leaf?.slots.every((register, slot) => {
      const value = wholeIn(values?.[register]);
      resultIn(all, slot)[place] = value;
      return Math.abs(value) < largest;
    });
    all.leaves[place] = leaf === undefined || isTold === false ? noLeaf : leaf.at;
    if (all.leaves[place] === noLeaf) tally.left += 1;
    else tally.exactly += 1;
  };

  let version = -1;
  /** Whether classes have become finer since the rows at hand were grouped, so that nothing holds any more. */
  const isStale = () => classes.version() !== version;

  /** A track from a node on; where its path has not been made, it is made for one of some rows that take it. */
  const trackAt = (
    nodeAt: () => PathNode | undefined,
    before: Track | undefined,
    { classAt }: Group,
    all: Rows,
    tried: Iterable<number>,
  ): Track | undefined => {
    const found = (): Track | undefined => {
      const node = nodeAt();
      return node && trackFrom(node, before, first, classes, classAt);
    };
    const known = found();
    if (known !== undefined) return known;
    let turns = 0;
    for (const place of tried) {
      turns += 1;
      if (turns > mostTried || isStale()) return undefined;
      paths.extend(exactValues(shape, all, all.order[place] as number));
      if (isStale()) return undefined;
      const made = found();
      if (made !== undefined) return made;
    }
    return undefined;
  };

  /** Makes a track ready, with all that leads to it or only with what it adds. */
  const ready = (
    all: Rows,
    { end, slots }: Track,
    reads: readonly number[],
    steps: readonly Step[],
  ) =>
    kernels.prepare(work, {
      answers: reads.map((out) => ({
        kernel: "brought",
        out,
        from: all.registers[out] as Float64Array,
      })),
      steps,
      results:
        end.leaf === undefined
          ? []
          : slots.map((a, slot) => ({ kernel: "settled", a, to: resultIn(all, slot) })),
    });

  const noteScales = (all: Rows, reads: readonly number[]): void => {
    for (const at of reads) work.scales[at] = all.scales[at] as number;
  };

  /** Marks rows with an answer that is not within its limits. */
  const keepRight = (all: Rows, group: Group, count: number): void => {
    for (const limit of limits) {
      const {
        at,
        name,
        above = Number.POSITIVE_INFINITY,
        below = Number.NEGATIVE_INFINITY,
      } = limit;
      if (name !== undefined) {
        const outcome = classes.outcome(at, name, group.classAt(at));
        if (outcome === 1) continue;
      } else if ((all.least[at] as number) > above && (all.most[at] as number) < below) continue;
      const answers = all.registers[at] as Float64Array;
      for (let own = 0; own < count; own += 1) {
        const row = rows[own] as number;
        const value = answers[row] as number;
        if (value > above && value < below) continue;
        if (isRight(all, limit, row)) continue;
        undecided[own] = isLeft;
        work.isMarked = true;
      }
    }
  };

  /** Rows of those at hand that have been sent elsewhere. */
  let gone = 0;

  /** Sends rows on that take another branch than most of them; tells the branch of most. */
  const part = (
    track: Track,
    group: Group,
    all: Rows,
    count: number,
    open: Track[],
  ): Track | undefined => {
    const column = registers[track.guard] as Float64Array;
    const nextAt = (value: number): Track | undefined => {
      const known = track.next.get(value);
      if (known !== undefined) return known;
      const tried = placesWith(column, value, undecided, places, count);
      const next = trackAt(() => track.end.next.get(value), track, group, all, tried);
      if (next !== undefined) track.next.set(value, next);
      return next;
    };
    // Mostly the branch of the rows before is that of most of these, too.
    let outcome = track.usual;
    let others = outcome === undefined ? count : kernels.others(work, track.guard, outcome, count);
    if (outcome === undefined || 2 * others > count) {
      outcome = commonest(column, undecided, count);
      if (outcome === undefined) return undefined;
      track.usual = outcome;
      others = kernels.others(work, track.guard, outcome, count);
    }
    let last = Number.NaN;
    let next: Track | undefined;
    for (let other = 0; other < others; other += 1) {
      const at = found[other] as number;
      const value = column[at] as number;
      // Most of them have the same.
      if (value !== last) next = nextAt(value);
      last = value;
      if (next === undefined) undecided[at] = isLeft;
      else {
        if (next.waiting.length === 0) open.push(next);
        next.waiting.push(places[at] as number);
        undecided[at] = isElsewhere;
        gone += 1;
      }
      work.isMarked = true;
    }
    const most = nextAt(outcome);
    if (most === undefined) {
      for (let at = 0; at < count; at += 1) {
        if (undecided[at] === 0) undecided[at] = isLeft;
      }
      work.isMarked = true;
    }
    return most;
  };

  /** The rows at hand along a track. */
  const run = (
    start: Track,
    group: Group,
    all: Rows,
    count: number,
    tally: Tally,
    open: Track[],
  ): void => {
    undecided.fill(0, 0, count);
    work.isMarked = false;
    gone = 0;
    keepRight(all, group, count);
    reserve(work, paths.registers());
    noteScales(all, start.allReads);
    start.runAll ??= ready(all, start, start.allReads, start.all);
    start.runAll(count);
    let track: Track | undefined = start;
    while (track !== undefined && track.guard >= 0) {
      track = part(track, group, all, count, open);
      if (track === undefined) break;
      reserve(work, paths.registers());
      noteScales(all, track.reads);
      track.run ??= ready(all, track, track.reads, track.steps);
      track.run(count);
    }
    const leaf = track?.end.leaf;
    if (track === undefined || leaf === undefined) {
      for (let at = 0; at < count; at += 1) if (undecided[at] === 0) undecided[at] = isLeft;
      work.isMarked = true;
    } else noteLeaf(all, work, leaf, count);
    if (!work.isMarked) {
      tally.columns += count;
      return;
    }
    const marked = kernels.marked(work, isElsewhere, count);
    for (let index = 0; index < marked; index += 1) {
      const at = found[index] as number;
      const place = places[at] as number;
      if (undecided[at] !== 1) {
        all.leaves[place] = noLeaf;
        tally.left += 1;
      } else one(all, place, tally);
    }
    tally.columns += count - marked - gone;
  };

  return {
    compute(group, all, from, to, tally) {
      version = group.version;
      if (isStale()) {
        // The first path of a shape tells most of what its branches hang on.
        if (!paths.root.isMade) paths.extend(exactValues(shape, all, all.order[from] as number));
        return false;
      }
      reserve(work, first);
      group.track ??= trackAt(() => paths.root, undefined, group, all, placesBetween(from, to));
      const { track } = group;
      if (isStale()) return false;
      if (track === undefined) {
        all.leaves.fill(noLeaf, from, to);
        tally.left += to - from;
        return true;
      }
      const open: Track[] = [];
      for (let at = from; at < to; at += workSize) {
        const count = Math.min(workSize, to - at);
        for (let own = 0; own < count; own += 1) places[own] = at + own;
        rows.set(all.order.subarray(at, at + count));
        run(track, group, all, count, tally, open);
        if (isStale()) return false;
      }
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const { waiting } = next;
        next.waiting = [];
        for (let at = 0; at < waiting.length; at += workSize) {
          const count = Math.min(workSize, waiting.length - at);
          for (let own = 0; own < count; own += 1) {
            const place = waiting[at + own] as number;
            places[own] = place;
            rows[own] = all.order[place] as number;
          }
          run(next, group, all, count, tally, open);
          if (isStale()) return false;
        }
      }
      return true;
    },
    computeExactly(all, from, to, tally) {
      for (let place = from; place < to; place += 1) one(all, place, tally);
    },
    reasons: paths.reasons,
  };
}

function isRight({ registers, digits, places }: Rows, { at, isWithin }: Limit, row: number) {
  const value = (registers[at] as Float64Array)[row] as number;
  return isWithin(value, digits[at]?.[row] ?? value, places[at]?.[row] ?? 0);
}

function* placesBetween(from: number, to: number): Generator<number> {
  for (let place = from; place < to; place += 1) yield place;
}

/** Where rows stand that are on the path and have this value in a column. */
function* placesWith(
  column: Float64Array,
  value: number,
  undecided: Uint8Array,
  places: Int32Array,
  count: number,
): Generator<number> {
  for (let at = 0; at < count; at += 1) {
    if (undecided[at] === 0 && column[at] === value) yield places[at] as number;
  }
}

const mostAsked = 32;

/** The value that most of some rows on the path have, or at least many; none where no row is on it. */
function commonest(column: Float64Array, undecided: Uint8Array, count: number): number | undefined {
  let candidate: number | undefined;
  let votes = 0;
  const ask = (at: number): void => {
    if (undecided[at] !== 0) return;
    if (votes === 0) candidate = column[at];
    votes += column[at] === candidate ? 1 : -1;
  };
  const step = Math.max(1, Math.floor(count / mostAsked));
  for (let at = 0; at < count; at += step) ask(at);
  // Rows on the path may be few.
  for (let at = 0; candidate === undefined && at < count; at += 1) ask(at);
  return candidate;
}

const largest = 2 ** 53;

/** The answers of a row as exact numbers. */
function exactValues({ answered, plan }: Shape, all: Rows, row: number): (Value | undefined)[] {
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
  return values;
}
