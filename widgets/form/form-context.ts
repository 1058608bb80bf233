import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { FormInput } from "../../engine/methodology/form.ts";
import type { CalculationResult } from "../../engine/result/result.ts";
import type { Change, Draft, Item, Place } from "../answers/draft.ts";
import { placeName } from "../answers/draft.ts";
import type { Details } from "../engine-context.ts";
import type { Setting } from "../setting.ts";

/** What the fields of one set share: what was typed, what is asked, and the messages that belong to a place. */
export interface FormState {
  readonly draft: Draft;
  /** The parts that the last result has cut the period into. */
  readonly cut: CalculationResult["parts"];
  readonly onChange: (change: Change) => void;
  /** The focus comes to a question, which then stays while it is there, and goes from it. */
  readonly onReach: (place: Place) => void;
  readonly onLeave: (place: Place) => void;
  readonly shows: (input: FormInput, item: Item | undefined) => boolean;
  readonly showsList: (list: string) => boolean;
  readonly parts: (input: FormInput, item: Item | undefined) => readonly string[];
  /** Whether a question is asked for the members of a place on its axes. */
  readonly showsAt: (input: FormInput, item: Item | undefined, at: string) => boolean;
  readonly messages: (place: Place) => readonly Message[];
  readonly isAssumed: (place: Place) => boolean;
  /** All that is told about the fields of an item, by its key, or about a question, by its id, in one text. */
  readonly told: (of: number | string) => string;
  /** The question that has the focus. */
  readonly focused: Place | undefined;
  /** Stays the same as long as nothing has changed but the draft and the focus. */
  readonly ground: object;
}

/** A sentence about a place; a hint does not make its entry wrong. */
export interface Message {
  readonly kind: "error" | "hint";
  readonly sentence: string;
}

/** The details, once they are there, for the questions that are drawn by them. */
export const DetailsContext = createContext<Details | undefined>(undefined);

export const FormContext = createContext<FormState | undefined>(undefined);

/** The state of the form around a field. Errors: throws outside a form. */
export function useForm(): FormState {
  const state = useContext(FormContext);
  if (state === undefined) throw new Error("a field stands outside a form");
  return state;
}

/** The id of the element that stands for a place: what a label names and a summary links to. */
export function fieldId({ prefix }: Pick<Setting, "prefix">, place: Place): string {
  return `${prefix}-${placeName(place).replace(/[^\p{L}\p{N}._-]/gu, "_")}`;
}
