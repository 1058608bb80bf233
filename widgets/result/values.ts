import type { Label } from "../../engine/methodology/schema.ts";
import type { OutputResult, ValueResult } from "../../engine/result/result.ts";
import { joinUnit } from "../form/hints.tsx";
import type { Setting } from "../setting.ts";
import { plainWords } from "../text/language.ts";
import { writeDay, writeFigure, writeRange, writeYear } from "../text/numbers.ts";
import { writeUnit } from "../text/units.tsx";

/** A value as it is shown: words for a reader, and whether there is one. */
export interface Shown {
  readonly words: string;
  readonly unit: string;
  readonly isNone: boolean;
  readonly because?: Label;
}

/** An output, or one of its values along axes: whatever of it there is. */
interface Displayed {
  readonly value?: string;
  readonly low?: string;
  readonly high?: string;
  readonly none?: "missing" | "stopped" | "failed";
  readonly because?: Label;
  readonly display?: string;
  readonly display_low?: string;
  readonly display_high?: string;
}

/** A value of an output, with its declared digits and unit. */
export function showOutput(
  setting: Setting,
  id: string,
  output: OutputResult,
  value: Displayed,
): Shown {
  const { form, language, text } = setting;
  if (value.none !== undefined) return showNone(setting, value);
  const unit = writeUnit(output.display_unit, setting);
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

/** A value of a step or of what it read: exact text in its own unit. */
export function showValue(setting: Setting, value: ValueResult, unit: string | undefined): Shown {
  const { language } = setting;
  if ("none" in value) return showNone(setting, value);
  const shown = unit === undefined ? "" : writeUnit(unit, setting);
  if ("low" in value) {
    return { words: writeRange(value.low, value.high, language), unit: shown, isNone: false };
  }
  if (!isFigure(value.value)) {
    return { words: showText(setting, value.value), unit: "", isNone: false };
  }
  return { words: writeFigure(value.value, language), unit: shown, isNone: false };
}

/** Words and unit on one line. */
export function lineOf({ words, unit }: Shown, { language }: Setting): string {
  return joinUnit(words, unit, language);
}

/** The decimal text that a chart draws, and its ends where it is a range; absent where there is no value. */
export function drawnOf(
  value: Displayed,
): { readonly low: string; readonly high: string } | undefined {
  if (value.none !== undefined) return undefined;
  const low = value.display_low ?? value.display ?? value.low ?? value.value;
  const high = value.display_high ?? value.display ?? value.high ?? value.value;
  if (low === undefined || high === undefined) return undefined;
  return isDecimal(low) && isDecimal(high) ? { low, high } : undefined;
}

function showNone({ text }: Setting, { none, because }: Displayed): Shown {
  const words = none === "missing" ? text.none : none === "stopped" ? text.stopped : text.failed;
  return { words, unit: "", isNone: true, ...(because === undefined ? {} : { because }) };
}

/** A member, day, year or flag in the reader's words. */
function showText({ form, language, text }: Setting, value: string): string {
  if (value === "true") return text.yes;
  if (value === "false") return text.no;
  if (/^FY\d{4}$/.test(value)) return writeYear(value, language);
  for (const members of Object.values(form.enums)) {
    const member = members.find(({ id }) => id === value);
    if (member !== undefined) return plainWords(member.label, language);
  }
  return writeDay(value, language);
}

function isDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

function isFigure(text: string): boolean {
  return /^-?\d+(\.\d+)?(\/\d+)?$/.test(text);
}
