import { useCallback, useMemo, useState } from "preact/hooks";
import type { SetReply } from "../../engine/service/protocol.ts";
import {
  type Change,
  type Draft,
  itemsOf,
  orderOf,
  type Place,
  placeName,
} from "../answers/draft.ts";
import type { Hidden } from "../answers/hidden.ts";
import { type Known, placeOf, type Relevance, relevanceOf } from "../answers/relevance.ts";
import type { Details } from "../engine-context.ts";
import type { FormState } from "../form/form-context.ts";
import type { Setting } from "../setting.ts";
import { useKept } from "../use-kept.ts";
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
  const [focused, setFocused] = useState<Place>();
  const onReach = useCallback((place: Place) => {
    const { input, item } = place;
    setFocused((last) => (last?.input === input && last.item === item ? last : place));
  }, []);
  const onLeave = useCallback((place: Place) => {
    setFocused(undefined);
    const name = placeName(place);
    setLeft((places) => (places.has(name) ? places : new Set([...places, name])));
  }, []);
  const { asked, assumed: stood = none, parts: cut = none } = known?.result ?? {};
  const order = known && orderOf(known.draft);
  const relevance = useMemo(
    () => relevanceOf(form, known, isOpen),
    [form, asked, cut, order, isOpen],
  );
  const entries = useKept(
    useMemo(
      () => details?.entryMessages(setting, answered, issuesOf(reply)) ?? none,
      [setting, answered, reply, details],
    ),
  );
  const missing = useKept(
    useMemo(() => details?.missingMessages(setting, known) ?? none, [setting, known, details]),
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
    const draftThen = known?.draft ?? answered;
    const places = stood.map((one) => placeOf(form, draftThen, one));
    return new Map(places.map((place) => [placeName(place), place]));
  }, [form, stood, order]);
  const told = useMemo(() => toldOf(placed, assumed), [placed, assumed]);
  const ground = useMemo(
    () => ({}),
    [form, relevance, cut, hidden, entries, placed, assumed, onChange],
  );

  // As long as it stays the same, the fields are not drawn again.
  const state = useMemo(
    (): FormState => ({
      draft,
      cut,
      onChange,
      onReach,
      onLeave,
      shows(input, item) {
        if (relevance.asks(input, item) && !hidden.question(draft, input, item)) return true;
        if (focused?.input === input.id && focused.item === item?.key) return true;
        const own = { input: input.id, at: "" };
        return wrong.has(placeName(item === undefined ? own : { ...own, item: item.key }));
      },
      showsList: (list) =>
        (!hidden.list(draft, list) &&
          (relevance.asksList(list) ||
            // Nobody asks about a list that others point at until one of its items is chosen.
            (itemsOf(draft, list).length > 0 &&
              form.inputs.some(({ kind, of }) => kind === "item" && of === list)))) ||
        focused?.input.startsWith(`${list}.`) === true ||
        [...wrong].some((name) => name.startsWith(`${list}.`) || name.startsWith(`${list}|`)),
      parts: (input, item) => relevance.parts(input, item, draft),
      showsAt: (input, item, at) =>
        relevance.asksAt(input, item, at) ||
        entries.some(
          ({ place }) => place?.input === input.id && place.item === item?.key && place.at === at,
        ),
      messages: (place) => placed.get(placeName(place)) ?? none,
      isAssumed: (place) => assumed.has(placeName(place)),
      told: (of) => told.get(of) ?? "",
      focused,
      ground,
    }),
    [draft, focused, ground],
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

/** All that is told about the fields of each item, by its key, and about each question, by its id. */
function toldOf(
  placed: ReadonlyMap<string, readonly PlacedMessage[]>,
  assumed: ReadonlyMap<string, Place>,
): ReadonlyMap<number | string, string> {
  const texts = new Map<number | string, string>();
  const tell = ({ input, item }: Place, text: string): void => {
    const of = item ?? input;
    texts.set(of, `${texts.get(of) ?? ""}\n${text}`);
  };
  for (const [name, messages] of placed) {
    for (const { place, kind, sentence } of messages) {
      if (place !== undefined) tell(place, `${name} ${kind} ${sentence}`);
    }
  }
  for (const [name, place] of assumed) tell(place, name);
  return texts;
}

const none: readonly never[] = [];
