import { fiscalYearOf, printDay, printFiscalYear } from "../methodology/period.ts";
import type { Label } from "../methodology/schema.ts";
import type { Absent, Parts, Plan } from "../plan.ts";
import { gatherAbsent, isAbsent } from "./absent.ts";
import { enumSlot, partsOf, positionIn } from "./axes.ts";
import { uncutAt } from "./cuts.ts";
import { failure } from "./failure.ts";
import { listAbsent } from "./lists.ts";
import { type Evaluate, firstListSlot, partSlot, type Run, yearSlot } from "./run.ts";
import type { TimeAtHand } from "./time.ts";

/**
 * What a function over an axis runs over: fiscal years, parts (of the year at hand, where there is one), members, or
 * items (of a dated list those of the year or part at hand).
 */
export interface Domain {
  readonly axis: string;
  readonly label: Label | undefined;
  /** Sets `run.from` and `run.to`; a value where there is nothing to run over because something is not known. */
  readonly bounds: (run: Run) => Absent | undefined;
  /** Where the element at hand is kept. */
  readonly slot: number;
  /** Position of the list whose items have these parts, -1 for those of all; -2 where elements are no parts. */
  readonly partsOf: number;
  /** Whether an element is among those at hand; absent where all are. */
  readonly isIn: ((run: Run, element: number) => boolean) | undefined;
}

/** Elements that are no parts. */
export const noParts = -2;

/** The date or year of the items of a dated list. */
export interface Dated {
  readonly read: Evaluate;
  readonly isDate: boolean;
}

export function yearDomain(): Domain {
  return {
    axis: "years",
    label: undefined,
    bounds(run) {
      run.from = 0;
      run.to = run.yearCount;
      return undefined;
    },
    slot: yearSlot,
    partsOf: noParts,
    isIn: undefined,
  };
}

/** The parts of the whole period or of the year at hand; of the item at hand where items have their own. */
export function partDomain(time: TimeAtHand, own: number): Domain {
  const ofYear = time.kind === "years";
  return {
    axis: "parts",
    label: undefined,
    bounds(run) {
      const parts = partsOf(run.frame, own);
      let from = 0;
      let to = parts.start.length;
      if (own >= 0) {
        const first = run.frame.lists[own]?.own?.first as Int32Array;
        const item = run.at[firstListSlot + own] as number;
        from = first[item] as number;
        to = first[item + 1] as number;
      }
      const absent = uncutAt(run, own);
      if (absent !== undefined) return absent;
      if (ofYear) {
        const year = run.at[yearSlot] as number;
        from = firstOfYear(parts, from, to, year);
        to = firstOfYear(parts, from, to, year + 1);
      }
      run.from = from;
      run.to = to;
      return undefined;
    },
    slot: partSlot,
    partsOf: own,
    isIn: undefined,
  };
}

/** The first of some consecutive parts that does not lie before a year. */
function firstOfYear({ year }: Parts, from: number, to: number, wanted: number): number {
  let place = from;
  while (place < to && (year[place] as number) < wanted) place += 1;
  return place;
}

export function enumDomain(plan: Plan, axis: string): Domain {
  const position = positionIn(plan.at.enums, axis);
  const size = plan.enums[position]?.tree.members.length ?? 0;
  const slot = enumSlot(plan, position);
  return {
    axis,
    label: undefined,
    bounds(run) {
      run.from = 0;
      run.to = size;
      return undefined;
    },
    slot,
    partsOf: noParts,
    isIn: undefined,
  };
}

export function listDomain(
  plan: Plan,
  axis: string,
  time: TimeAtHand,
  dated: Dated | undefined,
): Domain {
  const position = positionIn(plan.at.lists, axis);
  const slot = firstListSlot + position;
  return {
    axis,
    label: plan.lists[position]?.tree.label,
    bounds(run) {
      const absent = listAbsent(run, position);
      if (absent === "hidden") {
        run.from = 0;
        run.to = 0;
        return undefined;
      }
      if (absent !== undefined) return absent;
      if (dated !== undefined && run.frame.period !== undefined) {
        const days = itemDays(run, position, dated);
        const isMatter = isAbsentDays(days) && (time.kind !== "none" || days.kind === "failed");
        if (isMatter) return days;
        if (time.kind === "parts" && !dated.isDate) {
          return failure(run, "dated-by-year", labelOf(run, position));
        }
      }
      run.from = 0;
      run.to = run.frame.lists[position]?.count ?? 0;
      return undefined;
    },
    slot,
    partsOf: noParts,
    isIn:
      dated === undefined || time.kind === "none"
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
  return value < firstYear || value >= firstYear + run.yearCount;
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
