import { present } from "../explain/present.ts";
import type { Issue } from "../issue.ts";
import { parseFiscalYear } from "../methodology/period.ts";
import { type Exact, print, zero } from "../quantity/exact.ts";
import {
  amountsOf,
  creditsOf,
  notBelowZero,
  sumYears,
  tonne,
  writeSums,
  type YearEnds,
} from "./amounts.ts";
import type {
  CreditingPeriod,
  MissingAnswer,
  VariantAnswers,
  VariantResult,
  YearResult,
} from "./assessment.ts";
import { daysIn } from "./crediting-period.ts";
import { type Ends, writeEnds } from "./ends.ts";
import {
  moneyByYear,
  readEvery,
  readPrice,
  reviewCosts,
  reviewsOf,
  writeYearMoney,
} from "./money.ts";
import { assumptionsIn } from "./project-assumptions.ts";
import { moneyAnswers, moneyResult } from "./project-money.ts";
import { thresholds, usesOf } from "./rule-results.ts";
import type { TypicalRun } from "./run-typical.ts";
import type { RuleRun, Scheme } from "./scheme.ts";
import {
  type Circumstances,
  givenOf,
  type OpenProject,
  type Subject,
  subjectOf,
} from "./subject.ts";
import {
  askedIn,
  checksOf,
  documentsOf,
  identityOf,
  missingIn,
  monitoringOf,
  unconfirmedIn,
} from "./tell.ts";

export interface Assessed {
  readonly result: VariantResult;
  /** Absent where there are no figures. */
  readonly years?: readonly YearEnds[];
  readonly scheme: Scheme;
}

/** One project or variant of a record, its answers under the ids of the edition that was opened. */
export interface AssessedPart {
  readonly id: string;
  readonly title?: string;
  readonly answers: VariantAnswers;
}

/**
 * Assesses one project or variant: its methodology over the crediting period, then the rules of the scheme with what comes
 * of it.
 */
export function assessVariant(
  circumstances: Circumstances,
  open: OpenProject,
  { id, title, answers }: AssessedPart,
): Assessed {
  const { guide, record, asOf } = circumstances;
  const subject = subjectOf(circumstances, open, answers);
  const { plan, scheme, period, periodRun } = subject;
  const run = circumstances.evaluate(plan, givenOf(answers), subject.how, asOf);
  const { result } = run;
  const years = yearsOf(circumstances, subject, run);
  const sums = years && sumYears(years);

  const { uses: usesId, money: moneyId, program: programId } = guide.scheme;
  const asked = moneyAnswers(periodRun, sums?.whole);
  const moneyRun = scheme.run(moneyId, asked);
  const reviewRuns = guide.scheme.review_cases.flatMap((filled) =>
    (["low", "high"] as const).map((end) => scheme.run(moneyId, { ...asked, filled, end })),
  );
  const certified = `${print(notBelowZero(sums?.whole.low ?? zero))} ${tonne}`;
  const usesRun = scheme.run(usesId, { given: { certified } });
  const programRun =
    answers.form === "program" && period !== undefined
      ? scheme.run(programId, { period: { from: period.from, to: period.to } })
      : undefined;

  const price = record.price === undefined ? undefined : readPrice(record.price).ends;
  const every = answers.verify_every === undefined ? undefined : readEvery(answers.verify_every);
  const reviews = reviewsOf(reviewRuns);
  const costs = years && costsOf(years.length, reviews, every);
  const received = years?.map((year) => year.received);
  const money = received && moneyByYear(received, price, costs);

  const rules = [periodRun, moneyRun, usesRun];
  const issues = [
    ...run.issues,
    ...[...rules, ...(programRun === undefined ? [] : [programRun])].flatMap(issuesOfRule),
    ...(result?.issues ?? []),
  ];
  const missing = missingOf(subject, run);
  const told = present({
    id,
    title,
    status: statusOf(circumstances, subject, run, { hasFigures: years !== undefined, missing }),
    methodology: identityOf(plan),
    period,
    years: (years ?? []).map(
      (one, at): YearResult => ({
        year: one.year,
        ...daysIn(period as CreditingPeriod, parseFiscalYear(one.year) ?? 0),
        unrounded: writeEnds(one.unrounded, tonne),
        whole: writeEnds(one.whole, tonne),
        buffer: writeEnds(one.buffer, tonne),
        received: writeEnds(one.received, tonne),
        ...writeYearMoney(money?.[at] ?? {}),
      }),
    ),
    sums: sums && writeSums(sums, years?.length ?? 1),
    checks: [
      ...checksOf(plan, run),
      ...periodRun.checks,
      ...moneyRun.checks,
      ...(programRun?.checks ?? []),
      ...thresholds(guide, moneyRun, moneyId),
    ],
    uses: usesOf(usesRun),
    money: moneyResult({ price, every, years, money, moneyRun, reviews }),
    monitoring: result === undefined ? [] : monitoringOf(plan, result),
    missing,
    asked: result === undefined ? [] : askedIn(result),
    assumptions: assumptionsIn(guide, subject, run, rules, { every, years }),
    unconfirmed: [{ plan, run }, ...rules].flatMap((one) =>
      one.run.result === undefined ? [] : unconfirmedIn(one.plan, one.run.result),
    ),
    sources: documentsOf(plan.tree),
    issues,
  });
  return {
    result: told,
    scheme,
    ...(years && {
      years: years.map((one, at) => ({ ...one, ...(costs?.[at] && { cost: costs[at] }) })),
    }),
  };
}

