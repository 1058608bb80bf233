import { sizeOf } from "../evaluate/axes.ts";
import { indexOf } from "../evaluate/coordinates.ts";
import { laneOf } from "../lanes/lanes.ts";
import type { Mode } from "../methodology/schema.ts";
import type { Frame, Inputs, ListFrame, Parts, Plan, Space, Standing, Value } from "../plan.ts";
import { type PlainPlace, type PlainQuestion, plainQuestion } from "./plain-value.ts";
import type { AnswerSet } from "./record.ts";

/**
 * Reading a whole set of answers as a form gives them. Whatever is out of the ordinary, and be it only a name that is
 * not known, ends the reading: then `readAnswers` reads the set from the beginning and tells what is wrong. What is read
 * here is what `readAnswers` would lay out, without an issue.
 *
 * A page comes to its first result with this reader alone, and a form in use hardly ever needs the other.
 */
interface Reader {
  /** What has no axis of time, because the parts may hang on it; then choices, then figures: units hang on choices. */
  readonly order: readonly (readonly number[])[];
  readonly questions: readonly PlainQuestion[];
  readonly names: ReadonlySet<string>;
  /** By list: the names of its fields. */
  readonly fields: readonly ReadonlySet<string>[];
  /** The last frame, with what it was laid from: places written for it serve again. */
  frame?: Frame;
}

const readers = new WeakMap<Plan, Reader>();

function readerOf(plan: Plan): Reader {
  const known = readers.get(plan);
  if (known !== undefined) return known;
  const { inputs, lists } = plan;
  const order: number[][] = [[], [], []];
  for (const [position, { tree, space }] of inputs.entries()) {
    order["unit" in tree.type ? 2 : space.time === "none" ? 0 : 1]?.push(position);
  }
  const scalars = inputs.filter(({ tree }) => tree.list === undefined);
  const reader: Reader = {
    order,
    questions: inputs.map((_, position) => plainQuestion(plan, position)),
    names: new Set([...scalars, ...lists].map(({ tree }) => tree.id)),
    fields: lists.map(({ tree }) => new Set(tree.fields.map((id) => nameIn(tree.id, id)))),
  };
  readers.set(plan, reader);
  return reader;
}

function nameIn(list: string | undefined, id: string): string {
  return list === undefined ? id : id.slice(list.length + 1);
}

type Given = Readonly<Record<string, unknown>>;

