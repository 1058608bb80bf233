import type { AnswerSet } from "../../engine/answers/record.ts";
import type {
  AnswerRange,
  AssessmentRecord,
  Given,
  ProjectRecord,
  SchemeAnswers,
  VariantAnswers,
} from "../../engine/assessment/assessment.ts";
import type { Form } from "../../engine/methodology/form.ts";
import { answersOf } from "../../widgets/answers/answer-set.ts";
import { type Draft, itemsOf } from "../../widgets/answers/draft.ts";
import { draftOf } from "../../widgets/answers/open-answers.ts";
import type { AssessmentState, Case, Project, SchemeDrafts } from "./state.ts";
import { putRanges, takeRanges } from "./typed-range.ts";
import { typicalForm } from "./typical-form.ts";

/** Between what is entered on the page and the record that is saved, shared and assessed. */

/** Forms by methodology id, as they are built. */
export type Forms = Readonly<Record<string, Form>>;

/** The unit in which a price is entered. */
const priceUnit = "JPY/t-CO2";

/** The record of what was entered. */
export function recordOf(state: AssessmentState, forms: Forms): AssessmentRecord {
  const scheme = schemeAnswersOf(state.shared, forms);
  const price = priceOf(state.price);
  return {
    format: "assessment/1",
    ...(state.title.trim() === "" ? {} : { title: state.title }),
    ...(state.asOf === "" ? {} : { as_of: state.asOf }),
    has: state.has,
    ...(scheme === undefined ? {} : { scheme }),
    ...(price === undefined ? {} : { price }),
    projects: [
      ...state.projects.map((project) => projectRecordOf(project, forms)),
      ...state.unread,
    ],
  };
}

function projectRecordOf(project: Project, forms: Forms): ProjectRecord {
  const [base, ...others] = project.cases;
  return {
    id: project.id,
    ...(project.title === "" ? {} : { title: project.title }),
    ...(project.thing === undefined ? {} : { thing: project.thing }),
    ...(project.leftOut ? { left_out: true } : {}),
    ...answersOfCase(base, forms),
    ...(others.length === 0
      ? {}
      : {
          variants: others.map((one) => ({
            id: one.id,
            ...(one.title === "" ? {} : { title: one.title }),
            ...answersOfCase(one, forms),
          })),
        }),
  };
}

function answersOfCase(
  { form, draft, scheme, planForm, verifyEvery, kept }: Case,
  forms: Forms,
): VariantAnswers {
  const taken = takeRanges(form, draft);
  const own = schemeAnswersOf(scheme, forms);
  const fieldless = Object.entries(kept.ranges ?? {}).filter(([id]) => !hasField(form, draft, id));
  const ranges = { ...Object.fromEntries(fieldless), ...taken.ranges };
  return {
    answers: {
      format: "answers/1",
      methodology: form.id,
      version: form.version,
      hash: form.hash,
      sets: { plan: answersOf(form, taken.draft) },
    },
    ...(Object.keys(ranges).length === 0 ? {} : { ranges }),
    ...(own === undefined ? {} : { scheme: own }),
    ...(planForm === "" ? {} : { form: planForm }),
    ...(verifyEvery.trim() === "" ? {} : { verify_every: verifyEvery.trim() }),
  };
}

/** Whether a question has a field into which two ends are typed. */
function hasField(form: Form, draft: Draft, id: string): boolean {
  const input = form.inputs.find((one) => one.id === id);
  if (input === undefined || input.per.length > 0) return false;
  return input.list === undefined || itemsOf(draft, input.list).length > 0;
}

function schemeAnswersOf(drafts: SchemeDrafts, forms: Forms): SchemeAnswers | undefined {
  const answers = Object.entries(drafts).flatMap(([id, draft]): (readonly [string, Given])[] => {
    const form = forms[id];
    if (form === undefined) return [];
    const { given } = answersOf(typicalForm(form), draft);
    return Object.keys(given).length === 0 ? [] : [[id, given]];
  });
  return answers.length === 0 ? undefined : Object.fromEntries(answers);
}

/** One end stands for both. */
function priceOf({ low, high }: AnswerRange): AnswerRange | undefined {
  const [first, last] = [low.trim(), high.trim()];
  if (first === "" && last === "") return undefined;
  const withUnit = (end: string): string =>
    /^[\s\d０-９.,．，]+$/u.test(end) ? `${end} ${priceUnit}` : end;
  return { low: withUnit(first === "" ? last : first), high: withUnit(last === "" ? first : last) };
}

function priceEntry(end: string): string {
  return end.endsWith(priceUnit) ? end.slice(0, -priceUnit.length).trimEnd() : end;
}

/** What a record holds, as it stands in the fields. */
export function stateOf(record: AssessmentRecord, forms: Forms): AssessmentState {
  const price = record.price ?? { low: "", high: "" };
  const isRead = ({ answers }: ProjectRecord): boolean => forms[answers.methodology] !== undefined;
  return {
    title: record.title ?? "",
    asOf: record.as_of ?? "",
    has: record.has,
    price: {
      low: priceEntry(price.low),
      high: price.low === price.high ? "" : priceEntry(price.high),
    },
    shared: schemeDraftsOf(record.scheme, forms),
    projects: record.projects.filter(isRead).map((project) => projectOf(project, forms)),
    aside: [],
    unread: record.projects.filter((project) => !isRead(project)),
  };
}

function projectOf(project: ProjectRecord, forms: Forms): Project {
  const { answers } = project;
  const methodology = answers.methodology;
  const base = caseOf("", "", project, forms);
  const others = (project.variants ?? []).map((one) => caseOf(one.id, one.title ?? "", one, forms));
  return {
    id: project.id,
    title: project.title ?? "",
    thing: project.thing,
    methodology,
    leftOut: project.left_out === true,
    cases: [base, ...others],
    current: base.id,
  };
}

function caseOf(id: string, title: string, kept: VariantAnswers, forms: Forms): Case {
  const whole = forms[kept.answers.methodology];
  if (whole === undefined) throw new Error("a case is opened without its form");
  const plan: AnswerSet = kept.answers.sets.plan ?? { given: {} };
  const form = typicalForm(whole, plan);
  return {
    id,
    title,
    form,
    draft: putRanges(form, draftOf(form, plan), kept.ranges ?? {}),
    scheme: schemeDraftsOf(kept.scheme, forms),
    planForm: kept.form ?? "",
    verifyEvery: kept.verify_every ?? "",
    kept,
  };
}

function schemeDraftsOf(answers: SchemeAnswers | undefined, forms: Forms): SchemeDrafts {
  const drafts = Object.entries(answers ?? {}).flatMap(([id, given]) => {
    const form = forms[id];
    return form === undefined ? [] : [[id, draftOf(typicalForm(form), { given })] as const];
  });
  return Object.fromEntries(drafts);
}
