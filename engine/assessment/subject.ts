import type { Guide } from "../methodology/guide-schema.ts";
import type { Plan } from "../plan.ts";
import type { AssessmentRecord, CreditingPeriod, Given, VariantAnswers } from "./assessment.ts";
import { creditingPeriod } from "./crediting-period.ts";
import type { RangeFor, runTypical, TypicalYear } from "./run-typical.ts";
import { type RuleRun, type Scheme, schemeOf } from "./scheme.ts";

/** What all projects of one assessment share. */
export interface Circumstances {
  readonly guide: Guide;
  readonly rules: ReadonlyMap<string, Plan>;
  readonly record: AssessmentRecord;
  readonly asOf: string;
  /** `runTypical`, or the same with a memory. */
  readonly evaluate: typeof runTypical;
}

/** A methodology that was opened, with the amount before it is cut down among its outputs. */
export interface OpenProject {
  readonly plan: Plan;
  readonly unrounded: string;
}

/** One project or variant, put together from the record and the guide. */
export interface Subject extends OpenProject {
  readonly methodology: string;
  readonly answers: VariantAnswers;
  readonly scheme: Scheme;
  readonly periodRun: RuleRun;
  readonly period: CreditingPeriod | undefined;
  readonly how: TypicalYear;
}

/** The answers of the one set of a project. */
export function givenOf({ answers }: VariantAnswers): Given {
  return answers.sets.plan?.given ?? {};
}

/** Everything that is needed to evaluate a project, as often as one likes. */
export function subjectOf(
  { guide, rules, record, asOf }: Circumstances,
  { plan, unrounded }: OpenProject,
  answers: VariantAnswers,
): Subject {
  const methodology = plan.tree.id;
  const own = guide.methodologies[methodology];
  const scheme = schemeOf(guide, rules, record, methodology, answers, asOf);
  const periodRun = scheme.run(guide.scheme.period);
  const period = creditingPeriod(periodRun);
  const ranges = new Map<string, RangeFor>([
    ...Object.entries(own?.ranges ?? {}),
    ...Object.entries(answers.ranges ?? {}),
  ]);
  return {
    plan,
    unrounded,
    methodology,
    answers,
    scheme,
    periodRun,
    period,
    how: {
      ...(period === undefined ? {} : { period: { from: period.from, to: period.to } }),
      amounts: own?.amounts ?? [],
      begins: own?.begins ?? [],
      beginsUnless: own?.begins_unless ?? {},
      repeats: own?.repeats ?? [],
      asked: own?.asked ?? [],
      assumed: new Map(),
      ranges,
    },
  };
}
