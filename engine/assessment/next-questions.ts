import type { Answer } from "../answers/record.ts";
import { normalise, splitFigure } from "../answers/text.ts";
import { present } from "../explain/present.ts";
import type { Guide } from "../methodology/guide-schema.ts";
import { parseFiscalYear } from "../methodology/period.ts";
import type { InputTree, Tree } from "../methodology/tree.ts";
import {
  add,
  compare,
  divide,
  type Exact,
  exact,
  print,
  subtract,
  zero,
} from "../quantity/exact.ts";
import { inputsBehind } from "./alter-plan.ts";
import { amountsOf } from "./amounts.ts";
import { type AnswerPlace, printPlace, withAnswer } from "./answer-place.ts";
import type {
  Assumption,
  CreditingPeriod,
  Given,
  MissingAnswer,
  NextQuestion,
  VariantResult,
} from "./assessment.ts";
import { daysIn } from "./crediting-period.ts";
import { runTypical } from "./run-typical.ts";
import { inputNamed } from "./stand-ins.ts";
import { givenOf, type Subject } from "./subject.ts";
import { openIn, placeName } from "./tell.ts";

/** More open questions are not tried, in the order of the guide; their widths are not told. */
const mostTried = 16;

/** Answers tried for one question. */
const mostTrials = 4;

/**
 * The open questions of a project. Each that stands as ends or as several members is tried with a few of its answers, all
 * others left as they are, and one fiscal year is evaluated each time; the width that is left at the worst tells how much
 * it narrows. The number of evaluations is bounded, no clock is read, and equal widths keep the order of the guide.
 *
 * `subject` has a plan with the amount of a year before it is cut down as its only output; `whole` is the assessment of the
 * very same project.
 */
export function nextQuestionsOf(
  guide: Guide,
  subject: Subject,
  whole: VariantResult,
  asOf: string,
): readonly NextQuestion[] {
  const { plan, methodology, answers, unrounded } = subject;
  const { tree } = plan;
  const own = guide.methodologies[methodology];
  const yearly = own?.yearly ?? "";
  const first = own?.first ?? [];
  const given = givenOf(answers);
  const needed = neededOf(tree, whole, subject, yearly);
  const year = subject.period && wholeYear(subject.period);
  const how =
    year === undefined ? subject.how : { ...subject.how, period: { from: year.from, to: year.to } };
  const run = runTypical(plan, given, how, asOf);
  const behind = inputsBehind(tree, yearly);
  const open = inOrder(
    openIn(plan, run).filter(({ input }) => behind.has(input)),
    first,
    tree,
  );
  const widthOf = (of: Given): Exact | undefined =>
    year && widthIn(runTypical(plan, of, how, asOf).result, year, unrounded);
  const width = year && widthIn(run.result, year, unrounded);
  const tried = open.slice(0, width === undefined ? 0 : mostTried).map((question) => {
    const way = wayOf(tree, question);
    const held = assumed(whole, question);
    const widths = trialsOf(tree, question, held).flatMap(
      (answer) => widthOf(withAnswer(given, way, answer) as Given) ?? [],
    );
    return { question, after: widths.length === 0 ? undefined : widths.reduce(greater), widths };
  });
  const narrowing = tried
    .map((one, at) => ({ ...one, at }))
    .sort(
      (a, b) =>
        byWidth(a.after, b.after) || byWidth(meanOf(a.widths), meanOf(b.widths)) || a.at - b.at,
    )
    .map(({ question, after }) => tell(tree, whole, question, "range", { width, after }));
  const untried = open
    .slice(tried.length)
    .map((question) => tell(tree, whole, question, "range", { width }));
  const told = new Set(
    [...needed, ...open].map((one) => `${one.methodology} ${placeName(one.input, one.at)}`),
  );
  const checks = whole.checks
    .flatMap(({ missing }) => missing)
    .filter((one) => {
      const name = `${one.methodology} ${placeName(one.input, one.at)}`;
      return !told.has(name) && Boolean(told.add(name));
    });
  return [
    ...inOrder(needed, first, tree).map((one) => tell(tree, whole, one, "needed", { width })),
    ...narrowing,
    ...untried,
    ...checks.map((one) => tell(tree, whole, one, "check", {})),
  ];
}

/** Questions without which there is no figure; an answer that ends hang on is one of them. */
function neededOf(
  tree: Tree,
  whole: VariantResult,
  { how, methodology }: Subject,
  yearly: string,
): readonly MissingAnswer[] {
  const behind = inputsBehind(tree, yearly);
  const asked = whole.missing.filter(
    (one) =>
      one.methodology !== methodology ||
      behind.has(one.input) ||
      tree.lists.some(({ id }) => id === one.input),
  );
  return asked.flatMap((one): readonly MissingAnswer[] => {
    const per = one.methodology === methodology ? how.ranges.get(one.input)?.per : undefined;
    const other = per && inputNamed(tree, per.input);
    if (other === undefined) return [one];
    const { label, help, id } = other;
    return [
      { methodology, input: id, at: one.at, label, ...(help === undefined ? {} : { help }) },
      one,
    ];
  });
}

