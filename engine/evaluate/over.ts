import type { Absent, Value } from "../plan.ts";
import { add, type Exact, whole, zero } from "../quantity/exact.ts";
import { sumOf } from "../quantity/whole.ts";
import { gatherAbsent, isAbsent } from "./absent.ts";
import { plus } from "./arithmetic.ts";
import { partsOf } from "./axes.ts";
import type { Domain } from "./domain.ts";
import { exhaust, tooLarge } from "./limits.ts";
import { type Evaluate, partSlot, type Run, yearSlot } from "./run.ts";
import { hull } from "./undecided.ts";

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

/** What the elements of an axis come to; `perhaps` are those that may be out. */
export interface Gathered {
  readonly sure: Value[];
  readonly perhaps: Value[];
  readonly absent: Absent[];
  /** The sum of exact numbers that surely are in, which are not kept one by one where only their sum is asked for. */
  readonly total: Exact;
}

/** Evaluates each element that is in; with `until` no further than to an element that surely is that. */
export function gather(
  run: Run,
  { domain: { bounds, slot, isIn, own }, where, nodes }: Over,
  value: Evaluate,
  until?: boolean | "sum",
): Gathered {
  const sure: Value[] = [];
  const perhaps: Value[] = [];
  const absent: Absent[] = [];
  let { numerator, scale, divisor } = zero;
  const stop = bounds(run);
  if (stop !== undefined) return { sure, perhaps, absent: [stop], total: zero };
  const { from, to, at } = run;
  const isSum = until === "sum";
  const years = slot === partSlot ? partsOf(run.frame, own).year : undefined;
  const saved = at[slot] as number;
  const year = at[yearSlot] as number;
  for (let element = from; element < to; element += 1) {
    run.budget -= nodes;
    if (run.budget < 0) {
      absent.push(exhaust(run));
      break;
    }
    at[slot] = element;
    if (years !== undefined) at[yearSlot] = years[element] as number;
    if (isIn !== undefined && !isIn(run, element)) continue;
    let holds: Value = true;
    if (where !== undefined) {
      holds = where(run);
      if (holds === false) continue;
      if (isAbsent(holds)) {
        absent.push(holds);
        continue;
      }
    }
    const found = value(run);
    const one = found as Exact;
    if (isSum && one.numerator !== undefined && holds === true) {
      // The same divisor and scale as so far is the rule, and costs one addition.
      if (one.divisor === divisor && one.scale === scale) {
        numerator = sumOf(numerator, one.numerator);
      } else if (typeof divisor === "number" || divisor <= run.largest) {
        ({ numerator, scale, divisor } = add({ numerator, scale, divisor }, one));
      }
    } else if (isAbsent(found)) absent.push(found);
    else {
      (holds === true ? sure : perhaps).push(found);
      if (found === until && holds === true) break;
    }
  }
  at[yearSlot] = year;
  at[slot] = saved;
  if (typeof divisor !== "number" && divisor > run.largest) {
    absent.push(tooLarge(run));
  }
  return { sure, perhaps, absent, total: { numerator, scale, divisor } };
}

/** The sum; of nothing 0. */
export function sum(over: Over): Evaluate {
  const value = over.value as Evaluate;
  return (run) => {
    const { sure, perhaps, absent, total } = gather(run, over, value, "sum");
    if (absent.length > 0) return gatherAbsent(absent);
    let sum: Value = total;
    for (const found of perhaps) sum = plus(run, sum, hull(run, [zero, found]));
    for (const found of sure) sum = plus(run, sum, found);
    return sum;
  };
}

const always: Evaluate = () => true;

/** How many elements there are, or of how many a statement is true. */
export function count(over: Over): Evaluate {
  const value = over.value ?? always;
  return (run) => {
    const { sure, perhaps, absent } = gather(run, over, value);
    if (absent.length > 0) return gatherAbsent(absent);
    const least = sure.filter((one) => one === true).length;
    const most = [...sure, ...perhaps].filter((one) => one !== false).length;
    return least === most ? whole(least) : hull(run, [whole(least), whole(most)]);
  };
}
