import { startRun } from "../evaluate/start-run.ts";
import type { Inputs, Value } from "../plan.ts";
import { runExactly, wholeIn } from "./exactly.ts";
import { type Chunk, runStep } from "./kernels.ts";
import { startRecorder } from "./recorder.ts";
import type { Scene } from "./scene.ts";
import { askCuts, type Shape, startAnswers } from "./shape.ts";
import type { Step } from "./step.ts";
import { isColumn, type Symbolic, Unsupported } from "./symbol.ts";
import { startTabulation, type Tabulation } from "./tabulation.ts";
import { type Traced, trace, traceFormula } from "./trace.ts";
import { traceNode } from "./trace-node.ts";

/**
 * The paths that rows of one shape take through a methodology, as a tree: steps, then a column that the next branch hangs
 * on, then a path for each of its values. Paths are made when the first rows come that take them.
 */
export interface Paths<Leaf> {
  /** Takes rows along their paths. Rows that end nowhere are undecided. */
  readonly run: (chunk: Chunk, rows: Int32Array, count: number, end: End<Leaf>) => void;
  /** One row with exact numbers, along paths that are there. */
  readonly runExactly: (values: (Value | undefined)[]) => Leaf | undefined;
  /** How many registers the longest path takes. */
  readonly registers: () => number;
  /** Why paths end in the exact lane, for those who measure. */
  readonly reasons: () => readonly string[];
}

export type End<Leaf> = (leaf: Leaf, rows: Int32Array, count: number) => void;

interface PathNode<Leaf> {
  steps: Step[];
  /** The register that the branch hangs on; -1 at an end. */
  guard: number;
  readonly next: Map<number, PathNode<Leaf>>;
  isMade: boolean;
  leaf: Leaf | undefined;
}

export interface PathOptions<Leaf> {
  /** Registers that are taken by zeros and answers. */
  readonly first: number;
  /** Enough registers for a chunk. */
  readonly reserve: (chunk: Chunk, count: number) => void;
  /** Makes an end of what has been traced; it may add steps. Errors: throws `Unsupported`. */
  readonly close: (traced: Traced, scene: Scene) => Leaf;
  readonly most: number;
  /** Told of each register of an answer that a path reads, before it does. */
  readonly need: (at: number) => void;
}

/** No row is left that would tell how a branch goes: the path is made when others come. */
const noRow = new Unsupported("no row");

interface Group<Leaf> {
  readonly node: PathNode<Leaf>;
  readonly taken: readonly number[];
  readonly rows: Int32Array;
  readonly count: number;
}

/** Starts with no path made. */
export function startPaths<Leaf>(shape: Shape, options: PathOptions<Leaf>): Paths<Leaf> {
  const root = emptyNode<Leaf>();
  const tables = new Map<string, Tabulation>();
  const reasons = new Set<string>();
  let registers = options.first;
  let made = 0;

  const runSteps = (chunk: Chunk, node: PathNode<Leaf>, rows: Int32Array, count: number) => {
    options.reserve(chunk, registers);
    for (const step of node.steps) runStep(chunk, step, rows, count);
  };

  /** Makes one path on from a node, with what its branches come to in the rows at hand. */
  const extend = (chunk: Chunk, group: Group<Leaf>, open: Group<Leaf>[], end: End<Leaf>): void => {
    let { node, rows, count } = group;
    let taken = [...group.taken];
    let steps: Step[] = [];
    let depth = 0;
    const recorder = startRecorder(options.first, (step) => steps.push(step));
    const close = (guard: number) => {
      node.steps = steps;
      node.guard = guard;
      node.isMade = true;
      registers = Math.max(registers, recorder.taken());
      runSteps(chunk, node, rows, count);
      count = dropUndecided(chunk, rows, count);
    };
    const decide = (value: Symbolic): number => {
      if (typeof value === "boolean") return value ? 1 : 0;
      if (typeof value === "number") return value;
      if (!isColumn(value) || value.kind === "numbers")
        throw new Unsupported("a choice by a number");
      if (depth < group.taken.length) {
        steps = [];
        depth += 1;
        return group.taken[depth - 1] as number;
      }
      close(value.at);
      if (count === 0) throw noRow;
      const groups = partition(chunk, value.at, rows, count);
      let largest: { readonly outcome: number; readonly rows: Int32Array } | undefined;
      for (const one of groups) {
        if (largest === undefined || one.rows.length > largest.rows.length) largest = one;
      }
      const before = taken;
      const from = node;
      for (const one of groups) {
        const next = emptyNode<Leaf>();
        from.next.set(one.outcome, next);
        if (one === largest) continue;
        const { length } = one.rows;
        open.push({ node: next, taken: [...before, one.outcome], rows: one.rows, count: length });
      }
      const { outcome, rows: own } = largest as NonNullable<typeof largest>;
      node = from.next.get(outcome) as PathNode<Leaf>;
      taken = [...before, outcome];
      depth = taken.length;
      steps = [];
      rows = own;
      count = own.length;
      return outcome;
    };
    let leaf: Leaf | undefined;
    try {
      made += 1;
      if (made > options.most) throw new Unsupported("so many paths");
      const scene = startScene(shape, recorder, decide, tables, options.need);
      askCuts(scene);
      leaf = options.close(trace(scene), scene);
      close(-1);
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
      if (error !== noRow) reasons.add(error.message);
      node.steps = [];
      node.guard = -1;
      node.isMade = error !== noRow;
      leaf = undefined;
      if (error === noRow) return;
    }
    node.leaf = leaf;
    finish(chunk, node, rows, count, end);
  };

  const run: Paths<Leaf>["run"] = (chunk, rows, count, end) => {
    const open: Group<Leaf>[] = [{ node: root, taken: [], rows, count }];
    for (let group = open.pop(); group !== undefined; group = open.pop()) {
      const { node, taken } = group;
      if (group.count === 0) continue;
      if (!node.isMade) {
        extend(chunk, group, open, end);
        continue;
      }
      runSteps(chunk, node, group.rows, group.count);
      const count = dropUndecided(chunk, group.rows, group.count);
      if (node.guard < 0) {
        finish(chunk, node, group.rows, count, end);
        continue;
      }
      for (const part of partition(chunk, node.guard, group.rows, count)) {
        let next = node.next.get(part.outcome);
        if (next === undefined) {
          next = emptyNode<Leaf>();
          node.next.set(part.outcome, next);
        }
        const { rows: own, outcome } = part;
        open.push({ node: next, taken: [...taken, outcome], rows: own, count: own.length });
      }
    }
  };

  return {
    run,
    runExactly(values) {
      let node: PathNode<Leaf> | undefined = root;
      while (node?.isMade === true) {
        for (const step of node.steps) if (!runExactly(step, values)) return undefined;
        if (node.guard < 0) return node.leaf;
        node = node.next.get(wholeIn(values[node.guard]));
      }
      return undefined;
    },
    registers: () => registers,
    reasons: () => [...reasons],
  };
}

