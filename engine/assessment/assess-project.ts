import { isExact } from "../evaluate/absent.ts";
import { present } from "../explain/present.ts";
import type { Issue } from "../issue.ts";
import type { Guide } from "../methodology/guide-schema.ts";
import { parseFiscalYear } from "../methodology/period.ts";
import type { Plan } from "../plan.ts";
import {
  compare,
  divide,
  type Exact,
  exact,
  print,
  readExact,
  sign,
  zero,
} from "../quantity/exact.ts";
import type { CalculationResult, OutputResult } from "../result/result.ts";
import type {
  AssessmentRecord,
  Assumption,
  CheckResult,
  CreditingPeriod,
  Given,
  Money,
  Sums,
  UseResult,
  VariantAnswers,
  VariantResult,
  YearResult,
} from "./assessment.ts";
import { creditingPeriod, daysIn } from "./crediting-period.ts";
import { addEnds, atEnds, type Ends, endsOfResult, isPoint, writeEnds } from "./ends.ts";
import {
  moneyByYear,
  paidBy,
  readEvery,
  readPrice,
  reviewCosts,
  reviewsOf,
  sumMoney,
  verificationsIn,
  writeYearMoney,
  type YearMoney,
} from "./money.ts";
import { type RangeFor, runTypical, type TypicalRun, type TypicalYear } from "./run-typical.ts";
import { type RuleRun, type Scheme, schemeOf } from "./scheme.ts";
import {
  askedIn,
  assumptionsOf,
  checksOf,
  documentsOf,
  guideSource,
  identityOf,
  missingIn,
  monitoringOf,
  unconfirmedIn,
} from "./tell.ts";

const tonne = "t-CO2";

/** What all projects of one assessment share. */
export interface Circumstances {
  readonly guide: Guide;
  readonly rules: ReadonlyMap<string, Plan>;
  readonly record: AssessmentRecord;
  readonly asOf: string;
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
      repeats: own?.repeats ?? [],
      assumed: new Map(),
      ranges,
    },
  };
}

/** Whole tonnes and what is before them, by fiscal year; `undefined` where a year has no figure. */
export interface Amounts {
  readonly unrounded: readonly Ends[];
  readonly whole: readonly Ends[];
}

/** Reads the amounts of every year of the period. */
export function amountsOf(
  result: CalculationResult | undefined,
  period: CreditingPeriod,
  yearly: string,
  unrounded: string,
): Amounts | undefined {
  const along = (output: OutputResult | undefined): readonly Ends[] | undefined => {
    const all = period.years.map((year) =>
      endsOfResult(output?.values?.find(({ at }) => at.years === year)),
    );
    return all.every((ends) => ends !== undefined) ? all : undefined;
  };
  const whole = along(result?.results[yearly]);
  const before = along(result?.results[unrounded]);
  return whole === undefined || before === undefined ? undefined : { whole, unrounded: before };
}

/** A year below zero issues nothing. */
function notBelowZero(value: Exact): Exact {
  return sign(value) < 0 ? zero : value;
}

/** The buffer and what the holder receives, of one fiscal year: by the rules, at both ends. */
export function creditsOf(
  scheme: Scheme,
  uses: string,
  whole: Ends,
  known: Map<string, { readonly buffer: Exact; readonly received: Exact }>,
): { readonly buffer: Ends; readonly received: Ends } | undefined {
  const at = (value: Exact) => {
    const certified = print(notBelowZero(value));
    const held = known.get(certified);
    if (held !== undefined) return held;
    const { output } = scheme.run(uses, { certified: `${certified} ${tonne}` });
    const buffer = readExact(output("buffer")?.value ?? "");
    const received = readExact(output("received")?.value ?? "");
    if (buffer === undefined || received === undefined) return undefined;
    known.set(certified, { buffer, received });
    return { buffer, received };
  };
  const low = at(whole.low);
  const high = at(whole.high);
  if (low === undefined || high === undefined) return undefined;
  return {
    buffer: { low: low.buffer, high: high.buffer },
    received: { low: low.received, high: high.received },
  };
}

/** Amounts, credits and money of a project by year, as ends: what totals are made from. */
export interface YearEnds {
  readonly year: string;
  readonly unrounded: Ends;
  readonly whole: Ends;
  readonly buffer: Ends;
  readonly received: Ends;
  readonly cost?: Ends;
}

export interface Assessed {
  readonly result: VariantResult;
  /** Absent where there are no figures. */
  readonly years?: readonly YearEnds[];
  readonly scheme: Scheme;
}

