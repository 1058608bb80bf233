import type { FormInput } from "../../engine/methodology/form.ts";
import { type Draft, entriesOf, type Item, itemsOf } from "./draft.ts";

/** What a page around a calculator has answered ahead and does not want to be shown. */
export interface Hidden {
  readonly question: (draft: Draft, input: FormInput, item: Item | undefined) => boolean;
  readonly list: (draft: Draft, list: string) => boolean;
}

/**
 * Hides questions, by id, and whole lists as long as they hold what the form began with. What a person has entered, or
 * opened from a file, is shown, and so is what nobody has answered.
 */
export function hiddenBy(ids: readonly string[], ahead: Draft): Hidden {
  const named = new Set(ids);
  return {
    question(draft, input, item) {
      if (!named.has(input.id)) return false;
      const first = Object.values(entriesOf(ahead, input.id, item?.key));
      const now = Object.values(entriesOf(draft, input.id, item?.key));
      return now.length > 0 && now.every((entry, index) => entry === first[index]);
    },
    list(draft, list) {
      const items = itemsOf(draft, list);
      return named.has(list) && items.length > 0 && items === itemsOf(ahead, list);
    },
  };
}