/** Issues of the answers to a rule, at their places in the answers to the scheme. */
function issuesOfRule({ plan, run }: RuleRun): readonly Issue[] {
  return run.issues.map((issue) => {
    const [given, ...rest] = issue.path;
    return given === "given" ? { ...issue, path: ["scheme", plan.tree.id, ...rest] } : issue;
  });
}

/** Amounts and credits of every fiscal year; `undefined` where one of them has no figure. */
function yearsOf(
  { guide }: Circumstances,
  { period, scheme, methodology, unrounded }: Subject,
  { result }: TypicalRun,
): readonly YearEnds[] | undefined {
  const yearly = guide.methodologies[methodology]?.yearly ?? "";
  const amounts = period && amountsOf(result, period, yearly, unrounded);
  if (period === undefined || amounts === undefined) return undefined;
  const known = new Map<string, { readonly buffer: Exact; readonly received: Exact }>();
  const years = period.years.flatMap((year, at): readonly YearEnds[] => {
    const whole = amounts.whole[at];
    const before = amounts.unrounded[at];
    const credits = whole && creditsOf(scheme, guide.scheme.uses, whole, known);
    if (whole === undefined || before === undefined || credits === undefined) return [];
    return [{ year, unrounded: before, whole, ...credits }];
  });
  return years.length === period.years.length ? years : undefined;
}

function costsOf(
  years: number,
  reviews: ReturnType<typeof reviewsOf>,
  every: number | undefined,
): readonly Ends[] | undefined {
  const costOf = (review: string) => reviews.find(({ id }) => id === review)?.ends;
  const validation = costOf("validation");
  const verification = costOf("verification");
  return validation === undefined || verification === undefined
    ? undefined
    : reviewCosts(years, { validation, verification }, every);
}

/** What has to be answered before there are figures: of the methodology what the amount hangs on, and of the period. */
function missingOf(
  { plan, period, periodRun }: Subject,
  run: TypicalRun,
): readonly MissingAnswer[] {
  const own = run.result === undefined ? [] : missingIn(plan, run.result);
  return period === undefined ? [...missingInRules(periodRun), ...own] : own;
}

function missingInRules({ plan, run }: RuleRun): readonly MissingAnswer[] {
  return run.result === undefined ? [] : missingIn(plan, run.result);
}

/**
 * A condition that makes a methodology not apply or refuses answers leaves figures for comparison only, unless the guide
 * lets a first estimate do without it.
 */
function statusOf(
  { guide }: Circumstances,
  { methodology, periodRun }: Subject,
  { result, issues }: TypicalRun,
  found: { readonly hasFigures: boolean; readonly missing: readonly MissingAnswer[] },
): VariantResult["status"] {
  const isError = ({ severity }: { readonly severity: string }) => severity === "error";
  if (issues.some(isError) || periodRun.run.issues.some(isError)) return "failed";
  if (!found.hasFigures) {
    // Ends that are too far apart for a figure come closer with answers.
    const isWide = result?.issues.some(({ code }) => code === "range-too-wide") === true;
    return found.missing.length > 0 || isWide ? "needs_answers" : "failed";
  }
  const rough = guide.methodologies[methodology]?.rough ?? [];
  const isRefused = result?.conditions.some(
    ({ id, effect, holds }) => holds === false && effect !== "warn" && !rough.includes(id),
  );
  return isRefused === true ? "does_not_apply" : "ready";
}
