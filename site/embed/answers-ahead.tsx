import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Form, FormInput, FormList } from "../../engine/methodology/form.ts";
import { fieldName } from "../../widgets/answers/answer-set.ts";
import { plainWords } from "../../widgets/text/language.ts";
import type { Language } from "../build/page.ts";
import { generatorWords } from "./generator-words.ts";

/** Answers by input, `people`, or by field of an item, `legs.1.fare`, and what is not to be shown. */
interface Ahead {
  readonly form: Form;
  readonly language: Language;
  readonly given: ReadonlyMap<string, string>;
  readonly hide: readonly string[];
  readonly onGive: (name: string, answer: string) => void;
  readonly onHide: (id: string, isHidden: boolean) => void;
}

/** The plain questions and the lists of a form, for answers that are to stand in their fields at first. */
export function AnswersAhead(ahead: Ahead): VNode {
  const { form, language, given } = ahead;
  const text = generatorWords[language];
  const initially = new Set(form.initially);
  const asked = form.inputs.filter(
    (input) => initially.has(input.id) && input.list === undefined && isPlain(input),
  );
  return (
    <fieldset>
      <legend>{text.answers}</legend>
      <p>{text.answersHelp}</p>
      {asked.map((input) => (
        <div key={input.id} class="field">
          <Answer {...ahead} input={input} name={input.id} />
          {(given.get(input.id) ?? "").trim() !== "" && (
            <Hide {...ahead} id={input.id} name={plainWords(input.label, language)} />
          )}
        </div>
      ))}
      {form.lists.map((list) => (
        <ListAhead key={list.id} {...ahead} list={list} />
      ))}
    </fieldset>
  );
}

/** The items of one list that are given ahead. */
function ListAhead({ list, ...ahead }: Ahead & { readonly list: FormList }): VNode {
  const { form, language, given, onGive } = ahead;
  const text = generatorWords[language];
  const [count, setCount] = useState(0);
  const fields = form.inputs.filter((input) => input.list === list.id && isPlain(input));
  const name = plainWords(list.label, language);
  const remove = (): void => {
    for (const one of given.keys()) if (one.startsWith(`${list.id}.${count}.`)) onGive(one, "");
    setCount(count - 1);
  };
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return (
    <details class="list">
      <summary>{name}</summary>
      {numbers.map((number) => (
        <fieldset key={number}>
          <legend>{text.item(plainWords(list.itemLabel ?? list.label, language), number)}</legend>
          {fields.map((input) => (
            <div key={input.id} class="field">
              <Answer {...ahead} input={input} name={`${list.id}.${number}.${fieldName(input)}`} />
            </div>
          ))}
        </fieldset>
      ))}
      <p class="copy">
        {count < Math.min(20, list.maxItems) && (
          <button type="button" onClick={() => setCount(count + 1)}>
            {text.addItem}
            <span class="unseen">: {name}</span>
          </button>
        )}
        {count > 0 && (
          <button type="button" onClick={remove}>
            {text.removeItem}
            <span class="unseen">: {name}</span>
          </button>
        )}
      </p>
      {count > 0 && <Hide {...ahead} id={list.id} name={name} />}
    </details>
  );
}

function Hide({ id, name, hide, language, onHide }: Ahead & Named): VNode {
  const text = generatorWords[language];
  const control = `hide-${id}`;
  return (
    <p class="hide">
      <input
        id={control}
        type="checkbox"
        checked={hide.includes(id)}
        onChange={({ currentTarget }) => onHide(id, currentTarget.checked)}
      />
      <label for={control}>
        {text.hide}
        <span class="unseen">: {name}</span>
      </label>
    </p>
  );
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function Answer({
  form,
  language,
  given,
  onGive,
  input,
  name,
}: Ahead & { readonly input: FormInput; readonly name: string }): VNode {
  const id = `given-${name}`;
  const value = given.get(name) ?? "";
  const choices = choicesOf(form, input, language);
  const give = (answer: string): void => onGive(name, answer);
  return (
    <>
      <label for={id}>{plainWords(input.label, language)}</label>
      {choices === undefined ? (
        <input
          id={id}
          value={value}
          autocomplete="off"
          onInput={({ currentTarget }) => give(currentTarget.value)}
        />
      ) : (
        <select id={id} value={value} onChange={({ currentTarget }) => give(currentTarget.value)}>
          <option value="">{generatorWords[language].noAnswer}</option>
          {choices.map(([one, label]) => (
            <option key={one} value={one}>
              {label}
            </option>
          ))}
        </select>
      )}
    </>
  );
}

function isPlain({ per, meter, kind }: FormInput): boolean {
  return per.length === 0 && !meter && kind !== "item";
}

/** What can be chosen for an answer; absent where it is typed. */
function choicesOf(
  form: Form,
  input: FormInput,
  language: Language,
): readonly (readonly [string, string])[] | undefined {
  const { yes, no } = generatorWords[language];
  if (input.kind === "boolean") {
    return [
      ["true", yes],
      ["false", no],
    ];
  }
  const members = input.kind === "enum" ? form.enums[input.of ?? ""] : undefined;
  return members?.map(({ id, label }) => [id, plainWords(label, language)]);
}
