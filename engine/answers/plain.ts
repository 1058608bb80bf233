import { sizeOf } from "../evaluate/axes.ts";
import { indexOf } from "../evaluate/coordinates.ts";
import { laneOf } from "../lanes/lanes.ts";
import type { Mode } from "../methodology/schema.ts";
import type { Frame, Inputs, ListFrame, Parts, Plan, Space, Standing, Value } from "../plan.ts";
import { type Copy, copyOf, type Given, hasKeys, isMap, isSame } from "./copies.ts";
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
  /** Whether a value hangs on nothing but its text and the lengths of lists; some units hang on members. */
  readonly alone: readonly boolean[];
  readonly names: ReadonlySet<string>;
  /** By list: the names of its fields. */
  readonly fields: readonly ReadonlySet<string>[];
  /** What was read last: what has not changed since serves again, and so do places written for its frame. */
  last?: Last;
}

interface Last {
  readonly period: unknown;
  readonly mode: Mode;
  readonly inputs: Inputs;
  /** By position of the input, then item: copies, because whoever gave the answers may change them. */
  readonly answers: readonly (readonly Copy[])[];
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
    alone: inputs.map(
      ({ tree }, position) =>
        !("unit" in tree.type) || plan.tree.factors?.inputs[position] !== null,
    ),
    names: new Set([...scalars, ...lists].map(({ tree }) => tree.id)),
    fields: lists.map(({ tree }) => new Set(tree.fields.map((id) => nameIn(tree.id, id)))),
  };
  readers.set(plan, reader);
  return reader;
}

function nameIn(list: string | undefined, id: string): string {
  return list === undefined ? id : id.slice(list.length + 1);
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
  const copies: (readonly Copy[])[] = [];
  const count = (list: number) => lists[list]?.count ?? 0;
  const last = reader.last;
  const hasLength = last?.inputs.frame.lists.every(({ count }, at) => count === lists[at]?.count);
  const known = hasLength && last?.mode === mode ? last : undefined;
  // What has no axis of time is read first; while all of it and the period are as before, so is the frame.
  let isFrameKnown = known !== undefined && isSame(known.period, period);
  let frame: Frame = { firstYear: 0, years: noParts, parts: noParts, lists };
  reader.order.forEach((positions, turn) => {
    if (turn === 1) {
      const laid =
        known !== undefined && (isFrameKnown || period === undefined)
          ? known.inputs.frame
          : period === undefined
            ? frame
            : laneOf(plan, "period").layPlain(plan, period, lists, values, last?.inputs.frame);
      if (laid === undefined) throw notPlain;
      frame = laid;
      isFrameKnown = frame === known?.inputs.frame;
    }
    for (const position of positions) {
      const question = reader.questions[position] as PlainQuestion;
      const { tree, space, readings } = question.input;
      const name = nameIn(tree.list, tree.id);
      const among = tree.list === undefined ? [given] : (items[space.list] as readonly Given[]);
      const answers = among.map((one) => (Object.hasOwn(one, name) ? one[name] : undefined));
      // Units that hang on other answers are read with these each time.
      const isKnown = (turn === 0 || isFrameKnown) && (reader.alone[position] as boolean);
      const copy = isKnown ? known?.answers[position] : undefined;
      if (copy !== undefined && answers.every((answer, item) => isSame(copy[item], answer))) {
        copies[position] = copy;
        values[position] = known?.inputs.values[position] as (Value | undefined)[];
        standing[position] = known?.inputs.standing[position] as (Standing | undefined)[];
        continue;
      }
      if (turn === 0) isFrameKnown = false;
      // Without or along one axis only the texts that have changed are read.
      const before =
        copy !== undefined &&
        tree.per.length < 2 &&
        known?.inputs.standing[position] === undefined &&
        answers.every((answer, item) =>
          isMap(answer) ? hasKeys(copy[item], answer, isText) : isText(copy[item], answer),
        )
          ? copy
          : undefined;
      const own: (Value | undefined)[] =
        before === undefined
          ? new Array(sizeOf(space, frame)).fill(undefined)
          : [...(known?.inputs.values[position] ?? [])];
      values[position] = own;
      copies[position] = answers.map(copyOf);
      answers.forEach((answer, item) => {
        if (isBlank(answer) || (before !== undefined && isSame(before[item], answer))) return;
        if (readings !== undefined) throw notPlain;
        const walk = { plan, question, frame, own, values, count, item };
        take(walk, 0, answer, 0, [], before?.[item]);
      });
      if (readings === undefined) fill(question, mode, own, standing, position);
    }
  });
  const readings = plan.inputs.map(
    ({ readings: space }) => space && Array.from({ length: sizeOf(space, frame) }, () => []),
  );
  const inputs = { frame, values, standing, readings };
  reader.last = { period: copyOf(period), mode, inputs, answers: copies };
  return inputs;
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

function isText(_: Copy, answer: unknown): boolean {
  return typeof answer === "string" && !isBlank(answer);
}

/** Follows an answer along its axes to the texts at their ends, past those that are as they were. */
function take(
  walk: Walk,
  depth: number,
  answer: unknown,
  time: number,
  members: number[],
  before?: Copy,
): void {
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
  const copies = before as readonly (readonly [string, Copy])[] | undefined;
  for (const [at, [key, inner]] of Object.entries(answer).entries()) {
    if (copies?.[at]?.[1] === inner) continue;
    if (axis === "years" || axis === "parts") {
      const piece = laneOf(plan, "period").timeAt(axis, key, space, frame, item);
      if (piece < 0) throw notPlain;
      take(walk, depth + 1, inner, piece, members);
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
