import { isMap } from "../answers/copies.ts";
import type { Given } from "./assessment.ts";

/** Whether an answer is a map of answers: an item of a list, or answers by member, year or part. */
export function isGiven(value: unknown): value is Given {
  return isMap(value);
}

/** Whether an axis is one of time. */
export const isTime = (axis: string): boolean => axis === "years" || axis === "parts";
