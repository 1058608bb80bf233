import { expect } from "vitest";
import type { Outcome } from "./fuzz-run.ts";

/** A case takes no longer than this, in milliseconds. */
const slowest = 1000;

/** Tries cases by their numbers and returns the issue codes met. A failing one is named by its number. */
export async function holdFuzz(
  count: number,
  attempt: (seed: number) => Outcome | Promise<Outcome>,
): Promise<ReadonlySet<string>> {
  const codes = new Set<string>();
  for (let seed = 1; seed <= count; seed += 1) {
    let outcome: Outcome;
    try {
      outcome = await attempt(seed);
      // Where the machine is busy with something else, a second look tells.
      if (outcome.milliseconds > slowest) outcome = await attempt(seed);
    } catch (error) {
      throw new Error(`case ${seed}: ${String(error)}`, { cause: error });
    }
    expect(outcome.milliseconds, `case ${seed}: ${outcome.codes.join()}`).toBeLessThan(slowest);
    for (const code of outcome.codes) codes.add(code);
  }
  return codes;
}