function emptyNode<Leaf>(): PathNode<Leaf> {
  return { steps: [], guard: -1, next: new Map(), isMade: false, leaf: undefined };
}

/** Rows at the end of their path; without a leaf they are for the exact lane. */
function finish<Leaf>(
  chunk: Chunk,
  node: PathNode<Leaf>,
  rows: Int32Array,
  count: number,
  end: End<Leaf>,
): void {
  if (node.leaf !== undefined) {
    end(node.leaf, rows, count);
    return;
  }
  for (let at = 0; at < count; at += 1) chunk.undecided[rows[at] as number] = beyond;
}

/** Marks a row that no path is for, so that it need not be tried with exact numbers. */
export const beyond = 2;

/** Moves the rows that are still decided to the front, in their order, and tells how many they are. */
function dropUndecided({ undecided }: Chunk, rows: Int32Array, count: number): number {
  let left = 0;
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    if (undecided[row] !== 0) continue;
    rows[left] = row;
    left += 1;
  }
  return left;
}

interface Filled {
  readonly rows: Int32Array;
  size: number;
}

interface Part {
  readonly outcome: number;
  readonly rows: Int32Array;
}

/** Rows by the value that they have in a column. */
function partition(
  { registers }: Chunk,
  guard: number,
  rows: Int32Array,
  count: number,
): readonly Part[] {
  const column = registers[guard] as Float64Array;
  if (count === 0) return [];
  const first = column[rows[0] as number] as number;
  let same = 1;
  while (same < count && column[rows[same] as number] === first) same += 1;
  if (same === count) return [{ outcome: first, rows: rows.subarray(0, count) }];
  const second = column[rows[same] as number] as number;
  const two = partitionInTwo(column, rows, count, first, second);
  if (two !== undefined) return two;
  const parts = new Map<number, Filled>();
  let last: Filled = { rows: new Int32Array(count), size: 0 };
  let lastValue = first;
  parts.set(first, last);
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    const value = column[row] as number;
    if (value !== lastValue) {
      lastValue = value;
      last = parts.get(value) ?? { rows: new Int32Array(count - at), size: 0 };
      if (last.size === 0) parts.set(value, last);
    }
    last.rows[last.size] = row;
    last.size += 1;
  }
  return [...parts].map(([outcome, part]) => ({
    outcome,
    rows: part.rows.subarray(0, part.size),
  }));
}

const others = new Int32Array(1 << 14);

/** The same where there are two values, within the rows themselves; nothing is moved where there are more. */
function partitionInTwo(
  column: Float64Array,
  rows: Int32Array,
  count: number,
  first: number,
  second: number,
): readonly Part[] | undefined {
  if (count > others.length) return undefined;
  let more = 0;
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    const value = column[row] as number;
    if (value === first) continue;
    if (value !== second) return undefined;
    others[more] = row;
    more += 1;
  }
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    if (column[row] !== first) continue;
    rows[kept] = row;
    kept += 1;
  }
  for (let at = 0; at < more; at += 1) rows[kept + at] = others[at] as number;
  return [
    { outcome: first, rows: rows.subarray(0, kept) },
    { outcome: second, rows: rows.subarray(kept, count) },
  ];
}

function startScene(
  shape: Shape,
  recorder: Scene["recorder"],
  decide: Scene["decide"],
  tables: Map<string, Tabulation>,
  need: (at: number) => void,
): Scene {
  const { plan, frame, mode, asOf } = shape;
  const inputs: Inputs = {
    frame,
    values: plan.inputs.map(() => []),
    standing: plan.inputs.map(() => undefined),
    readings: plan.inputs.map(() => undefined),
  };
  const run = startRun(plan, inputs, { mode, asOf });
  const formulas = new Map<string, Symbolic>();
  const scene: { -readonly [Key in keyof Scene]: Scene[Key] } = {
    plan,
    run,
    recorder,
    decide,
    asked: new Set(),
    given: () => undefined,
    node: (node, scope) => traceNode(scene, node, scope),
    formula(position, index) {
      const key = `${position} ${index}`;
      const known = formulas.get(key);
      if (known !== undefined) return known;
      const value = traceFormula(scene, position);
      formulas.set(key, value);
      return value;
    },
    tabulation(name, find) {
      const known = tables.get(name);
      if (known !== undefined) return known;
      const table = startTabulation(find);
      tables.set(name, table);
      return table;
    },
  };
  scene.given = startAnswers(shape, scene, need);
  return scene;
}
