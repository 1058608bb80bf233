import type { MethodologyData } from "../methodology/schema.ts";
import type { Plan } from "../plan.ts";
import { marksOf, type Target, targetsOf } from "./marks.ts";
import { observe } from "./observe.ts";

export interface Count {
  readonly reached: number;
  readonly all: number;
}

/** How much of a methodology its worked tests reach. */
export interface Coverage {
  readonly branches: Count;
  readonly rows: Count;
  /** `baseline_efficiency: new`, `fuels: heavy_oil_a, 2013`, … */
  readonly gaps: readonly string[];
}

/** Follows every worked test and counts the branches taken and the rows read. */
export function coverageOf(plan: Plan, data: MethodologyData, asOf: string): Coverage {
  const marks = new Set<string>();
  for (const test of Object.values(data.tests ?? {})) {
    const { evaluation } = observe(plan, test, asOf);
    if (evaluation === undefined) continue;
    for (const mark of marksOf(plan, evaluation)) marks.add(mark);
  }
  const targets = targetsOf(plan);
  const wanted = targets.filter(({ kind }) => kind === "branch" || kind === "row");
  return {
    branches: countOf(targets, "branch", marks),
    rows: countOf(targets, "row", marks),
    gaps: wanted.filter(({ mark }) => !marks.has(mark)).map(({ name }) => name),
  };
}

/** How many targets of a kind are among the marks. */
export function countOf(
  targets: readonly Target[],
  kind: Target["kind"],
  marks: ReadonlySet<string>,
): Count {
  const wanted = targets.filter((target) => target.kind === kind);
  return { reached: wanted.filter(({ mark }) => marks.has(mark)).length, all: wanted.length };
}
