import { partsOf } from "../evaluate/axes.ts";
import { indexOf } from "../evaluate/coordinates.ts";
import type { Path } from "../issue.ts";
import { nearest } from "../methodology/near.ts";
import { parseDay, printDay, printFiscalYear } from "../methodology/period.ts";
import type { Space } from "../plan.ts";
import { named, shorten } from "./complaints.ts";
import type { Layout } from "./layout.ts";
import { kindOf, yearKey } from "./read-period.ts";
import { movedWithin } from "./renamed.ts";
import { type Found, isBlank, ownEntries } from "./sort-answers.ts";
import { mostCharacters, normalise } from "./text.ts";

/** Where one text among the answers to a question stands. */
export interface Place {
  /** Of a dated reading: in the space of readings. */
  readonly index: number;
  readonly item: number;
  /** Positions of the members at hand, by enum. */
  readonly members: ReadonlyMap<string, number>;
  /** The day of a reading. */
  readonly day: number | undefined;
}

export interface Findings {
  /** Each text at the end of its axes. */
  readonly take: (text: string, path: Path, place: Place) => void;
  /** What stands here has not the shape of an answer. */
  readonly misshapen: (item: number) => void;
}

interface Walk {
  readonly layout: Layout;
  readonly position: number;
  readonly findings: Findings;
  readonly item: number;
  readonly time: number;
  readonly day: number | undefined;
  readonly members: ReadonlyMap<string, number>;
}

const noMembers: ReadonlyMap<string, number> = new Map();

/**
 * Follows answers along the axes of their question, in the order of `per`: maps by member, by fiscal year, by the first
 * day of a part or, for a meter, by the day of a reading. Each text at their end is handed on with its place.
 */
export function answerReader(
  layout: Layout,
  position: number,
  findings: Findings,
): (found: Found, item: number) => void {
  const axes = layout.plan.inputs[position]?.tree.per ?? [];
  return ({ answer, path }, item) => {
    // Written out, because a spread here makes an object as slow as a map, once for each answer.
    const time = 0;
    const members = noMembers;
    const walk: Walk = { layout, position, findings, item, time, day: undefined, members };
    follow(walk, axes, answer, path);
  };
}

function follow(walk: Walk, axes: readonly string[], answer: unknown, path: Path): void {
  const { layout, position, item, members, day, findings } = walk;
  const input = layout.plan.inputs[position];
  if (input === undefined || isBlank(answer)) return;
  const { complaints, plan } = layout;
  const asked = () => named(input.tree);
  const [axis] = axes;
  if (axis === undefined) {
    if (typeof answer !== "string") {
      const found = kindOf(answer);
      complaints.add("answer-shape", path, { ...asked(), expected: "text", found });
      findings.misshapen(item);
      return;
    }
    const space: Space = input.readings ?? input.space;
    const enums = space.enums.map((one) => members.get(plan.enums[one]?.tree.id ?? "") ?? 0);
    const index = indexOf(space, layout.frame, { item, time: walk.time, members: enums });
    findings.take(answer, path, { index, item, members, day });
    return;
  }
  const inner = axes.slice(1);
  const entries = ownEntries(answer);
  if (entries === undefined) {
    const example = exampleKey(walk, axis);
    const found = kindOf(answer);
    complaints.add("answer-shape", path, { ...asked(), expected: "map", found, example });
    findings.misshapen(item);
    return;
  }
  const isMeter = input.readings !== undefined && (axis === "parts" || axis === "years");
  // Two keys may mean one place: `2023` and `FY2023`, a member by its old name and its new one.
  const seen = new Set<number>();
  const isFirst = (meant: number, key: string, place: Path): boolean => {
    if (!seen.has(meant)) return Boolean(seen.add(meant));
    complaints.add("answer-key-twice", place, { ...asked(), found: shorten(key) });
    return false;
  };
  for (const [key, value] of entries) {
    const place = [...path, key];
    if (isBlank(value)) continue;
    const text = normalise(key.slice(0, mostCharacters));
    if (isMeter) {
      const day = parseDay(text);
      if (day === undefined)
        complaints.add("reading-date", place, { ...asked(), found: shorten(text) });
      else if (isFirst(day, text, place)) follow({ ...walk, day }, inner, value, place);
    } else if (axis === "years" || axis === "parts") {
      const time = axis === "years" ? yearAt(walk, text) : partAt(walk, text);
      if (time === undefined) complainOfTime(walk, axis, text, place);
      else if (isFirst(time, text, place)) follow({ ...walk, time }, inner, value, place);
    } else {
      const member = memberOf(walk, axis, text, place);
      if (member === undefined || !isFirst(member, text, place)) continue;
      const at = new Map(members).set(axis, member);
      follow({ ...walk, members: at }, inner, value, place);
    }
  }
}

