import type { Issue } from "../issue.ts";
import type { Label } from "../methodology/schema.ts";
import type { Body } from "../methodology/tree.ts";
import type { ConditionOutcome, Evaluation, Step, Value } from "../plan.ts";
import { placeOf } from "./axes.ts";
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
  if (branch < 0) return undefined;
  if (body.kind === "match") return body.branches[branch]?.because;
  return (body.cases[branch] ?? body.otherwise).because;
}

/** What the conditions come to, and issues of those that do not hold: `refuse` is an error, `warn` a warning. */
export function judge(
  { plan, frame }: Run,
  outcomes: readonly ConditionOutcome[],
): { readonly status: Evaluation["status"]; readonly issues: readonly Issue[] } {
  let status: Evaluation["status"] = "applies";
  const issues: Issue[] = [];
  for (const { condition, index, holds, because } of outcomes) {
    const { tree, space } = plan.conditions[condition] as (typeof plan.conditions)[number];
    const { id, effect, label } = tree;
    if (holds === false && effect === "not_applicable") status = "does_not_apply";
    else if (holds === null && effect !== "warn" && status === "applies") status = "undecided";
    if (holds !== false || effect === "not_applicable") continue;
    const isRefused = effect === "refuse";
    issues.push({
      code: isRefused ? "condition-refused" : "condition-warned",
      severity: isRefused ? "error" : "warning",
      path: ["conditions", id],
      facts: {
        id,
        ...(label && { label }),
        at: placeOf(plan, space, frame, index),
        ...(because && { because }),
      },
    });
  }
  return { status, issues };
}
