/**
 * What a calculator shows once it has a first result: everything around the figure, the tools below the form, and the
 * sentences of issues. A page loads it after the form, so that the first result does not wait for it.
 */
export { unusedPlaces } from "./answers/unused-places.ts";
export { entryMessages, missingMessages } from "./calculator/entry-messages.ts";
export { ErrorSummary } from "./calculator/error-summary.tsx";
export { Files } from "./calculator/files.tsx";
export { Needs } from "./calculator/needs.tsx";
export { Settings } from "./calculator/settings.tsx";
export { UnusedAnswers } from "./calculator/unused-answers.tsx";
export { Readings } from "./form/readings.tsx";
export { Replacements } from "./replacements/replacements.tsx";
export { adoptStyles } from "./result/adopt-styles.ts";
export { CostQuestion } from "./result/cost-question.tsx";
export { Grounds } from "./result/grounds.tsx";
export { ResultDetails } from "./result/result-details.tsx";
export { Subtotal } from "./result/subtotal.tsx";
export { Take } from "./result/take.tsx";
export { WhatIf, whatIfMade } from "./result/what-if.tsx";
export { sentenceOf } from "./text/sentences.ts";
