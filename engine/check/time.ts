import type { ScalarInputData } from "../methodology/schema.ts";
import type { Checking, ValueScope, Where } from "./scope.ts";
import { report } from "./scope.ts";

/**
 * How a question is asked in time. Where a period is cut, every quantity and count says whether its amount is of a year
 * or a part, spread over the days, or the same throughout: an amount asked once and used in two years would count twice.
 * Items of dated lists have a year of their own.
 *
 * Errors: one of the four missing, two of them at once, one of them where no period is cut.
 */
export function reportTime(
  checking: Checking,
  value: ValueScope,
  data: ScalarInputData,
  where: Where,
  list: string | undefined,
): void {
  const { type } = value.type();
  const isAmount = type.kind === "quantity";
  const perTime = value.axes.find((axis) => axis === "years" || axis === "parts");
  const said = [
    ...(perTime === undefined ? [] : [`per: ${perTime}`]),
    ...(data.apportion === undefined ? [] : ["apportion: days"]),
    ...(data.holds === undefined ? [] : ["holds: throughout"]),
  ];
  const isDated = list !== undefined && checking.lists.get(list)?.dated !== undefined;
  const word = data.apportion === undefined ? "holds" : "apportion";
  const at: Where = { ...where, path: [...where.path, word], key: true };
  if (said.length > 1) {
    report(checking, where, "time-twice", { name: value.name, said });
  } else if (said.length === 0) {
    if (isAmount && checking.hasPeriod && !isDated) {
      report(checking, { ...where, key: true }, "time-missing", { name: value.name });
    }
  } else if (!checking.hasPeriod && perTime === undefined) {
    report(checking, at, "period-missing", { axis: said[0] as string });
  } else if (isDated) {
    report(checking, perTime === undefined ? at : where, "dated-per-time", {
      list: list as string,
    });
  } else if (!isAmount && type.kind !== "unsettled" && data.apportion !== undefined) {
    report(checking, at, "quantity-only", { word: "apportion" });
  }
  reportMeter(checking, value, data, where, perTime !== undefined);
}

/** Meters are read at dates, so their amounts are of years or parts. */
function reportMeter(
  checking: Checking,
  value: ValueScope,
  data: ScalarInputData,
  where: Where,
  isPerTime: boolean,
): void {
  const { type } = value.type();
  if (data.meter === undefined) {
    for (const word of ["between", "turns_at"] as const) {
      if (data[word] === undefined) continue;
      report(checking, { ...where, path: [...where.path, word], key: true }, "meter-missing", {
        word,
      });
    }
    return;
  }
  const at: Where = { ...where, path: [...where.path, "meter"], key: true };
  if (type.kind !== "quantity" && type.kind !== "unsettled") {
    report(checking, at, "quantity-only", { word: "meter" });
  } else if (!isPerTime) {
    report(checking, at, "meter-per-time", { name: value.name });
  }
}
