import type { Form } from "../../engine/methodology/form.ts";
import { change, type Draft, itemsOf } from "./draft.ts";
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
    const list = form.inputs.find(({ id }) => id === missing.input)?.list;
    const key = placeOf(form, draft, missing).item;
    if (list === undefined || key === undefined) return none;
    const position = itemsOf(draft, list).findIndex((item) => item.key === key) + 1;
    items.set(key, { list, key, position });
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
  return items.reduce(
    (left, { list, key }) => change(left, { kind: "remove", list, item: key }),
    draft,
  );
}
