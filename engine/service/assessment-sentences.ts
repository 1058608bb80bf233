import type { Issue } from "../issue.ts";
import { describe } from "../locales/describe.ts";
import { assessment as english } from "../locales/en/assessment.ts";
import { assessment as japanese } from "../locales/ja/assessment.ts";
import { describeIssue } from "./sentences.ts";

const sentences = { en: english, ja: japanese } as const;

/** What an issue of an assessment says to a reader: of its record and its searches, or of the answers in it. */
export function describeAssessmentIssue(issue: Issue, language: "ja" | "en"): string {
  return issue.code in sentences[language]
    ? describe(issue, sentences[language] as Parameters<typeof describe>[1])
    : describeIssue(issue, language);
}
