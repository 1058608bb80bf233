import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { FormInput } from "../../engine/methodology/form.ts";
import type { CalculationResult } from "../../engine/result/result.ts";
import { type Draft, shownEntry } from "../answers/draft.ts";
import type { Setting } from "../setting.ts";
import { still } from "../still.tsx";
import { detailsTextOf, useDetailsSetting } from "../text/details-setting.ts";
import { plainWords } from "../text/language.ts";
import { useKept } from "../use-kept.ts";

/** An answer that an alternative gives in place of the one that stands there. */
export interface OtherChoice {
  readonly input: FormInput;
  readonly answer: string;
  readonly words: string;
}

/** Makes an alternative that differs from what was entered in one choice, such as the kind of a meeting. */
export function WhatIf({
  result,
  draft,
  onMake,
}: {
  readonly result: CalculationResult;
  readonly draft: Draft;
  readonly onMake: (choice: OtherChoice) => void;
}): ComponentChildren {
  const questions = useKept(choicesOf(useDetailsSetting(), result, draft));
  return <Choices questions={questions} onMake={onMake} />;
}

type Questions = readonly (readonly [FormInput, readonly OtherChoice[]])[];

const Choices = still(function Choices({
  questions,
  onMake,
}: {
  readonly questions: Questions;
  readonly onMake: (choice: OtherChoice) => void;
}): ComponentChildren {
  const { text, language, prefix } = useDetailsSetting();
  const [chosen, setChosen] = useState(0);
  const all = questions.flatMap(([, choices]) => choices);
  const choice = all[chosen] ?? all[0];
  if (choice === undefined) return null;
  const id = `${prefix}-what-if`;
  return (
    <details class="group what-if">
      <summary>
        <h3>{text.whatIf}</h3>
      </summary>
      <p class="note">{text.whatIfHelp}</p>
      <div class="question">
        <label for={id}>{text.whatIfChoice}</label>
        <select
          id={id}
          value={all.indexOf(choice).toString()}
          onChange={(event) => setChosen(event.currentTarget.selectedIndex)}
        >
          {questions.map(([input, choices]) => (
            <optgroup key={input.id} label={plainWords(input.label, language)}>
              {choices.map((one) => (
                <option
                  key={one.answer}
                  value={all.indexOf(one).toString()}
                  selected={one === choice}
                >
                  {one.words}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <button type="button" class="secondary" onClick={() => onMake(choice)}>
          {text.whatIfMake}
        </button>
      </div>
    </details>
  );
});

/** What is said of an alternative that was made. */
export function whatIfMade(setting: Setting, words: string): string {
  return detailsTextOf(setting).whatIfMade(words);
}

/** By question that is asked now and stands alone: the answers that it does not have. */
function choicesOf(
  { form, language, text }: Setting,
  result: CalculationResult,
  draft: Draft,
): Questions {
  const asked = new Set(result.asked.map(({ input }) => input));
  return form.inputs.flatMap((input) => {
    const isPlain = input.list === undefined && input.per.length === 0 && asked.has(input.id);
    if (!isPlain || (input.kind !== "enum" && input.kind !== "boolean")) return [];
    const now = shownEntry(draft, input, { input: input.id, at: "" }).text;
    if (now === "") return [];
    const name = plainWords(input.label, language);
    const members =
      input.kind === "boolean"
        ? [
            { id: "true", words: text.yes },
            { id: "false", words: text.no },
          ]
        : (form.enums[input.of ?? ""] ?? []).map(({ id, label }) => ({
            id,
            words: plainWords(label, language),
          }));
    const choices = members
      .filter(({ id }) => id !== now)
      .map(({ id, words }): OtherChoice => ({ input, answer: id, words: `${name}: ${words}` }));
    return choices.length === 0 ? [] : [[input, choices] as const];
  });
}
