import { readPlain } from "./answers/plain.ts";
import type { AnswerRecord, EvaluateOptions } from "./answers/record.ts";
import { evaluate } from "./evaluate.ts";
import { explain } from "./explain.ts";
import type { Plan } from "./plan.ts";
import type { CalculationReply, SetReply } from "./service/protocol.ts";

/**
 * Evaluates all sets of a record whose answers are plain, made for this very text of the methodology; `undefined` for
 * any other, which `run` reads with care. Both give the same reply.
 */
export function runPlain(
  plan: Plan,
  record: AnswerRecord,
  options: EvaluateOptions,
): CalculationReply | undefined {
  const { methodology, version, hash } = record;
  const { tree } = plan;
  if (methodology !== tree.id || (version ?? tree.version) !== tree.version) return undefined;
  if ((hash ?? plan.hash) !== plan.hash) return undefined;
  const sets: Record<string, SetReply> = {};
  for (const [name, set] of Object.entries(record.sets)) {
    const inputs = readPlain(plan, set, options.mode);
    if (inputs === undefined) return undefined;
    const evaluation = evaluate(plan, inputs, options);
    if (evaluation.lacks) return undefined;
    sets[name] = { ok: true, result: explain(plan, inputs, evaluation), warnings: [] };
  }
  return { sets };
}
