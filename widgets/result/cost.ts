import type { Form } from "../../engine/methodology/form.ts";
import type { CalculationResult, OutputResult } from "../../engine/result/result.ts";

/**
 * What it costs to cover a result: whole tonnes times the price that an organiser enters. Both are decimal text, and so
 * is the product, to the last digit; nothing is rounded and no price is known here.
 */

/** A price as it was typed, as decimal text; absent where it is none. */
export function readPrice(typed: string): string | undefined {
  const text = typed.normalize("NFKC").replace(/[\s,円¥]/gu, "");
  return /^\d{1,9}(\.\d{1,2})?$/.test(text) ? text : undefined;
}

/** The product of two decimal texts, of which the first is whole. */
export function timesWhole(whole: string, decimal: string): string | undefined {
  if (!/^\d+$/.test(whole)) return undefined;
  const [units = "", fraction = ""] = decimal.split(".");
  const digits = (BigInt(whole) * BigInt(units + fraction)).toString();
  if (fraction === "") return digits;
  const padded = digits.padStart(fraction.length + 1, "0");
  const cents = padded.slice(-fraction.length);
  const yen = padded.slice(0, -fraction.length);
  return /[1-9]/.test(cents) ? `${yen}.${cents}` : yen;
}

/** The output that tells how many whole tonnes of credits cover a result; absent where a methodology has none. */
export function coverOf(
  form: Form,
  result: CalculationResult,
): readonly [string, OutputResult] | undefined {
  // A methodology that reckons money has prices of its own.
  if (form.outputs.some(({ unit }) => unit === "JPY")) return undefined;
  const id = form.outputs.find(({ covers }) => covers)?.id ?? "";
  const output = result.results[id];
  return output === undefined || output.values !== undefined || output.none !== undefined
    ? undefined
    : [id, output];
}
