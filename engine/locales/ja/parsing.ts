import type { ParsingFacts } from "../facts/parsing.ts";
import type { Sentences } from "../facts.ts";

export const parsing: Sentences<ParsingFacts> = {};
