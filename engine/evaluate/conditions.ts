import type { Label } from "../methodology/schema.ts";
import type { Body } from "../methodology/tree.ts";
import type { ConditionOutcome, Evaluation, Step, Value } from "../plan.ts";
import { evaluateAlong } from "./formula.ts";
import type { Run } from "./run.ts";

/** Conditions at every place on their axes. A list that is not answered leaves its conditions open, a hidden one none. */
export function evaluateConditions(run: Run): readonly ConditionOutcome[] {
  const { formulas, conditions } = run.plan;
  const outcomes: ConditionOutcome[] = [];
  conditions.forEach(({ tree: { body } }, condition) => {
    const position = formulas.length + condition;
    const add = (value: Value, index: number): void => {
      const holds = typeof value === "boolean" ? value : null;
      // Keys are added one by one: spreads make an object as slow as a map, once for each item.
      const outcome: Mutable<ConditionOutcome> = { condition, index, holds, value };
      const branch = body.kind === "expr" ? -1 : run.branch;
      const because = reasonOf(body, branch);
      if (branch >= 0) outcome.branch = branch;
      if (because !== undefined) outcome.because = because;
      outcomes.push(outcome);
      if (run.steps === null || index < 0) return;
      // A condition is told as an outcome and is no step.
      const isOwn = run.steps[run.steps.length - 1]?.formula === position;
      outcome.reads = isOwn ? (run.steps.pop() as Step).reads : [];
    };
    const absent = evaluateAlong(run, position, add);
    if (absent !== undefined && absent !== "hidden") {
      run.branch = -1;
      add(absent, -1);
    }
  });
  return outcomes;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The reason of the branch that was taken. */
function reasonOf(body: Body, branch: number): Label | undefined {
  if (body.kind === "expr") return body.because;
  return (body.kind === "match" ? body.branches : [...body.cases, body.otherwise])[branch]?.because;
}

/** What the conditions come to together. */
export function statusOf(
  { plan }: Run,
  outcomes: readonly ConditionOutcome[],
): Evaluation["status"] {
  let status: Evaluation["status"] = "applies";
  for (const { condition, holds } of outcomes) {
    const { effect } = (plan.conditions[condition] as (typeof plan.conditions)[number]).tree;
    if (holds === false && effect === "not_applicable") return "does_not_apply";
    if (holds === null && effect !== "warn") status = "undecided";
  }
  return status;
}
