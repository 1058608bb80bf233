import type { Confidence, Provenance } from "../methodology/schema.ts";
import type { Origin } from "../methodology/tree.ts";
import type { Figure, Weakest } from "../plan.ts";
import type { Mark, Run } from "./run.ts";

/**
 * How sure the figures are that reached a value: one bit for each provenance and confidence below the best, gathered by
 * "or" while evaluating, so that results without steps tell it too. Only figures that are not confirmed are marked.
 */
const bits: Readonly<Record<Provenance | Confidence, number>> = {
  confirmed: 0,
  secondary: 1,
  derived: 2,
  unconfirmed: 4,
  medium: 8,
  low: 16,
};

export function weaknessOf(origin: Origin | undefined): number {
  if (origin === undefined) return 0;
  return bits[origin.provenance] | (origin.confidence === undefined ? 0 : bits[origin.confidence]);
}

const weakestByBits: readonly Weakest[] = Array.from({ length: 32 }, (_, weak): Weakest => {
  const provenance =
    weak & 4 ? "unconfirmed" : weak & 2 ? "derived" : weak & 1 ? "secondary" : "confirmed";
  if ((weak & 24) === 0) return { provenance };
  return { provenance, confidence: weak & 16 ? "low" : "medium" };
});

/** The weakest of the origins whose bits these are. */
export function weakestOf(weak: number): Weakest {
  return weakestByBits[weak] as Weakest;
}

/** Gives numbers to figures that are not confirmed. */
export interface Marker {
  count: number;
}

export function markOf(
  marker: Marker,
  origin: Origin | undefined,
  figure: Figure,
): Mark | undefined {
  const weak = weaknessOf(origin);
  if (weak === 0) return undefined;
  const number = marker.count;
  marker.count += 1;
  return { number, weak, figure };
}

/** Notes that a figure reached the value at hand. */
export function touch(run: Run, mark: Mark): void {
  run.weak |= mark.weak;
  if (run.seen[mark.number] === 0) {
    run.seen[mark.number] = 1;
    run.figures.push(mark.figure);
  }
}
