import { layFrame, type Values } from "../answers/frame.ts";
import type { AnswerSet } from "../answers/record.ts";
import { partsOf } from "../evaluate/axes.ts";
import { askCuts, uncutAlong } from "../evaluate/cuts.ts";
import { partBounds } from "../evaluate/part-bounds.ts";
import { partReader } from "../evaluate/time.ts";
import { compileCut } from "../expression/compile-cut.ts";
import { parseDay, parsePeriod } from "../methodology/period.ts";
import type { Frame, ListFrame, Plan, Space } from "../plan.ts";

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
  const { start } = partsOf(frame, ownParts ? list : -1);
  const own = ownParts ? frame.lists[list]?.own : undefined;
  const starts = own === undefined ? start : start.slice(own.first[item], own.first[item + 1]);
  return starts.indexOf(parseDay(key) ?? -1);
}

/** A period and its parts, and the dates that cut it, for methodologies that have one. */
export const periodLane = {
  layPlain,
  timeAt,
  askCuts,
  compileCut,
  partBounds,
  partReader,
  uncutAlong,
} as const;
