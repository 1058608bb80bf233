import { expect, it } from "vitest";
import { loadLaws } from "../load-laws.ts";

/** One thousand methodologies with a hundred answer sets each, in two files, so that both can run side by side. */
const models = 1000;
const sets = 100;
const slices = 20;
/** Small methodologies; the bench makes larger ones. */
const most = 3;

/**
 * Tests that engine and oracle agree on every value of every second methodology, from the first or the second on. One
 * in ten is written as an author would, the others as JSON. A difference is named by its numbers: `generateModel(17, 3)`,
 * `generateAnswers(model, 17 * 1000 + 3)`.
 */
export function agreeOn(first: 0 | 1): void {
  it.each(Array.from({ length: slices / 2 }, (_, index) => 2 * index + first))(
    `agree on every value of made methodologies, slice %i of ${slices}`,
    async (slice) => {
      const { differences, generateAnswers, generateModel, planOf } = await loadLaws();
      for (let seed = slice; seed < models; seed += slices) {
        const model = generateModel(seed, most);
        const plan = await planOf(model, ((seed - slice) / slices) % 10 === 0 ? "block" : "flow");
        for (let set = 0; set < sets; set += 1) {
          const found = differences(model, plan, generateAnswers(model, seed * 1000 + set));
          if (found.length > 0) expect(found, `methodology ${seed}, answers ${set}`).toEqual([]);
        }
      }
    },
    600_000,
  );
}
