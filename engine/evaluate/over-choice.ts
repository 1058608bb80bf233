import type { Absent, Value } from "../plan.ts";
import { gatherAbsent, isAbsent, isExact } from "./absent.ts";
import { quotient, times } from "./arithmetic.ts";
import { chooseOf } from "./choose.ts";
import { failure } from "./failure.ts";
import { count, gather, type Over, sum } from "./over.ts";
import type { Evaluate, Run } from "./run.ts";
import { either, hull } from "./undecided.ts";

/** Functions over an axis beyond sums and counts. */
/** `all` of nothing is true, `any` false. */
function quantify(over: Over, isAll: boolean): Evaluate {
  const value = over.value as Evaluate;
  return (run) => {
    const { sure, perhaps, absent } = gather(run, over, value, !isAll);
    if (sure.includes(!isAll)) return !isAll;
    if (absent.length > 0) return gatherAbsent(absent);
    return [...sure, ...perhaps].every((one) => one === isAll) ? isAll : either;
  };
}

function nothingToChoose(run: Run, over: Over, name: string): Absent {
  const { axis } = over.domain;
  const { lists, at } = run.plan;
  const label = lists[at.lists.get(axis) ?? -1]?.tree.label;
  return failure(
    run,
    "nothing-to-choose",
    label === undefined ? { function: name, axis } : { function: name, axis, axisLabel: label },
  );
}

function graver(value: Value, absent: Absent): Absent {
  return isAbsent(value) ? gatherAbsent([value, absent]) : absent;
}

function average(over: Over): Evaluate {
  const total = sum(over);
  const number = count({ ...over, value: undefined });
  const value = over.value as Evaluate;
  return (run) => {
    const items = number(run);
    // Where it is open how many there are, what they are still tells what is wrong with them.
    if (isAbsent(items)) return graver(total(run), items);
    if (!isExact(items)) {
      const { sure, perhaps, absent } = gather(run, over, value);
      return absent.length > 0 ? gatherAbsent(absent) : hull(run, [...sure, ...perhaps]);
    }
    if (items.numerator === 0) return nothingToChoose(run, over, "average");
    return quotient(run, total(run), items);
  };
}

function extreme(over: Over, isLargest: boolean): Evaluate {
  const value = over.value as Evaluate;
  const name = isLargest ? "max_of" : "min_of";
  return (run) => {
    const { sure, perhaps, absent } = gather(run, over, value);
    if (absent.length > 0) return gatherAbsent(absent);
    const all = [...sure, ...perhaps];
    if (all.length === 0) return nothingToChoose(run, over, name);
    const choose = (values: readonly Value[]) =>
      values.reduce((chosen, one) => chooseOf(run, isLargest, over.isQuantity, chosen, one));
    if (perhaps.length === 0) return choose(all);
    return sure.length === 0 ? hull(run, all) : hull(run, [choose(sure), choose(all)]);
  };
}

function weightedAverage(over: Over): Evaluate {
  const value = over.value as Evaluate;
  const weight = over.weight as Evaluate;
  const product: Evaluate = (run) => {
    const share = weight(run);
    return times(run, value(run), share);
  };
  const total = sum({ ...over, value: product });
  const weights = sum({ ...over, value: weight });
  const number = count({ ...over, value: undefined });
  return (run) => {
    const items = number(run);
    if (isExact(items) && items.numerator === 0) {
      return nothingToChoose(run, over, "weighted_average");
    }
    return quotient(run, total(run), weights(run));
  };
}

/** By name in an expression. */
export const overOthers = {
  all: (over: Over) => quantify(over, true),
  any: (over: Over) => quantify(over, false),
  average,
  min_of: (over: Over) => extreme(over, false),
  max_of: (over: Over) => extreme(over, true),
  weighted_average: weightedAverage,
} as const;
