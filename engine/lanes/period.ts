import { layFrame, type Values } from "../answers/frame.ts";
import type { AnswerSet } from "../answers/record.ts";
import { partsOf } from "../evaluate/axes.ts";
import { askCuts, uncutAlong } from "../evaluate/cuts.ts";
import { partBounds } from "../evaluate/part-bounds.ts";
import { settlePart } from "../evaluate/settle-part.ts";
import { partReader } from "../evaluate/time.ts";
import { compileCuts } from "../expression/compile-cut.ts";
import { parseDay, parsePeriod, printDay } from "../methodology/period.ts";
import type { Frame, ListFrame, Parts, Plan, Space } from "../plan.ts";

const mostDays = 36_000;

/**
 * The frame of a period as a form writes it, `FY2023` or two days; `undefined` for any other. The last frame where it is the
 * same, so that what is remembered by frame serves again.
 */
function layPlain(
  plan: Plan,
  period: AnswerSet["period"],
  lists: readonly ListFrame[],
  values: Values,
  last: Frame | undefined,
): Frame | undefined {
  const isPlain =
    typeof period === "string"
      ? /^FY\d{4}$/.test(period)
      : typeof period?.from === "string" && typeof period.to === "string";
  const range = isPlain ? parsePeriod(period as NonNullable<typeof period>) : undefined;
  if (range === undefined || range.to - range.from > mostDays) return undefined;
  const frame = layFrame(plan, range, lists, values);
  return isSame(last, frame) ? last : frame;
}

function isSame(left: unknown, right: unknown): boolean {
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) {
    return left === right;
  }
  if (ArrayBuffer.isView(left)) return String(left) === String(right);
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => isSame(left[key as never], right[key as never]))
  );
}

/** Position of `FY2023` among the years, or of a first day among the parts; -1 for what is none of them. */
function timeAt(
  axis: "years" | "parts",
  key: string,
  { ownParts, list }: Space,
  frame: Frame,
  item: number,
): number {
  if (axis === "years") {
    const at = /^FY\d{4}$/.test(key) ? Number.parseInt(key.slice(2), 10) - frame.firstYear : -1;
    return at < frame.years.start.length ? at : -1;
  }
  const parts = partsOf(frame, ownParts ? list : -1);
  const first = ownParts ? frame.lists[list]?.own?.first : undefined;
  const keys = keysByParts.get(parts) ?? keysOf(parts, first);
  keysByParts.set(parts, keys);
  return keys.get(first === undefined ? key : `${item} ${key}`) ?? -1;
}

/** Positions of parts by their first days, as text; those of an item behind its number, counted from its first. */
const keysByParts = new WeakMap<Parts, ReadonlyMap<string, number>>();

function keysOf({ start }: Parts, first: Int32Array | undefined): ReadonlyMap<string, number> {
  if (first === undefined) return new Map([...start].map((day, at) => [printDay(day), at]));
  return new Map(
    [...first.subarray(1)].flatMap((end, item) => {
      const own = [...start.subarray(first[item], end)];
      return own.map((day, at): [string, number] => [`${item} ${printDay(day)}`, at]);
    }),
  );
}

/** A period and its parts, the dates that cut it, and dates as text, for methodologies that have any. */
export const periodLane = {
  layPlain,
  timeAt,
  askCuts,
  compileCuts,
  partBounds,
  partReader,
  uncutAlong,
  parseDay,
  printDay,
  settlePart,
} as const;
