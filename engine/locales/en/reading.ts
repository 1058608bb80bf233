import type { ReadingFacts } from "../facts/reading.ts";
import type { Sentences } from "../facts.ts";

export const reading: Sentences<ReadingFacts> = {};
