import { printDay } from "../methodology/period.ts";
import type { InputTree } from "../methodology/tree.ts";
import type { Reading, Value } from "../plan.ts";
import {
  add,
  divide,
  type Exact,
  exact,
  multiply,
  print,
  sign,
  subtract,
  whole,
} from "../quantity/exact.ts";
import { failure } from "./failure.ts";
import type { Run } from "./run.ts";
import { pieceOf, type TimeAtHand } from "./time.ts";

/**
 * Cumulative meters: the amount of a piece is the difference between its ends. The reading of a day is what the meter
 * showed at the start of that day, so a piece ends at the reading of the day after its last.
 *
 * Where a cut has no reading, `between: days` spreads the difference of the readings around it evenly over the days; a
 * reading below the one before it has turned over at `turns_at`, or is an issue.
 */
export function readMeter(
  run: Run,
  position: number,
  index: number,
  input: InputTree,
  time: TimeAtHand,
): Value | undefined {
  const readings = run.inputs.readings[position]?.[index];
  if (readings === undefined || readings.length === 0) return undefined;
  const { start, end } = pieceOf(run, time);
  const between = input.meter?.between === true;
  const from = bracket(readings, start, between);
  const to = bracket(readings, end + 1, between);
  if (from === undefined || to === undefined) return undefined;
  const turnsAt = input.meter?.turnsAt;
  const turn = turnsAt === undefined ? undefined : exact(turnsAt.split(" ")[0] as string);

  // The meter unwound from the first reading that is needed on, so that turns do not show.
  const shown: Exact[] = [];
  for (let place = from.before; place <= to.after; place += 1) {
    const reading = readings[place] as Reading;
    const last = shown[shown.length - 1];
    if (last === undefined) {
      shown.push(reading.value);
      continue;
    }
    const before = readings[place - 1] as Reading;
    let difference = subtract(reading.value, before.value);
    if (sign(difference) < 0) {
      if (turn === undefined) return falling(run, input, before, reading);
      difference = add(difference, turn);
      if (sign(difference) < 0) return falling(run, input, before, reading);
    }
    shown.push(add(last, difference));
  }
  const atStart = valueAt(readings, shown, from, start, from.before);
  const atEnd = valueAt(readings, shown, to, end + 1, from.before);
  return subtract(atEnd, atStart);
}

interface Bracket {
  readonly before: number;
  readonly after: number;
}

/** The readings around a day: one twice where the day has its own. */
function bracket(readings: readonly Reading[], day: number, between: boolean): Bracket | undefined {
  let low = 0;
  let high = readings.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((readings[middle] as Reading).day < day) low = middle + 1;
    else high = middle;
  }
  const found = readings[low] as Reading;
  if (found.day === day) return { before: low, after: low };
  if (!between || found.day < day || low === 0) return undefined;
  return { before: low - 1, after: low };
}

function valueAt(
  readings: readonly Reading[],
  shown: readonly Exact[],
  { before, after }: Bracket,
  day: number,
  first: number,
): Exact {
  const start = shown[before - first] as Exact;
  if (before === after) return start;
  const from = (readings[before] as Reading).day;
  const to = (readings[after] as Reading).day;
  const difference = subtract(shown[after - first] as Exact, start);
  return add(start, divide(multiply(difference, whole(day - from)), whole(to - from)));
}

function falling(run: Run, input: InputTree, before: Reading, after: Reading): Value {
  return failure(run, "falling-reading", {
    input: input.id,
    inputLabel: input.label,
    from: printDay(before.day),
    to: printDay(after.day),
    before: print(before.value),
    after: print(after.value),
  });
}
