import type { Form } from "../../engine/methodology/form.ts";
import { type Draft, itemsOf, positionsOf } from "./draft.ts";
import { inputOf } from "./fields.ts";
import { type Known, placeOf } from "./relevance.ts";

/** An item that lacks an answer which a result needs. */
export interface IncompleteItem {
  readonly list: string;
  readonly key: number;
  /** Its place in the list that the result was made from, from 1. */
  readonly position: number;
}

const none: readonly IncompleteItem[] = [];

/**
 * The items without which there would be a result: nothing is missing but in them, and their lists may do without them.
 * None where that is not so.
 */
export function incompleteItems(form: Form, known: Known | undefined): readonly IncompleteItem[] {
  if (known === undefined) return none;
  const { result, draft } = known;
  const items = new Map<number, IncompleteItem>();
  for (const missing of result.missing) {
    const list = inputOf(form, missing.input)?.list;
    const key = placeOf(form, draft, missing).item;
    if (list === undefined || key === undefined) return none;
    const position = positionsOf(itemsOf(draft, list)).get(key) ?? -1;
    items.set(key, { list, key, position: position + 1 });
  }
  const found = [...items.values()];
  const canGo = form.lists.every(({ id, minItems }) => {
    const going = found.filter(({ list }) => list === id).length;
    return going === 0 || itemsOf(draft, id).length - going >= minItems;
  });
  return canGo && found.length > 0 ? found : none;
}

/** A draft without some of its items. */
export function withoutItems(draft: Draft, items: readonly IncompleteItem[]): Draft {
  const going = new Set(items.map(({ key }) => key));
  const lists = Object.entries(draft.items).map(([list, own]) => [
    list,
    own.filter(({ key }) => !going.has(key)),
  ]);
  return { ...draft, items: Object.fromEntries(lists) };
}
