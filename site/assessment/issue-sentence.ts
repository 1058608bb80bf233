import type { Issue } from "../../engine/issue.ts";
import { describeAssessmentIssue } from "../../engine/service/assessment-sentences.ts";
import { type Language, tagOf } from "../../widgets/text/language.ts";
import { sentenceOf } from "../../widgets/text/sentences.ts";
import { assessmentWords } from "./words.ts";

/** What an issue says on the page of an assessment. What only the command line can tell more of is said in its own words. */
export function issueSentence(issue: Issue, language: Language): string {
  const tag = tagOf(language);
  if (issue.code === "output-without-value") return assessmentWords[tag].withoutValue;
  const isOwn = issue.path.length === 0 || !isAnswer(issue);
  return isOwn ? describeAssessmentIssue(issue, tag) : sentenceOf(issue, language);
}

/** Whether an issue is about an answer, whose sentence names no id of a question on a page. */
function isAnswer({ path }: Issue): boolean {
  return path.includes("given") || path[0] === "formulas" || path[0] === "scheme";
}
