import { placeOf } from "../evaluate/place-text.ts";
import type { Issue } from "../issue.ts";
import type { Evaluation, Plan } from "../plan.ts";

/** Issues of conditions that do not hold: `refuse` is an error, `warn` a warning. */
export function conditionIssues(plan: Plan, { conditions, frame }: Evaluation): readonly Issue[] {
  return conditions.flatMap(({ condition, index, holds, because }): Issue | [] => {
    const { tree, space } = plan.conditions[condition] as (typeof plan.conditions)[number];
    const { id, effect, label } = tree;
    if (holds !== false || effect === "not_applicable") return [];
    const isRefused = effect === "refuse";
    return {
      code: isRefused ? "condition-refused" : "condition-warned",
      severity: isRefused ? "error" : "warning",
      path: ["conditions", id],
      facts: {
        id,
        ...(label && { label }),
        at: placeOf(plan, space, frame, index),
        ...(because && { because }),
      },
    };
  });
}
