import type { LaneName, Lanes } from "../engine/lanes/lanes.ts";

/** Where each lane of the engine comes from: scripts of their own. */
const scripts: Readonly<Record<LaneName, () => Promise<Lanes>>> = {
  answers: async () => ({ answers: (await import("../engine/lanes/answers.ts")).answersLane }),
  decimal: async () => ({ decimal: (await import("../engine/quantity/decimal.ts")).decimalLane }),
  functions: async () => ({
    functions: (await import("../engine/lanes/functions.ts")).functionsLane,
  }),
  issues: async () => ({ issues: (await import("../engine/lanes/issues.ts")).issuesLane }),
  period: async () => ({ period: (await import("../engine/lanes/period.ts")).periodLane }),
  range: async () => ({ range: (await import("../engine/lanes/range.ts")).rangeLane }),
  rare: async () => ({ rare: (await import("../engine/lanes/rare.ts")).rareLane }),
  steps: async () => ({ steps: (await import("../engine/lanes/steps.ts")).stepsLane }),
  words: async () => ({ words: (await import("../engine/lanes/words.ts")).wordsLane }),
};

/** Loads the lanes that a calculation needs. */
export async function bringLanes(names: readonly LaneName[]): Promise<Lanes> {
  const lanes = await Promise.all(names.map((name) => scripts[name]()));
  return Object.assign({}, ...lanes);
}
