import type { ComponentChildren } from "preact";
import { shownUnit } from "../answers/answer-set.ts";
import type { Draft, Place } from "../answers/draft.ts";
import { entryAt, itemsOf, listOf, placeName } from "../answers/draft.ts";
import { inputOf } from "../answers/fields.ts";
import { useForm } from "../form/form-context.ts";
import { answerWords, joinUnit } from "../form/hints.tsx";
import type { Setting } from "../setting.ts";
import { axisWords } from "../text/axes.ts";
import { useDetailsSetting } from "../text/details-setting.ts";
import { plainWords } from "../text/language.ts";
import { writeUnit } from "../text/units.tsx";
import { typeset } from "../text/words.tsx";

/** Answers to questions that do not matter now: kept for when they do, and deleted only by the person who gave them. */
export function UnusedAnswers({
  places,
}: {
  readonly places: readonly Place[];
}): ComponentChildren {
  const setting = useDetailsSetting();
  const { draft, onChange, cut } = useForm();
  const { text } = setting;
  if (places.length === 0) return null;
  return (
    <details class="group unused">
      <summary>
        <h3>{text.unused}</h3>
        <span class="count">{text.items(places.length)}</span>
      </summary>
      <p class="note">{text.unusedHelp}</p>
      <ul class="rows">
        {places.map((place) => {
          const name = placeLabel(setting, draft, place, cut);
          return (
            <li key={placeName(place)}>
              <span>
                {typeset(name)}
                {text.colon}
                {typeset(entryWords(setting, draft, place))}
              </span>
              <button
                type="button"
                class="quiet"
                aria-label={text.forgetOf(name)}
                onClick={() => onChange({ kind: "forget", place })}
              >
                {text.forget}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** The question at a place with its item and axes, as plain text. */
function placeLabel(
  setting: Setting,
  draft: Draft,
  place: Place,
  parts: readonly { readonly from: string; readonly to: string; readonly year: string }[],
): string {
  const { form, language } = setting;
  const input = inputOf(form, place.input);
  if (input === undefined) return place.input;
  const axes = { ...setting, parts, draft };
  const list = listOf(place.input);
  const position = itemsOf(draft, list).findIndex(({ key }) => key === place.item) + 1;
  const keys = place.at === "" ? [] : place.at.split("/");
  return [
    ...(place.item === undefined ? [] : [axisWords(axes, list, position.toString())]),
    plainWords(input.label, language),
    ...(input.meter ? [] : keys.map((key, index) => axisWords(axes, input.per[index] ?? "", key))),
  ].join(" ");
}

function entryWords(setting: Setting, draft: Draft, place: Place): string {
  const { form, language } = setting;
  const input = inputOf(form, place.input);
  const entry = entryAt(draft, place);
  if (input === undefined) return entry.text;
  if (input.kind === "quantity" || input.kind === "count") {
    const item = itemsOf(draft, listOf(place.input)).find(({ key }) => key === place.item);
    const unit = shownUnit(input, draft, item, place.at);
    return joinUnit(entry.text, writeUnit(unit, setting), language);
  }
  if (input.kind === "item") {
    const list = input.of ?? "";
    const index = itemsOf(draft, list).findIndex(({ key }) => `#${key}` === entry.text);
    const position = (index + 1).toString();
    return axisWords({ ...setting, parts: [], draft }, list, position);
  }
  return answerWords(input, entry.text, setting);
}
