import type { EvaluatingFacts } from "../locales/facts/evaluating.ts";
import type { IssueFacts } from "../locales/facts.ts";
import type { Label } from "../methodology/schema.ts";
import type { Absent } from "../plan.ts";
import type { At } from "../result/result.ts";
import { placeOf } from "./axes.ts";
import type { Run } from "./run.ts";

/** Codes whose facts begin with the formula at hand. */
type CodeOfFormula = {
  [Code in keyof EvaluatingFacts]: EvaluatingFacts[Code] extends Owner ? Code : never;
}[keyof EvaluatingFacts];

export interface Owner {
  readonly id: string;
  readonly label?: Label;
  readonly at: At;
}

/** The formula or condition at hand, for issues. */
export function ownerOf(run: Run): Owner {
  const { formulas, conditions } = run.plan;
  const plan = formulas[run.owner] ?? conditions[run.owner - formulas.length];
  if (plan === undefined) return { id: "", at: {} };
  const { id, label } = plan.tree;
  const at = placeOf(run.plan, plan.space, run.frame, run.ownerIndex);
  return label === undefined ? { id, at } : { id, label, at };
}

/** The id of the formula or condition at hand. */
export function ownerId(run: Run): string {
  const { formulas, conditions } = run.plan;
  return (formulas[run.owner] ?? conditions[run.owner - formulas.length])?.tree.id ?? "";
}

/** The way to a formula or condition in its methodology. */
function pathOf(run: Run): readonly string[] {
  const section = run.owner < run.plan.formulas.length ? "formulas" : "conditions";
  return [section, ownerId(run)];
}

/** No value, for something that went wrong in the formula at hand. */
export function failure<Code extends CodeOfFormula>(
  run: Run,
  code: Code,
  facts: Omit<IssueFacts[Code], keyof Owner>,
): Absent {
  return {
    kind: "failed",
    issue: {
      code,
      severity: "error",
      path: pathOf(run),
      facts: { ...ownerOf(run), ...facts },
    } as unknown as Extract<Absent, { kind: "failed" }>["issue"],
  };
}
