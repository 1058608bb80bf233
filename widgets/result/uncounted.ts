import type { CalculationResult } from "../../engine/result/result.ts";
import { type Draft, itemsOf, listOf } from "../answers/draft.ts";
import type { Setting } from "../setting.ts";
import { plainWords } from "../text/language.ts";

/** The names of the lists that matter and are empty: nothing of them is in a result. */
export function uncountedLists(
  { form, language }: Setting,
  result: CalculationResult,
  draft: Draft,
): readonly string[] {
  const asked = new Set(result.asked.flatMap(({ input }) => [input, listOf(input)]));
  return form.lists
    .filter(({ id }) => asked.has(id) && itemsOf(draft, id).length === 0)
    .map(({ label }) => plainWords(label, language));
}