function inOrder(
  questions: readonly MissingAnswer[],
  first: readonly string[],
  tree: Tree,
): readonly MissingAnswer[] {
  const rank = ({ input }: MissingAnswer): number => {
    const at = first.indexOf(input);
    return at >= 0 ? at : first.length + tree.inputs.findIndex(({ id }) => id === input);
  };
  return questions
    .map((question, at) => ({ question, at }))
    .sort((a, b) => rank(a.question) - rank(b.question) || a.at - b.at)
    .map(({ question }) => question);
}

/** The way to an answer in a set: list, item, field, members. */
function wayOf(tree: Tree, { input, at }: MissingAnswer): AnswerPlace {
  const found = inputNamed(tree, input);
  const members = (found?.per ?? []).flatMap((axis) => at[axis] ?? []);
  if (found?.list === undefined) return [input, ...members];
  const item = Number.parseInt(at[found.list] ?? "1", 10) - 1;
  return [found.list, item, input.slice(found.list.length + 1), ...members];
}

function assumed(
  whole: VariantResult,
  { methodology, input, at }: MissingAnswer,
): Assumption | undefined {
  return whole.assumptions.find(
    (one) =>
      one.methodology === methodology &&
      one.input === input &&
      placeName(input, one.at ?? {}) === placeName(input, at),
  );
}

/** A few answers that are possible: both flags; members, the outer ones first; both ends and the middle. */
function trialsOf(
  tree: Tree,
  { input }: MissingAnswer,
  held: Assumption | undefined,
): readonly Answer[] {
  const found = inputNamed(tree, input) as InputTree;
  const { type } = found;
  if (type.kind === "boolean") return ["true", "false"];
  if (type.kind === "enum") {
    const members = tree.enums.find(({ id }) => id === type.enum)?.members ?? [];
    const count = Math.min(mostTrials, members.length);
    return Array.from({ length: count }, (_, at) => {
      const place = count === 1 ? 0 : Math.round((at * (members.length - 1)) / (count - 1));
      return members[place]?.id ?? "";
    });
  }
  const ends = (held?.value ?? "").split("–").map((text) => splitFigure(normalise(text)));
  const [low, high] = ends;
  if (low?.kind !== "figure" || high?.kind !== "figure") return [];
  const middle = divide(add(exact(low.digits), exact(high.digits)), exact("2"));
  const unit = high.unit === "" ? "" : ` ${high.unit}`;
  const written =
    type.kind === "count" ? [] : [middle].map(print).filter((text) => !text.includes("/"));
  return [low.digits, ...written, high.digits].map((digits) => `${digits}${unit}`);
}

/** The first fiscal year that is in the period as a whole, else the first at all: it stands for the years of the period. */
function wholeYear(period: CreditingPeriod): CreditingPeriod {
  const days = period.years.map((name) => daysIn(period, parseFiscalYear(name) ?? 0));
  const found = days.findIndex(({ from, to }) => from.endsWith("-04-01") && to.endsWith("-03-31"));
  const at = Math.max(0, found);
  return { ...(days[at] ?? period), years: period.years.slice(at, at + 1) };
}

function widthIn(
  result: Parameters<typeof amountsOf>[0],
  year: CreditingPeriod,
  unrounded: string,
): Exact | undefined {
  const [amount] = amountsOf(result, year, unrounded, unrounded)?.unrounded ?? [];
  return amount && subtract(amount.high, amount.low);
}

function greater(left: Exact, right: Exact): Exact {
  return compare(left, right) >= 0 ? left : right;
}

function meanOf(widths: readonly Exact[]): Exact | undefined {
  return widths.length === 0
    ? undefined
    : divide(widths.reduce(add, zero), exact(String(widths.length)));
}

function byWidth(left: Exact | undefined, right: Exact | undefined): number {
  if (left === undefined || right === undefined) {
    return left === right ? 0 : left === undefined ? 1 : -1;
  }
  return compare(left, right);
}

function tell(
  tree: Tree,
  whole: VariantResult,
  question: MissingAnswer,
  because: NextQuestion["because"],
  { width, after }: { readonly width?: Exact | undefined; readonly after?: Exact | undefined },
): NextQuestion {
  const isOwn = question.methodology === tree.id;
  return present({
    ...question,
    place: isOwn ? printPlace(wayOf(tree, question)) : question.input,
    because,
    width: width && print(width),
    widthAfter: after && print(after),
    assumed: assumed(whole, question),
  }) as NextQuestion;
}
