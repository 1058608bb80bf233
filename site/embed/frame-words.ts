import type { Language } from "../build/page.ts";

interface FrameWords {
  /** The link from a frame to the whole page of its calculator. */
  readonly whole: string;
}

/** What a frame says beside its calculator. */
export const frameWords: Readonly<Record<Language, FrameWords>> = {
  ja: { whole: "この計算のページを開く（新しいタブ）" },
  en: { whole: "Open the page of this calculator (new tab)" },
};
