import type { Answer } from "../answers/record.ts";
import { isBlank } from "../answers/sort-answers.ts";
import { partsOf } from "../evaluate/axes.ts";
import {
  endOfFiscalYear,
  parseDay,
  parseFiscalYear,
  printDay,
  printFiscalYear,
  startOfFiscalYear,
} from "../methodology/period.ts";
import type { InputTree } from "../methodology/tree.ts";
import type { Frame, InputPlan, Plan } from "../plan.ts";
import { divide, type Exact, one, whole } from "../quantity/exact.ts";
import type { Given } from "./assessment.ts";
import { isGiven, isTime } from "./given.ts";

/*
 * How the years of a crediting period are made from the answers of one typical year.
 *
 * A question asked by fiscal year or by part of the period and answered once has that answer in each of them. Where it is
 * an amount of the year (fuel, heat, distance), each year or part has the share that its days are of the days of its fiscal
 * year, exactly, so that the parts of a whole fiscal year add up to the amount. Where it is a level (a temperature, a
 * coefficient, an area), it is the same throughout. A map by fiscal year gives amounts of the days of the period in that
 * year; its parts share it by days. A map by parts is taken as it is.
 *
 * Source: no clause is at hand. That amounts of a shorter period are pro-rated is unconfirmed (scheme rules 4.1), and each
 * assessment says so.
 */

/** Which days an answer that was spread is the amount of: of the whole fiscal year, or of that year's days in the period. */
type Spread = "year" | "days_in_period";

/** How the answers of one input were spread: by item and the members that stand before the years or parts. */
export type SpreadPlaces = ReadonlyMap<string, Spread>;

const timeKey = /^(FY)?\d{4}$/;

/** Whether an answer is by fiscal year or by the first day of a part. */
function isByTime(answer: unknown): boolean {
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return false;
  const keys = Object.keys(answer);
  return keys.some((key) => timeKey.test(key) || parseDay(key) !== undefined);
}

/** Whether a question is asked by fiscal year or part and is no meter, whose readings have days of their own. */
export function hasTime({ per, meter }: InputTree): boolean {
  return meter === undefined && per.some(isTime);
}

/** The answers without those by year or part: from them the frame is laid, on which those are then spread. */
export function withoutTime({ tree }: Plan, given: Given): Given {
  const timed = new Set(tree.inputs.filter(hasTime).map(({ id }) => id));
  const kept: Record<string, Answer> = {};
  for (const [id, answer] of Object.entries(given)) {
    if (timed.has(id)) continue;
    kept[id] = Array.isArray(answer)
      ? answer.map((item) =>
          isGiven(item)
            ? Object.fromEntries(
                Object.entries(item).filter(([name]) => !timed.has(`${id}.${name}`)),
              )
            : item,
        )
      : answer;
  }
  return kept;
}

export interface SpreadAnswers {
  readonly given: Given;
  /** By position of the input. */
  readonly places: ReadonlyMap<number, SpreadPlaces>;
}

/** Gives every year and part of a frame its answer. */
export function spread(plan: Plan, given: Given, frame: Frame): SpreadAnswers {
  const made: Record<string, Answer> = { ...given };
  const places = new Map<number, Map<string, Spread>>();
  for (const [position, input] of plan.inputs.entries()) {
    const { tree } = input;
    if (!hasTime(tree)) continue;
    const own = new Map<string, Spread>();
    places.set(position, own);
    const name = tree.id.slice(tree.id.lastIndexOf(".") + 1);
    const along = (answer: Answer, item: number) =>
      spreadAlong(input, frame, tree.per, answer, item, [], own);
    if (tree.list === undefined) {
      const answer = made[tree.id];
      if (!isBlank(answer) && answer !== undefined) made[tree.id] = along(answer, 0);
      continue;
    }
    const items = made[tree.list];
    if (!Array.isArray(items)) continue;
    made[tree.list] = items.map((fields, item) => {
      const answer = isGiven(fields) ? fields[name] : undefined;
      if (answer === undefined || isBlank(answer)) return fields;
      return { ...(fields as Given), [name]: along(answer, item) };
    });
  }
  return { given: made, places };
}

function spreadAlong(
  input: InputPlan,
  frame: Frame,
  axes: readonly string[],
  answer: Answer,
  item: number,
  members: readonly string[],
  places: Map<string, Spread>,
): Answer {
  const [axis, ...rest] = axes;
  if (axis === undefined) return answer;
  if (!isTime(axis)) {
    if (!isGiven(answer)) return answer;
    const entries = Object.entries(answer).map(([member, one]): [string, Answer] => [
      member,
      isBlank(one) ? one : spreadAlong(input, frame, rest, one, item, [...members, member], places),
    ]);
    return Object.fromEntries(entries);
  }
  const pieces = piecesOf(input, frame, item);
  const place = placeKey(item, members);
  if (!isByTime(answer)) {
    places.set(place, "year");
    return Object.fromEntries(pieces.map(({ from, year }) => [keyOf(axis, from, year), answer]));
  }
  const byTime = answer as Given;
  const hasDays = Object.keys(byTime).some((key) => parseDay(key) !== undefined);
  if (axis === "years" || hasDays) return answer;
  places.set(place, "days_in_period");
  const byYear = new Map(
    Object.entries(byTime).map(([key, one]) => [parseFiscalYear(key) ?? Number.NaN, one]),
  );
  return Object.fromEntries(
    pieces.flatMap(({ from, year }) => {
      const own = byYear.get(year);
      return own === undefined ? [] : [[keyOf(axis, from, year), own] as const];
    }),
  );
}

function keyOf(axis: string, from: number, year: number): string {
  return axis === "years" ? printFiscalYear(year) : printDay(from);
}

export function placeKey(item: number, members: readonly string[]): string {
  return [item, ...members].join(" ");
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly year: number;
}

/** The years or parts along which an input is asked, those of the item where it has its own. */
export function piecesOf({ space }: InputPlan, frame: Frame, item: number): readonly Piece[] {
  const parts =
    space.time === "years" ? frame.years : partsOf(frame, space.ownParts ? space.list : -1);
  const own = space.ownParts ? frame.lists[space.list]?.own?.first : undefined;
  const first = own?.[item] ?? 0;
  const end = own?.[item + 1] ?? parts.start.length;
  return Array.from({ length: end - first }, (_, at) => ({
    from: parts.start[first + at] ?? 0,
    to: parts.end[first + at] ?? 0,
    year: frame.firstYear + (parts.year[first + at] ?? 0),
  }));
}

/** The share of a spread amount that falls into one piece. */
export function shareOf({ from, to, year }: Piece, frame: Frame, how: Spread): Exact {
  const start = startOfFiscalYear(year);
  const end = endOfFiscalYear(year);
  const isAll = how === "year";
  const first = isAll ? start : Math.max(start, frame.period?.from ?? start);
  const last = isAll ? end : Math.min(end, frame.period?.to ?? end);
  const days = to - from + 1;
  const all = last - first + 1;
  return days === all ? one : divide(whole(days), whole(all));
}
