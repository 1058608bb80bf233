import type { Issue } from "../issue.ts";
import { describe } from "../locales/describe.ts";
import { answers as answersEn } from "../locales/en/answers.ts";
import { evaluating as evaluatingEn } from "../locales/en/evaluating.ts";
import { service as serviceEn } from "../locales/en/service.ts";
import { answers as answersJa } from "../locales/ja/answers.ts";
import { evaluating as evaluatingJa } from "../locales/ja/evaluating.ts";
import { service as serviceJa } from "../locales/ja/service.ts";

/** The sentences of what can go wrong on a page; those for authors of methodologies are not sent there. */
const sentences = {
  en: { ...answersEn, ...evaluatingEn, ...serviceEn },
  ja: { ...answersJa, ...evaluatingJa, ...serviceJa },
} as const;

/**
 * What an issue of the service says to a reader.
 *
 * @example
 * describeIssue(issue, "en"); // "The calculation was called off before it ended."
 */
export function describeIssue(issue: Issue, language: "ja" | "en"): string {
  return describe(issue, sentences[language]);
}
