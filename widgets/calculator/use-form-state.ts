import { useMemo, useState } from "preact/hooks";
import type { SetReply } from "../../engine/service/protocol.ts";
import { type Change, type Draft, itemsOf, placeName } from "../answers/draft.ts";
import type { Hidden } from "../answers/hidden.ts";
import { type Known, placeOf, type Relevance, relevanceOf } from "../answers/relevance.ts";
import type { Details } from "../engine-context.ts";
import type { FormState } from "../form/form-context.ts";
import type { Setting } from "../setting.ts";
import { byPlace, issuesOf, lacksResult, type PlacedMessage, uniqueErrors } from "./messages.ts";

export interface FormSituation {
  readonly state: FormState;
  readonly relevance: Relevance;
  /** What a summary lists after a failed submit. */
  readonly errors: readonly PlacedMessage[];
  /** What is still to be answered. */
  readonly missing: readonly PlacedMessage[];
  /** Sentences that belong to no field. */
  readonly unplaced: readonly string[];
  /** Whether there is no result for lack of answers. */
  readonly isWanting: boolean;
  /** Begins anew: no field has been left yet. */
  readonly forgetLeft: () => void;
}

/**
 * What the fields of a set show: which of them, and the messages at each. What is wrong with an entry is told once its
 * field has been left, or after a submit, and not while a person is typing.
 */
export function useFormState({
  setting,
  draft,
  answered,
  known,
  reply,
  details,
  isSubmitted,
  isOpen,
  hidden,
  onChange,
}: {
  readonly setting: Setting;
  readonly draft: Draft;
  /** The draft that the reply answers. */
  readonly answered: Draft;
  readonly known: Known | undefined;
  readonly reply: SetReply | undefined;
  readonly details: Details | undefined;
  readonly isSubmitted: boolean;
  /** Show every question, because nobody can say which of them matter. */
  readonly isOpen: boolean;
  readonly hidden: Hidden;
  readonly onChange: (change: Change) => void;
}): FormSituation {
  const { form } = setting;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState("");
  const relevance = useMemo(() => relevanceOf(form, known, isOpen), [form, known, isOpen]);
  const entries = useMemo(
    () => someOf(details?.entryMessages(setting, answered, issuesOf(reply))),
    [setting, answered, reply, details],
  );
  const missing = useMemo(
    () => someOf(details?.missingMessages(setting, known)),
    [setting, known, details],
  );
  const isWanting = known !== undefined && lacksResult(known.result);
  const required = isSubmitted && isWanting ? missing : none;
  const placed = useMemo(() => {
    const told = entries.filter(
      ({ kind, place }) =>
        place !== undefined && (isSubmitted || kind === "hint" || left.has(placeName(place))),
    );
    return byPlace([...told, ...required]);
  }, [entries, required, isSubmitted, left]);
  const wrong = useMemo(
    () =>
      new Set(
        entries.flatMap(({ place }) =>
          place === undefined ? [] : [placeName({ ...place, at: "" })],
        ),
      ),
    [entries],
  );
  const assumed = useMemo(() => {
    const places = (known?.result.assumed ?? []).map((one) =>
      placeOf(form, known?.draft ?? answered, one),
    );
    return new Set(places.map(placeName));
  }, [form, known, answered]);

  const told = useMemo(() => {
    const texts = new Map<number, string>();
    const tell = (item: number | undefined, text: string): void => {
      if (item !== undefined) texts.set(item, `${texts.get(item) ?? ""}\n${text}`);
    };
    for (const messages of placed.values()) {
      for (const { place, kind, sentence } of messages) {
        if (place !== undefined) tell(place.item, `${placeName(place)} ${kind} ${sentence}`);
      }
    }
    for (const name of assumed) tell(itemOfName(name), name);
    return texts;
  }, [placed, assumed]);

  // As long as it stays the same, the fields are not drawn again.
  const state = useMemo(
    (): FormState => ({
      draft,
      result: known?.result,
      onChange,
      onReach: (place) => setFocused(placeName({ ...place, at: "" })),
      onLeave(place) {
        setFocused("");
        setLeft((places) => new Set([...places, placeName(place)]));
      },
      shows(input, item) {
        if (relevance.asks(input, item) && !hidden.question(draft, input, item)) return true;
        const own = { input: input.id, at: "" };
        const name = placeName(item === undefined ? own : { ...own, item: item.key });
        return focused === name || wrong.has(name);
      },
      showsList: (list) =>
        (!hidden.list(draft, list) &&
          (relevance.asksList(list) ||
            // Nobody asks about a list that others point at until one of its items is chosen.
            (itemsOf(draft, list).length > 0 &&
              form.inputs.some(({ kind, of }) => kind === "item" && of === list)))) ||
        [focused, ...wrong].some(
          (name) => name.startsWith(`${list}.`) || name.startsWith(`${list}|`),
        ),
      parts: (input, item) => relevance.parts(input, item, draft),
      showsAt: (input, item, at) =>
        relevance.asksAt(input, item, at) ||
        entries.some(
          ({ place }) => place?.input === input.id && place.item === item?.key && place.at === at,
        ),
      messages: (place) => placed.get(placeName(place)) ?? [],
      isAssumed: (place) => assumed.has(placeName(place)),
      told: (item) => told.get(item.key) ?? "",
    }),
    [
      form,
      draft,
      known,
      onChange,
      relevance,
      hidden,
      focused,
      entries,
      wrong,
      placed,
      assumed,
      told,
    ],
  );
  return {
    state,
    relevance,
    errors: uniqueErrors([...entries, ...(isWanting ? missing : [])]),
    missing,
    unplaced: entries.filter(({ place }) => place === undefined).map(({ sentence }) => sentence),
    isWanting,
    forgetLeft: () => setLeft(new Set()),
  };
}

function itemOfName(name: string): number | undefined {
  const digits = /\|#(\d+)\|/.exec(name)?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 10);
}

const none: readonly PlacedMessage[] = [];

/** The messages, and the same nothing each time where there are none. */
function someOf(messages: readonly PlacedMessage[] | undefined): readonly PlacedMessage[] {
  return messages === undefined || messages.length === 0 ? none : messages;
}
