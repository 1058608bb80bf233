import type { Issue } from "../../engine/issue.ts";
import type { EasyWords } from "../../engine/methodology/easy-words.ts";
import type { DetailsText } from "./details-text.ts";
import type { OutText } from "./out-text.ts";
import type { Text } from "./text.ts";

/** The sentences of a calculator in easy Japanese, with the readings of kanji marked. */
export interface Easy {
  readonly text: Text;
  readonly details: DetailsText;
  readonly out: OutText;
  /** What an issue says, also in plain Japanese where it has no easy sentence. */
  readonly describe: (issue: Issue) => string;
  /** Makes ruby of the marks; see `ruby.ts`. */
  readonly drawRuby: () => void;
}

/** What a page loads for readers of easy Japanese: the sentences, and the labels of one edition. */
export interface LoadedEasy {
  readonly easy: Easy;
  readonly words: EasyWords;
}

let arrived: Easy | undefined;

/** The sentences, once they have come. They are the same for all calculators of a page. */
export function easySentences(): Easy | undefined {
  return arrived;
}

/** Hands over the sentences that have come. */
export function takeEasy(easy: Easy): void {
  easy.drawRuby();
  arrived = easy;
}

/** Plain data with easy Japanese put into its labels; what is no label stays as it is. */
export function withEasy<T>(value: T, words: EasyWords): T {
  return put(value, words) as T;
}

function put(value: unknown, words: EasyWords): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => put(one, words));
  const entries = Object.entries(value).map(([key, one]) => [key, put(one, words)]);
  const { ja } = value as { readonly ja?: unknown };
  const easy = typeof ja === "string" && Object.hasOwn(words, ja) ? words[ja] : undefined;
  return Object.fromEntries(easy === undefined ? entries : [...entries, ["ja_easy", easy]]);
}
