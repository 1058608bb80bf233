import type { DecimalLane } from "../quantity/decimal.ts";
import type { answersLane } from "./answers.ts";
import type { functionsLane } from "./functions.ts";
import type { issuesLane } from "./issues.ts";
import type { periodLane } from "./period.ts";
import type { rangeLane } from "./range.ts";
import type { rareLane } from "./rare.ts";
import type { stepsLane } from "./steps.ts";
import type { wordsLane } from "./words.ts";

/**
 * Parts of the engine that not every methodology or mode needs. They are handed to `compile`, so that a page loads them
 * only where they are used: `lanesOf` tells which a tree needs; range mode needs `range`, an explanation `steps`, answers
 * that are not plain `answers`. Without `issues` an evaluation that goes wrong only says that it lacks them. Without `words` a result is without what its reader asks for next.
 */
export interface Lanes {
  readonly answers?: typeof answersLane;
  readonly decimal?: DecimalLane | undefined;
  readonly functions?: typeof functionsLane;
  readonly issues?: typeof issuesLane;
  readonly period?: typeof periodLane;
  readonly range?: typeof rangeLane;
  readonly rare?: typeof rareLane;
  readonly steps?: typeof stepsLane;
  readonly words?: typeof wordsLane;
}

export type LaneName = keyof Lanes;

/** Errors: throws where a lane is missing that `lanesOf`, the mode or the wish for steps has named. */
export function laneOf<Name extends LaneName>(
  { code }: { readonly code: { readonly lanes: Lanes } },
  name: Name,
): NonNullable<Lanes[Name]> {
  const lane = code.lanes[name];
  if (lane === undefined) throw new Error(`the lane ${name} is away`);
  return lane;
}
