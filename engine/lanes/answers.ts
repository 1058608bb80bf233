import { questionsOf } from "../answers/question.ts";
import { type Standpoint, scaleAt } from "../answers/unit-at.ts";
import type { Plan, Value } from "../plan.ts";
import type { Exact } from "../quantity/exact.ts";
import { run } from "../run.ts";

/** The factor of a unit where the unit of an answer hangs on a member; `undefined` for one that is not plain. */
function factorAt(
  plan: Plan,
  position: number,
  unit: string,
  at: Standpoint & { readonly values: readonly (readonly (Value | undefined)[])[] },
): Exact | undefined {
  const question = questionsOf(plan.tree).inputs[position];
  const scale = question && scaleAt(plan, at.values, question, at);
  return scale?.factor(unit) ?? undefined;
}

/** Answers that are not plain: read with care, and told what is wrong with them. Units that hang on members. */
export const answersLane = { run, factorAt } as const;
