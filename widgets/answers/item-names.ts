import type { Form } from "../../engine/methodology/form.ts";
import { type Draft, type Item, itemsOf } from "./draft.ts";
import { fieldsOf } from "./fields.ts";
import { once } from "./once.ts";

const byList = once(
  (form: Form) =>
    new Map(
      form.lists.map(({ id }) => {
        const name = fieldsOf(form, id).find(({ kind }) => kind === "text")?.id ?? "";
        const write = once((items: readonly Item[]) =>
          JSON.stringify(items.map(({ key, entries }) => [key, entries[name]?.[""]?.text])),
        );
        return [id, write] as const;
      }),
    ),
);

/** The items of a list, each by its key and the name that a person gave it, in one text: as long as it stays, so do they. */
export function itemNames(form: Form, draft: Draft, list: string): string {
  return byList(form).get(list)?.(itemsOf(draft, list)) ?? "";
}
