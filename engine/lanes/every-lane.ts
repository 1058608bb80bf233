import { functionsLane } from "./functions.ts";
import { issuesLane } from "./issues.ts";
import type { Lanes } from "./lanes.ts";
import { periodLane } from "./period.ts";
import { rangeLane } from "./range.ts";
import { rareLane } from "./rare.ts";
import { stepsLane } from "./steps.ts";
import { wordsLane } from "./words.ts";

/** All lanes but decimal.js and `answers`, which holds `run` itself, for those who load everything at once. */
export const everyLane: Lanes = {
  functions: functionsLane,
  issues: issuesLane,
  period: periodLane,
  range: rangeLane,
  rare: rareLane,
  steps: stepsLane,
  words: wordsLane,
};
