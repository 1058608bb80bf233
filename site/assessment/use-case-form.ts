import { useCallback, useMemo, useState } from "preact/hooks";
import type { Assumption, MissingAnswer } from "../../engine/assessment/assessment.ts";
import type { Issue } from "../../engine/issue.ts";
import type { CalculationResult, InputPlace } from "../../engine/result/result.ts";
import { type Change, type Draft, type Place, placeName } from "../../widgets/answers/draft.ts";
import { type Known, placeOf, relevanceOf } from "../../widgets/answers/relevance.ts";
import { entryMessages } from "../../widgets/calculator/entry-messages.ts";
import { byPlace, type PlacedMessage } from "../../widgets/calculator/messages.ts";
import type { FormState } from "../../widgets/form/form-context.ts";
import type { Setting } from "../../widgets/setting.ts";

/** What an assessment said of the answers to one form, and the draft that it was asked with. */
export interface SaidOfForm {
  readonly draft: Draft;
  /** The questions that matter now; absent while nobody can say. */
  readonly asked?: readonly InputPlace[] | undefined;
  readonly missing: readonly MissingAnswer[];
  readonly assumptions: readonly Assumption[];
  readonly issues: readonly Issue[];
  /** Fiscal years of the crediting period, for questions that a file answers year by year. */
  readonly years: readonly string[];
}

/** What the fields of one form show, and what is wrong with their entries. */
export interface CaseForm {
  readonly state: FormState;
  /** All that is wrong, each sentence with its place. */
  readonly messages: readonly PlacedMessage[];
  /** What is told of it now, at fields that have been left. */
  readonly told: readonly PlacedMessage[];
}

/**
 * The state of the fields of one case. What is wrong with an entry is told once its field has been left.
 *
 * Before the first answer of the assessor the questions are those that the form begins with.
 */
export function useCaseForm({
  setting,
  draft,
  said,
  always,
  onChange,
}: {
  readonly setting: Setting;
  readonly draft: Draft;
  readonly said: SaidOfForm | undefined;
  /** Ids of questions that show whatever the assessor asks. */
  readonly always: ReadonlySet<string>;
  readonly onChange: (by: Change) => void;
}): CaseForm {
  const { form } = setting;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<Place>();
  const known = useMemo(() => knownOf(said), [said]);
  const relevance = useMemo(
    () => relevanceOf(form, known, said !== undefined && said.asked === undefined),
    [form, known, said],
  );
  const messages = useMemo(
    () => (said === undefined ? [] : entryMessages(setting, said.draft, said.issues)),
    [setting, said],
  );
  const assumed = useMemo(() => assumedPlaces(setting, said), [setting, said]);
  const told = useMemo(
    () =>
      messages.filter(
        ({ kind, place }) => place !== undefined && (kind === "hint" || left.has(placeName(place))),
      ),
    [messages, left],
  );
  const onReach = useCallback((place: Place) => {
    const { input, item } = place;
    setFocused((last) => (last?.input === input && last.item === item ? last : place));
  }, []);
  const onLeave = useCallback((place: Place) => {
    setFocused(undefined);
    const name = placeName(place);
    setLeft((places) => (places.has(name) ? places : new Set([...places, name])));
  }, []);
  const ground = useMemo(() => ({}), [relevance, messages, told, assumed, said, always, onChange]);
  const state = useMemo((): FormState => {
    const placed = byPlace(told);
    const wrong = new Set(
      messages.flatMap(({ place }) => (place === undefined ? [] : [place.input])),
    );
    return {
      draft,
      cut: nothing.parts,
      onChange,
      onReach,
      onLeave,
      shows(input, item) {
        return (
          relevance.asks(input, item) ||
          always.has(input.id) ||
          wrong.has(input.id) ||
          (focused?.input === input.id && focused.item === item?.key)
        );
      },
      showsList: (list) =>
        relevance.asksList(list) || [...wrong].some((id) => id.startsWith(`${list}.`)),
      parts: (input, item) => {
        const parts = relevance.parts(input, item, draft);
        return parts.length > 0 ? parts : (said?.years ?? []);
      },
      showsAt: (input, item, at) => relevance.asksAt(input, item, at),
      messages: (place) => placed.get(placeName(place)) ?? [],
      isAssumed: (place) => assumed.has(placeName(place)),
      // Few items stand here: all are drawn anew when something is said of one.
      told: () => [...told.map(({ sentence }) => sentence), ...assumed].join("\n"),
      focused,
      ground,
    };
  }, [draft, focused, ground]);
  return { state, messages, told };
}

/** What tells which questions matter takes a result; an assessment says as much. */
function knownOf(said: SaidOfForm | undefined): Known | undefined {
  if (said?.asked === undefined) return undefined;
  const result: CalculationResult = { ...nothing, asked: said.asked };
  return { result, draft: said.draft };
}

const nothing: CalculationResult = {
  format: "result/1",
  methodology: { id: "", version: "", hash: "", status: "" },
  uses: [],
  replaced: [],
  engine: "",
  as_of: "",
  mode: "range",
  parts: [],
  status: "undecided",
  conditions: [],
  results: {},
  assumed: [],
  unconfirmed: [],
  ignored: [],
  missing: [],
  asked: [],
  provenance: "confirmed",
  issues: [],
};

function assumedPlaces({ form }: Setting, said: SaidOfForm | undefined): ReadonlySet<string> {
  if (said === undefined) return new Set();
  const places = said.assumptions.flatMap(({ kind, methodology, input, at }) =>
    kind === "answer" && methodology === form.id && input !== undefined
      ? [placeName(placeOf(form, said.draft, { input, at: at ?? {} }))]
      : [],
  );
  return new Set(places);
}
