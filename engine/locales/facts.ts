import type { AnswerFacts } from "./facts/answers.ts";
import type { AssessmentFacts } from "./facts/assessment.ts";
import type { BatchFacts } from "./facts/batch.ts";
import type { CheckingFacts } from "./facts/checking.ts";
import type { CoefficientFacts } from "./facts/coefficients.ts";
import type { CoherenceFacts } from "./facts/coherence.ts";
import type { CommandFacts } from "./facts/command.ts";
import type { EvaluatingFacts } from "./facts/evaluating.ts";
import type { ParsingFacts } from "./facts/parsing.ts";
import type { ReadingFacts } from "./facts/reading.ts";
import type { ServiceFacts } from "./facts/service.ts";

/**
 * Every issue code with the facts that its sentence is made of. A code that is missing from `en` or `ja` does not
 * compile.
 */
export interface IssueFacts
  extends ReadingFacts,
    ParsingFacts,
    CheckingFacts,
    CoefficientFacts,
    CoherenceFacts,
    AnswerFacts,
    EvaluatingFacts,
    ServiceFacts,
    CommandFacts,
    BatchFacts,
    AssessmentFacts {}

/** One sentence per code: what is wrong and what would be right, in the reader's words. */
export type Sentences<Facts> = {
  readonly [Code in keyof Facts]: (facts: Facts[Code]) => string;
};
