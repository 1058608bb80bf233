import { whole } from "../quantity/exact.ts";
import { partsOf } from "./axes.ts";
import { type Evaluate, partSlot, type Run, yearSlot } from "./run.ts";

/** Which pieces are at hand where an expression stands: none, fiscal years, or parts (of a list's items, or of all). */
export interface TimeAtHand {
  readonly kind: "none" | "years" | "parts";
  /** Position of the list whose items have these parts, or -1. */
  readonly own: number;
}

/** First and last day of the piece at hand. */
export function pieceOf(
  run: Run,
  time: TimeAtHand,
): { readonly start: number; readonly end: number } {
  const parts = time.kind === "years" ? run.frame.years : partsOf(run.frame, time.own);
  const piece = run.at[time.kind === "years" ? yearSlot : partSlot] as number;
  return { start: parts.start[piece] as number, end: parts.end[piece] as number };
}

/** The first or last day of the piece at hand, or how many days it has. */
export function partReader(of: "start" | "end" | "days", time: TimeAtHand): Evaluate {
  return (run) => {
    const piece = pieceOf(run, time);
    return of === "days" ? whole(piece.end - piece.start + 1) : piece[of];
  };
}
