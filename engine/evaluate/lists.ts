import type { Absent } from "../plan.ts";
import { isAbsent } from "./absent.ts";
import { missingList } from "./missing.ts";
import type { Run } from "./run.ts";

/** Why a list has no items to run over: not answered, hidden by its `when`, or not known whether. */
export function listAbsent(run: Run, position: number): Absent | "hidden" | undefined {
  const when = run.plan.code.listWhen[position]?.(run);
  if (when === false) return "hidden";
  if (when !== undefined && isAbsent(when)) return when;
  run.askedLists[position] = 1;
  return run.frame.lists[position]?.answered === true ? undefined : missingList(run, position);
}
