import type { Form } from "../../engine/methodology/form.ts";
import { type Draft, entryOf, isAnswered, itemsOf, type Place } from "./draft.ts";
import type { Relevance } from "./relevance.ts";

/** The questions that were answered and are not asked now: kept, and not used. */
export function unusedPlaces(form: Form, draft: Draft, relevance: Relevance): readonly Place[] {
  const places: Place[] = [];
  for (const input of form.inputs) {
    const items = input.list === undefined ? [undefined] : itemsOf(draft, input.list);
    for (const item of items) {
      const entries = Object.entries((item?.entries ?? draft.entries)[input.id] ?? {});
      if (entries.every(([, entry]) => !isAnswered(entry))) continue;
      const isAsked = relevance.asks(input, item);
      const parts = relevance.parts(input, item, draft);
      const time = input.per.findIndex((axis) => form.enums[axis] === undefined);
      for (const [at, entry] of entries) {
        const isInTime = input.meter || time < 0 || parts.includes(at.split("/")[time] ?? "");
        const isFirst =
          input.initial !== undefined && entry.text === entryOf(input, input.initial).text;
        const isInUse = isAsked && isInTime && relevance.asksAt(input, item, at);
        if (!isAnswered(entry) || isFirst || isInUse) continue;
        places.push({ input: input.id, at, ...(item === undefined ? {} : { item: item.key }) });
      }
    }
  }
  return places;
}
