import type { Value } from "../plan.ts";
import { whole } from "../quantity/exact.ts";
import { quotient, times } from "./arithmetic.ts";
import type { Run } from "./run.ts";
import { pieceOf, type TimeAtHand } from "./time.ts";

/** The part of an amount of the whole period that falls on the piece at hand, by days. */
export function share(run: Run, amount: Value, time: TimeAtHand): Value {
  const { period } = run.frame;
  if (period === undefined) return amount;
  const { start, end } = pieceOf(run, time);
  const days = end - start + 1;
  const all = period.to - period.from + 1;
  return days === all ? amount : quotient(run, times(run, amount, whole(days)), whole(all));
}
