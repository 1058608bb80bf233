import type { Absent, Value } from "../plan.ts";
import { add, type Exact, tenTo, whole, zero } from "../quantity/exact.ts";
import { gatherAbsent, isAbsent, isExact } from "./absent.ts";
import { enclosed, plus, quotient, times } from "./arithmetic.ts";
import { partsOf } from "./axes.ts";
import { chooseOf } from "./choose.ts";
import { type Domain, noParts } from "./domain.ts";
import { hullOf } from "./enclosure.ts";
import { failure } from "./failure.ts";
import { exhaust } from "./limits.ts";
import { type Evaluate, type Run, yearSlot } from "./run.ts";
import { either, hullOfValues } from "./several.ts";

/**
 * Functions over an axis. Every element is evaluated, so that every question is asked, unless `all` or `any` is decided
 * before. An element that is not decided in range mode may be in or out, and the result holds both.
 */
export interface Over {
  readonly domain: Domain;
  readonly value: Evaluate | undefined;
  readonly weight: Evaluate | undefined;
  readonly where: Evaluate | undefined;
  readonly isQuantity: boolean;
  /** Nodes of one element, for the limit on steps. */
  readonly nodes: number;
}

/** Calls `use` for each element that is in, with whether it surely is. Errors: gathered and returned. */
function walk(
  run: Run,
  { domain, where, nodes }: Over,
  use: (run: Run, isSure: boolean) => boolean,
): Absent | undefined {
  const stop = domain.bounds(run);
  if (stop !== undefined) return stop;
  const { from, to } = run;
  const { slot, isIn } = domain;
  const { at } = run;
  const years = domain.partsOf === noParts ? undefined : partsOf(run.frame, domain.partsOf).year;
  const saved = at[slot] as number;
  const year = at[yearSlot] as number;
  const absent: Absent[] = [];
  for (let element = from; element < to; element += 1) {
    run.budget -= nodes;
    if (run.budget < 0) {
      absent.push(exhaust(run));
      break;
    }
    at[slot] = element;
    if (years !== undefined) at[yearSlot] = years[element] as number;
    if (isIn !== undefined && !isIn(run, element)) continue;
    let isSure = true;
    if (where !== undefined) {
      const holds = where(run);
      if (holds === false) continue;
      if (holds !== true) {
        if (isAbsent(holds)) {
          absent.push(holds);
          continue;
        }
        isSure = false;
      }
    }
    if (!use(run, isSure)) break;
  }
  at[yearSlot] = year;
  at[slot] = saved;
  return absent.length === 0 ? undefined : gatherAbsent(absent);
}

/** The sum; of nothing 0. */
export function sum(over: Over): Evaluate {
  const value = over.value as Evaluate;
  const { domain, where, nodes } = over;
  const { slot, isIn } = domain;
  const ofParts = domain.partsOf !== noParts;
  return (run) => {
    const stop = domain.bounds(run);
    if (stop !== undefined) return stop;
    const { from, to } = run;
    const { at } = run;
    const years = ofParts ? partsOf(run.frame, domain.partsOf).year : undefined;
    const saved = at[slot] as number;
    const year = at[yearSlot] as number;
    const absent: Absent[] = [];
    const others: Value[] = [];
    let { numerator, scale, divisor } = zero;
    for (let element = from; element < to; element += 1) {
      run.budget -= nodes;
      if (run.budget < 0) {
        absent.push(exhaust(run));
        break;
      }
      at[slot] = element;
      if (years !== undefined) at[yearSlot] = years[element] as number;
      if (isIn !== undefined && !isIn(run, element)) continue;
      let isSure = true;
      if (where !== undefined) {
        const holds = where(run);
        if (holds === false) continue;
        if (holds !== true) {
          if (isAbsent(holds)) {
            absent.push(holds);
            continue;
          }
          isSure = false;
        }
      }
      const found = value(run);
      if ((found as Exact).numerator !== undefined && isSure) {
        const one = found as Exact;
        // The same divisor and scale as so far is the rule, and costs one addition.
        if (one.divisor !== divisor) {
          const total = add({ numerator, scale, divisor }, one);
          ({ numerator, scale, divisor } = total);
          if (divisor > run.largest) {
            absent.push(failure(run, "number-too-large", { bits: run.mostBits }));
            break;
          }
        } else if (one.scale === scale) numerator += one.numerator;
        else if (one.scale < scale) numerator += one.numerator * tenTo(scale - one.scale);
        else {
          numerator = numerator * tenTo(one.scale - scale) + one.numerator;
          scale = one.scale;
        }
      } else if (isAbsent(found)) absent.push(found);
      else others.push(isSure ? found : hullOf([zero, enclosed(found)]));
    }
    at[yearSlot] = year;
    at[slot] = saved;
    if (absent.length > 0) return gatherAbsent(absent);
    let total: Value = { numerator, scale, divisor };
    for (const other of others) total = plus(run, total, other);
    return total;
  };
}

