import type { Absent, Place } from "../plan.ts";
import { ownerId } from "./failure.ts";
import type { Run } from "./run.ts";

/** No value, because an input or list is not answered; `key` is a number of its own, below zero for lists. */
export function missing(run: Run, key: number, place: Place): Absent {
  run.missing ??= new Map();
  let absent = run.missing.get(key);
  if (absent === undefined) {
    absent = { kind: "missing", place: { ...place, neededBy: [] } };
    run.missing.set(key, absent);
  }
  const { neededBy } = absent.place;
  const id = ownerId(run);
  if (id !== "" && !neededBy.includes(id)) neededBy.push(id);
  return absent;
}
