import type {
  AnswerRange,
  ProjectRecord,
  VariantAnswers,
} from "../../engine/assessment/assessment.ts";
import type { Form } from "../../engine/methodology/form.ts";
import { type Change, change, type Draft } from "../../widgets/answers/draft.ts";

/**
 * What a person has entered so far. Nothing of it is lost by a press: a thing that is taken back takes its projects aside,
 * and they come back with it.
 */
export interface AssessmentState {
  readonly title: string;
  /** The day as of which coefficients and rules are read; the empty text for today. */
  readonly asOf: string;
  /** Ids of things that the applicant has. */
  readonly has: readonly string[];
  /** Ends of the price of a credit, as they were typed. */
  readonly price: AnswerRange;
  /** Answers to the rules of the scheme that hold for all projects, by methodology id. */
  readonly shared: SchemeDrafts;
  readonly projects: readonly Project[];
  /** Projects of things that were taken back. */
  readonly aside: readonly Project[];
  /** The case that was taken away by the last change. */
  readonly removed?: RemovedCase | undefined;
  /** Projects of a file under methodologies that are not here. They are kept and saved, and nothing is said of them. */
  readonly unread: readonly ProjectRecord[];
}

/** By methodology id: `SCHEME-1`. */
export type SchemeDrafts = Readonly<Record<string, Draft>>;

/** What is known of one methodology on the page: its questions for a typical year. */
export interface Project {
  readonly id: string;
  readonly title: string;
  readonly thing?: string | undefined;
  readonly methodology: string;
  readonly leftOut: boolean;
  /** The project as it is, and other ways of it; never none. */
  readonly cases: readonly [Case, ...Case[]];
  /** The case that is entered now. */
  readonly current: string;
}

/** One way of a project: the project itself has the empty id. */
export interface Case {
  readonly id: string;
  readonly title: string;
  readonly form: Form;
  readonly draft: Draft;
  /** Answers to the rules of the scheme over those that all projects share. */
  readonly scheme: SchemeDrafts;
  /** Years from one verification to the next, as typed. */
  readonly verifyEvery: string;
  /** Whether it stands alone or is one of a program; the empty text, where nobody said, counts as alone. */
  readonly planForm: "" | "plain" | "program";
  /** What the record held and no field shows. */
  readonly kept: VariantAnswers;
}

/** A case that can be brought back as it was. */
export interface RemovedCase {
  readonly project: string;
  readonly case: Case;
  /** Its place among the cases of the project. */
  readonly at: number;
}

/** Whose answers are meant. */
export interface CasePlace {
  readonly project: string;
  readonly case: string;
}

export type AssessmentChange =
  | { readonly kind: "open"; readonly state: AssessmentState }
  | {
      readonly kind: "have";
      readonly thing: string;
      readonly found: AssessmentState;
      /** All things in the order in which they stand, whenever they were ticked. */
      readonly order: readonly string[];
    }
  | { readonly kind: "have_not"; readonly thing: string }
  | { readonly kind: "title"; readonly title: string }
  | { readonly kind: "as_of"; readonly asOf: string }
  | { readonly kind: "price"; readonly price: Partial<AnswerRange> }
  | { readonly kind: "shared"; readonly methodology: string; readonly draft: Draft }
  | { readonly kind: "answer"; readonly place: CasePlace; readonly by: Change }
  | {
      readonly kind: "scheme";
      readonly place: CasePlace;
      readonly methodology: string;
      readonly draft: Draft;
    }
  | { readonly kind: "verify_every"; readonly place: CasePlace; readonly years: string }
  | { readonly kind: "plan_form"; readonly place: CasePlace; readonly planForm: Case["planForm"] }
  | { readonly kind: "leave_out"; readonly project: string; readonly isOut: boolean }
  | { readonly kind: "add_case"; readonly project: string; readonly title: string }
  | { readonly kind: "remove_case"; readonly place: CasePlace }
  /** Takes the removal back, until something else has changed. */
  | { readonly kind: "restore_case" }
  | { readonly kind: "name_case"; readonly place: CasePlace; readonly title: string }
  | { readonly kind: "show_case"; readonly place: CasePlace };

export const emptyState: AssessmentState = {
  title: "",
  asOf: "",
  has: [],
  price: { low: "", high: "" },
  shared: {},
  projects: [],
  aside: [],
  unread: [],
};

/** The most other ways of one project. */
export const mostCases = 5;

/** What was entered, after one change. Looking at another case changes nothing. */
export function changeState(state: AssessmentState, by: AssessmentChange): AssessmentState {
  const next = changed(state, by);
  const isKept = by.kind === "remove_case" || by.kind === "show_case";
  return isKept || next.removed === undefined ? next : { ...next, removed: undefined };
}

