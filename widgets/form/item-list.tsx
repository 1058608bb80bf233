import type { VNode } from "preact";
import { useMemo, useRef } from "preact/hooks";
import type { Form, FormInput, FormList } from "../../engine/methodology/form.ts";
import { type Draft, type Item, isAnswered, itemsOf, listOf } from "../answers/draft.ts";
import { useSetting } from "../setting.ts";
import { axisWords, placesAlong } from "../text/axes.ts";
import { plainWords } from "../text/language.ts";
import { Words } from "../text/words.tsx";
import { FormContext, fieldId, useForm } from "./form-context.ts";
import { Paragraphs } from "./hints.tsx";
import { Messages } from "./messages.tsx";
import { Question } from "./question.tsx";

/** A list of items with the same questions each: items are added, copied and removed, within the list's limits. */
export function ItemList({ list }: { readonly list: FormList }): VNode {
  const setting = useSetting();
  const { form, language, text } = setting;
  const { draft, onChange, messages } = useForm();
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
  return (
    <fieldset class="list" ref={box}>
      <legend id={id} tabIndex={-1}>
        <Words label={list.label} language={language} />
        <span class="count">{text.items(items.length)}</span>
      </legend>
      {list.help !== undefined && <Paragraphs label={list.help} />}
      <Messages id={`${id}-message`} messages={messages(own)} />
      {items.map((item, index) => (
        <ItemSlot
          key={item.key}
          list={list}
          item={item}
          index={index}
          isFull={isFull}
          canGo={items.length > list.minItems}
          onFocus={focusLater}
        />
      ))}
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
 * An item that is drawn anew only when something of its own has changed: a key pressed in one of hundreds of items
 * leaves the others as they are. It hands its fields the state that they were last drawn with.
 */
function ItemSlot(props: ItemProps): VNode {
  const setting = useSetting();
  const state = useForm();
  const { list, item } = props;
  const { form } = setting;
  const { draft, shows, showsAt, parts, told, result, onChange } = state;
  const inputs = form.inputs.filter((input) => input.list === list.id && shows(input, item));
  const along = inputs.filter(({ per, meter }) => per.length > 0 || meter);
  const others = inputs.map((input) =>
    input.kind === "item" ? draft.items[input.of ?? ""] : outerEntries(draft, input),
  );
  const shown = inputs.map(({ id }) => id).join();
  const times = along.map((input) => parts(input, item).join()).join("|");
  const off = along.flatMap((input) =>
    membersOf(form, input).filter((at) => !showsAt(input, item, at)),
  );
  const pieces = along.length === 0 ? undefined : result?.parts;
  return useMemo(
    () => (
      <FormContext.Provider value={state}>
        <ItemCard {...props} inputs={inputs} />
      </FormContext.Provider>
    ),
    [
      setting,
      ...[list, item, props.index, props.isFull, props.canGo, shown, times, off.join("|")],
      told(item),
      ...[pieces, onChange, JSON.stringify(others)],
    ],
  );
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

/** The places of a question along its enums, time left empty. */
function membersOf(form: Form, input: FormInput): readonly string[] {
  return placesAlong(input.per.map((axis) => form.enums[axis]?.map(({ id }) => id) ?? [""])).map(
    (keys) => keys.join("/"),
  );
}

/** Answers outside the list that decide the unit of a field. */
function outerEntries(draft: Draft, { variable, list }: FormInput): unknown {
  if (variable === undefined || listOf(variable.input) === list) return undefined;
  return draft.entries[variable.input];
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
