import type { EvaluatingFacts } from "../facts/evaluating.ts";
import type { Sentences } from "../facts.ts";

export const evaluating: Sentences<EvaluatingFacts> = {};
