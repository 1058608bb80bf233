import type { Issue } from "../issue.ts";
import type { Label } from "../methodology/schema.ts";
import type { Body } from "../methodology/tree.ts";
import type { ConditionOutcome, ConditionPlan, Evaluation, Plan, Value } from "../plan.ts";
import { enter, placeOf, sizeOf } from "./axes.ts";
import { uncutAlong } from "./cuts.ts";
import { exhaust } from "./limits.ts";
import { listAbsent } from "./lists.ts";
import type { FormulaCode, Run } from "./run.ts";
import { touch } from "./weakness.ts";

/** Conditions at every place on their axes. A list that is not answered leaves its conditions open, a hidden one none. */
export function evaluateConditions(run: Run): readonly ConditionOutcome[] {
  const { plan } = run;
  return plan.conditions.flatMap(({ space }, position) => {
    const code = plan.code.conditions[position] as FormulaCode;
    run.owner = code.position;
    run.ownerIndex = -1;
    const absent = space.list < 0 ? undefined : listAbsent(run, space.list);
    if (absent === "hidden") return [];
    if (absent !== undefined)
      return [{ condition: position, index: -1, holds: null, value: absent }];
    const outcomes: ConditionOutcome[] = [];
    const size = sizeOf(space, run.frame);
    for (let index = 0; index < size; index += 1) {
      enter(run, space, index);
      outcomes.push(evaluateCondition(run, code, position, index));
      if (run.exhausted !== undefined) break;
    }
    return outcomes;
  });
}

function evaluateCondition(
  run: Run,
  code: FormulaCode,
  position: number,
  index: number,
): ConditionOutcome {
  const { tree, space } = run.plan.conditions[position] as ConditionPlan;
  run.budget -= code.nodes;
  run.owner = code.position;
  run.ownerIndex = index;
  run.branch = -1;
  const reads = run.steps === null ? null : [];
  run.reads = reads;
  if (code.mark !== undefined) touch(run, code.mark);
  const value: Value = run.budget < 0 ? exhaust(run) : (uncutAlong(run, space) ?? code.body(run));
  run.reads = run.steps === null ? null : [];
  const { branch } = run;
  const holds = typeof value === "boolean" ? value : null;
  // Keys are added one by one: spreads make an object as slow as a map, once for each item.
  const outcome: Mutable<ConditionOutcome> = { condition: position, index, holds, value };
  if (branch >= 0) outcome.branch = branch;
  const because = reasonOf(tree.body, branch);
  if (because !== undefined) outcome.because = because;
  if (reads !== null) outcome.reads = reads;
  return outcome;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The reason of the branch that was taken. */
export function reasonOf(body: Body, branch: number): Label | undefined {
  switch (body.kind) {
    case "expr":
      return body.because;
    case "cases":
      return branch < 0 ? undefined : (body.cases[branch] ?? body.otherwise).because;
    case "match":
      return body.branches[branch]?.because;
  }
}

export function statusOf(plan: Plan, outcomes: readonly ConditionOutcome[]): Evaluation["status"] {
  let isOpen = false;
  for (const { condition, holds } of outcomes) {
    const effect = plan.conditions[condition]?.tree.effect;
    if (effect === "warn") continue;
    if (holds === false && effect === "not_applicable") return "does_not_apply";
    if (holds === null) isOpen = true;
  }
  return isOpen ? "undecided" : "applies";
}

/** Issues of conditions that do not hold: `refuse` is an error, `warn` a warning. */
export function conditionIssues(run: Run, outcomes: readonly ConditionOutcome[]): readonly Issue[] {
  return outcomes.flatMap(({ condition, index, holds, because }): Issue[] => {
    const { tree, space } = run.plan.conditions[condition] as ConditionPlan;
    if (holds !== false || tree.effect === "not_applicable") return [];
    const facts = {
      id: tree.id,
      ...(tree.label === undefined ? {} : { label: tree.label }),
      at: placeOf(run.plan, space, run.frame, index),
      ...(because === undefined ? {} : { because }),
    };
    const path = ["conditions", tree.id];
    return tree.effect === "refuse"
      ? [{ code: "condition-refused", severity: "error", path, facts }]
      : [{ code: "condition-warned", severity: "warning", path, facts }];
  });
}
