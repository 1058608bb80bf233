import type { Issue } from "../issue.ts";
import { describe } from "../locales/describe.ts";
import { answers } from "../locales/ja-easy/answers.ts";
import { evaluating } from "../locales/ja-easy/evaluating.ts";
import { service } from "../locales/ja-easy/service.ts";
import { describeIssue } from "./sentences.ts";

const sentences = { ...answers, ...evaluating, ...service };

/** What an issue of the service says in easy Japanese, with the readings of kanji marked; in Japanese where it has no easy sentence. */
export function describeEasily(issue: Issue): string {
  return issue.code in sentences
    ? describe(issue, sentences as Parameters<typeof describe>[1])
    : describeIssue(issue, "ja");
}
