import { readPlain } from "../answers/plain.ts";
import type { AnswerSet } from "../answers/record.ts";
import { evaluate } from "../evaluate.ts";
import { explain } from "../explain.ts";
import { answersLane } from "../lanes/answers.ts";
import { parseDay } from "../methodology/period.ts";
import { factorsOf } from "../methodology/split-parts.ts";
import type { Plan } from "../plan.ts";
import type { RunOptions } from "../run.ts";
import type { SetReply } from "../service/protocol.ts";

/**
 * The same plan as a page has it: with the factors of units beside the tree, and without the words that a reader of one
 * result asks for. Most of the time of `run` goes into these and into reading with care.
 */
const plain = new WeakMap<Plan, Plan>();

function plainPlan(plan: Plan): Plan {
  const known = plain.get(plan);
  if (known !== undefined) return known;
  const { words: _, ...lanes } = plan.code.lanes;
  const made: Plan = {
    ...plan,
    tree: { ...plan.tree, factors: factorsOf(plan.tree) },
    code: { ...plan.code, lanes: { ...lanes, answers: answersLane } },
  };
  plain.set(plan, made);
  return made;
}

/**
 * The reply of `run` to plain answers, as far as a batch writes it; `undefined` where answers are to be read with care.
 *
 * Only in official mode: in the others a result names what was assumed, which a batch looks at.
 */
export function runPlain(plan: Plan, set: AnswerSet, options: RunOptions): SetReply | undefined {
  const { mode = plan.tree.mode, asOf } = options;
  if (mode !== "official" || asOf === undefined || parseDay(asOf) === undefined) return undefined;
  const own = plainPlan(plan);
  const inputs = readPlain(own, set, mode);
  if (inputs === undefined) return undefined;
  const evaluation = evaluate(own, inputs, { ...options, mode, asOf });
  return { ok: true, result: explain(own, inputs, evaluation), warnings: [] };
}
