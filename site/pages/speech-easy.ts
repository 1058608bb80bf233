import { ja } from "../../widgets/text/ja.ts";
import type { Speech } from "./speech.ts";
import { wordsEasy } from "./words-easy.ts";

/** The labels of a methodology are in plain Japanese where it has them. */
export const speech: Speech = { text: ja, words: wordsEasy };
