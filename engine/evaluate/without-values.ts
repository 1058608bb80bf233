import type { Issue } from "../issue.ts";
import type { Absent, Evaluation, EvaluationOptions, Inputs, Plan } from "../plan.ts";
import { limits } from "./limits.ts";
import { weakestOf } from "./weakness.ts";

/** What an evaluation comes to that cannot be done: too many values along the axes, else formulas too deep. */
export function withoutValues(
  plan: Plan,
  { frame }: Inputs,
  { mode, asOf }: EvaluationOptions,
  count: number,
): Evaluation {
  const issue: Issue =
    count > limits.values
      ? {
          code: "too-many-values",
          severity: "error",
          path: [],
          facts: { count, most: limits.values },
        }
      : {
          code: "formulas-too-deep",
          severity: "error",
          path: [],
          facts: { methodology: plan.tree.id },
        };
  const absent: Absent = { kind: "failed", issue };
  const weakest = weakestOf(0);
  return {
    mode,
    asOf,
    frame,
    replaced: [],
    status: "undecided",
    conditions: [],
    outputs: plan.outputs.map(({ formula }, output) => ({
      output,
      formula,
      values: plan.formulas[formula]?.space.axes.length === 0 ? [absent] : [],
      absent,
      weakest,
    })),
    assumed: [],
    figures: [],
    ignored: [],
    missing: [],
    asked: [],
    weakest,
    issues: [issue],
    ranged: [],
    lacks: false,
  };
}
