import type { Language } from "../text/language.ts";
import type { Text } from "../text/text.ts";

/** How a reader wants one calculator to look. Host tools do not reach inside it, so it has switches of its own. */
export interface Look {
  readonly size: "normal" | "large" | "larger";
  readonly contrast: "normal" | "high";
  /** Whether readings stand above kanji. */
  readonly hasReadings: boolean;
  /** A language of its own, where a reader has chosen another than that of the page around. */
  readonly spoken?: { readonly language: Language; readonly text: Text } | undefined;
}

export const usualLook: Look = { size: "normal", contrast: "normal", hasReadings: true };
