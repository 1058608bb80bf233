import type { VNode } from "preact";
import type { Form, FormInput } from "../../engine/methodology/form.ts";
import { plainWords } from "../../widgets/text/language.ts";
import type { Language } from "../build/page.ts";
import { generatorWords } from "./generator-words.ts";

/** The plain questions of a form, for answers that are to stand in their fields at first. */
export function AnswersAhead({
  form,
  language,
  given,
  onGive,
}: {
  readonly form: Form;
  readonly language: Language;
  readonly given: ReadonlyMap<string, string>;
  readonly onGive: (input: string, answer: string) => void;
}): VNode {
  const text = generatorWords[language];
  const initially = new Set(form.initially);
  const asked = form.inputs.filter(
    ({ id, list, per, meter, kind }) =>
      initially.has(id) && list === undefined && per.length === 0 && !meter && kind !== "item",
  );
  return (
    <fieldset>
      <legend>{text.answers}</legend>
      <p>{text.answersHelp}</p>
      {asked.map((input) => {
        const id = `given-${input.id}`;
        const value = given.get(input.id) ?? "";
        const choices = choicesOf(form, input, language);
        return (
          <p key={input.id} class="field">
            <label for={id}>{plainWords(input.label, language)}</label>
            {choices === undefined ? (
              <input
                id={id}
                value={value}
                autocomplete="off"
                onInput={({ currentTarget }) => onGive(input.id, currentTarget.value)}
              />
            ) : (
              <select
                id={id}
                value={value}
                onChange={({ currentTarget }) => onGive(input.id, currentTarget.value)}
              >
                <option value="">{text.noAnswer}</option>
                {choices.map(([one, name]) => (
                  <option key={one} value={one}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </p>
        );
      })}
    </fieldset>
  );
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
