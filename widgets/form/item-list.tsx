import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import type { FormList } from "../../engine/methodology/form.ts";
import { itemsOf } from "../answers/draft.ts";
import { useSetting } from "../setting.ts";
import { axisWords } from "../text/axes.ts";
import { plainWords } from "../text/language.ts";
import { Words } from "../text/words.tsx";
import { fieldId, useForm } from "./form-context.ts";
import { Paragraphs } from "./hints.tsx";
import { Messages } from "./messages.tsx";
import { Question } from "./question.tsx";

/** A list of items with the same questions each: items are added, copied and removed, within the list's limits. */
export function ItemList({ list }: { readonly list: FormList }): VNode {
  const setting = useSetting();
  const { form, language, text } = setting;
  const { draft, onChange, shows, messages } = useForm();
  const items = itemsOf(draft, list.id);
  const box = useRef<HTMLFieldSetElement>(null);
  const own = { input: list.id, at: "" };
  const id = fieldId(setting, own);
  const name = plainWords(list.itemLabel ?? list.label, language);
  const words = (position: number): string =>
    axisWords({ ...setting, parts: [], draft }, list.id, position.toString());
  /** Takes the reader to an item once it is there, or to the list when the last one has gone. */
  const focusLater = (position: number): void => {
    setTimeout(() => {
      const heads = box.current?.querySelectorAll<HTMLElement>(".item-head") ?? [];
      const head = heads[Math.min(position, heads.length - 1)];
      (head ?? box.current?.querySelector<HTMLElement>("legend"))?.focus();
    });
  };
  const isFull = items.length >= list.maxItems;
  return (
    <fieldset class="list" ref={box}>
      <legend id={id} tabIndex={-1}>
        <Words label={list.label} language={language} />
        <span class="count">{text.items(items.length)}</span>
      </legend>
      {list.help !== undefined && <Paragraphs label={list.help} />}
      <Messages id={`${id}-message`} messages={messages(own)} />
      {items.map((item, index) => {
        const head = `${id}-${item.key}`;
        return (
          <section key={item.key} class="item" aria-labelledby={head}>
            <h4 class="item-head" id={head} tabIndex={-1}>
              {words(index + 1)}
            </h4>
            {form.inputs
              .filter((input) => input.list === list.id && shows(input, item))
              .map((input) => (
                <Question key={input.id} input={input} item={item} />
              ))}
            <p class="actions">
              <button
                type="button"
                class="quiet"
                disabled={isFull}
                aria-describedby={head}
                onClick={() => {
                  onChange({ kind: "duplicate", list: list.id, item: item.key });
                  focusLater(index + 1);
                }}
              >
                {text.duplicate}
              </button>
              <button
                type="button"
                class="quiet"
                disabled={items.length <= list.minItems}
                aria-describedby={head}
                onClick={() => {
                  onChange({ kind: "remove", list: list.id, item: item.key });
                  focusLater(index);
                }}
              >
                {text.remove}
              </button>
            </p>
          </section>
        );
      })}
      <button
        type="button"
        class="secondary"
        disabled={isFull}
        onClick={() => {
          onChange({ kind: "add", list, form });
          focusLater(items.length);
        }}
      >
        {text.add(name)}
      </button>
      {isFull && <p class="note">{text.full(list.maxItems)}</p>}
    </fieldset>
  );
}
