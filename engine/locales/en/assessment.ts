import type { AssessmentFacts, AssessmentPart } from "../facts/assessment.ts";
import type { Sentences } from "../facts.ts";

const parts: Readonly<Record<AssessmentPart, string>> = {
  map: "a map",
  day: "a day such as 2026-11-22",
  thing: "the id of a thing",
  text: "a text that is not too long",
  list: "a list",
  answer: "an answer as text, a list or a map",
  rules: "a map of answers by methodology",
  given: "a map of answers",
  ends: "low and high",
  ranges: "a map of low and high by question",
  answers: "answers as answers/1",
  methodology: "the id of a methodology",
  set: "the set of answers plan",
  form: "plain or program",
  flag: "true or false",
  project: "a project",
  variant: "a variant",
};

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
  "assessment-not-read": ({ reason }) =>
    reason === "json"
      ? "This is no assessment: its text could not be read as JSON."
      : "This is no assessment: its lists and maps are nested too deep.",
  "assessment-too-large": ({ measure, limit }) =>
    `This assessment has more ${measure} than the ${limit} that are allowed.`,
  "assessment-format": ({ found }) =>
    `An assessment begins with format: assessment/1, and this one with ${found}.`,
  "assessment-shape": ({ expected, found }) =>
    `Here should be ${parts[expected]}, and there is ${found}.`,
  "assessment-key-unknown": ({ found, known }) =>
    `There is no ${found} here. It should be one of: ${known.join(", ")}.`,
  "assessment-id": ({ found, isTwice }) =>
    isTwice
      ? `The id ${found} is there twice. Each project and variant should have its own.`
      : `The id ${found} should begin with a small letter and have only small letters, digits and _.`,
  "assessment-thing-unknown": ({ found, known }) =>
    `The guide knows no ${found}. It should be one of: ${known.join(", ")}.`,
  "assessment-methodology-unknown": ({ found, known }) =>
    `The guide does not assess ${found}. It should be one of: ${known.join(", ")}.`,
  "assessment-project-unknown": ({ found, known }) =>
    known.length === 0
      ? `There is no project ${found}: the assessment has none.`
      : `There is no project ${found}. It should be one of: ${known.join(", ")}.`,
  "assessment-figure": ({ found, example }) =>
    `${found} should be a figure of zero or more, such as ${example}.`,
};
