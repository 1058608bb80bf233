import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import type { FormInput } from "../../engine/methodology/form.ts";
import { itemsOf } from "../../widgets/answers/draft.ts";
import { FormContext, type FormState, useForm } from "../../widgets/form/form-context.ts";
import { Question } from "../../widgets/form/question.tsx";
import { Questions } from "../../widgets/form/questions.tsx";
import { useSetting } from "../../widgets/setting.ts";
import { axisWords } from "../../widgets/text/axes.ts";
import { plainWords } from "../../widgets/text/language.ts";
import type { AssessmentWords } from "./words.ts";

/**
 * The questions of one project: those that come first stand open, all others that matter are folded away under them.
 * None has to be answered: what is left empty gives a range.
 */
export function ProjectQuestions({
  first,
  words,
}: {
  /** Ids of the questions that come first, in their order: `boilers.fuel`. */
  readonly first: readonly string[];
  readonly words: AssessmentWords;
}): VNode {
  const { form, language } = useSetting();
  const state = useForm();
  const early = useMemo(() => new Set(first), [first]);
  const rest = useMemo(
    (): FormState => ({
      ...state,
      shows: (input, item) => !early.has(input.id) && state.shows(input, item),
      showsList: (list) =>
        state.showsList(list) &&
        form.inputs.some((input) => input.list === list && !early.has(input.id)),
    }),
    [state, early, form],
  );
  const inputs = first.flatMap((id) => form.inputs.find((input) => input.id === id) ?? []);
  const title = plainWords(form.title, language);
  return (
    <>
      {inputs.map((input, at) => {
        const { list } = input;
        if (list === undefined) {
          return state.shows(input, undefined) ? <Question key={input.id} input={input} /> : null;
        }
        const items = itemsOf(state.draft, list);
        const [only] = items;
        if (items.length === 1 && only !== undefined) {
          return state.shows(input, only) ? (
            <Question key={input.id} input={input} item={only} />
          ) : null;
        }
        // Of several items each has its questions together, where the first of them stands.
        const own = inputs.filter((one) => one.list === list);
        return own[0]?.id === inputs[at]?.id ? (
          <FirstOfItems key={list} list={list} inputs={own} />
        ) : null;
      })}
      <details class="more">
        <summary>
          {words.more}
          <span class="unseen">: {title}</span>
        </summary>
        <p class="note">{words.moreHelp}</p>
        <FormContext.Provider value={rest}>
          <Questions />
        </FormContext.Provider>
      </details>
    </>
  );
}

/** The first questions of each item of a list. */
function FirstOfItems({
  list,
  inputs,
}: {
  readonly list: string;
  readonly inputs: readonly FormInput[];
}): VNode {
  const setting = useSetting();
  const { draft, shows } = useForm();
  return (
    <>
      {itemsOf(draft, list).map((item, index) => (
        <fieldset key={item.key} class="first-of-item">
          <legend>
            {axisWords({ ...setting, parts: [], draft }, list, (index + 1).toString())}
          </legend>
          {inputs
            .filter((input) => shows(input, item))
            .map((input) => (
              <Question key={input.id} input={input} item={item} />
            ))}
        </fieldset>
      ))}
    </>
  );
}
