import type { Label } from "../methodology/schema.ts";
import type { Absent, Irrational, Several, Span, Value } from "../plan.ts";
import type { Exact } from "../quantity/exact.ts";

/**
 * Values that are not there. They pass through arithmetic: what reads one has none either, and where several meet the
 * gravest is told: something failed, then something is missing, then a branch said `stop`.
 */
const gravity = { failed: 3, missing: 2, stopped: 1 } as const;

export function isExact(value: Value): value is Exact {
  return (value as Exact).numerator !== undefined;
}

export function isAbsent(value: Value): value is Absent {
  return typeof value === "object" && gravity[(value as Absent).kind] !== undefined;
}

export function isSeveral(value: Value): value is Several {
  return (value as Several).kind === "several";
}

export function isSpan(value: Value): value is Span {
  return (value as Span).kind === "span";
}

export function isIrrational(value: Value): value is Irrational {
  return (value as Irrational).kind === "irrational";
}

/** The gravest of several absent values, gathered while a loop goes on. */
export function gatherAbsent(found: readonly Absent[]): Absent {
  let worst = found[0] as Absent;
  for (const one of found) if (gravity[one.kind] > gravity[worst.kind]) worst = one;
  if (worst.kind !== "missing" || found.length === 1) return worst;
  return { kind: "missing", of: [...new Set(found.filter(({ kind }) => kind === "missing"))] };
}

/** What absent values among others come to; `undefined` where all are there. */
export function absentAmong(values: readonly Value[]): Absent | undefined {
  const absent = values.filter(isAbsent);
  return absent.length > 0 ? gatherAbsent(absent) : undefined;
}

/** No value because a branch said so. */
export function stopped(formula: string, because: Label | undefined): Absent {
  return because === undefined
    ? { kind: "stopped", formula }
    : { kind: "stopped", formula, because };
}

/** What holds a number for certain. */
export interface Ends {
  readonly low: Exact;
  readonly high: Exact;
}

/** A number by its ends: exact where both are one. */
export type Enclosed = Exact | Irrational | Span;

export function endsOf(value: Enclosed): Ends {
  return isExact(value) ? { low: value, high: value } : value;
}
