import type { ComponentChildren, VNode } from "preact";
import type { FormInput } from "../../engine/methodology/form.ts";
import type { Label } from "../../engine/methodology/schema.ts";
import { isNumberText } from "../answers/answer-text.ts";
import { splitUnit, unitsOf } from "../answers/draft.ts";
import { type Setting, useSetting } from "../setting.ts";
import { writeFigure, writeRange } from "../text/figures.ts";
import { type Language, plainWords, withoutReadings } from "../text/language.ts";
import { writeDay, writeYear } from "../text/times.ts";
import { writeUnit } from "../text/units.tsx";
import { typeset, Words } from "../text/words.tsx";

/** What an answer may be, what is assumed without one, and what is usual: one line that describes the field. */
export function Hints({
  input,
  id,
  isEmptied = false,
}: {
  readonly input: FormInput;
  readonly id: string;
  /** Whether a reader has taken out what the question begins with: it counts all the same. */
  readonly isEmptied?: boolean;
}): VNode {
  const setting = useSetting();
  const { text, language, form } = setting;
  const hints: string[] = [];
  const help = briefHelp(input, language);
  if (help !== undefined) hints.push(help);
  const limits = limitHint(input, setting);
  if (limits !== undefined) hints.push(limits);
  if (input.range !== undefined && form.mode !== "official") {
    hints.push(text.usual(rangeWords(input, setting)));
  }
  if (input.default !== undefined && form.mode !== "official") {
    const note = input.default.note;
    const value = answerWords(input, input.default.value, setting);
    hints.push(
      text.assumedHint(value, note === undefined ? undefined : plainWords(note, language)),
    );
  }
  if (isEmptied && input.initial !== undefined) {
    hints.push(text.assumedHint(answerWords(input, input.initial, setting), undefined));
  }
  return (
    <p class="hint" id={id}>
      {typeset(hints.join(text.space))}
    </p>
  );
}

/** Up to so many letters, a help stands with the field and is not folded away. */
const brief = 60;

/** The help of a question where it is short enough to be read in passing. */
function briefHelp(
  { help, monitoring }: Pick<FormInput, "help" | "monitoring">,
  language: Language,
): string | undefined {
  if (help === undefined || monitoring?.how !== undefined) return undefined;
  const words = plainWords(help, language);
  const { length } = withoutReadings(words);
  return length <= (language === "en" ? brief * 2 : brief) ? words : undefined;
}

/** The longer explanation of a question, folded away, and how the figure is monitored. */
export function HelpText({
  input,
}: {
  readonly input: Pick<FormInput, "help" | "monitoring" | "label">;
}): ComponentChildren {
  const { text, language } = useSetting();
  const how = input.monitoring?.how;
  if (input.help === undefined && how === undefined) return null;
  if (briefHelp(input, language) !== undefined) return null;
  return (
    <details class="help">
      <summary>
        {text.help}
        <span class="unseen">
          : <Words label={input.label} language={language} />
        </span>
      </summary>
      {input.help !== undefined && <Paragraphs label={input.help} />}
      {how !== undefined && (
        <p>
          {text.monitoring(input.monitoring?.class)} <Words label={how} language={language} />
        </p>
      )}
    </details>
  );
}

/** A label of several lines. */
export function Paragraphs({ label }: { readonly label: Label }): VNode {
  const { language } = useSetting();
  return (
    <p class="lines">
      <Words label={label} language={language} />
    </p>
  );
}

/** An answer's text in the reader's words: a member by its label, a figure grouped, with its unit. */
export function answerWords(input: FormInput, value: string, setting: Setting): string {
  const { form, language, text } = setting;
  switch (input.kind) {
    case "enum": {
      const members = form.enums[input.of ?? ""] ?? [];
      const words = value.split(", ").map((one) => {
        const member = members.find(({ id }) => id === one);
        return member === undefined ? one : plainWords(member.label, language);
      });
      return words.join(language === "en" ? ", " : "、");
    }
    case "boolean":
      return value === "true" ? text.yes : text.no;
    case "date":
      return writeDay(value, language);
    case "fiscal_year":
      return writeYear(value, language);
    case "quantity":
    case "count": {
      const { text: figure, unit } = splitUnit(value, unitsOf(input));
      const shown = unit ?? (isNumberText(figure) ? (input.showAs ?? input.units[0] ?? "") : "");
      return joinUnit(writeFigure(figure, language), writeUnit(shown, setting), language);
    }
    case "item":
    case "text":
      return value;
  }
}

/** A figure and its unit with the space that the language puts between them. */
export function joinUnit(figure: string, unit: string, language: string): string {
  if (unit === "") return figure;
  const isClose = unit === "%" || (language !== "en" && /^[^\p{ASCII}]/u.test(unit));
  return isClose ? `${figure}${unit}` : `${figure} ${unit}`;
}

function rangeWords(input: FormInput, setting: Setting): string {
  const low = splitUnit(input.range?.low ?? "", unitsOf(input));
  const high = splitUnit(input.range?.high ?? "", unitsOf(input));
  const { language } = setting;
  const unit = high.unit ?? input.showAs ?? input.units[0] ?? "";
  return joinUnit(writeRange(low.text, high.text, language), writeUnit(unit, setting), language);
}

function limitHint(input: FormInput, setting: Setting): string | undefined {
  const { allowed } = input;
  if (allowed === undefined || input.kind === "text") return undefined;
  const { text } = setting;
  const write = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : answerWords(input, value, setting);
  // That an amount is not below zero goes without saying; an entry that is gets told.
  const low = (value: string | undefined): string | undefined =>
    value !== undefined && /^0(?:\.0*)?(?!\.?\d)/.test(value) ? undefined : write(value);
  return text.limits({
    min: low(allowed.min),
    max: write(allowed.max),
    above: low(allowed.above),
    below: write(allowed.below),
    isSoft: allowed.soft,
    isTime: input.kind === "date" || input.kind === "fiscal_year",
  });
}
