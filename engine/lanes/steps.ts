import { stepsFor } from "../evaluate/steps.ts";
import { writeStep } from "../explain/steps.ts";

/** Choosing and writing recorded steps, for those who read an explanation. */
export const stepsLane = { stepsFor, writeStep } as const;
