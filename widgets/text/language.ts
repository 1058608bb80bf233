import type { Label } from "../../engine/methodology/schema.ts";

/** The languages of a widget; `ja_easy` is easy Japanese where a label has it, and Japanese elsewhere. */
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
  return language === "en" ? words : words.replace(/(?<=[^\p{ASCII}]) (?=[^\p{ASCII}])/gu, "");
}

/**
 * A label as text for sentences, attributes and options. Readings of kanji are left out, but in easy Japanese: there
 * they become ruby wherever the text is drawn (`ruby.ts`), and `withoutReadings` takes them away for what is not drawn.
 */
export function plainWords(label: Label, language: Language): string {
  const words = wordsOf(label, language);
  return language === "ja_easy" ? words : withoutReadings(words);
}

/** Text without its readings: `｜会議《かいぎ》` is 会議. */
export function withoutReadings(text: string): string {
  return text.replace(/｜([^《｜]+)《[^》]+》/gu, "$1");
}
