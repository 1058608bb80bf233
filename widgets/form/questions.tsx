import type { ComponentChildren, VNode } from "preact";
import type { FormInput, FormList } from "../../engine/methodology/form.ts";
import type { Label } from "../../engine/methodology/schema.ts";
import { type Draft, entriesOf, entryOf, isAnswered, itemsOf } from "../answers/draft.ts";
import { useSetting } from "../setting.ts";
import { Words } from "../text/words.tsx";
import { useForm } from "./form-context.ts";
import { ItemList } from "./item-list.tsx";
import { PeriodQuestion } from "./period-question.tsx";
import { Question } from "./question.tsx";
import { useSteadyPlace } from "./use-steady-place.ts";

type Asked =
  | { readonly kind: "question"; readonly input: FormInput }
  | { readonly kind: "list"; readonly list: FormList };

/** Every question that matters now, in its groups; a group that begins closed is a disclosure. */
export function Questions(): VNode {
  const { form, text } = useSetting();
  const { shows, showsList } = useForm();
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
  const box = useSteadyPlace();
  const groups = new Set(form.groups.map(({ id }) => id));
  const loose = asked.filter(({ group }) => group === undefined || !groups.has(group));
  return (
    <div class="asked" ref={box}>
      {(form.period !== undefined || loose.length > 0) && (
        <Group heading={form.groups.length > 0 ? text.basics : undefined} isOpen>
          {form.period !== undefined && <PeriodQuestion />}
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
function answersTo(draft: Draft, input: FormInput, item: number | undefined): number {
  const first = input.initial === undefined ? undefined : entryOf(input, input.initial).text;
  const entries = Object.values(entriesOf(draft, input.id, item));
  return entries.filter((entry) => isAnswered(entry) && entry.text !== first).length;
}

/** How many items of a list hold an answer of their own; one that was only added is still empty. */
function answeredItems(inputs: readonly FormInput[], draft: Draft, list: string): number {
  const own = inputs.filter((input) => input.list === list);
  return itemsOf(draft, list).filter(({ key }) =>
    own.some((input) => answersTo(draft, input, key) > 0),
  ).length;
}

function ask(one: Asked): VNode {
  return one.kind === "list" ? (
    <ItemList key={one.list.id} list={one.list} />
  ) : (
    <Question key={one.input.id} input={one.input} />
  );
}

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
        ? answeredItems(form.inputs, draft, one.list.id)
        : answersTo(draft, one.input, undefined)),
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
