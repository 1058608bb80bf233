import { layFrame, type Values } from "../answers/frame.ts";
import type { AnswerSet } from "../answers/record.ts";
import { parsePeriod } from "../methodology/period.ts";
import type { Frame, ListFrame, Plan } from "../plan.ts";

const mostDays = 36_000;

/** The frame of a period as a form writes it: `FY2023` or two days; `undefined` for any other. */
function layPlain(
  plan: Plan,
  period: AnswerSet["period"],
  lists: readonly ListFrame[],
  values: Values,
): Frame | undefined {
  const isPlain =
    typeof period === "string"
      ? /^FY\d{4}$/.test(period)
      : typeof period?.from === "string" && typeof period.to === "string";
  const range = isPlain ? parsePeriod(period as NonNullable<typeof period>) : undefined;
  if (range === undefined || range.to - range.from > mostDays) return undefined;
  return layFrame(plan, range, lists, values);
}

/** Laying out a period and its parts, for methodologies that have one. */
export const periodLane = { layPlain } as const;
