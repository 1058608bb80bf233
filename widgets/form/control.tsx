import type { VNode } from "preact";
import type { FormInput } from "../../engine/methodology/form.ts";
import { shownUnit } from "../answers/answer-set.ts";
import { type Item, itemsOf, type Place, shownEntry } from "../answers/draft.ts";
import { useSetting } from "../setting.ts";
import { axisWords } from "../text/axes.ts";
import { plainWords } from "../text/language.ts";
import { writeYear } from "../text/times.ts";
import { Unit, writeUnit } from "../text/units.tsx";
import { Radios, Select } from "./choice-control.tsx";
import { useForm } from "./form-context.ts";
import { type ControlProps, TextControl } from "./text-control.tsx";

/** From this many members on, a choice is a list to pick from and no row of buttons. */
const mostRadios = 5;

/** Whether a question is answered with a group of radio buttons, which takes its name from a legend. */
export function isRadioGroup(input: FormInput, form: { readonly enums: Enums }): boolean {
  if (input.per.length > 0) return false;
  if (input.kind === "boolean") return true;
  return input.kind === "enum" && (form.enums[input.of ?? ""]?.length ?? 0) <= mostRadios;
}

type Enums = Readonly<Record<string, readonly unknown[]>>;

/** The control that answers one question at one place: a line of text, buttons, a list or a day. */
export function Control({
  input,
  item,
  place,
  ...control
}: ControlProps & {
  readonly input: FormInput;
  readonly item: Item | undefined;
  readonly place: Place;
}): VNode {
  const setting = useSetting();
  const { form, language, text } = setting;
  const { draft, onChange } = useForm();
  const entry = shownEntry(draft, input, place);
  const onText = (typed: string): void =>
    onChange({ kind: "enter", place, entry: { ...entry, text: typed } });
  switch (input.kind) {
    case "quantity":
    case "count":
      return <QuantityControl {...control} input={input} item={item} place={place} />;
    case "boolean":
    case "enum": {
      const options =
        input.kind === "boolean"
          ? [
              { value: "true", words: text.yes },
              { value: "false", words: text.no },
            ]
          : (form.enums[input.of ?? ""] ?? []).map(({ id, label }) => ({
              value: id,
              words: plainWords(label, language),
            }));
      const Choice = isRadioGroup(input, form) ? Radios : Select;
      return (
        <Choice
          {...control}
          options={options}
          canUnanswer={input.initial === undefined}
          value={entry.text}
          onChoose={onText}
        />
      );
    }
    case "item": {
      const list = input.of ?? "";
      const options = itemsOf(draft, list).map(({ key }, index) => ({
        value: `#${key}`,
        words: axisWords({ ...setting, parts: [], draft }, list, (index + 1).toString()),
      }));
      return (
        <Select {...control} options={options} canUnanswer value={entry.text} onChoose={onText} />
      );
    }
    case "date":
      return (
        <input
          type="date"
          id={control.id}
          class="date"
          aria-label={control.label}
          aria-describedby={control.describedBy}
          aria-invalid={control.isWrong}
          value={entry.text}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      );
    case "fiscal_year":
      return (
        <span class="measure">
          {language === "en" && <span class="unit">FY</span>}
          <TextControl
            {...control}
            inputMode="numeric"
            className="year"
            value={entry.text}
            onText={onText}
          />
          {language !== "en" && <span class="unit">{writeYear("", language)}</span>}
        </span>
      );
    case "text":
      return <TextControl {...control} value={entry.text} onText={onText} />;
  }
}

/** A figure with its unit: the one that the question has, a choice of several, or that of another field's answer. */
export function QuantityControl({
  input,
  item,
  place,
  ...control
}: ControlProps & {
  readonly input: FormInput;
  readonly item: Item | undefined;
  readonly place: Place;
}): VNode {
  const setting = useSetting();
  const { language, text } = setting;
  const { draft, onChange } = useForm();
  const entry = shownEntry(draft, input, place);
  const unit = shownUnit(input, draft, item, place.at);
  const isChoice =
    input.units.length > 1 && input.showAs === undefined && input.variable === undefined;
  const isSigned = input.allowed?.min?.startsWith("-") === true || input.units.includes("°C");
  return (
    <span class="measure">
      <TextControl
        {...control}
        describedBy={[control.describedBy, unit === "" || isChoice ? "" : `${control.id}-unit`]
          .filter(Boolean)
          .join(" ")}
        inputMode={isSigned ? "text" : "decimal"}
        className="figure"
        value={entry.text}
        onText={(typed) => onChange({ kind: "enter", place, entry: { ...entry, text: typed } })}
      />
      {isChoice ? (
        <select
          class="unit-choice"
          aria-label={text.unitOf(control.label ?? plainWords(input.label, language))}
          value={unit}
          onChange={(event) =>
            onChange({ kind: "enter", place, entry: { ...entry, unit: event.currentTarget.value } })
          }
        >
          {input.units.map((one) => (
            <option key={one} value={one} selected={one === unit}>
              {writeUnit(one, setting)}
            </option>
          ))}
        </select>
      ) : (
        unit !== "" && (
          <span class="unit" id={`${control.id}-unit`}>
            <Unit unit={unit} setting={setting} />
          </span>
        )
      )}
    </span>
  );
}