/** How many elements there are, or of how many a statement is true. */
export function count(over: Over): Evaluate {
  const { value } = over;
  return (run) => {
    let sure = 0;
    let perhaps = 0;
    const inside: Absent[] = [];
    const absent = walk(run, over, (_, isSure) => {
      const holds = value === undefined ? true : value(run);
      if (isAbsent(holds)) inside.push(holds);
      else if (holds === true && isSure) sure += 1;
      else if (holds !== false) perhaps += 1;
      return true;
    });
    if (absent !== undefined) inside.push(absent);
    if (inside.length > 0) return gatherAbsent(inside);
    return perhaps === 0 ? whole(sure) : hullOf([whole(sure), whole(sure + perhaps)]);
  };
}

/** `all` of nothing is true, `any` false. */
export function quantify(over: Over, isAll: boolean): Evaluate {
  const value = over.value as Evaluate;
  return (run) => {
    let decided = false;
    let isOpen = false;
    const inside: Absent[] = [];
    const absent = walk(run, over, (_, isSure) => {
      const holds = value(run);
      if (holds === !isAll && isSure) {
        decided = true;
        return false;
      }
      if (isAbsent(holds)) inside.push(holds);
      else if (holds !== isAll) isOpen = true;
      return true;
    });
    if (decided) return !isAll;
    if (absent !== undefined) inside.push(absent);
    if (inside.length > 0) return gatherAbsent(inside);
    return isOpen ? either : isAll;
  };
}

/** Values of all elements, or why there are none; `perhaps` are those that may be out. */
interface Gathered {
  readonly sure: readonly Value[];
  readonly perhaps: readonly Value[];
}

function gather(run: Run, over: Over, value: Evaluate): Gathered | Absent {
  const sure: Value[] = [];
  const perhaps: Value[] = [];
  const inside: Absent[] = [];
  const absent = walk(run, over, (_, isSure) => {
    const one = value(run);
    if (isAbsent(one)) inside.push(one);
    else (isSure ? sure : perhaps).push(one);
    return true;
  });
  if (absent !== undefined) inside.push(absent);
  return inside.length > 0 ? gatherAbsent(inside) : { sure, perhaps };
}

function nothingToChoose(run: Run, over: Over, name: string): Absent {
  const { axis, label } = over.domain;
  return failure(
    run,
    "nothing-to-choose",
    label === undefined ? { function: name, axis } : { function: name, axis, axisLabel: label },
  );
}

function isGathered(gathered: Gathered | Absent): gathered is Gathered {
  return "sure" in gathered;
}

export function average(over: Over): Evaluate {
  const total = sum(over);
  const number = count({ ...over, value: undefined });
  const value = over.value as Evaluate;
  return (run) => {
    const items = number(run);
    if (isAbsent(items)) return items;
    if (!isExact(items)) {
      const gathered = gather(run, over, value);
      if (!isGathered(gathered)) return gathered;
      return hullOf([...gathered.sure, ...gathered.perhaps].map(enclosed));
    }
    if (items.numerator === 0n) return nothingToChoose(run, over, "average");
    return quotient(run, total(run), items);
  };
}

export function extreme(over: Over, isLargest: boolean): Evaluate {
  const value = over.value as Evaluate;
  const name = isLargest ? "max_of" : "min_of";
  return (run) => {
    const gathered = gather(run, over, value);
    if (!isGathered(gathered)) return gathered;
    const { sure, perhaps } = gathered;
    const all = [...sure, ...perhaps];
    if (all.length === 0) return nothingToChoose(run, over, name);
    const choose = (values: readonly Value[]) =>
      values.reduce((chosen, one) => chooseOf(run, isLargest, over.isQuantity, chosen, one));
    if (perhaps.length === 0) return choose(all);
    return sure.length === 0 ? hullOfValues(all) : hullOfValues([choose(sure), choose(all)]);
  };
}

export function weightedAverage(over: Over): Evaluate {
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
    if (isExact(items) && items.numerator === 0n) {
      return nothingToChoose(run, over, "weighted_average");
    }
    return quotient(run, total(run), weights(run));
  };
}
