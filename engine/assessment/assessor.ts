import type { AnswerRecord } from "../answers/record.ts";
import { present } from "../explain/present.ts";
import { fail, type Issue, ok, type Result } from "../issue.ts";
import type { Guide } from "../methodology/guide-schema.ts";
import type { Plan } from "../plan.ts";
import { exact, multiply, print } from "../quantity/exact.ts";
import type { CalculationReply } from "../service/protocol.ts";
import { engineVersion } from "../version.ts";
import { onlyOutputs, withOpened, withUnrounded } from "./alter-plan.ts";
import { type Assessed, assessVariant } from "./assess-project.ts";
import type {
  AssessmentRecord,
  AssessmentResult,
  AssessOptions,
  Assessor,
  Identity,
  NextStep,
  ProjectPlace,
  ProjectRecord,
  ProjectResult,
  VariantAnswers,
  VariantRecord,
  VariantResult,
} from "./assessment.ts";
import { readPrice } from "./money.ts";
import { nextQuestionsOf } from "./next-questions.ts";
import type { Evaluate } from "./outcome.ts";
import { movedRanges, renewAnswers } from "./renew-answers.ts";
import { runTypical, type TypicalRun } from "./run-typical.ts";
import { type OpenPlan, openRules } from "./scheme.ts";
import { seek as seekGoal } from "./seek.ts";
import { sensitivity as sensitivityOf } from "./sensitivity.ts";
import { projectsFor, thingIssue } from "./start-projects.ts";
import { type Circumstances, type OpenProject, type Subject, subjectOf } from "./subject.ts";
import { guideSource } from "./tell.ts";
import { type Counted, overlapsOf, totalsOf } from "./totals.ts";

export interface AssessorParts extends AssessOptions {
  readonly guide: Guide;
  /** Brings the newest edition of a methodology with names, sources, all tables and what range mode needs. */
  readonly open: OpenPlan;
}

const mostRemembered = 64;

/** The threshold of document support, tonnes a year on average, as the goal that is sought where none is named. */
const usualGoal = "100";

/**
 * Makes the functions that assess what one applicant has. Editions are opened once.
 *
 * @example
 * const assessor = createAssessor({ guide, open, asOf: "2026-11-22" });
 * const record = await assessor.start(["boiler", "cedar_forest"], { asOf: "2026-11-22" });
 */
