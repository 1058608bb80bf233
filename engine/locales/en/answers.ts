import type { AnswerFacts } from "../facts/answers.ts";
import type { Sentences } from "../facts.ts";

export const answers: Sentences<AnswerFacts> = {};
