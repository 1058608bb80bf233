import type { FormInput } from "../../engine/methodology/form.ts";
import { fieldName, shownUnit } from "../../widgets/answers/answer-set.ts";
import {
  type Draft,
  entriesOf,
  type Item,
  isAnswered,
  itemsOf,
} from "../../widgets/answers/draft.ts";
import { answerWords, joinUnit } from "../../widgets/form/hints.tsx";
import type { Setting } from "../../widgets/setting.ts";
import { axisWords } from "../../widgets/text/axes.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { writeUnit } from "../../widgets/text/units.tsx";
import type { Forms } from "./record.ts";
import type { Case } from "./state.ts";
import { typicalForm } from "./typical-form.ts";

type Told = readonly [question: string, answer: string];

/** What was answered in a case, as it was typed, in the order of its questions; the rules of the scheme after them. */
export function answersTold(
  setting: Setting,
  { form, draft, scheme }: Case,
  forms: Forms,
): readonly Told[] {
  const own = toldOf({ ...setting, form }, draft);
  const rules = Object.entries(scheme).flatMap(([id, answers]) => {
    const whole = forms[id];
    return whole === undefined ? [] : toldOf({ ...setting, form: typicalForm(whole) }, answers);
  });
  return [...own, ...rules];
}

/** The answers of one form. */
export function toldOf(setting: Setting, draft: Draft): readonly Told[] {
  const { form, language } = setting;
  return form.inputs.flatMap((input): readonly Told[] => {
    const name = plainWords(input.label, language);
    if (input.list === undefined) return toldAt(setting, draft, input, undefined, name);
    const items = itemsOf(draft, input.list);
    return items.flatMap((item, index) => {
      const axes = { ...setting, parts: [], draft };
      const of = axisWords(axes, input.list ?? "", (index + 1).toString());
      const isOnly = items.length === 1 || fieldName(input) === "";
      return toldAt(setting, draft, input, item, isOnly ? name : `${of} ${name}`);
    });
  });
}

function toldAt(
  setting: Setting,
  draft: Draft,
  input: FormInput,
  item: Item | undefined,
  name: string,
): readonly Told[] {
  const { language } = setting;
  return Object.entries(entriesOf(draft, input.id, item?.key)).flatMap(
    ([at, entry]): readonly Told[] => {
      if (!isAnswered(entry)) return [];
      const axes = { ...setting, parts: [], draft };
      const place =
        at === ""
          ? ""
          : at
              .split("/")
              .map((key, index) => axisWords(axes, input.per[index] ?? "", key))
              .join(" ");
      const question = place === "" ? name : `${name} (${place})`;
      if (input.kind === "item") {
        const position = itemsOf(draft, input.of ?? "").findIndex(
          ({ key }) => `#${key}` === entry.text,
        );
        return position < 0
          ? []
          : [[question, axisWords(axes, input.of ?? "", (position + 1).toString())]];
      }
      const isFigure = input.kind === "quantity" || input.kind === "count";
      if (!isFigure) return [[question, answerWords(input, entry.text, setting)]];
      const unit = writeUnit(shownUnit(input, draft, item, at), setting);
      return [[question, joinUnit(entry.text.normalize("NFKC").trim(), unit, language)]];
    },
  );
}
