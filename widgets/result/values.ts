import type { Label } from "../../engine/methodology/schema.ts";
import type { OutputResult } from "../../engine/result/result.ts";
import { joinUnit } from "../form/hints.tsx";
import type { Setting } from "../setting.ts";
import { writeFigure, writeRange } from "../text/figures.ts";
import { plainWords } from "../text/language.ts";
import { writeDay, writeYear } from "../text/times.ts";
import { writeUnit } from "../text/units.tsx";

/** A value as it is shown: words for a reader, and whether there is one. */
export interface Shown {
  readonly words: string;
  readonly unit: string;
  readonly isNone: boolean;
  readonly because?: Label;
}

/** An output, or one of its values along axes: whatever of it there is. */
export interface Displayed {
  readonly value?: string;
  readonly low?: string;
  readonly high?: string;
  readonly none?: "missing" | "stopped" | "failed";
  readonly because?: Label;
  readonly display?: string;
  readonly display_low?: string;
  readonly display_high?: string;
  /** Of one value along axes, where its unit hangs on a member. */
  readonly display_unit?: string;
}

/** A value of an output, with its declared digits and unit. */
export function showOutput(
  setting: Setting,
  id: string,
  output: Pick<OutputResult, "type" | "display_unit">,
  value: Displayed,
): Shown {
  const { form, language, text } = setting;
  if (value.none !== undefined) return showNone(setting, value);
  const unit = writeUnit(value.display_unit ?? output.display_unit, setting);
  if (value.low !== undefined && value.high !== undefined) {
    const low = value.display_low ?? value.low;
    const high = value.display_high ?? value.high;
    return { words: writeRange(low, high, language), unit, isNone: false };
  }
  const exact = value.value ?? "";
  if (output.type === "boolean") {
    const own = form.outputs.find((one) => one.id === id)?.words;
    const isTrue = exact === "true";
    const words = own === undefined ? undefined : own[isTrue ? "true" : "false"];
    const fallback = isTrue ? text.yes : text.no;
    const said = words === undefined ? fallback : plainWords(words, language);
    return { words: said, unit: "", isNone: false };
  }
  const shown = value.display ?? exact;
  if (!isFigure(shown)) return { words: showText(setting, shown), unit: "", isNone: false };
  return { words: writeFigure(shown, language), unit, isNone: false };
}

/** Words and unit on one line. */
export function lineOf({ words, unit }: Shown, { language }: Setting): string {
  return joinUnit(words, unit, language);
}

/** The words where there is no value. */
export function showNone({ text }: Setting, { none, because }: Displayed): Shown {
  const words = none === "missing" ? text.none : none === "stopped" ? text.stopped : text.failed;
  return { words, unit: "", isNone: true, ...(because === undefined ? {} : { because }) };
}

/** A member, day, year or flag in the reader's words. */
export function showText({ form, language, text }: Setting, value: string): string {
  if (value === "true") return text.yes;
  if (value === "false") return text.no;
  if (/^FY\d{4}$/.test(value)) return writeYear(value, language);
  for (const members of Object.values(form.enums)) {
    const member = members.find(({ id }) => id === value);
    if (member !== undefined) return plainWords(member.label, language);
  }
  return writeDay(value, language);
}

/** Whether a text is a number, decimal or fraction. */
export function isFigure(text: string): boolean {
  return /^-?\d+(\.\d+)?(\/\d+)?$/.test(text);
}
