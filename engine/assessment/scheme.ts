import { isBlank } from "../answers/sort-answers.ts";
import type { Result } from "../issue.ts";
import type { Guide } from "../methodology/guide-schema.ts";
import { endOfFiscalYear, fiscalYearOf, parseDay, printDay } from "../methodology/period.ts";
import type { Plan } from "../plan.ts";
import type { OutputResult } from "../result/result.ts";
import { withOpened } from "./alter-plan.ts";
import type {
  AssessmentRecord,
  Assumption,
  CheckResult,
  Given,
  Identity,
  SchemeAnswers,
  VariantAnswers,
} from "./assessment.ts";
import { type RangeFor, runTypical, type TypicalRun } from "./run-typical.ts";
import { assumptionsOf, checksOf, guideSource, identityOf } from "./tell.ts";

/** Brings the newest edition of a methodology with everything that range mode and a reader need. */
export type OpenPlan = (id: string) => Promise<Result<Plan>>;

/** The rules of the scheme for one project: their answers put together, each methodology evaluated by the engine. */
export interface Scheme {
  /** Evaluates a methodology of the rules; `more` comes before every other answer. */
  readonly run: (id: string, more?: RuleAnswers) => RuleRun;
  /** The answer in force, with what the guide assumes. */
  readonly answer: (id: string, input: string) => string | undefined;
  readonly identities: readonly Identity[];
}

/** What comes from the assessment itself and before every other answer, and what fills open ones. */
export interface RuleAnswers {
  readonly given?: Given;
  readonly ranges?: Readonly<Record<string, RangeFor>>;
  readonly filled?: Readonly<Record<string, string>>;
  readonly end?: "low" | "high";
  /** For rules that know a period. */
  readonly period?: { readonly from: string; readonly to: string };
}

export interface RuleRun {
  readonly plan: Plan;
  readonly run: TypicalRun;
  readonly checks: readonly CheckResult[];
  readonly assumptions: readonly Assumption[];
  readonly output: (name: string) => OutputResult | undefined;
}

/** The plans of the rules, opened once. */
export async function openRules(
  guide: Guide,
  open: OpenPlan,
): Promise<Result<ReadonlyMap<string, Plan>>> {
  const { period, money, uses, program } = guide.scheme;
  const plans = new Map<string, Plan>();
  for (const id of new Set([period, money, uses, program])) {
    const plan = await open(id);
    if (!plan.ok) return plan;
    plans.set(id, withOpened(plan.value, guide.scheme.open[id] ?? []));
  }
  return { ok: true, value: plans, warnings: [] };
}

/** 1 April after a day. */
function nextApril(asOf: string): string {
  return printDay(endOfFiscalYear(fiscalYearOf(parseDay(asOf) ?? 0)) + 1);
}

function splitPlace(place: string): readonly [methodology: string, input: string] {
  const at = place.indexOf(".");
  return [place.slice(0, at), place.slice(at + 1)];
}

/** Puts the answers to the rules together: a project's own before those of all, both before what the guide says. */
export function schemeOf(
  guide: Guide,
  rules: ReadonlyMap<string, Plan>,
  record: AssessmentRecord,
  methodology: string,
  project: VariantAnswers,
  asOf: string,
): Scheme {
  const own = guide.methodologies[methodology];
  const layers: readonly SchemeAnswers[] = [
    (own?.scheme ?? {}) as SchemeAnswers,
    (project.form === "program" ? (own?.program ?? {}) : {}) as SchemeAnswers,
    record.scheme ?? {},
    project.scheme ?? {},
  ];
  const given = new Map<string, Record<string, Given[string]>>();
  for (const id of rules.keys()) {
    const answers = layers.flatMap((layer) =>
      Object.entries(layer[id] ?? {}).filter(([, answer]) => !isBlank(answer)),
    );
    given.set(id, Object.fromEntries(answers));
  }
  const dates = new Map<string, string>();
  const answerAt = (place: string): string | undefined => {
    const [id, input] = splitPlace(place);
    const answer = given.get(id)?.[input];
    return typeof answer === "string" ? answer : dates.get(place);
  };
  for (const place of guide.scheme.next_april) {
    if (answerAt(place) === undefined) dates.set(place, nextApril(asOf));
  }
  for (const [place, other] of Object.entries(guide.scheme.same)) {
    const answer = answerAt(other);
    if (answerAt(place) === undefined && answer !== undefined) dates.set(place, answer);
  }
  const assumedOf = (id: string): ReadonlyMap<string, string> => {
    const own = [...dates].flatMap(([place, text]): [string, string][] => {
      const [of, input] = splitPlace(place);
      return of === id ? [[input, text]] : [];
    });
    const told = Object.entries(guide.scheme.assumed[id] ?? {});
    return new Map([...own, ...told.map(([input, { value }]): [string, string] => [input, value])]);
  };
  const kind = answerAt(`${guide.scheme.period}.kind`) ?? "";
  return {
    identities: [...rules]
      .filter(([id]) => id !== guide.scheme.program || project.form === "program")
      .map(([, plan]) => identityOf(plan)),
    answer: (id, input) => answerAt(`${id}.${input}`) ?? assumedOf(id).get(input),
    run: (id, { given: more = {}, ranges = {}, filled = {}, end, period } = {}) => {
      const plan = rules.get(id);
      if (plan === undefined) throw new Error(`the guide names no rules ${id}`);
      const how = {
        amounts: [],
        begins: [],
        repeats: [],
        assumed: new Map([...assumedOf(id), ...Object.entries(filled)]),
        ranges: new Map(Object.entries(ranges)),
        ...(end === undefined ? {} : { end }),
        ...(period === undefined ? {} : { period }),
      };
      const answers = { ...given.get(id), ...more };
      const run = runTypical(plan, answers, how, asOf);
      const told = guide.scheme.assumed[id] ?? {};
      const isComputed = (input: string) => Object.hasOwn(ranges, input);
      return {
        plan,
        run,
        checks: checksOf(
          plan,
          run,
          [...(guide.scheme.checks[id] ?? []), ...(guide.scheme.checks_by_kind[kind]?.[id] ?? [])],
          guide.scheme.computed[id],
        ),
        assumptions: assumptionsOf(plan, run, ({ input }) => {
          const origin = told[input];
          return origin === undefined
            ? { provenance: "unconfirmed" }
            : { provenance: origin.provenance, source: guideSource(guide, origin) };
        })
          .filter(({ input = "" }) => !isComputed(input))
          .map((one) => ({
            ...one,
            kind: dates.has(`${id}.${one.input ?? ""}`) ? ("period" as const) : one.kind,
          })),
        output: (name) => run.result?.results[name],
      };
    },
  };
}
