import { fiscalYearOf, printDay, printFiscalYear } from "../methodology/period.ts";
import type { Absent, Plan } from "../plan.ts";
import { gatherAbsent, isAbsent } from "./absent.ts";
import { partsOf, positionIn } from "./axes.ts";
import { type Domain, domainOf } from "./domain.ts";
import { failure } from "./failure.ts";
import { type Evaluate, firstListSlot, partSlot, type Run, yearSlot } from "./run.ts";
import type { TimeAtHand } from "./time.ts";

/** The date or year of the items of a dated list. */
export interface Dated {
  readonly read: Evaluate;
  readonly isDate: boolean;
}

/** Items of a dated list: those of the year or part at hand, where there is one. */
export function datedListDomain(plan: Plan, axis: string, time: TimeAtHand, dated: Dated): Domain {
  const all = domainOf(plan, axis, time, -1);
  const position = positionIn(plan.at.lists, axis);
  return {
    ...all,
    bounds(run) {
      const absent = all.bounds(run);
      if (absent !== undefined || run.to === 0 || run.frame.period === undefined) return absent;
      const { to } = run;
      const days = itemDays(run, position, dated);
      const isMatter = isAbsentDays(days) && (time.kind !== "none" || days.kind === "failed");
      if (isMatter) return days;
      if (time.kind === "parts" && !dated.isDate) {
        return failure(run, "dated-by-year", labelOf(run, position));
      }
      run.from = 0;
      run.to = to;
      return undefined;
    },
    isIn:
      time.kind === "none"
        ? undefined
        : (run, element) => isAtHand(run, time, dated, position, element),
  };
}

/** Whether an item of a dated list lies in the year or part at hand. */
function isAtHand(
  run: Run,
  time: TimeAtHand,
  dated: Dated,
  position: number,
  item: number,
): boolean {
  const day = (run.itemDays[position] as Int32Array)[item] as number;
  if (time.kind === "parts") {
    const parts = partsOf(run.frame, time.own);
    const part = run.at[partSlot] as number;
    return (parts.start[part] as number) <= day && day <= (parts.end[part] as number);
  }
  const year = dated.isDate ? fiscalYearOf(day) : day;
  return year - run.frame.firstYear === run.at[yearSlot];
}

function labelOf(run: Run, position: number) {
  const list = run.plan.lists[position] as Plan["lists"][number];
  return { list: list.tree.id, listLabel: list.tree.label };
}

function isAbsentDays(days: Int32Array | Absent): days is Absent {
  return !(days instanceof Int32Array);
}

/** Days, or fiscal years, of the items of a dated list, found once. An item outside the period is an issue. */
function itemDays(run: Run, position: number, dated: Dated): Int32Array | Absent {
  const known = run.itemDays[position];
  if (known !== undefined) return known;
  const { count } = run.frame.lists[position] ?? { count: 0 };
  const slot = firstListSlot + position;
  const saved = run.at[slot] as number;
  const days = new Int32Array(count);
  const absent: Absent[] = [];
  for (let item = 0; item < count; item += 1) {
    run.at[slot] = item;
    const value = dated.read(run);
    if (typeof value === "number") {
      days[item] = value;
      if (isOutside(run, value, dated))
        absent.push(outsidePeriod(run, position, item, value, dated));
    } else absent.push(isAbsent(value) ? value : failure(run, "range-too-wide", {}));
  }
  run.at[slot] = saved;
  const result = absent.length > 0 ? gatherAbsent(absent) : days;
  run.itemDays[position] = result;
  return result;
}

function isOutside(run: Run, value: number, dated: Dated): boolean {
  const { period, firstYear } = run.frame;
  if (period === undefined) return false;
  if (dated.isDate) return value < period.from || value > period.to;
  return value < firstYear || value >= firstYear + (run.sizes[yearSlot] as number);
}

function outsidePeriod(
  run: Run,
  position: number,
  item: number,
  value: number,
  dated: Dated,
): Absent {
  const { from, to } = run.frame.period ?? { from: 0, to: 0 };
  return failure(run, "item-outside-period", {
    ...labelOf(run, position),
    item: item + 1,
    date: dated.isDate ? printDay(value) : printFiscalYear(value),
    from: printDay(from),
    to: printDay(to),
  });
}
