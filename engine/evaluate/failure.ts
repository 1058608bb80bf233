import type { EvaluatingFacts } from "../locales/facts/evaluating.ts";
import type { IssueFacts } from "../locales/facts.ts";
import type { Label } from "../methodology/schema.ts";
import type { Absent } from "../plan.ts";
import type { At } from "../result/result.ts";
import { placeOf } from "./axes.ts";
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

/** The id of the formula or condition at hand. */
export function ownerId({ plan, owner }: Run): string {
  return plan.code.formulas[owner]?.tree.id ?? "";
}

/** No value, for something that went wrong in the formula or condition at hand. */
export function failure<Code extends CodeOfFormula>(
  run: Run,
  code: Code,
  more: Omit<IssueFacts[Code], keyof Owner>,
): Absent {
  const { plan, owner } = run;
  const { tree, space } = plan.code.formulas[owner] ?? {};
  const section = owner < plan.formulas.length ? "formulas" : "conditions";
  const facts = {
    id: tree?.id ?? "",
    ...(tree?.label && { label: tree.label }),
    at: space ? placeOf(plan, space, run.frame, run.ownerIndex) : {},
    ...more,
  };
  const issue = { code, severity: "error", path: [section, facts.id], facts };
  return {
    kind: "failed",
    issue: issue as unknown as Extract<Absent, { kind: "failed" }>["issue"],
  };
}
