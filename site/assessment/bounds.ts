import type { Bounds } from "../../engine/assessment/assessment.ts";
import { joinUnit } from "../../widgets/form/hints.tsx";
import type { Setting } from "../../widgets/setting.ts";
import { writeFigure, writeRange } from "../../widgets/text/figures.ts";
import { writeUnit } from "../../widgets/text/units.tsx";

/**
 * How the ends of a value are written. They come exact, as a decimal or a fraction; here they are cut to the digits that a
 * reader sees, the lower end down and the upper end up, so that what is shown still holds the value.
 */

/** Digits behind the point, by unit; whole where a unit is not named. */
const digits: Readonly<Record<string, number>> = { yr: 1, "%": 1, "t-CO2/yr": 1 };

/** Both ends in words, one where they are the same: `12〜15 t-CO2`. */
export function writeBounds(setting: Setting, bounds: Bounds, places?: number): string {
  return joinUnit(
    writeEnds(setting, bounds, places),
    writeUnit(bounds.unit, setting),
    setting.language,
  );
}

/** The same without the unit. */
export function writeEnds({ language }: Setting, bounds: Bounds, places?: number): string {
  const { low, high, unit } = bounds;
  const count = places ?? digits[unit] ?? 0;
  if (low === high) return writeFigure(shownDigits(low, count, "near"), language);
  const first = shownDigits(low, count, "down");
  const last = shownDigits(high, count, "up");
  return first === last ? writeFigure(first, language) : writeRange(first, last, language);
}

export function isOpen({ low, high }: Bounds): boolean {
  return low !== high;
}

/** An exact text in so many digits behind the point: `1/3` is 0.3. What is no figure is given as it is. */
export function shownDigits(text: string, places: number, way: "down" | "up" | "near"): string {
  const figure = scaledFraction(text, places);
  if (figure === undefined) return text;
  const [numerator, denominator] = figure;
  const cut = numerator / denominator;
  const rest = numerator % denominator;
  const floor = rest < 0n ? cut - 1n : cut;
  const over = numerator - floor * denominator;
  const isUp = way === "up" ? over > 0n : way === "near" && over * 2n >= denominator;
  return decimalOf(isUp ? floor + 1n : floor, places);
}

/** A text as whole number, cut towards zero, for the length of a bar. */
export function wholeOf(text: string): bigint {
  const figure = scaledFraction(text, 0);
  return figure === undefined ? 0n : figure[0] / figure[1];
}

function scaledFraction(text: string, places: number): readonly [bigint, bigint] | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:\/(\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = "", below = "1"] = match;
  const numerator = BigInt(`${sign}${whole}${fraction}`) * 10n ** BigInt(places);
  const denominator = BigInt(below) * 10n ** BigInt(fraction.length);
  return denominator === 0n ? undefined : [numerator, denominator];
}

function decimalOf(scaled: bigint, places: number): string {
  const sign = scaled < 0n ? "-" : "";
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, "0");
  return places === 0 ? sign + text : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
}
