/** Texts in easy Japanese, by the Japanese text of their label. Of two for one text, the first in the tree stands. */
export type EasyWords = Readonly<Record<string, string>>;

/** What a build writes beside `form.json` for readers of easy Japanese: `easy.json`. */
export interface EasyPart {
  readonly format: "easy/1";
  readonly words: EasyWords;
}

/** Every text in easy Japanese that a tree or a form holds. */
export function easyWordsOf(value: unknown): EasyWords {
  const words = new Map<string, string>();
  collect(value, words);
  return Object.fromEntries(words);
}

function collect(value: unknown, words: Map<string, string>): void {
  if (typeof value !== "object" || value === null) return;
  const { ja, ja_easy: easy } = value as { readonly ja?: unknown; readonly ja_easy?: unknown };
  if (typeof ja === "string" && typeof easy === "string" && !words.has(ja)) words.set(ja, easy);
  for (const one of Object.values(value)) collect(one, words);
}

/** The same tree or form, its labels without easy Japanese. */
export function withoutEasy<T>(value: T): T {
  return strip(value) as T;
}

function strip(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(strip);
  const isLabel = "ja" in value && typeof value.ja === "string";
  const entries = Object.entries(value).filter(([key]) => !(isLabel && key === "ja_easy"));
  return Object.fromEntries(entries.map(([key, one]) => [key, strip(one)]));
}
