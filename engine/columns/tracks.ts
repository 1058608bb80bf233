import type { Loop } from "./chunk.ts";
import type { Classes } from "./classes.ts";
import type { PathNode } from "./paths.ts";
import { nameOf, readingFrom, readsOf, type Step } from "./step.ts";

/**
 * A stretch of a path for rows whose answers are of the same classes: branches that hang on classes are behind them, so it
 * ends at a branch that hangs on numbers, or where the path ends. Only what that end needs is computed, and what can fail.
 */
export interface Track {
  readonly end: PathNode;
  /** Where the branch stands at its end; -1 for none. */
  readonly guard: number;
  /** Where what its leaf has in columns stands. */
  readonly slots: readonly number[];
  /** What is to be computed for rows that come from the stretch before, and the answers that this reads. */
  readonly steps: readonly Step[];
  readonly reads: readonly number[];
  /** The same for rows that come by themselves. */
  readonly all: readonly Step[];
  readonly allReads: readonly number[];
  /** Every step from the beginning that comes to something of its own. */
  readonly path: readonly Step[];
  /** By what it does: the register of a step; and the registers that are left out, because another has the same. */
  readonly made: ReadonlyMap<string, number>;
  readonly instead: ReadonlyMap<number, number>;
  /** These steps as they have been made ready, once they have run. */
  run: Loop | undefined;
  runAll: Loop | undefined;
  readonly next: Map<number, Track>;
  /** The branch that most rows have taken so far. */
  usual: number | undefined;
  /** Rows that take this stretch and have not been computed: where they stand in the order of their chunk. */
  waiting: number[];
}

/** The track from a node on; `undefined` where the path has not been made so far. */
export function trackFrom(
  from: PathNode,
  before: Track | undefined,
  first: number,
  classes: Classes,
  classAt: (at: number) => number,
): Track | undefined {
  let node = from;
  const own: Step[] = [];
  const settled = new Set<Step>();
  let isEnded = false;
  while (!isEnded) {
    if (!node.isMade) return undefined;
    own.push(...node.steps);
    const { source } = node;
    const outcome =
      source === undefined
        ? undefined
        : classes.outcome(source.at, source.name, classAt(source.at));
    if (node.guard < 0 || outcome === undefined) {
      isEnded = true;
      continue;
    }
    for (const step of source?.steps ?? []) settled.add(step);
    const next = node.next.get(outcome);
    if (next === undefined && !Number.isNaN(outcome)) return undefined;
    // A value that the branch has nothing for is left to the exact lane.
    if (next === undefined) node = { ...node, guard: -1, leaf: undefined };
    else node = next;
    isEnded = next === undefined;
  }
  const made = new Map(before?.made);
  const instead = new Map(before?.instead);
  const standing = (at: number) => instead.get(at) ?? at;
  const path = [...(before?.path ?? [])];
  const canFail: number[] = [];
  for (const one of own) {
    const step = readingFrom(one, standing);
    const name = nameOf(step);
    const known = made.get(name);
    if (known === undefined) {
      made.set(name, step.out);
      path.push(step);
    } else instead.set(step.out, known);
    const isRisky = step.kernel === "quotient" || step.kernel === "tabulated";
    if (isRisky && !settled.has(one)) canFail.push(standing(step.out));
  }
  const slots = (node.leaf?.slots ?? []).map(standing);
  const isNowhere = node.guard < 0 && node.leaf === undefined;
  const wanted = new Set(node.guard < 0 ? slots : [standing(node.guard)]);
  for (const at of isNowhere ? [] : canFail) wanted.add(at);
  const all = needed(path, wanted);
  const known = new Set(before?.all.map(({ out }) => out));
  const steps = all.filter(({ out }) => !known.has(out));
  const answersIn = (own: readonly Step[]) => {
    const reads = [...own.flatMap(readsOf), ...wanted].filter((at) => at > 0 && at < first);
    return [...new Set(reads)];
  };
  const allReads = answersIn(all);
  const brought = new Set(before?.allReads);
  return {
    end: node,
    guard: node.guard < 0 ? -1 : standing(node.guard),
    slots,
    made,
    instead,
    steps,
    reads: allReads.filter((at) => !brought.has(at)),
    all,
    allReads,
    path,
    run: undefined,
    runAll: undefined,
    next: new Map(),
    usual: undefined,
    waiting: [],
  };
}

/** The steps that some registers hang on, in their order. */
function needed(path: readonly Step[], wanted: Set<number>): readonly Step[] {
  const kept: Step[] = [];
  for (let at = path.length - 1; at >= 0; at -= 1) {
    const step = path[at] as Step;
    if (!wanted.has(step.out)) continue;
    kept.push(step);
    for (const read of readsOf(step)) wanted.add(read);
  }
  return kept.reverse();
}