export function createAssessor({ guide, open, asOf: today }: AssessorParts): Assessor {
  const opened = new Map<string, Promise<Result<OpenProject>>>();
  const focused = new WeakMap<Plan, Plan>();
  let rules: ReturnType<typeof openRules> | undefined;

  const remembered = new Map<string, TypicalRun>();

  /** The same answers come again and again while others change: of each the last evaluation is kept. */
  const evaluate: typeof runTypical = (plan, given, how, asOf) => {
    const { assumed, ranges, ...rest } = how;
    const key = JSON.stringify([plan.hash, given, rest, [...assumed], [...ranges], asOf]);
    const known = remembered.get(key) ?? runTypical(plan, given, how, asOf);
    remembered.delete(key);
    remembered.set(key, known);
    for (const oldest of remembered.keys()) {
      if (remembered.size <= mostRemembered) break;
      remembered.delete(oldest);
    }
    return known;
  };

  /** What was opened well is kept. */
  function openProject(id: string): Promise<Result<OpenProject>> {
    const known = opened.get(id) ?? openOnce(id);
    opened.set(id, known);
    void known.then((result) => result.ok || opened.delete(id));
    return known;
  }

  async function openOnce(id: string): Promise<Result<OpenProject>> {
    const own = Object.hasOwn(guide.methodologies, id) ? guide.methodologies[id] : undefined;
    if (own === undefined) {
      const facts = { found: id.slice(0, 64), known: Object.keys(guide.methodologies) };
      return fail([{ code: "assessment-methodology-unknown", severity: "error", path: [], facts }]);
    }
    const found = await open(id);
    if (!found.ok) return found;
    const plan = withOpened(found.value, own.asked ?? []);
    if (own.unrounded !== undefined) return ok({ plan, unrounded: own.unrounded });
    const { plan: altered, output } = withUnrounded(plan, own.yearly);
    return ok({ plan: altered, unrounded: output });
  }

  async function circumstancesOf(record: AssessmentRecord): Promise<Result<Circumstances>> {
    rules ??= openRules(guide, open);
    const found = await rules;
    if (!found.ok) {
      rules = undefined;
      return found;
    }
    return ok({ guide, rules: found.value, record, asOf: record.as_of ?? today, evaluate });
  }

  async function assessOne(
    circumstances: Circumstances,
    one: VariantRecord,
  ): Promise<{
    readonly result: VariantResult;
    readonly assessed?: Assessed;
    readonly identity?: Identity;
  }> {
    const project = await openProject(one.answers.methodology);
    if (!project.ok) return { result: failed(one, project.issues) };
    const { id, title } = one;
    const assessed = assessVariant(circumstances, project.value, {
      id,
      ...(title === undefined ? {} : { title }),
      answers: renewed(project.value.plan, one),
    });
    return { result: assessed.result, assessed };
  }

  async function assess(record: AssessmentRecord): Promise<AssessmentResult> {
    const circumstances = await circumstancesOf(record);
    const price = record.price === undefined ? undefined : readPrice(record.price);
    const issues: Issue[] = [
      ...(circumstances.ok ? [] : circumstances.issues),
      ...(price?.issues ?? []),
      ...record.has.flatMap((thing, at) => thingIssue(guide, thing, ["has", at])),
    ];
    const counted: Counted[] = [];
    const projects: ProjectResult[] = [];
    const identities = new Map<string, Identity>();
    for (const project of circumstances.ok ? record.projects : []) {
      if (!circumstances.ok) break;
      const { result, assessed } = await assessOne(circumstances.value, project);
      const variants: VariantResult[] = [];
      for (const variant of project.variants ?? []) {
        variants.push((await assessOne(circumstances.value, variant)).result);
      }
      const leftOut = project.left_out === true;
      const { thing } = project;
      projects.push({ ...result, ...(thing === undefined ? {} : { thing }), leftOut, variants });
      for (const one of [result, ...variants]) {
        if (one.methodology !== undefined) identities.set(one.methodology.edition, one.methodology);
      }
      for (const one of assessed?.scheme.identities ?? []) identities.set(one.edition, one);
      if (leftOut || result.status !== "ready" || assessed?.years === undefined) continue;
      counted.push({
        id: project.id,
        methodology: result.methodology?.id ?? "",
        assessed,
        years: assessed.years,
      });
    }
    const standing = projects.flatMap(({ id, methodology, leftOut }) =>
      methodology === undefined || leftOut ? [] : [{ id, methodology: methodology.id }],
    );
    return present({
      format: "assessment-result/1" as const,
      engine: engineVersion,
      asOf: record.as_of ?? today,
      guide: { format: guide.format, version: guide.version },
      projects,
      totals: totalsOf(guide, counted, price?.ends),
      overlaps: overlapsOf(guide, standing),
      steps: stepsOf(guide),
      identities: [...identities.values()].sort((a, b) => (a.edition < b.edition ? -1 : 1)),
      issues,
    });
  }

  interface Placed {
    readonly circumstances: Circumstances;
    readonly project: OpenProject;
    readonly one: VariantRecord;
    readonly answers: VariantAnswers;
    /** With the outputs that are looked at and no others. */
    readonly focus: (outputs: readonly string[]) => Subject;
  }

  async function place(record: AssessmentRecord, at: ProjectPlace): Promise<Result<Placed>> {
    const one = variantAt(record, at);
    if (!one.ok) return one;
    const circumstances = await circumstancesOf(record);
    if (!circumstances.ok) return circumstances;
    const project = await openProject(one.value.answers.methodology);
    if (!project.ok) return project;
    const answers = renewed(project.value.plan, one.value);
    const focus = (outputs: readonly string[]): Subject => {
      const { plan, unrounded } = project.value;
      const known = focused.get(plan);
      const isSame = known?.tree.outputs.map(({ id }) => id).join() === outputs.join();
      const narrow = isSame && known !== undefined ? known : onlyOutputs(plan, outputs);
      focused.set(plan, narrow);
      return subjectOf(circumstances.value, { plan: narrow, unrounded }, answers);
    };
    return ok({
      circumstances: circumstances.value,
      project: project.value,
      one: one.value,
      answers,
      focus,
    });
  }

  return {
    assess,
    nextQuestions: async (record, at) => {
      const placed = await place(record, at);
      if (!placed.ok) return placed;
      const { circumstances, project, one, answers, focus } = placed.value;
      const { result } = assessVariant(circumstances, project, { id: one.id, answers });
      const subject = focus([project.unrounded]);
      return ok(nextQuestionsOf(guide, subject, result, circumstances.asOf));
    },
    sensitivity: async (record, at, question = {}) => {
      const placed = await place(record, at);
      if (!placed.ok) return placed;
      const { circumstances, answers, focus, project } = placed.value;
      const output = question.output ?? totalOutput(guide, answers);
      const subject = focus(outputsOf(project, output));
      const { asOf } = circumstances;
      const evaluate = evaluateTypical(subject, asOf);
      const asked = { ...question, output, set: "plan" };
      return sensitivityOf(subject.plan, answers.answers, asked, { asOf }, evaluate);
    },
    seek: async (record, at, goal) => {
      const placed = await place(record, at);
      if (!placed.ok) return placed;
      const { circumstances, answers, focus, project } = placed.value;
      const output = goal.output ?? totalOutput(guide, answers);
      const subject = focus(outputsOf(project, output));
      const years = String(subject.period?.years.length ?? 1);
      const atLeast = goal.atLeast ?? print(multiply(exact(usualGoal), exact(years)));
      const { asOf } = circumstances;
      const evaluate = evaluateTypical(subject, asOf);
      const sought = { ...goal, output, atLeast, set: "plan" };
      return seekGoal(subject.plan, answers.answers, sought, { asOf }, evaluate);
    },
    start: async (things, options) => {
      const issues = things.flatMap((thing, at) => thingIssue(guide, thing, ["has", at]));
      if (issues.length > 0) return fail(issues);
      const { title, asOf } = options;
      return ok({
        format: "assessment/1",
        ...(title === undefined ? {} : { title }),
        as_of: asOf,
        has: [...things],
        projects: await projectsFor(guide, things, openProject),
      });
    },
    renew: async (record) => {
      const projects: ProjectRecord[] = [];
      for (const project of record.projects) {
        const own = await renewOne(project);
        if (!own.ok) return own;
        const variants: VariantRecord[] = [];
        for (const variant of project.variants ?? []) {
          const other = await renewOne(variant);
          if (!other.ok) return other;
          variants.push(other.value);
        }
        projects.push({ ...own.value, ...(variants.length === 0 ? {} : { variants }) });
      }
      return ok({ ...record, projects });
    },
  };

  async function renewOne<T extends VariantAnswers>(one: T): Promise<Result<T>> {
    const project = await openProject(one.answers.methodology);
    return project.ok ? ok(renewed(project.value.plan, one)) : project;
  }
}

