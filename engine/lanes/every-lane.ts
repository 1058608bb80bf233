import { functionsLane } from "./functions.ts";
import type { Lanes } from "./lanes.ts";
import { rangeLane } from "./range.ts";
import { rareLane } from "./rare.ts";
import { stepsLane } from "./steps.ts";

/** All lanes but decimal.js, for those who load everything at once. */
export const everyLane: Lanes = {
  functions: functionsLane,
  range: rangeLane,
  rare: rareLane,
  steps: stepsLane,
};
