import type { Form } from "../../engine/methodology/form.ts";
import { type Language, plainWords, withoutReadings } from "../../widgets/text/language.ts";
import type { SiteWords } from "./words.ts";

/** The title of a calculator's document. */
export function titleOf(form: Form, language: Language, { name }: SiteWords): string {
  return withoutReadings(`${plainWords(form.title, language)} (${form.id}) | ${name}`);
}
