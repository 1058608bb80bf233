import type { Issue } from "../../engine/issue.ts";
import { describeIssue } from "../../engine/service/sentences.ts";
import { easySentences } from "./easy.ts";
import { type Language, tagOf, withoutReadings } from "./language.ts";

/** What an issue says on a page. The id of a question, there for those who write answers by hand, is left out. */
export function sentenceOf(issue: Issue, language: Language): string {
  const easy = language === "ja_easy" ? easySentences()?.describe(issue) : undefined;
  const sentence = easy ?? withoutReadings(describeIssue(issue, tagOf(language)));
  const { input, id } = issue.facts as { readonly input?: unknown; readonly id?: unknown };
  const name = input ?? id;
  if (typeof name !== "string") return sentence;
  return sentence.replace(`（${name}）`, "").replace(` (${name})`, "");
}
