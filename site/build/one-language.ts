import type { Form } from "../../engine/methodology/form.ts";
import type { Language } from "./page.ts";

/**
 * A form with the labels of one language alone, as a page of that language holds it. The page loads the whole form when
 * its reader asks for the other language.
 */
export function inOneLanguage(form: Form, language: Language): Form {
  return JSON.parse(JSON.stringify(form), (_, value: unknown) => {
    if (!isLabel(value)) return value;
    const { ja, en } = value;
    return language === "en" && en !== undefined ? { en } : { ja };
  });
}

function isLabel(value: unknown): value is { readonly ja: string; readonly en?: string } {
  if (typeof value !== "object" || value === null) return false;
  return typeof (value as { ja?: unknown }).ja === "string";
}
