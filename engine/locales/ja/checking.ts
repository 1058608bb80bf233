import type { CheckingFacts } from "../facts/checking.ts";
import type { Sentences } from "../facts.ts";

export const checking: Sentences<CheckingFacts> = {};
