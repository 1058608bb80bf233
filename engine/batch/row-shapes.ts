import { keepsTo } from "../answers/limits.ts";
import { type Question, questionsOf, type Scale } from "../answers/question.ts";
import type { Period } from "../answers/record.ts";
import { splitFigure } from "../answers/text.ts";
import type { Limit } from "../columns/columns.ts";
import { nearDouble } from "../columns/double.ts";
import { type Answered, frameOf, type Shape } from "../columns/shape.ts";
import { indexOf } from "../evaluate/coordinates.ts";
import { laneOf } from "../lanes/lanes.ts";
import { type DayRange, parsePeriod } from "../methodology/period.ts";
import type { Frame, Plan } from "../plan.ts";
import { compare, divide, type Exact } from "../quantity/exact.ts";
import type { AnswerColumn, Header } from "./header.ts";
import { keysOf } from "./period.ts";

/** A shape, and what must hold of a row's answers before it can be computed in columns. */
export interface RowShape {
  readonly shape: Shape;
  readonly limits: readonly Limit[];
}

export interface ShapeOptions {
  readonly mode: "official" | "estimate";
  readonly asOf: string;
}

const mostDays = 36_000;

/**
 * The shape of rows that have answers in these columns; `undefined` where something about it is left to the exact lane.
 * `units` are those that stand
 * in the cells, by column; `registers` tells where the answers of each column are.
 */
export function rowShape(
  plan: Plan,
  header: Header,
  has: readonly boolean[],
  period: Period | undefined,
  units: ReadonlyMap<number, string>,
  registers: readonly number[],
  options: ShapeOptions,
): RowShape | undefined {
  const range = rangeOf(plan, period);
  if (range === "unread") return undefined;
  const given = [...header.columns.entries()].flatMap(([at, column]) =>
    column.kind === "answer" && has[at] === true ? [{ at, column }] : [],
  );
  const counts = plan.lists.map(({ tree }) =>
    given.some(({ column }) => column.input.list === tree.id) ? 1 : 0,
  );
  const frame = frameOf(plan, range, counts);
  if (frame === undefined) return undefined;
  const times = period === undefined ? {} : keysOf(period);
  const placed: {
    readonly at: number;
    readonly column: AnswerColumn;
    readonly input: number;
    readonly index: number;
    readonly members: Members;
  }[] = [];
  for (const { at, column } of given) {
    const input = plan.at.inputs.get(column.input.id) ?? -1;
    const place = placeOf(plan, frame, column, input, times);
    if (place === undefined) return undefined;
    placed.push({ at, column, input, ...place });
  }
  const answered: Answered[] = [];
  const limits: Limit[] = [];
  for (const { at, column, input, index, members } of placed) {
    const question = questionsOf(plan.tree).inputs[input] as Question;
    const register = registers[at] as number;
    const { type } = column.input;
    const unit = units.get(at) ?? column.unit;
    if (type.kind === "item") {
      const count = counts[plan.at.lists.get(type.list) ?? -1] ?? 0;
      limits.push({
        at: register,
        name: `below ${count} items`,
        isWithin: (item) => item < count,
      });
    }
    if (type.kind !== "quantity" && type.kind !== "count") {
      const own = limitsOn(question);
      if (own === undefined) return undefined;
      if (own.length > 0)
        limits.push({
          at: register,
          name: `limits of ${column.input.id}`,
          isWithin: (value) => own.every((limit) => limit(value)),
        });
      answered.push({ input, index, at: register });
      continue;
    }
    const scale = scaleOf(plan, question, members, placed);
    if (scale === undefined) return undefined;
    if (type.kind === "count") {
      limits.push({ at: register, isWithin: (value, _, places) => places === 0 && value >= 0 });
    }
    if (scale.kind === "one") {
      const factor = factorIn(scale.scale, question, unit);
      if (factor === undefined) return undefined;
      const check = limitOf(register, question, factor);
      if (check !== undefined) limits.push(check);
      answered.push({ input, index, at: register, ...(isOne(factor) ? {} : { factor }) });
      continue;
    }
    const by = scale.scales.map((one) => one && factorIn(one, question, unit));
    limits.push({
      at: registers[scale.column] as number,
      name: `members with a unit ${by.map((one) => (one === undefined ? 0 : 1)).join("")}`,
      isWithin: (member) => by[member] !== undefined,
    });
    const check = limitOf(register, question, undefined);
    if (check === undefined ? question.limits.length > 0 : false) return undefined;
    if (check !== undefined) limits.push(check);
    const of = registers[scale.column] as number;
    answered.push({ input, index, at: register, factor: { of, by } });
  }
  return { shape: { plan, ...options, frame, answered }, limits };
}

/** A period as it counts; `unread` where the exact lane has to say what is wrong with it. */
function rangeOf(plan: Plan, period: Period | undefined): DayRange | undefined | "unread" {
  if (plan.tree.period === undefined) return undefined;
  if (period === undefined) return "unread";
  if (typeof period === "string" && !/^FY\d{4}$/.test(period)) return "unread";
  const range = parsePeriod(period);
  return range === undefined || range.to - range.from > mostDays ? "unread" : range;
}

type Members = ReadonlyMap<string, number>;

