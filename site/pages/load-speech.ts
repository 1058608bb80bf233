import type { Language } from "../../widgets/text/language.ts";
import type { Speech } from "./speech.ts";

const speeches: Readonly<Record<Language, () => Promise<{ readonly speech: Speech }>>> = {
  ja: () => import("./speech-ja.ts"),
  en: () => import("./speech-en.ts"),
  ja_easy: async () => {
    const { speech, drawRuby } = await import("./speech-easy.ts");
    drawRuby();
    return { speech };
  },
};

/** The words of one language, which a page loads when a reader asks for it. */
export async function loadSpeech(language: Language): Promise<Speech> {
  return (await speeches[language]()).speech;
}
