import type { EvaluatingFacts } from "../locales/facts/evaluating.ts";
import type { IssueFacts } from "../locales/facts.ts";
import type { Label } from "../methodology/schema.ts";
import type { Absent } from "../plan.ts";
import type { At } from "../result/result.ts";
import type { Run } from "./run.ts";

/** Codes whose facts begin with the formula at hand. */
export type CodeOfFormula = {
  [Code in keyof EvaluatingFacts]: EvaluatingFacts[Code] extends Owner ? Code : never;
}[keyof EvaluatingFacts];

export interface Owner {
  readonly id: string;
  readonly label?: Label;
  readonly at: At;
}

/** What a failure tells besides the formula at hand. */
export type More<Code extends CodeOfFormula> = Omit<IssueFacts[Code], keyof Owner>;

/** The id of the formula or condition at hand. */
export function ownerId({ plan, owner }: Run): string {
  return plan.code.formulas[owner]?.tree.id ?? "";
}

/** No value, for something that went wrong in the formula or condition at hand. */
export function failure<Code extends CodeOfFormula>(
  run: Run,
  code: Code,
  more: More<Code>,
): Absent {
  return run.plan.code.lanes.issues?.tellFailure(run, code, more) ?? lack(run);
}

/** What stands where only the lane `issues` can tell what went wrong. Of such an evaluation nothing is read. */
export function lack(run: Run): Absent {
  run.lacks = true;
  return { kind: "stopped" };
}