function totalOutput(guide: Guide, { answers }: VariantAnswers): string {
  return guide.methodologies[answers.methodology]?.total ?? "";
}

/** The output that is looked at, where it is one of the edition; else all, so that it is told which there are. */
function outputsOf({ plan }: OpenProject, output: string): readonly string[] {
  const all = plan.tree.outputs.map(({ id }) => id);
  return all.includes(output) ? [output] : all;
}

/** Evaluates answers as those of a typical year. */
function evaluateTypical({ how }: Subject, asOf: string): Evaluate {
  return (plan, record): CalculationReply => {
    const { sets } = record as AnswerRecord;
    const { result, issues } = runTypical(plan, sets.plan?.given ?? {}, how, asOf);
    const hasErrors = issues.some(({ severity }) => severity === "error");
    return {
      sets: {
        plan:
          result === undefined || hasErrors
            ? { ok: false, issues, ...(result === undefined ? {} : { result }) }
            : { ok: true, result, warnings: issues },
      },
    };
  };
}

/** Answers and ends for the edition that was opened. */
function renewed<T extends VariantAnswers>(plan: Plan, one: T): T {
  return {
    ...one,
    answers: renewAnswers(plan, one.answers),
    ...(one.ranges === undefined ? {} : { ranges: movedRanges(plan.tree, one.ranges) }),
  };
}

function variantAt(record: AssessmentRecord, at: ProjectPlace): Result<VariantRecord> {
  const project = record.projects.find(({ id }) => id === at.project);
  if (project === undefined) {
    return fail([projectUnknown(at.project, record.projects)]);
  }
  if (at.variant === undefined) return ok(project);
  const variant = project.variants?.find(({ id }) => id === at.variant);
  return variant === undefined
    ? fail([projectUnknown(at.variant, project.variants ?? [])])
    : ok(variant);
}

function projectUnknown(found: string, known: readonly { readonly id: string }[]): Issue {
  const facts = { found: found.slice(0, 64), known: known.map(({ id }) => id) };
  return { code: "assessment-project-unknown", severity: "error", path: [], facts };
}

function stepsOf(guide: Guide): readonly NextStep[] {
  return Object.entries(guide.steps).map(([id, { label, detail, provenance, source }]) => ({
    id,
    label,
    detail,
    provenance,
    source: guideSource(guide, { source }),
  }));
}

function failed({ id, title }: VariantRecord, issues: readonly Issue[]): VariantResult {
  return {
    id,
    ...(title === undefined ? {} : { title }),
    status: "failed",
    years: [],
    checks: [],
    uses: [],
    money: { reviews: [] },
    monitoring: [],
    missing: [],
    asked: [],
    assumptions: [],
    unconfirmed: [],
    sources: [],
    issues,
  };
}
