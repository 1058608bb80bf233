import type { Absent } from "../plan.ts";
import { ownerId } from "./failure.ts";
import type { MissingAbsent, Run } from "./run.ts";

/** No value, because an input is not answered. */
export function missingAt(run: Run, input: number, index: number): Absent {
  const key = (run.askedBase[input] as number) + index;
  run.missing ??= new Map();
  let absent = run.missing.get(key);
  if (absent === undefined) {
    absent = { kind: "missing", place: { kind: "input", input, index, neededBy: [] } };
    run.missing.set(key, absent);
  }
  noteNeed(run, absent);
  return absent;
}

/** No value, because a list is not answered. */
export function missingList(run: Run, list: number): Absent {
  run.askedLists[list] = 1;
  run.missing ??= new Map();
  let absent = run.missing.get(-1 - list);
  if (absent === undefined) {
    absent = { kind: "missing", place: { kind: "list", list, neededBy: [] } };
    run.missing.set(-1 - list, absent);
  }
  noteNeed(run, absent);
  return absent;
}

function noteNeed(run: Run, { place }: MissingAbsent): void {
  const id = ownerId(run);
  if (id !== "" && !place.neededBy.includes(id)) place.neededBy.push(id);
}
