import type { Issue } from "../../engine/issue.ts";
import type { CalculationResult } from "../../engine/result/result.ts";
import type { SetReply } from "../../engine/service/protocol.ts";
import type { Draft, Place } from "../answers/draft.ts";
import { placeName } from "../answers/draft.ts";
import { type Known, placeOf, placeOfPath } from "../answers/relevance.ts";
import type { Message } from "../form/form-context.ts";
import type { Setting } from "../setting.ts";
import { placeWords } from "../text/axes.ts";
import type { Language } from "../text/language.ts";
import { plainWords } from "../text/language.ts";

/** A sentence and the place that it is about, where it is about one. */
export interface PlacedMessage extends Message {
  readonly place?: Place;
}

/** What the engine has to say about the entries of a set, each sentence with its place. */
export function entryMessages(
  { form, language }: Setting,
  draft: Draft,
  issues: readonly Issue[],
  sentenceOf: ((issue: Issue, language: Language) => string) | undefined,
): readonly PlacedMessage[] {
  if (sentenceOf === undefined) return [];
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

/** Messages by place, in their order. */
export function byPlace(
  messages: readonly PlacedMessage[],
): ReadonlyMap<string, readonly PlacedMessage[]> {
  const places = new Map<string, PlacedMessage[]>();
  for (const message of messages) {
    if (message.place === undefined) continue;
    const name = placeName(message.place);
    places.set(name, [...(places.get(name) ?? []), message]);
  }
  return places;
}

/** The errors that a summary lists, each sentence about a place once. */
export function uniqueErrors(messages: readonly PlacedMessage[]): readonly PlacedMessage[] {
  const seen = new Map<string, PlacedMessage>();
  for (const message of messages) {
    if (message.kind !== "error") continue;
    const place = message.place === undefined ? "" : placeName(message.place);
    seen.set(`${place} ${message.sentence}`, message);
  }
  return [...seen.values()];
}

/** What the engine said of the entries themselves. */
export function issuesOf(reply: SetReply | undefined): readonly Issue[] {
  if (reply === undefined) return [];
  return reply.ok ? reply.warnings : reply.issues;
}

/** Whether a result shows nothing for lack of answers. */
export function lacksResult(result: CalculationResult | undefined): boolean {
  if (result === undefined) return true;
  const main = Object.values(result.results).filter((output) => output.main);
  return main.some(
    (output) =>
      output.none === "missing" ||
      output.values?.some((value) => "none" in value && value.none === "missing"),
  );
}
