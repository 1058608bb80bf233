import { en } from "../../widgets/text/en.ts";
import type { Speech } from "./speech.ts";
import { wordsEn } from "./words-en.ts";

export const speech: Speech = { text: en, words: wordsEn };
