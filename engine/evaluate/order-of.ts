import { laneOf } from "../lanes/lanes.ts";
import { compare } from "../quantity/exact.ts";
import { type Enclosed, isExact } from "./absent.ts";
import type { Run } from "./run.ts";

/** Which of two numbers is larger, however they are known. */
export function orderOf(run: Run, left: Enclosed, right: Enclosed) {
  return isExact(left) && isExact(right)
    ? compare(left, right)
    : laneOf(run.plan, "range").order(left, right);
}
