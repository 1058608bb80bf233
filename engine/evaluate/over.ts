import type { Absent, Value } from "../plan.ts";
import { add, type Exact, whole, zero } from "../quantity/exact.ts";
import { sumOf } from "../quantity/whole.ts";
import { gatherAbsent, isAbsent } from "./absent.ts";
import { plus } from "./arithmetic.ts";
import { partsOf } from "./axes.ts";
import type { Domain } from "./domain.ts";
import { failure } from "./failure.ts";
import { exhaust } from "./limits.ts";
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
}

/** Evaluates each element that is in; with `until` no further than to an element that surely is that. */
export function gather(
  run: Run,
  { domain: { bounds, slot, isIn, own }, where, nodes }: Over,
  value: Evaluate,
  until?: boolean,
): Gathered {
  const sure: Value[] = [];
  const perhaps: Value[] = [];
  const absent: Absent[] = [];
  const stop = bounds(run);
  if (stop !== undefined) return { sure, perhaps, absent: [stop] };
  const { from, to, at } = run;
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
    const holds = where === undefined ? true : where(run);
    if (holds === false) continue;
    if (isAbsent(holds)) {
      absent.push(holds);
      continue;
    }
    const found = value(run);
    if ((found as Exact).numerator === undefined && isAbsent(found)) absent.push(found);
    else (holds === true ? sure : perhaps).push(found);
    if (found === until && holds === true) break;
  }
  at[yearSlot] = year;
  at[slot] = saved;
  return { sure, perhaps, absent };
}

/** The sum; of nothing 0. */
export function sum(over: Over): Evaluate {
  const value = over.value as Evaluate;
  return (run) => {
    const { sure, perhaps, absent } = gather(run, over, value);
    const others: Value[] = perhaps.map((found) => hull(run, [zero, found]));
    let { numerator, scale, divisor } = zero;
    for (const found of sure) {
      const one = found as Exact;
      // The same divisor and scale as so far is the rule, and costs one addition.
      if (one.divisor === divisor && one.scale === scale) {
        numerator = sumOf(numerator, one.numerator);
      } else if (one.numerator === undefined) others.push(found);
      else {
        ({ numerator, scale, divisor } = add({ numerator, scale, divisor }, one));
        if (typeof divisor === "number" || divisor <= run.largest) continue;
        absent.push(failure(run, "number-too-large", { bits: run.mostBits }));
        break;
      }
    }
    if (absent.length > 0) return gatherAbsent(absent);
    return others.reduce((total, other) => plus(run, total, other), { numerator, scale, divisor });
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
