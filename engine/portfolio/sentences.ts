import type { Issue } from "../issue.ts";
import { describe } from "../locales/describe.ts";
import { answers as answersEn } from "../locales/en/answers.ts";
import { batch as batchEn } from "../locales/en/batch.ts";
import { evaluating as evaluatingEn } from "../locales/en/evaluating.ts";
import { service as serviceEn } from "../locales/en/service.ts";
import { answers as answersJa } from "../locales/ja/answers.ts";
import { batch as batchJa } from "../locales/ja/batch.ts";
import { evaluating as evaluatingJa } from "../locales/ja/evaluating.ts";
import { service as serviceJa } from "../locales/ja/service.ts";
import type { PortfolioLanguage } from "./types.ts";

/** The sentences of what can go wrong with a portfolio; those for authors of methodologies are not sent to a page. */
const sentences = {
  en: { ...answersEn, ...batchEn, ...evaluatingEn, ...serviceEn },
  ja: { ...answersJa, ...batchJa, ...evaluatingJa, ...serviceJa },
} as const;

/**
 * What an issue of a portfolio says to a reader.
 *
 * @example
 * describePortfolioIssue(issue, "en"); // "The file has no rows."
 */
export function describePortfolioIssue(issue: Issue, language: PortfolioLanguage): string {
  return describe(issue, sentences[language]);
}
