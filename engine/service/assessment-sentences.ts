import type { Issue } from "../issue.ts";
import { describe } from "../locales/describe.ts";
import { assessment as en } from "../locales/en/assessment.ts";
import { assessment as ja } from "../locales/ja/assessment.ts";
import { assessment as easy } from "../locales/ja-easy/assessment.ts";
import { describeEasily } from "./easy-sentences.ts";
import { describeIssue } from "./sentences.ts";

/** What an issue of an assessment says to a reader: its own sentences, and those of calculators. */
export function describeAssessmentIssue(issue: Issue, language: "ja" | "en" | "ja_easy"): string {
  const own = { en, ja, ja_easy: easy }[language];
  if (Object.hasOwn(own, issue.code)) return describe(issue, own as Parameters<typeof describe>[1]);
  return language === "ja_easy" ? describeEasily(issue) : describeIssue(issue, language);
}
