import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import type { Form, FormInput, FormList } from "../../engine/methodology/form.ts";
import { type Item, isAnswered, itemsOf } from "../answers/draft.ts";
import { fieldsOf } from "../answers/fields.ts";
import { useSetting } from "../setting.ts";
import { axisWords } from "../text/axes.ts";
import { plainWords } from "../text/language.ts";
import { Words } from "../text/words.tsx";
import { fieldId, useForm } from "./form-context.ts";
import { Paragraphs } from "./hints.tsx";
import { Messages } from "./messages.tsx";
import { partsAlong, shownAround } from "./own-parts.ts";
import { Question } from "./question.tsx";
import { useOwnParts } from "./use-own-parts.tsx";

/** A list of items with the same questions each: items are added, copied and removed, within the list's limits. */
export function ItemList({ list }: { readonly list: FormList }): VNode {
  const setting = useSetting();
  const { form, language, text } = setting;
  const state = useForm();
  const { draft, onChange, messages, shows, told, focused } = state;
  const part = useOwnParts();
  const fields = fieldsOf(form, list.id);
  const around = shownAround(form, draft, fields);
  const items = itemsOf(draft, list.id);
  const box = useRef<HTMLFieldSetElement>(null);
  const own = { input: list.id, at: "" };
  const id = fieldId(setting, own);
  const name = plainWords(list.itemLabel ?? list.label, language);
  /** Takes the reader to an item once it is there, or to the list when the last one has gone. */
  const focusLater = (position: number): void => {
    setTimeout(() => {
      const heads = box.current?.querySelectorAll<HTMLElement>(".item-head") ?? [];
      const head = heads[Math.min(position, heads.length - 1)];
      (head ?? box.current?.querySelector<HTMLElement>("legend"))?.focus();
    });
  };
  const isFull = items.length >= list.maxItems;
  const canGo = items.length > list.minItems;
  return (
    <fieldset class="list" ref={box}>
      <legend id={id} tabIndex={-1}>
        <Words label={list.label} language={language} />
        <span class="count">{text.items(items.length)}</span>
      </legend>
      {list.help !== undefined && <Paragraphs label={list.help} />}
      <Messages id={`${id}-message`} messages={messages(own)} />
      {items.map((item, index) => {
        const shown = (): readonly FormInput[] => fields.filter((input) => shows(input, item));
        const reached = focused?.item === item.key ? focused.input : undefined;
        return part(item.key, {
          own: [item, index, isFull, canGo, draft.period, reached, ...around],
          told() {
            const inputs = shown();
            const ids = inputs.map(({ id }) => id).join();
            return [ids, told(item.key), ...partsAlong(form, state, inputs, item)];
          },
          draw: () => (
            <ItemCard
              list={list}
              item={item}
              index={index}
              isFull={isFull}
              canGo={canGo}
              onFocus={focusLater}
              inputs={shown()}
            />
          ),
        });
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

interface ItemProps {
  readonly list: FormList;
  readonly item: Item;
  readonly index: number;
  readonly isFull: boolean;
  readonly canGo: boolean;
  /** Takes the reader to the item at a position. */
  readonly onFocus: (position: number) => void;
}

/**
 * The day without which nobody can say which parts of the period an item has: it stands open, and before every question
 * that is asked per year or part. None where such a question is there already.
 */
function dateOfParts(
  { inputs, enums }: Form,
  shown: readonly FormInput[],
  item: Item,
): FormInput | undefined {
  const inTime = ({ per }: FormInput): boolean => per.some((axis) => enums[axis] === undefined);
  const own = inputs.filter(({ list }) => list === shown[0]?.list);
  const first = own.findIndex(inTime);
  if (first < 0 || shown.some(inTime)) return undefined;
  return own
    .slice(0, first)
    .find(
      (input) =>
        input.kind === "date" &&
        !input.optional &&
        shown.includes(input) &&
        !isAnswered(item.entries[input.id]?.[""]),
    );
}

function ItemCard({
  list,
  item,
  index,
  isFull,
  canGo,
  onFocus,
  inputs,
}: ItemProps & { readonly inputs: readonly FormInput[] }): VNode {
  const setting = useSetting();
  const { draft, onChange } = useForm();
  const { form, language, text } = setting;
  const date = dateOfParts(form, inputs, item);
  const head = `${fieldId(setting, { input: list.id, at: "" })}-${item.key}`;
  const position = (index + 1).toString();
  return (
    <section class="item" aria-labelledby={head}>
      <h4 class="item-head" id={head} tabIndex={-1}>
        {axisWords({ ...setting, parts: [], draft }, list.id, position)}
      </h4>
      {inputs.map((input) => (
        <Question key={input.id} input={input} item={item} />
      ))}
      {date !== undefined && (
        <p class="note">{text.partsAfter(plainWords(date.label, language))}</p>
      )}
      <p class="actions">
        <button
          type="button"
          class="quiet"
          disabled={isFull}
          aria-describedby={head}
          onClick={() => {
            onChange({ kind: "duplicate", list: list.id, item: item.key });
            onFocus(index + 1);
          }}
        >
          {text.duplicate}
        </button>
        <button
          type="button"
          class="quiet"
          disabled={!canGo}
          aria-describedby={head}
          onClick={() => {
            onChange({ kind: "remove", list: list.id, item: item.key });
            onFocus(index);
          }}
        >
          {text.remove}
        </button>
      </p>
    </section>
  );
}
