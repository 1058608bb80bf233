import { ja } from "../../widgets/text/ja.ts";
import type { Speech } from "./speech.ts";
import { wordsJa } from "./words-ja.ts";

export const speech: Speech = { text: ja, words: wordsJa };
