import type { Absent } from "../plan.ts";
import { isAbsent } from "./absent.ts";
import { missing } from "./missing.ts";
import type { Run } from "./run.ts";

/** Why a list has no items to run over: not answered, hidden by its `when`, or not known whether. */
export function listAbsent(run: Run, list: number): Absent | "hidden" | undefined {
  const when = run.plan.code.listWhen[list]?.(run);
  if (when === false) return "hidden";
  if (when !== undefined && isAbsent(when)) return when;
  run.askedLists[list] = 1;
  if (run.frame.lists[list]?.answered === true) return undefined;
  return missing(run, -1 - list, { kind: "list", list });
}
