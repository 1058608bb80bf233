import type { Issue } from "../issue.ts";
import type { Sentences } from "./facts.ts";

/** The sentence of an issue in one language. Units: none. Errors: none; every code has a sentence by type. */
export function describe<Facts>(issue: Issue, sentences: Sentences<Facts>): string {
  const sentence = (sentences as Record<string, (facts: unknown) => string>)[issue.code];
  return sentence === undefined ? issue.code : sentence(issue.facts);
}