/** Assesses one project or variant. */
export function assessVariant(
  circumstances: Circumstances,
  open: OpenProject,
  {
    id,
    title,
    answers,
  }: { readonly id: string; readonly title?: string; readonly answers: VariantAnswers },
): Assessed {
  const { guide, record, asOf } = circumstances;
  const subject = subjectOf(circumstances, open, answers);
  const { plan, scheme, period, periodRun, methodology } = subject;
  const own = guide.methodologies[methodology];
  const run = runTypical(plan, givenOf(answers), subject.how, asOf);
  const { result } = run;
  const amounts =
    period === undefined ? undefined : amountsOf(result, period, own?.yearly ?? "", open.unrounded);
  const known = new Map<string, { readonly buffer: Exact; readonly received: Exact }>();
  const { uses: usesId, money: moneyId, program: programId } = guide.scheme;
  const credits = amounts?.whole.map((whole) => creditsOf(scheme, usesId, whole, known));
  const isWhole = credits?.every((one) => one !== undefined) === true;
  const years =
    period === undefined || amounts === undefined || credits === undefined || !isWhole
      ? undefined
      : period.years.map((year, at) => ({
          year,
          unrounded: amounts.unrounded[at] as Ends,
          whole: amounts.whole[at] as Ends,
          buffer: credits[at]?.buffer as Ends,
          received: credits[at]?.received as Ends,
        }));
  const sums = years && sumYears(years);
  const moneyRun = runMoney(scheme, moneyId, periodRun, sums?.whole);
  const usesRun = scheme.run(usesId, {
    certified: `${print(notBelowZero(sums?.whole.low ?? zero))} ${tonne}`,
  });
  const programRun =
    answers.form === "program" && period !== undefined ? scheme.run(programId) : undefined;
  const price = record.price === undefined ? undefined : readPrice(record.price).ends;
  const every = answers.verify_every === undefined ? undefined : readEvery(answers.verify_every);
  const reviews = reviewsOf(moneyRun);
  const costOf = (review: string) => reviews.find((one) => one.id === review)?.ends;
  const validation = costOf("validation");
  const verification = costOf("verification");
  const costs =
    years === undefined || validation === undefined || verification === undefined
      ? undefined
      : reviewCosts(years.length, { validation, verification }, every);
  const money =
    years &&
    moneyByYear(
      years.map(({ received }) => received),
      price,
      costs,
    );
  const rough = own?.rough ?? [];
  const isRefused = run.result?.conditions.some(
    ({ id: condition, effect, holds }) =>
      holds === false && effect !== "warn" && !rough.includes(condition),
  );
  const issues = [
    ...run.issues,
    ...[periodRun, moneyRun, programRun].flatMap((rule) =>
      rule === undefined ? [] : issuesOf(rule),
    ),
  ];
  const hasErrors = issues.some(({ severity }) => severity === "error");
  const checks: readonly CheckResult[] = [
    ...checksOf(plan, run),
    ...periodRun.checks,
    ...moneyRun.checks,
    ...(programRun?.checks ?? []),
    ...thresholds(guide, moneyRun, moneyId),
  ];
  const isFailed =
    hasErrors ||
    result?.issues.some(
      ({ severity, code }) =>
        severity === "error" && !["condition-refused", "range-too-wide"].includes(code),
    );
  const status =
    years === undefined
      ? hasErrors || (isFailed && missingOf(run, periodRun, subject).length === 0)
        ? "failed"
        : "needs_answers"
      : isRefused
        ? "does_not_apply"
        : hasErrors
          ? "failed"
          : "ready";
  const told: VariantResult = present({
    id,
    title,
    status: status as VariantResult["status"],
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
    checks,
    uses: usesOf(usesRun),
    money: moneyResult({ price, every, years, money, moneyRun, reviews, scheme, moneyId }),
    monitoring: result === undefined ? [] : monitoringOf(plan, result),
    missing: missingOf(run, periodRun, subject),
    asked: result === undefined ? [] : askedIn(result),
    assumptions: assumptionsIn(guide, subject, run, [periodRun, moneyRun, usesRun], {
      every,
      years,
    }),
    unconfirmed: [
      ...(result === undefined ? [] : unconfirmedIn(plan, result)),
      ...[periodRun, moneyRun, usesRun].flatMap((rule) =>
        rule.run.result === undefined ? [] : unconfirmedIn(rule.plan, rule.run.result),
      ),
    ],
    sources: documentsOf(plan.tree),
    issues: [...issues, ...(result?.issues ?? [])],
  }) as VariantResult;
  return {
    result: told,
    scheme,
    ...(years && {
      years: years.map((one, at) => ({ ...one, ...(costs?.[at] && { cost: costs[at] }) })),
    }),
  };
}

/** Issues of answers to a rule, at their places in the answers to the scheme. */
function issuesOf({ plan, run }: RuleRun): readonly Issue[] {
  return run.issues.map((issue) => {
    const [given, ...rest] = issue.path;
    return given === "given" ? { ...issue, path: ["scheme", plan.tree.id, ...rest] } : issue;
  });
}

/** What has to be answered before there are figures: of the methodology what the amount hangs on, and of the period. */
function missingOf(run: TypicalRun, periodRun: RuleRun, { plan, period }: Subject) {
  const own = run.result === undefined ? [] : missingIn(plan, run.result);
  const { result } = periodRun.run;
  const ofPeriod =
    period === undefined && result !== undefined ? missingIn(periodRun.plan, result) : [];
  return [...ofPeriod, ...own];
}

