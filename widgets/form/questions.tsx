import type { ComponentChildren, VNode } from "preact";
import type { Form, FormInput, FormList } from "../../engine/methodology/form.ts";
import type { Label } from "../../engine/methodology/schema.ts";
import {
  type Entries,
  entryOf,
  type Item,
  isAnswered,
  itemsOf,
  orderOf,
} from "../answers/draft.ts";
import { inputOf } from "../answers/fields.ts";
import { once } from "../answers/once.ts";
import { useSetting } from "../setting.ts";
import { Words } from "../text/words.tsx";
import { useForm } from "./form-context.ts";
import { ItemList } from "./item-list.tsx";
import { partsAlong, shownAround } from "./own-parts.ts";
import { PeriodQuestion } from "./period-question.tsx";
import { Question } from "./question.tsx";
import { useOwnParts } from "./use-own-parts.tsx";
import { useSteadyPlace } from "./use-steady-place.ts";

type Asked =
  | { readonly kind: "question"; readonly input: FormInput }
  | { readonly kind: "list"; readonly list: FormList };

/** Every question that matters now, in its groups; a group that begins closed is a disclosure. */
export function Questions(): VNode {
  const { form, text } = useSetting();
  const state = useForm();
  const { draft, shows, showsList, told, ground } = state;
  const part = useOwnParts();
  const asked: { readonly group: string | undefined; readonly one: Asked }[] = [];
  const lists = new Set<string>();
  for (const input of form.inputs) {
    if (input.list === undefined) {
      if (shows(input, undefined)) {
        asked.push({ group: input.group, one: { kind: "question", input } });
      }
    } else if (!lists.has(input.list)) {
      lists.add(input.list);
      const list = form.lists.find(({ id }) => id === input.list);
      if (list !== undefined && showsList(list.id)) {
        asked.push({ group: list.group ?? input.group, one: { kind: "list", list } });
      }
    }
  }
  const box = useSteadyPlace([ground, orderOf(draft)]);
  const groups = new Set(form.groups.map(({ id }) => id));
  const loose = asked.filter(({ group }) => group === undefined || !groups.has(group));
  const ask = (one: Asked): VNode => {
    if (one.kind === "list") return <ItemList key={one.list.id} list={one.list} />;
    const { input } = one;
    return part(input.id, {
      own: [draft.entries[input.id], draft.period, ...shownAround(form, draft, [input])],
      told: () => [told(input.id), ...partsAlong(form, state, [input])],
      draw: () => <Question input={input} />,
    });
  };
  return (
    <div class="asked" ref={box}>
      {(form.period !== undefined || loose.length > 0) && (
        <Group heading={form.groups.length > 0 ? text.basics : undefined} isOpen>
          {form.period !== undefined &&
            part("period", {
              own: [draft.period],
              told: () => [told("period")],
              draw: () => <PeriodQuestion />,
            })}
          {loose.map(({ one }) => one).map(ask)}
        </Group>
      )}
      {form.groups.map(({ id, label, open }) => {
        const own = asked.filter(({ group }) => group === id).map(({ one }) => one);
        return own.length === 0 ? null : (
          <Group key={id} label={label} isOpen={open} asked={own}>
            {own.map(ask)}
          </Group>
        );
      })}
    </div>
  );
}

/** How often a question was answered otherwise than it began. */
function answersIn(entries: Entries, input: FormInput): number {
  const first = input.initial === undefined ? undefined : entryOf(input, input.initial).text;
  return Object.values(entries).filter((entry) => isAnswered(entry) && entry.text !== first).length;
}

/** Whether an item holds an answer of its own; one that was only added is still empty. */
const isAnsweredItem = once((form: Form) =>
  once((item: Item) =>
    Object.entries(item.entries).some(([id, entries]) => {
      const input = inputOf(form, id);
      return input !== undefined && answersIn(entries, input) > 0;
    }),
  ),
);

function Group({
  label,
  heading,
  isOpen,
  asked = [],
  children,
}: {
  readonly label?: Label;
  readonly heading?: string | undefined;
  readonly isOpen: boolean;
  readonly asked?: readonly Asked[];
  readonly children: ComponentChildren;
}): VNode {
  const { form, language, text } = useSetting();
  const { draft } = useForm();
  const name = label === undefined ? heading : <Words label={label} language={language} />;
  if (isOpen) {
    return (
      <section class="group">
        {name !== undefined && <h3>{name}</h3>}
        {children}
      </section>
    );
  }
  const answered = asked.reduce(
    (count, one) =>
      count +
      (one.kind === "list"
        ? itemsOf(draft, one.list.id).filter(isAnsweredItem(form)).length
        : answersIn(draft.entries[one.input.id] ?? {}, one.input)),
    0,
  );
  return (
    <details class="group">
      <summary>
        <h3>{name}</h3>
        {answered > 0 && <span class="count">{text.answered(answered)}</span>}
      </summary>
      {children}
    </details>
  );
}
