import type { Classes } from "./classes.ts";
import type { PathNode } from "./paths.ts";
import { readsOf, type Step } from "./step.ts";

/**
 * A stretch of a path for rows whose answers are of the same classes: branches that hang on classes are behind them, so it
 * ends at a branch that hangs on numbers, or where the path ends. Only what that end needs is computed, and what can fail.
 */
export interface Track {
  readonly end: PathNode;
  /** What is to be computed for rows that come from the stretch before, and the answers that this reads. */
  readonly steps: readonly Step[];
  readonly reads: readonly number[];
  /** The same for rows that come by themselves. */
  readonly all: readonly Step[];
  readonly allReads: readonly number[];
  /** Every step from the beginning. */
  readonly path: readonly Step[];
  readonly next: Map<number, Track>;
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
  const path = [...(before?.path ?? []), ...own];
  const wanted = new Set<number>(node.guard >= 0 ? [node.guard] : (node.leaf?.slots ?? []));
  const isNowhere = node.guard < 0 && node.leaf === undefined;
  for (const step of isNowhere ? [] : own) {
    const canFail = step.kernel === "quotient" || step.kernel === "tabulated";
    if (canFail && !settled.has(step)) wanted.add(step.out);
  }
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
    steps,
    reads: allReads.filter((at) => !brought.has(at)),
    all,
    allReads,
    path,
    next: new Map(),
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