interface SumEnds {
  readonly unrounded: Ends;
  readonly whole: Ends;
  readonly buffer: Ends;
  readonly received: Ends;
}

export function sumYears(years: readonly Omit<YearEnds, "year">[]): SumEnds | undefined {
  const sum = (name: keyof SumEnds): Ends =>
    years.map((year) => year[name]).reduce(addEnds, { low: zero, high: zero });
  return years.length === 0
    ? undefined
    : {
        unrounded: sum("unrounded"),
        whole: sum("whole"),
        buffer: sum("buffer"),
        received: sum("received"),
      };
}

export function writeSums(sums: SumEnds, years: number): Sums {
  const count = exact(String(years));
  return {
    unrounded: writeEnds(sums.unrounded, tonne),
    whole: writeEnds(sums.whole, tonne),
    buffer: writeEnds(sums.buffer, tonne),
    received: writeEnds(sums.received, tonne),
    yearlyAverage: writeEnds(
      atEnds(sums.whole, (value) => divide(value, count)),
      "t-CO2/yr",
    ),
  };
}

/** The rules on payback, support and review cost, with the expected total where it is above zero. */
function runMoney(
  scheme: Scheme,
  money: string,
  periodRun: RuleRun,
  total: Ends | undefined,
): RuleRun {
  const years = periodRun.output("whole_years")?.value;
  const crediting = years !== undefined && years !== "0" ? { crediting_years: `${years} yr` } : {};
  if (total === undefined || sign(total.high) <= 0) return scheme.run(money, crediting);
  const high = `${print(total.high)} ${tonne}`;
  if (sign(total.low) <= 0 || isPoint(total)) {
    // An expected total of zero is no project: of ends from zero on, support is asked for the best.
    return isPoint(total)
      ? scheme.run(money, { ...crediting, expected_total: high })
      : scheme.run(money, crediting, { expected_total: { low: `1 ${tonne}`, high } });
  }
  const low = `${print(total.low)} ${tonne}`;
  return scheme.run(money, crediting, { expected_total: { low, high } });
}

/** Outputs that are yes or no, as checks on which nothing but support depends. */
function thresholds(
  guide: Guide,
  { plan, run, output }: RuleRun,
  id: string,
): readonly CheckResult[] {
  const { result } = run;
  return (guide.scheme.thresholds[id] ?? []).flatMap((name): readonly CheckResult[] => {
    const found = output(name);
    const formula = plan.tree.formulas.find((one) => one.id === name);
    if (found === undefined || formula === undefined) return [];
    const { value } = found;
    const outcome = value === "true" ? "holds" : value === "false" ? "fails" : "unknown";
    const { version } = plan.tree;
    const missing =
      outcome === "unknown" && result !== undefined
        ? missingIn(plan, result).filter((one) =>
            result.missing.some(
              ({ input, needed_by: by }) =>
                input === one.input && by.some((need) => need.id === name),
            ),
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

function usesOf({ plan, output }: RuleRun): readonly UseResult[] {
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

function moneyResult({
  price,
  every,
  years,
  money,
  moneyRun,
  reviews,
}: {
  readonly price: Ends | undefined;
  readonly every: number | undefined;
  readonly years: readonly { readonly year: string }[] | undefined;
  readonly money: readonly YearMoney[] | undefined;
  readonly moneyRun: RuleRun;
  readonly reviews: ReturnType<typeof reviewsOf>;
  readonly scheme: Scheme;
  readonly moneyId: string;
}): Money {
  const { run, plan, output } = moneyRun;
  const answered = (id: string): Ends | undefined => {
    const value = run.inputs?.values[plan.at.inputs.get(id) ?? -1]?.[0];
    return value !== undefined && isExact(value) ? { low: value, high: value } : undefined;
  };
  const yen = (ends: Ends | undefined) => ends && writeEnds(ends, "JPY");
  const payback = endsOfResult(output("payback") as never);
  const sums = money === undefined ? {} : sumMoney(money);
  return present({
    price: price && writeEnds(price, "JPY/t-CO2"),
    investment: yen(answered("investment")),
    subsidy: yen(answered("subsidy")),
    payback: payback && writeEnds(payback, "yr"),
    reviews: reviews.map(({ ends, ...told }) => told),
    verifications: years && writeEnds(verificationsIn(years.length, every), "1"),
    revenue: yen(sums.revenue),
    reviewCost: yen(sums.cost),
    net: yen(sums.net),
    paidBy:
      money &&
      years &&
      paidBy(
        years.map(({ year }) => year),
        money,
      ),
  }) as Money;
}

/** Everything that stood in for an answer or a fact of the years to come. */
function assumptionsIn(
  guide: Guide,
  { plan, methodology, answers, period }: Subject,
  run: TypicalRun,
  rules: readonly RuleRun[],
  {
    every,
    years,
  }: {
    readonly every: number | undefined;
    readonly years: readonly YearEnds[] | readonly { whole: Ends }[] | undefined;
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