/** Position of a fiscal year in the period. */
function yearAt({ layout: { frame } }: Walk, key: string): number | undefined {
  const year = yearKey(key);
  const time = year === undefined ? -1 : year - frame.firstYear;
  return time >= 0 && time < frame.years.start.length ? time : undefined;
}

/** The starts of the parts along which an answer is asked: the period's or those of its item. */
function startsOf({ layout: { frame, plan }, position, item }: Walk): readonly number[] {
  const space = plan.inputs[position]?.space;
  const starts = partsOf(frame, space?.ownParts === true ? space.list : -1).start;
  const own = space?.ownParts === true ? frame.lists[space.list]?.own : undefined;
  return [...(own === undefined ? starts : starts.slice(own.first[item], own.first[item + 1]))];
}

function partAt(walk: Walk, key: string): number | undefined {
  const day = parseDay(key);
  if (day === undefined) return undefined;
  const time = startsOf(walk).indexOf(day);
  return time < 0 ? undefined : time;
}

/** A year or part that the period has not: kept and told as ignored. What is no year or day at all is a slip. */
function complainOfTime(walk: Walk, axis: "years" | "parts", key: string, path: Path): void {
  const { layout, position, item } = walk;
  const { frame, plan } = layout;
  const tree = plan.inputs[position]?.tree;
  if (tree === undefined || frame.period === undefined) return;
  const known =
    axis === "years"
      ? Array.from(frame.years.start, (_, index) => printFiscalYear(frame.firstYear + index))
      : startsOf(walk).map(printDay);
  const year = axis === "years" ? yearKey(key) : undefined;
  const isTime = axis === "years" ? year !== undefined : parseDay(key) !== undefined;
  const facts = { ...named(tree), found: shorten(key), axis, known };
  layout.complaints.add("answer-key-unknown", path, facts, isTime ? "warning" : "error");
  if (!isTime) return;
  layout.outside.push({
    input: tree.id,
    at: {
      ...(tree.list === undefined ? {} : { [tree.list]: String(item + 1) }),
      [axis]: year === undefined ? key : printFiscalYear(year),
    },
  });
}

function memberOf(walk: Walk, axis: string, key: string, path: Path): number | undefined {
  const { layout, position } = walk;
  const { plan, complaints } = layout;
  const tree = plan.inputs[position]?.tree;
  const members = plan.enums[plan.at.enums.get(axis) ?? -1]?.members;
  if (tree === undefined || members === undefined) return undefined;
  const known = members.get(key);
  if (known !== undefined) return known;
  const moved = movedWithin(plan.tree, axis, key);
  const to = moved === undefined ? undefined : members.get(moved);
  if (moved !== undefined && to !== undefined) {
    complaints.add("answer-renamed", path, { from: key, to: moved }, "warning");
    return to;
  }
  const suggestion = complaints.isFull() ? undefined : nearest(key, members.keys());
  complaints.add("answer-key-unknown", path, {
    ...named(tree),
    found: shorten(key),
    axis: "enum",
    known: [...members.keys()],
    ...(suggestion === undefined ? {} : { suggestion }),
  });
  return undefined;
}

function exampleKey(walk: Walk, axis: string): string {
  const { layout } = walk;
  if (axis === "years") return printFiscalYear(layout.frame.firstYear || 2023);
  if (axis === "parts") return printDay(startsOf(walk)[0] ?? 0);
  return layout.plan.enums[layout.plan.at.enums.get(axis) ?? -1]?.tree.members[0]?.id ?? "";
}
