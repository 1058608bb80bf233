import type { ValueResult } from "../../engine/result/result.ts";
import type { Setting } from "../setting.ts";
import { writeFigure, writeRange } from "../text/figures.ts";
import { writeUnit } from "../text/units.tsx";
import { type Displayed, isFigure, lineOf, type Shown, showNone, showText } from "./values.ts";

/** A value of a step or of what it read, in its own unit: a rounded decimal where the exact text is hard to read. */
export function showValue(setting: Setting, value: ValueResult, unit: string | undefined): Shown {
  const { language } = setting;
  if ("none" in value) return showNone(setting, value);
  const shown = unit === undefined ? "" : writeUnit(unit, setting);
  if ("low" in value) {
    const { low, high, decimal_low, decimal_high } = value;
    const about = decimal_low === undefined && decimal_high === undefined ? "" : "≈ ";
    const words = writeRange(decimal_low ?? low, decimal_high ?? high, language);
    return { words: `${about}${words}`, unit: shown, isNone: false };
  }
  if (!isFigure(value.value)) {
    return { words: showText(setting, value.value), unit: "", isNone: false };
  }
  const decimal = "decimal" in value ? value.decimal : undefined;
  const words = writeFigure(decimal ?? value.value, language);
  return { words: decimal === undefined ? words : `≈ ${words}`, unit: shown, isNone: false };
}

/** The exact value beside one that is shown as a rounded decimal; absent where the exact one is what is shown. */
export function showExact(
  setting: Setting,
  value: ValueResult,
  unit: string | undefined,
): string | undefined {
  const { language } = setting;
  const written = unit === undefined ? "" : writeUnit(unit, setting);
  const line = (words: string): string => lineOf({ words, unit: written, isNone: false }, setting);
  if ("decimal" in value && value.decimal !== undefined) {
    return line(writeFigure(value.value, language));
  }
  if ("low" in value && (value.decimal_low ?? value.decimal_high) !== undefined) {
    return line(writeRange(value.low, value.high, language));
  }
  return undefined;
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

function isDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}
