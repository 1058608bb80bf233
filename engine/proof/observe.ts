import { readAnswers } from "../answers/read-answers.ts";
import { evaluate } from "../evaluate.ts";
import type { Issue } from "../issue.ts";
import type { TestData } from "../methodology/schema.ts";
import type { Evaluation, Plan, Read } from "../plan.ts";

/** A test's answers evaluated, with every step, before it is written for a reader. */
export interface Observation {
  readonly evaluation: Evaluation;
  readonly issues: readonly Issue[];
}

/** Errors: absent where the answers cannot be laid out at all; `issues` tell why. */
export function observe(
  plan: Plan,
  test: TestData,
  asOf: string,
): Observation | { readonly evaluation?: undefined; readonly issues: readonly Issue[] } {
  const mode = test.mode ?? plan.tree.mode;
  const { given, period } = test;
  const set = { given, ...(period === undefined ? {} : { period }) };
  const { inputs, issues } = readAnswers(plan, set, { mode });
  if (inputs === undefined) return { issues };
  const options = { mode, asOf: test.as_of ?? asOf, steps: true };
  return { evaluation: evaluate(plan, inputs, options), issues };
}

/** Everything that an evaluation read, of its steps and its conditions. */
export function readsOf({ steps, conditions }: Evaluation): readonly Read[] {
  return [...(steps ?? []), ...conditions].flatMap(({ reads }) => reads ?? []);
}