/** Where the answers of a column stand; `undefined` where the period has no such place, and for meters. */
function placeOf(
  plan: Plan,
  frame: Frame,
  { input: tree, keys }: AnswerColumn,
  input: number,
  times: ReturnType<typeof keysOf>,
): { readonly index: number; readonly members: Members } | undefined {
  const { space, readings } = plan.inputs[input] as Plan["inputs"][number];
  if (readings !== undefined) return undefined;
  let time = 0;
  const members = new Map<string, number>();
  for (const [depth, axis] of tree.per.entries()) {
    const key =
      keys[depth] ?? (axis === "years" ? times.year : axis === "parts" ? times.day : undefined);
    if (key === undefined) return undefined;
    if (axis === "years" || axis === "parts") {
      time = laneOf(plan, "period").timeAt(axis, key, space, frame, 0);
      if (time < 0) return undefined;
    } else {
      const member = plan.enums[plan.at.enums.get(axis) ?? -1]?.members.get(key);
      if (member === undefined) return undefined;
      members.set(axis, member);
    }
  }
  const ordered = space.enums.map((at) => members.get(plan.enums[at]?.tree.id ?? "") ?? 0);
  return { index: indexOf(space, frame, { item: 0, time, members: ordered }), members };
}

type Scaled =
  | { readonly kind: "one"; readonly scale: Scale }
  | {
      readonly kind: "by";
      readonly column: number;
      readonly scales: readonly (Scale | undefined)[];
    };

/** The unit that counts for a question: one, or by member of another column of the row. */
function scaleOf(
  plan: Plan,
  { key, scales }: Question,
  members: Members,
  placed: readonly { readonly at: number; readonly input: number }[],
): Scaled | undefined {
  const one = (scale: Scale | undefined): Scaled | undefined =>
    scale === undefined ? undefined : { kind: "one", scale };
  switch (key?.kind) {
    case undefined:
      return one(scales.get(""));
    case "member":
      return one(scales.get(key.member));
    case "axis": {
      const of = plan.enums[plan.at.enums.get(key.axis) ?? -1]?.tree.members;
      return one(scales.get(of?.[members.get(key.axis) ?? -1]?.id ?? ""));
    }
    case "input": {
      const decider = plan.at.inputs.get(key.id) ?? -1;
      const { tree, space } = plan.inputs[decider] as Plan["inputs"][number];
      const column = placed.find(({ input }) => input === decider)?.at;
      if (key.through !== undefined || column === undefined || tree.type.kind !== "enum")
        return undefined;
      if (space.axes.some((axis) => axis !== tree.list)) return undefined;
      const of = plan.enums[plan.at.enums.get(tree.type.enum) ?? -1]?.tree.members ?? [];
      return { kind: "by", column, scales: of.map(({ id }) => scales.get(id)) };
    }
  }
}

/** From the unit of a column to that of its question; `undefined` where it is not the reader's to say. */
function factorIn(
  { unit: own, factor }: Scale,
  { input }: Question,
  unit: string | undefined,
): Exact | undefined {
  if (unit !== undefined) {
    // A cell is read as its figure with this unit behind it.
    const figure = splitFigure(`1 ${unit}`);
    return figure.kind === "figure" && figure.digits === "1" && figure.unit !== ""
      ? (factor(figure.unit.replace(/\s+/g, "")) ?? undefined)
      : undefined;
  }
  const isBare =
    input.type.kind === "count" || (own.dimensions.size === 0 && input.showAs === undefined);
  return isBare ? one : undefined;
}

const one: Exact = { numerator: 1, scale: 0, divisor: 1 };

function isOne({ numerator, scale, divisor }: Exact): boolean {
  return numerator === 1 && scale === 0 && divisor === 1;
}

/** Limits of days and years; `undefined` where one is of another kind. */
function limitsOn({
  limits,
  input,
}: Question): readonly ((value: number) => boolean)[] | undefined {
  if (input.allowed?.soft === true) return [];
  if (limits.some(({ value }) => typeof value !== "number")) return undefined;
  return limits.map(
    ({ kind, value }) =>
      (given) =>
        keepsTo(kind, given - (value as number)),
  );
}

/** Less than any figure that is read. */
const tiny = 1e-300;

/** Limits of figures; without a factor, which hangs on a member, only those at zero, where any factor is the same. */
function limitOf(
  at: number,
  { limits, input }: Question,
  factor: Exact | undefined,
): Limit | undefined {
  if (input.allowed?.soft === true || limits.length === 0) return undefined;
  const bounds = limits.map(({ kind, value }) => {
    const bound = typeof value === "number" ? { ...one, numerator: value } : value;
    const exact = factor === undefined ? bound : divide(bound, factor);
    return { kind, exact, near: nearDouble(exact).value };
  });
  if (factor === undefined && bounds.some(({ exact }) => exact.numerator !== 0)) return undefined;
  const margin = (near: number) => 1e-12 * Math.abs(near) + tiny;
  const lower = bounds.filter(({ kind }) => kind === "min" || kind === "above");
  const upper = bounds.filter(({ kind }) => kind === "max" || kind === "below");
  return {
    at,
    // The sign of a double is that of the figure, so zero itself can be told for certain.
    above: Math.max(
      ...lower.map(({ kind, near }) =>
        kind === "min" && near === 0 ? -tiny : near + margin(near),
      ),
    ),
    below: Math.min(
      ...upper.map(({ kind, near }) => (kind === "max" && near === 0 ? tiny : near - margin(near))),
    ),
    isWithin: (value, digits, places) =>
      bounds.every(({ kind, exact, near }) => {
        const apart = value - near;
        const isSure = Math.abs(apart) > margin(near);
        if (isSure) return keepsTo(kind, apart);
        const own = { numerator: digits, scale: places, divisor: 1 };
        return keepsTo(kind, compare(own, exact));
      }),
  };
}
