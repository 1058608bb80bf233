import { findEarlier, noteCarried, openCell } from "../evaluate/find-earlier.ts";
import { constantNotKnown, tellFailure } from "../evaluate/tell-failure.ts";
import { withoutValues } from "../evaluate/without-values.ts";

/** What is told where no value can be had, and rows of earlier years that stand in for one. */
export const issuesLane = {
  tellFailure,
  constantNotKnown,
  findEarlier,
  noteCarried,
  openCell,
  withoutValues,
} as const;
