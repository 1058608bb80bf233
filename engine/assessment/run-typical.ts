import { readAnswers } from "../answers/read-answers.ts";
import type { AnswerSet } from "../answers/record.ts";
import { normalise, splitFigure } from "../answers/text.ts";
import { isExact, isSpan } from "../evaluate/absent.ts";
import { coordinatesOf } from "../evaluate/coordinates.ts";
import { explain } from "../explain.ts";
import type { Issue, Path } from "../issue.ts";
import { laneOf } from "../lanes/lanes.ts";
import { parseDay, parseFiscalYear } from "../methodology/period.ts";
import type { Frame, Inputs, Plan, Standing, Value } from "../plan.ts";
import { compare, type Exact, exact, multiply, one, print } from "../quantity/exact.ts";
import type { CalculationResult } from "../result/result.ts";
import type { Given } from "./assessment.ts";
import {
  type FilledPlace,
  fillBeginning,
  fillOpen,
  type Repeated,
  repeatYearly,
  type StandIn,
} from "./stand-ins.ts";
import { hasTime, piecesOf, placeKey, shareOf, spread, withoutTime } from "./typical-year.ts";

/** How the answers of one project are taken as those of a typical year of its period. */
export interface TypicalYear {
  /** Absent for a methodology that knows no period. */
  readonly period?: { readonly from: string; readonly to: string };
  /** Amounts of the year, which parts of it share by days. */
  readonly amounts: readonly string[];
  /** Questions that take the beginning of the period. */
  readonly begins: readonly string[];
  readonly beginsUnless?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Questions for which no members stand in. */
  readonly asked?: readonly string[];
  /** Fields that date the items of a list that come again each year. */
  readonly repeats: readonly string[];
  readonly assumed: ReadonlyMap<string, string>;
  readonly ranges: ReadonlyMap<string, RangeFor>;
  /** The end at which figures are held whose source gives two; without it they are ranges. */
  readonly end?: "low" | "high";
}

/** Two ends as a person types them; with `per`, figures in `unit` for each unit of another answer of the item. */
export interface RangeFor {
  readonly low: string;
  readonly high: string;
  readonly unit?: string | undefined;
  readonly per?: { readonly input: string; readonly unit: string } | undefined;
}

/** What stood in for open answers, before it is known whether it was read. */
export interface StoodIn extends FilledPlace {
  readonly kind: "assumed" | "range" | "begins";
  /** As typed. */
  readonly low: string;
  readonly high: string;
}

export interface TypicalRun {
  /** Places of repeated items are those of the item that was answered. Absent where the answers cannot be laid out. */
  readonly result?: CalculationResult;
  readonly inputs?: Inputs;
  readonly stoodIn: readonly StoodIn[];
  /** Fields whose items come again each year. */
  readonly repeated: readonly string[];
  readonly issues: readonly Issue[];
}

/** Evaluates answers of a typical year over a whole period, in range mode. */
export function runTypical(plan: Plan, given: Given, how: TypicalYear, asOf: string): TypicalRun {
  const { tree } = plan;
  const { period } = how;
  const stoodIn: StoodIn[] = [];
  let filled = given;
  for (const [id, text] of how.assumed) {
    const made = fillOpen(tree, filled, id, text);
    filled = made.given;
    for (const place of made.places)
      stoodIn.push({ ...place, kind: "assumed", low: text, high: text });
  }
  const repeated = new Map<string, Repeated["from"]>();
  let high = filled;
  for (const [id, range] of how.ranges) {
    const made = fillOpen(tree, filled, id, endFor(range, range.low));
    const other = fillOpen(tree, high, id, endFor(range, range.high));
    filled = made.given;
    high = other.given;
    made.places.forEach((place, at) => {
      const end = other.places[at]?.text ?? place.text;
      stoodIn.push({ ...place, kind: "range", low: place.text, high: end });
    });
  }
  if (period !== undefined) {
    for (const id of how.begins) {
      const unless = how.beginsUnless?.[id];
      const made = fillBeginning(tree, filled, id, period.from, unless);
      high = fillBeginning(tree, high, id, period.from, unless).given;
      filled = made.given;
      for (const place of made.places) {
        stoodIn.push({ ...place, kind: "begins", low: place.text, high: place.text });
      }
    }
    for (const id of how.repeats) {
      const made = repeatYearly(tree, filled, id, period);
      const list = id.slice(0, id.indexOf("."));
      if (made === undefined || repeated.has(list)) continue;
      filled = made.given;
      high = repeatYearly(tree, high, id, period)?.given ?? high;
      repeated.set(list, made.from);
    }
  }
  const read = readSpread(plan, filled, how, repeated);
  const hasRange = stoodIn.some(({ kind }) => kind === "range");
  const other = hasRange ? readSpread(plan, high, how, repeated) : read;
  const issues = tidyIssues(plan, [...read.issues, ...other.issues], repeated);
  if (read.inputs === undefined) return { stoodIn, repeated: [...repeated.keys()], issues };
  const merged = other.inputs === undefined ? read.inputs : merge(plan, read.inputs, other.inputs);
  const inputs = withoutMembers(plan, merged, how.asked ?? []);
  const { end } = how;
  const options = {
    mode: "range" as const,
    asOf,
    steps: false,
    ...(end === undefined ? {} : { end: () => end }),
  };
  const evaluation = laneOf(plan, "range").evaluate(plan, inputs, options);
  const result = explain(plan, inputs, evaluation);
  return {
    result: repeated.size === 0 ? result : withOldItems(result, repeated),
    inputs,
    stoodIn,
    repeated: [...repeated.keys()],
    issues,
  };
}

