import type { Issue } from "../../engine/issue.ts";
import type { CalculationResult } from "../../engine/result/result.ts";
import type { SetReply } from "../../engine/service/protocol.ts";
import { type Place, placeName } from "../answers/draft.ts";
import type { Message } from "../form/form-context.ts";

/** A sentence and the place that it is about, where it is about one. */
export interface PlacedMessage extends Message {
  readonly place?: Place;
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
