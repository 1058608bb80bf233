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
  return origin === undefined
    ? 0
    : bits[origin.provenance] | bits[origin.confidence ?? "confirmed"];
}

const weakestByBits: readonly Weakest[] = Array.from({ length: 32 }, (_, weak): Weakest => {
  const provenance =
    weak & 4 ? "unconfirmed" : weak & 2 ? "derived" : weak & 1 ? "secondary" : "confirmed";
  return weak < 8 ? { provenance } : { provenance, confidence: weak & 16 ? "low" : "medium" };
});

/** The weakest of the origins whose bits these are. */
export function weakestOf(weak: number): Weakest {
  return weakestByBits[weak] as Weakest;
}

/** What is noted of a figure that is not confirmed, under a number of its own; nothing of others. */
export function markOf(
  number: number,
  origin: Origin | undefined,
  figure: Figure,
): Mark | undefined {
  const weak = weaknessOf(origin);
  return weak === 0 ? undefined : { number, weak, figure };
}

/** Notes that a figure reached the value at hand. */
export function touch(run: Run, mark: Mark): void {
  run.weak |= mark.weak;
  if (run.seen[mark.number] === 0) {
    run.seen[mark.number] = 1;
    run.figures.push(mark.figure);
  }
}
