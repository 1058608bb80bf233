import type { Guide } from "../methodology/guide-schema.ts";
import { inputsBehind } from "./alter-plan.ts";
import type { CheckResult, UseResult } from "./assessment.ts";
import type { RuleRun } from "./scheme.ts";
import { missingIn, openIn } from "./tell.ts";

/** Outputs that are yes or no, as checks on which nothing but support depends. */
export function thresholds(
  guide: Guide,
  { plan, run, output }: RuleRun,
  id: string,
): readonly CheckResult[] {
  const { result } = run;
  const computed = guide.scheme.computed[id] ?? [];
  return (guide.scheme.thresholds[id] ?? []).flatMap((name): readonly CheckResult[] => {
    const found = output(name);
    const formula = plan.tree.formulas.find((one) => one.id === name);
    if (found === undefined || formula === undefined) return [];
    const { value } = found;
    const outcome = value === "true" ? "holds" : value === "false" ? "fails" : "unknown";
    const { version } = plan.tree;
    const behind = inputsBehind(plan.tree, name);
    const missing =
      outcome === "unknown" && result !== undefined
        ? [...missingIn(plan, result), ...openIn(plan, run)].filter(
            ({ input }) => behind.has(input) && !computed.includes(input),
          )
        : [];
    return [
      {
        id: `${id}.${name}`,
        label: found.label ?? { ja: name },
        outcome,
        weight: "threshold",
        missing,
        provenance: found.provenance,
        edition: `${id}@${version}`,
      },
    ];
  });
}

/** What each use of credits is to a project. */
export function usesOf({ plan, output }: RuleRun): readonly UseResult[] {
  const open = output("is_open");
  const labels = plan.tree.enums.find(({ id }) => id === "credit_use")?.members ?? [];
  return labels.map(({ id, label }): UseResult => {
    const found = open?.values?.find(({ at }) => at.credit_use === id);
    const value = found !== undefined && "value" in found ? found.value : undefined;
    return {
      id,
      label,
      open: value === "true" ? "open" : value === "false" ? "closed" : "unknown",
    };
  });
}
