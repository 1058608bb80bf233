import { add, compare, type Exact, print, readExact, zero } from "../quantity/exact.ts";
import type { ValueResult } from "../result/result.ts";
import type { Bounds } from "./assessment.ts";

/** The two ends of a value, both included; the same number twice where it is known exactly. */
export interface Ends {
  readonly low: Exact;
  readonly high: Exact;
}

export const nothing: Ends = { low: zero, high: zero };

/** The ends of a value of a result; `undefined` where it is no number. */
export function endsOfResult(value: ValueResult | undefined): Ends | undefined {
  if (value === undefined) return undefined;
  const [low, high] =
    "value" in value ? [value.value, value.value] : "low" in value ? [value.low, value.high] : [];
  const ends = { low: readExact(low ?? ""), high: readExact(high ?? "") };
  return ends.low === undefined || ends.high === undefined
    ? undefined
    : { low: ends.low, high: ends.high };
}

/** Values that are added move apart by both their widths. */
export function addEnds(left: Ends, right: Ends): Ends {
  return { low: add(left.low, right.low), high: add(left.high, right.high) };
}

/** A function that never falls, at both ends. */
export function atEnds({ low, high }: Ends, rising: (value: Exact) => Exact): Ends {
  return { low: rising(low), high: rising(high) };
}

/** The ends of what lies in either. */
export function hull(left: Ends, right: Ends): Ends {
  return {
    low: compare(left.low, right.low) <= 0 ? left.low : right.low,
    high: compare(left.high, right.high) >= 0 ? left.high : right.high,
  };
}

export function isPoint({ low, high }: Ends): boolean {
  return compare(low, high) === 0;
}

export function writeEnds({ low, high }: Ends, unit: string): Bounds {
  return { low: print(low), high: print(high), unit };
}