/** An end as it is, or so many times the answer that it hangs on; nothing while that is open or in another unit. */
function endFor({ unit = "", per }: RangeFor, end: string): StandIn {
  if (per === undefined) return end;
  const name = per.input.slice(per.input.lastIndexOf(".") + 1);
  return (answers) => {
    const answer = answers[name];
    const figure = splitFigure(normalise(typeof answer === "string" ? answer : ""));
    if (figure.kind !== "figure" || figure.unit !== per.unit) return undefined;
    return `${print(multiply(exact(figure.digits), exact(end)))} ${unit}`;
  };
}

type Origins = ReadonlyMap<string, Repeated["from"]>;

/** Reads answers once every year and part has its own, then takes from amounts the share of their days. */
function readSpread(
  plan: Plan,
  given: Given,
  { period, amounts }: TypicalYear,
  repeated: Origins,
): { readonly inputs?: Inputs; readonly issues: readonly Issue[] } {
  const setOf = (answers: Given): AnswerSet =>
    period === undefined ? { given: answers } : { period, given: answers };
  const options = { mode: "range" as const };
  const { frame } = readAnswers(plan, setOf(withoutTime(plan, given)), options).inputs ?? {};
  if (frame === undefined) return readAnswers(plan, setOf(given), options);
  const { given: all, places } = spread(plan, given, frame);
  const { inputs, issues } = readAnswers(plan, setOf(all), options);
  if (inputs === undefined) return { issues };
  const values = inputs.values.map((own, position) => {
    const input = plan.inputs[position];
    if (input === undefined || !amounts.includes(input.tree.id)) return own;
    const { tree, space } = input;
    const shareAt = (index: number): Exact => {
      const { item, time, members } = coordinatesOf(space, frame, index);
      const origin = tree.list === undefined ? undefined : repeated.get(tree.list)?.[item];
      if (!hasTime(tree)) return origin?.year === undefined ? one : shareOfYear(frame, origin.year);
      const timeAt = tree.per.findIndex((axis) => axis === "years" || axis === "parts");
      const before = members
        .map((member, at) => plan.enums[space.enums[at] ?? -1]?.tree.members[member]?.id ?? "")
        .slice(0, timeAt);
      const how = places.get(position)?.get(placeKey(item, before));
      const isInitial = inputs.standing[position]?.[index] === "initial";
      const piece = piecesOf(input, frame, item)[time];
      if (piece === undefined || (how === undefined && !isInitial)) return one;
      return shareOf(piece, frame, how ?? "year");
    };
    return own.map((value, index) => (value === undefined ? value : scaled(value, shareAt(index))));
  });
  return { inputs: { ...inputs, values }, issues };
}

function shareOfYear(frame: Frame, year: number): Exact {
  const at = year - frame.firstYear;
  const from = frame.years.start[at];
  const to = frame.years.end[at];
  return from === undefined || to === undefined ? one : shareOf({ from, to, year }, frame, "year");
}

