/**
 * What a calculator shows once it has a first result: everything around the figure, the tools below the form, and the
 * sentences of issues. A page loads it after the form, so that the first result does not wait for it.
 */
export { Files } from "./calculator/files.tsx";
export { Settings } from "./calculator/settings.tsx";
export { UnusedAnswers } from "./calculator/unused-answers.tsx";
export { Readings } from "./form/readings.tsx";
export { ResultDetails } from "./result/result-details.tsx";
export { sentenceOf } from "./text/sentences.ts";
