import type { Label } from "../../engine/methodology/schema.ts";

/** The languages of a widget; `ja_easy` is plain Japanese where a label has it, and Japanese elsewhere. */
export type Language = "ja" | "en" | "ja_easy";

/** A language from an attribute or address: `en-GB` is English, anything unknown Japanese. */
export function languageOf(text: string | null | undefined): Language {
  if (text === "ja_easy" || text === "ja-easy") return "ja_easy";
  return text?.toLowerCase().startsWith("en") ? "en" : "ja";
}

/** The value of a `lang` attribute. */
export function tagOf(language: Language): "ja" | "en" {
  return language === "en" ? "en" : "ja";
}

/** The words of a label in a language, or in Japanese, which every label has. */
export function wordsOf(label: Label, language: Language): string {
  const words = label[language] ?? label.ja;
  // A line that was folded in the file leaves a space, which Japanese does not put between words.
  return language === "ja" ? words.replace(/(?<=[^\p{ASCII}]) (?=[^\p{ASCII}])/gu, "") : words;
}

/** A label as plain text, for attributes and options: readings of kanji are left out. */
export function plainWords(label: Label, language: Language): string {
  return wordsOf(label, language).replace(/｜([^《]*)《[^》]*》/gu, "$1");
}
