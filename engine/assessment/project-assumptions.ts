import type { Guide } from "../methodology/guide-schema.ts";
import { compare, zero } from "../quantity/exact.ts";
import type { Assumption } from "./assessment.ts";
import type { Ends } from "./ends.ts";
import type { TypicalRun } from "./run-typical.ts";
import type { RuleRun } from "./scheme.ts";
import { givenOf, type Subject } from "./subject.ts";
import { assumptionsOf, guideSource } from "./tell.ts";

/** Everything that stood in for an answer or a fact of the years to come. */
export function assumptionsIn(
  guide: Guide,
  { plan, methodology, answers, period }: Subject,
  run: TypicalRun,
  rules: readonly RuleRun[],
  {
    every,
    years,
  }: {
    readonly every: number | undefined;
    readonly years: readonly { readonly whole: Ends }[] | undefined;
  },
): readonly Assumption[] {
  const own = guide.methodologies[methodology];
  const ofMethodology = assumptionsOf(plan, run, ({ input, kind }) => {
    if (kind === "begins") return { provenance: "unconfirmed" };
    if (answers.ranges?.[input] !== undefined) return { provenance: "confirmed" };
    const range = own?.ranges?.[input];
    return range === undefined
      ? { provenance: "unconfirmed" }
      : { provenance: range.provenance, source: guideSource(guide, range) };
  });
  const empty = (own?.empty ?? []).flatMap((id): readonly Assumption[] => {
    const list = plan.tree.lists.find((one) => one.id === id);
    const items = givenOf(answers)[id];
    if (list === undefined || (Array.isArray(items) && items.length > 0)) return [];
    return [
      { kind: "empty", methodology, input: id, label: list.label, provenance: "unconfirmed" },
    ];
  });
  const told = (kind: Assumption["kind"], of: Guide["adding"]): Assumption => ({
    kind,
    methodology,
    label: of.label,
    provenance: of.provenance,
    source: guideSource(guide, of),
  });
  const isBelowZero = years?.some(({ whole }) => compare(whole.low, zero) < 0) === true;
  return [
    ...(period === undefined ? [] : [told("typical_year", guide.typical_year)]),
    ...(every === undefined && years !== undefined ? [told("reviews", guide.verifications)] : []),
    ...(isBelowZero ? [told("negative_year", guide.negative_year)] : []),
    ...ofMethodology,
    ...empty,
    ...rules.flatMap(({ assumptions }) => assumptions),
  ];
}