function scaled(value: Value, share: Exact): Value {
  if (share === one) return value;
  if (isExact(value)) return multiply(value, share);
  if (!isSpan(value)) return value;
  return { ...value, low: multiply(value.low, share), high: multiply(value.high, share) };
}

/** Answers that differ between two readings become spans; all else is the same in both. */
function merge(plan: Plan, low: Inputs, high: Inputs): Inputs {
  const standing = low.standing.map((own) => own && [...own]);
  const values = low.values.map((own, position) =>
    own.map((value, index) => {
      const other = high.values[position]?.[index];
      const spanned = between(plan, value, other, position, index);
      if (spanned === undefined) return value;
      const marks: (Standing | undefined)[] =
        standing[position] ?? new Array(own.length).fill("given");
      marks[index] = "range";
      standing[position] = marks;
      return spanned;
    }),
  );
  return { ...low, values, standing };
}

/** Answers to these questions that every member stood in for are open again. */
function withoutMembers(plan: Plan, inputs: Inputs, asked: readonly string[]): Inputs {
  if (asked.length === 0) return inputs;
  const values = inputs.values.map((own, position) =>
    asked.includes(plan.inputs[position]?.tree.id ?? "")
      ? own.map((value, index) =>
          inputs.standing[position]?.[index] === "range" ? undefined : value,
        )
      : own,
  );
  return { ...inputs, values };
}

const mostYearsOrDays = 4000;

function between(
  plan: Plan,
  value: Value | undefined,
  other: Value | undefined,
  position: number,
  index: number,
): Value | undefined {
  if (value === undefined || other === undefined) return undefined;
  if (typeof value === "number" && typeof other === "number" && value !== other) {
    const kind = plan.inputs[position]?.tree.type.kind;
    const first = Math.min(value, other);
    const count = Math.abs(value - other) + 1;
    if ((kind !== "fiscal_year" && kind !== "date") || count > mostYearsOrDays) return undefined;
    return { kind: "several", values: Array.from({ length: count }, (_, at) => first + at) };
  }
  if (!isExact(value) || !isExact(other)) return undefined;
  const order = compare(value, other);
  if (order === 0) return undefined;
  const [from, to] = order < 0 ? [value, other] : [other, value];
  const span = { kind: "span" as const, low: from, high: to, tight: true };
  return laneOf(plan, "range").inputSpan(span, position, index);
}

/** Places of a result by the items that were answered. */
function withOldItems(result: CalculationResult, repeated: Origins): CalculationResult {
  const back = (at: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(at).map(([axis, key]) => {
        const from = repeated.get(axis)?.[Number.parseInt(key, 10) - 1];
        return [axis, from === undefined ? key : String(from.item + 1)];
      }),
    );
  const moved = <T extends { readonly at: Readonly<Record<string, string>> }>(one: T): T => ({
    ...one,
    at: back(one.at),
  });
  return {
    ...result,
    missing: result.missing.map(moved),
    assumed: result.assumed.map(moved),
    asked: result.asked.map(moved),
    ignored: result.ignored.map(moved),
    conditions: result.conditions.map(moved),
  };
}

/** Issues at the answers as they were given, each once: not by year or part, and not by repeated item. */
function tidyIssues(plan: Plan, issues: readonly Issue[], repeated: Origins): readonly Issue[] {
  const seen = new Set<string>();
  return issues.flatMap((issue) => {
    const path = pathBack(plan, issue.path, repeated);
    const key = `${issue.code} ${JSON.stringify(path)}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ ...issue, path }];
  });
}

function pathBack({ tree }: Plan, path: Path, repeated: Origins): Path {
  const [given, id, item, ...rest] = path;
  if (given !== "given") return path;
  const isKey = (part: string | number) =>
    typeof part === "string" &&
    (parseFiscalYear(part) !== undefined || parseDay(part) !== undefined);
  const timed = tree.inputs.some(
    (input) => hasTime(input) && (input.id === id || input.id === `${id}.${String(rest[0])}`),
  );
  const from = typeof item === "number" ? repeated.get(String(id))?.[item]?.item : undefined;
  const whole = [given, id, ...(item === undefined ? [] : [from ?? item]), ...rest] as Path;
  return timed ? whole.filter((part) => !isKey(part)) : whole;
}
