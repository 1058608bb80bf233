import type { FormInput } from "../../engine/methodology/form.ts";

/** What stands in a field as the engine takes it, with the unit beside it; absent while the field is empty. */
export function answerText(
  kind: Exclude<FormInput["kind"], "item">,
  text: string,
  unit: string,
): string | undefined {
  if (text.trim() === "") return undefined;
  if (kind === "fiscal_year") return yearText(text);
  return unit !== "" && isNumberText(text) ? `${text.trim()} ${unit}` : text;
}

/** A year as it is typed, `2023`, as the engine takes it: `FY2023`. */
export function yearText(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  return /^[0-9０-９]+$/u.test(trimmed) ? `FY${trimmed}` : trimmed;
}

/** Whether a text is made of digits and number signs only, half or full width: then a unit has to stand beside it. */
export function isNumberText(text: string): boolean {
  return /^[\s0-9０-９.,．，、+\-＋－−ー‐]+$/u.test(text);
}
