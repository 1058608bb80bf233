import { type Language as Spoken, tagOf } from "../../widgets/text/language.ts";
import type { Language } from "../build/page.ts";

/** Where a page stands: its language, the relative link to the root of the site, and the methodology of its calculator. */
export interface Place {
  readonly language: Language;
  readonly root: string;
  readonly id?: string | undefined;
}

/** The link to a page from the root of the site: Japanese stands at the root, English below `en/`. */
export function linkTo(root: string, language: Language, id?: string): string {
  const start = root === "./" && (language === "en" || id !== undefined) ? "" : root;
  return `${start}${language === "en" ? "en/" : ""}${id === undefined ? "" : `${id}/`}`;
}

/** The addresses of the pages of calculators, from the relative link to the root of the site. */
export function pagesFrom(root: string): (id: string, language: Spoken) => string {
  const home = new URL(root, location.href).href;
  return (id, language) => linkTo(home, tagOf(language), id);
}
