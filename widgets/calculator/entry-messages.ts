import type { Issue } from "../../engine/issue.ts";
import type { Draft } from "../answers/draft.ts";
import { placeOfPath } from "../answers/issue-places.ts";
import { type Known, placeOf } from "../answers/relevance.ts";
import type { Setting } from "../setting.ts";
import { placeWords } from "../text/axes.ts";
import { plainWords } from "../text/language.ts";
import { sentenceOf } from "../text/sentences.ts";
import type { PlacedMessage } from "./messages.ts";

/** What the engine has to say about the entries of a set, each sentence with its place. */
export function entryMessages(
  { form, language }: Setting,
  draft: Draft,
  issues: readonly Issue[],
): readonly PlacedMessage[] {
  return issues.map((issue) => {
    const place = placeOfPath(form, draft, issue.path);
    return {
      kind: issue.severity === "error" ? "error" : "hint",
      sentence: sentenceOf(issue, language),
      ...(place === undefined ? {} : { place }),
    };
  });
}

/** What is still to be answered, as sentences that a failed submit shows. */
export function missingMessages(
  setting: Setting,
  known: Known | undefined,
): readonly PlacedMessage[] {
  if (known === undefined) return [];
  const { result, draft } = known;
  const { form, language, text } = setting;
  const order = new Map(form.inputs.map(({ id }, index) => [id, index]));
  const sorted = [...result.missing].sort(
    (left, right) => (order.get(left.input) ?? 0) - (order.get(right.input) ?? 0),
  );
  return sorted.map((missing) => {
    const at = placeWords({ ...setting, parts: result.parts, draft }, missing.at);
    const label = plainWords(missing.label, language);
    const bracketed = language === "en" ? `${label} (${at})` : `${label}（${at}）`;
    return {
      kind: "error",
      sentence: text.missing(at === "" ? label : bracketed),
      place: placeOf(form, draft, missing),
    };
  });
}