function changed(state: AssessmentState, by: AssessmentChange): AssessmentState {
  switch (by.kind) {
    case "open":
      return by.state;
    case "have":
      return inOrder(withThing(state, by.thing, by.found), by.order);
    case "have_not": {
      const isOfIt = ({ thing }: Project): boolean => thing === by.thing;
      return {
        ...state,
        has: state.has.filter((thing) => thing !== by.thing),
        projects: state.projects.filter((project) => !isOfIt(project)),
        aside: [...state.aside, ...state.projects.filter(isOfIt)],
      };
    }
    case "title":
      return { ...state, title: by.title };
    case "as_of":
      return { ...state, asOf: by.asOf };
    case "price":
      return { ...state, price: { ...state.price, ...by.price } };
    case "shared":
      return { ...state, shared: { ...state.shared, [by.methodology]: by.draft } };
    case "answer":
      return withCase(state, by.place, (one) => ({ ...one, draft: change(one.draft, by.by) }));
    case "scheme":
      return withCase(state, by.place, (one) => ({
        ...one,
        scheme: { ...one.scheme, [by.methodology]: by.draft },
      }));
    case "verify_every":
      return withCase(state, by.place, (one) => ({ ...one, verifyEvery: by.years }));
    case "plan_form":
      return withCase(state, by.place, (one) => ({ ...one, planForm: by.planForm }));
    case "leave_out":
      return withProject(state, by.project, (one) => ({ ...one, leftOut: by.isOut }));
    case "add_case":
      return withProject(state, by.project, (one) => addCase(one, by.title));
    case "remove_case":
      return removeCase(state, by.place);
    case "restore_case":
      return restoreCase(state);
    case "name_case":
      return withCase(state, by.place, (one) => ({ ...one, title: by.title }));
    case "show_case":
      return withProject(state, by.place.project, (one) => ({ ...one, current: by.place.case }));
  }
}

/** The case of a project that is entered now. */
export function currentCase({ cases, current }: Project): Case {
  return cases.find(({ id }) => id === current) ?? cases[0];
}

function withThing(state: AssessmentState, thing: string, found: AssessmentState): AssessmentState {
  if (state.has.includes(thing)) return state;
  const back = state.aside.filter((project) => project.thing === thing);
  const taken = new Set(state.projects.map(({ id }) => id));
  const own = (back.length > 0 ? back : found.projects).map((project) => {
    const id = freeId(project.id, taken);
    taken.add(id);
    return { ...project, id };
  });
  return {
    ...state,
    has: [...state.has, thing],
    shared: { ...found.shared, ...state.shared },
    projects: [...state.projects, ...own],
    aside: state.aside.filter((project) => project.thing !== thing),
  };
}

function inOrder(state: AssessmentState, order: readonly string[]): AssessmentState {
  const place = (thing: string | undefined): number =>
    thing === undefined || !order.includes(thing) ? order.length : order.indexOf(thing);
  return {
    ...state,
    has: [...state.has].sort((one, other) => place(one) - place(other)),
    projects: [...state.projects].sort((one, other) => place(one.thing) - place(other.thing)),
  };
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? wanted : `${wanted}_${count}`;
    if (!taken.has(id)) return id;
  }
}

function addCase(project: Project, title: string): Project {
  if (project.cases.length > mostCases) return project;
  const id = freeId("variant", new Set(project.cases.map((one) => one.id)));
  const [base, ...others] = project.cases;
  return {
    ...project,
    cases: [base, ...others, { ...currentCase(project), id, title }],
    current: id,
  };
}

function removeCase(state: AssessmentState, place: CasePlace): AssessmentState {
  const cases = state.projects.find(({ id }) => id === place.project)?.cases ?? [];
  const at = cases.findIndex(({ id }) => id === place.case);
  const gone = cases[at];
  // The project as it is is no variant.
  if (gone === undefined || at === 0) return state;
  const left = withProject(state, place.project, (one) => {
    const [base, ...others] = one.cases;
    const kept = others.filter(({ id }) => id !== place.case);
    return { ...one, cases: [base, ...kept], current: base.id };
  });
  return { ...left, removed: { project: place.project, case: gone, at } };
}

function restoreCase(state: AssessmentState): AssessmentState {
  const { removed } = state;
  if (removed === undefined) return state;
  return withProject(state, removed.project, (one) => {
    const [base, ...others] = one.cases;
    const before = others.slice(0, removed.at - 1);
    const behind = others.slice(removed.at - 1);
    return { ...one, cases: [base, ...before, removed.case, ...behind], current: removed.case.id };
  });
}

function withProject(
  state: AssessmentState,
  id: string,
  alter: (project: Project) => Project,
): AssessmentState {
  const projects = state.projects.map((project) => (project.id === id ? alter(project) : project));
  return { ...state, projects };
}

function withCase(
  state: AssessmentState,
  place: CasePlace,
  alter: (one: Case) => Case,
): AssessmentState {
  return withProject(state, place.project, (project) => {
    const [base, ...others] = project.cases;
    const next = (one: Case): Case => (one.id === place.case ? alter(one) : one);
    return { ...project, cases: [next(base), ...others.map(next)] };
  });
}
