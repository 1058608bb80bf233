import type { Issue } from "../issue.ts";
import type { Tree } from "../methodology/tree.ts";
import type { Plan } from "../plan.ts";
import { add, compare, type Exact, readExact } from "../quantity/exact.ts";
import type { CalculationResult, OutputResult, ValueResult } from "../result/result.ts";
import type { RunOptions } from "../run.ts";
import type { CalculationReply } from "../service/protocol.ts";

/** Evaluates all sets of a record of answers, as `run` does. */
export type Evaluate = (plan: Plan, record: unknown, options: RunOptions) => CalculationReply;

/** What an output comes to under some answers: its exact values along its axes, or why there are none. */
export type Outcome =
  | { readonly kind: "values"; readonly values: readonly Exact[]; readonly unit: string }
  | { readonly kind: "none"; readonly missing: readonly string[] }
  | { readonly kind: "issues"; readonly issues: readonly Issue[] };

/** Reads an output of one set. A range counts by its low end; a condition that does not hold leaves no value. */
export function outcomeOf(reply: CalculationReply, set: string, output: string): Outcome {
  const found = reply.sets[set];
  if (found === undefined || !found.ok) {
    return { kind: "issues", issues: found?.ok === false ? found.issues : [] };
  }
  const { result } = found;
  const none: Outcome = { kind: "none", missing: missingIn(result) };
  const held = Object.hasOwn(result.results, output) ? result.results[output] : undefined;
  if (held === undefined || result.status === "does_not_apply") return none;
  const values = valuesOf(held);
  return values === undefined || values.length === 0
    ? none
    : { kind: "values", values, unit: held.unit };
}

/** The questions that wait for an answer. */
function missingIn({ missing }: CalculationResult): readonly string[] {
  return [...new Set(missing.map(({ input }) => input))];
}

/** The outputs of a methodology that are figures. */
export function figureOutputs({ outputs, formulas }: Tree): readonly string[] {
  const figures = new Set(
    formulas.flatMap(({ id, type }) => (type.kind === "quantity" ? [id] : [])),
  );
  return outputs.map(({ id }) => id).filter((id) => figures.has(id));
}

/** That an output is none of those with figures. */
export function outputUnknown(tree: Tree, output: string): Issue {
  const facts = { output, known: figureOutputs(tree) };
  return { code: "output-unknown", severity: "error", path: [], facts };
}

/** That an output has no value under the answers at hand. */
export function withoutValue(output: string, missing: readonly string[]): Issue {
  const facts = { output, missing };
  return { code: "output-without-value", severity: "error", path: [], facts };
}

/** The figures of an output; absent where one of them lacks. */
function valuesOf(output: OutputResult): readonly Exact[] | undefined {
  const all = output.values ?? [output as ValueResult];
  const values = all.flatMap((one) => {
    const text = "value" in one ? one.value : "low" in one ? one.low : undefined;
    return (text === undefined ? undefined : readExact(text)) ?? [];
  });
  return values.length === all.length ? values : undefined;
}

/** The least of some values, which are not none. */
export function leastOf(values: readonly Exact[]): Exact {
  return values.reduce((least, value) => (compare(value, least) < 0 ? value : least));
}

/** The sum of some values, which are not none. */
export function sumOf(values: readonly Exact[]): Exact {
  return values.reduce(add);
}

/** The main output of a result, where no output was named. */
export function mainOutput({ results }: CalculationResult): string | undefined {
  return Object.keys(results).find((id) => results[id]?.main === true);
}
