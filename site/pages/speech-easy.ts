import { jaEasy } from "../../widgets/text/ja-easy.ts";
import { drawRuby } from "../../widgets/text/ruby.ts";
import type { Speech } from "./speech.ts";
import { wordsEasy } from "./words-easy.ts";

export const speech: Speech = { text: jaEasy, words: wordsEasy };

/** Before anything of it is drawn, its marks have to become ruby. */
export { drawRuby };