function isMap(value: unknown): value is Given {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isBlank(answer: unknown): boolean {
  return answer === undefined || (typeof answer === "string" && answer.trim() === "");
}

/** The answers of each item, or `undefined` where some are not plain. */
function itemsOf(answer: unknown, fields: ReadonlySet<string>): readonly Given[] | undefined {
  if (isBlank(answer)) return [];
  if (!Array.isArray(answer)) return undefined;
  return answer.every((item) => isMap(item) && Object.keys(item).every((name) => fields.has(name)))
    ? answer
    : undefined;
}

/** Unwinds the reading of a set that is not plain; it does not leave this file. */
class NotPlain extends Error {}
const notPlain = new NotPlain();

/** Reads a set of plain answers; `undefined` where it is not plain, or in range mode. */
export function readPlain(plan: Plan, set: AnswerSet, mode: Mode): Inputs | undefined {
  const { given, period } = set;
  if (plan.tree.factors === undefined || mode === "range" || !isMap(given)) return undefined;
  const reader = readerOf(plan);
  if (!Object.keys(given).every((name) => reader.names.has(name))) return undefined;
  const items: (readonly Given[])[] = [];
  for (const [position, { tree }] of plan.lists.entries()) {
    const own = itemsOf(given[tree.id], reader.fields[position] as ReadonlySet<string>);
    if (own === undefined || own.length > tree.maxItems) return undefined;
    if (own.length > 0 && own.length < tree.minItems) return undefined;
    items.push(own);
  }
  const lists = plan.lists.map(({ tree }, position): ListFrame => {
    const count = items[position]?.length ?? 0;
    return { count, answered: count > 0 || tree.minItems === 0 };
  });
  if ((plan.tree.period === undefined) !== (period === undefined)) return undefined;
  try {
    return readInputs(plan, reader, given, items, lists, period, mode);
  } catch (error) {
    if (error === notPlain) return undefined;
    throw error;
  }
}

const noParts: Parts = {
  start: new Int32Array(0),
  end: new Int32Array(0),
  year: new Int32Array(0),
};

function readInputs(
  plan: Plan,
  reader: Reader,
  given: Given,
  items: readonly (readonly Given[])[],
  lists: readonly ListFrame[],
  period: AnswerSet["period"],
  mode: Mode,
): Inputs {
  const values: (Value | undefined)[][] = plan.inputs.map(() => []);
  const standing: ((Standing | undefined)[] | undefined)[] = plan.inputs.map(() => undefined);
  const count = (list: number) => lists[list]?.count ?? 0;
  let frame: Frame = { firstYear: 0, years: noParts, parts: noParts, lists };
  reader.order.forEach((positions, turn) => {
    if (turn === 1) {
      const last = reader.frame;
      const laid =
        period === undefined
          ? (sameLists(last, lists) ?? frame)
          : laneOf(plan, "period").layPlain(plan, period, lists, values, last);
      if (laid === undefined) throw notPlain;
      frame = laid;
      reader.frame = frame;
    }
    for (const position of positions) {
      const question = reader.questions[position] as PlainQuestion;
      const { tree, space, readings } = question.input;
      const own: (Value | undefined)[] = new Array(sizeOf(space, frame)).fill(undefined);
      values[position] = own;
      const name = nameIn(tree.list, tree.id);
      const answers = tree.list === undefined ? [given] : (items[space.list] as readonly Given[]);
      answers.forEach((among, item) => {
        const answer = Object.hasOwn(among, name) ? among[name] : undefined;
        if (isBlank(answer)) return;
        if (readings !== undefined) throw notPlain;
        take({ plan, question, frame, own, values, count, item }, 0, answer, 0, []);
      });
      if (readings === undefined) fill(question, mode, own, standing, position);
    }
  });
  const readings = plan.inputs.map(
    ({ readings: space }) => space && Array.from({ length: sizeOf(space, frame) }, () => []),
  );
  return { frame, values, standing, readings };
}

/** The last frame where the lists are as long, so that what is remembered by frame serves again. */
function sameLists(last: Frame | undefined, lists: readonly ListFrame[]): Frame | undefined {
  return last?.lists.every(({ count }, at) => count === lists[at]?.count) ? last : undefined;
}

interface Walk {
  readonly plan: Plan;
  readonly question: PlainQuestion;
  readonly frame: Frame;
  readonly own: (Value | undefined)[];
  readonly values: PlainPlace["values"];
  readonly count: PlainPlace["count"];
  readonly item: number;
}

/** Follows an answer along its axes to the texts at their ends. */
function take(walk: Walk, depth: number, answer: unknown, time: number, members: number[]): void {
  const { plan, question, frame, item } = walk;
  const { tree, space } = question.input;
  const axis = tree.per[depth];
  if (isBlank(answer)) return;
  if (axis === undefined) {
    if (typeof answer !== "string") throw notPlain;
    const index = indexOf(space, frame, { item, time, members });
    const where = {
      index,
      item,
      members: membersOf(plan, space, members),
      values: walk.values,
      count: walk.count,
    };
    const value = question.read(answer, where);
    if (value === undefined) throw notPlain;
    walk.own[index] = value;
    return;
  }
  if (!isMap(answer)) throw notPlain;
  for (const [key, inner] of Object.entries(answer)) {
    if (axis === "years" || axis === "parts") {
      const at = laneOf(plan, "period").timeAt(axis, key, space, frame, item);
      if (at < 0) throw notPlain;
      take(walk, depth + 1, inner, at, members);
    } else {
      const member = plan.enums[plan.at.enums.get(axis) ?? -1]?.members.get(key);
      if (member === undefined) throw notPlain;
      take(walk, depth + 1, inner, time, [...members, member]);
    }
  }
}

const noMembers: ReadonlyMap<string, number> = new Map();

/** The members at hand, by enum. */
function membersOf(plan: Plan, { enums }: Space, members: readonly number[]) {
  if (enums.length === 0) return noMembers;
  return new Map(enums.map((one, at) => [plan.enums[one]?.tree.id ?? "", members[at] ?? 0]));
}

/** What stands in for what was not answered: the pre-filled value always, the assumed one in an estimate. */
function fill(
  { input: { tree }, preset }: PlainQuestion,
  mode: Mode,
  own: (Value | undefined)[],
  standing: ((Standing | undefined)[] | undefined)[],
  position: number,
): void {
  const isInitial = tree.initial !== undefined;
  const text = tree.initial ?? (mode === "estimate" ? tree.default?.value : undefined);
  if (text === undefined || !own.includes(undefined)) return;
  const value = preset(text);
  if (value === undefined) throw notPlain;
  standing[position] = own.map((one) =>
    one !== undefined ? "given" : isInitial ? "initial" : "default",
  );
  for (const index of own.keys()) own[index] ??= value;
}
