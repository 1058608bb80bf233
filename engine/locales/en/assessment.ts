import type { AssessmentFacts } from "../facts/assessment.ts";
import type { Sentences } from "../facts.ts";

export const assessment: Sentences<AssessmentFacts> = {
  "answer-place-unknown": ({ place }) =>
    `There is no answer at ${place} that could be changed. It should be the id of a question, such as capacity, or one of an item that the answers hold, such as boilers[2].heat.`,
  "output-unknown": ({ output, known }) =>
    `There is no output ${output} with a figure here. It should be one of: ${known.join(", ")}.`,
  "output-without-value": ({ output, missing }) =>
    missing.length > 0
      ? `The output ${output} has no value under these answers, because some are missing: ${missing.join(", ")}. \`santei show\` tells what each should be.`
      : `The output ${output} has no value under these answers: a condition does not hold, or something cannot be calculated. \`santei eval\` tells what.`,
  "goal-figure": ({ found, unit }) =>
    `The goal ${found} should be a figure in the unit of the output, such as 100 ${unit}.`,
  "grid-of-answers": ({ from, to, step, count, most }) =>
    count === ""
      ? `From ${from} to ${to} by ${step} is no row of answers. All three should be figures in one unit, the end not below the beginning, the step above 0: 1 kW, 50 kW, 0.5 kW.`
      : `From ${from} to ${to} by ${step} there are ${count} answers. At most ${most} are tried: widen the step or bring the ends closer.`,
};
