import type { ConstantTree } from "../methodology/tree.ts";
import type { Absent } from "../plan.ts";
import type { CodeOfFormula, More } from "./failure.ts";
import { placeOf } from "./place-text.ts";
import type { Run } from "./run.ts";

/** No value, and an issue that names the formula or condition at hand and its place. */
export function tellFailure<Code extends CodeOfFormula>(
  { plan, owner, frame, ownerIndex }: Run,
  code: Code,
  more: More<Code>,
): Absent {
  const { tree, space } = plan.code.formulas[owner] ?? {};
  const section = owner < plan.formulas.length ? "formulas" : "conditions";
  const facts = {
    id: tree?.id ?? "",
    ...(tree?.label && { label: tree.label }),
    at: space ? placeOf(plan, space, frame, ownerIndex) : {},
    ...more,
  };
  const issue = { code, severity: "error", path: [section, facts.id], facts };
  return {
    kind: "failed",
    issue: issue as unknown as Extract<Absent, { kind: "failed" }>["issue"],
  };
}

/** No value, because a constant became known only after the day that is asked about. */
export function constantNotKnown(run: Run, { id, label }: ConstantTree, known: string): Absent {
  const facts = { constant: id, known, asOf: run.asOf };
  const more = label === undefined ? facts : { ...facts, constantLabel: label };
  return tellFailure(run, "constant-not-known", more);
}
