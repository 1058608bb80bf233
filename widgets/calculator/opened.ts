import type { AnswerRecord, AnswerSet } from "../../engine/answers/record.ts";
import type { Form } from "../../engine/methodology/form.ts";
import type { Mode } from "../../engine/methodology/schema.ts";
import { type Draft, emptyDraft } from "../answers/draft.ts";
import { draftOf } from "../answers/open-answers.ts";
import { type Drafts, type SetId, setIds } from "./sets.ts";

/** What a file or a link holds for a calculator that takes it over. What is absent stays as it is there. */
export interface Opened {
  readonly drafts?: Drafts;
  /** The set to begin with. */
  readonly set?: SetId;
  readonly asOf?: string | undefined;
  readonly mode?: Mode | undefined;
  /** Yen for a tonne of credits, as it was typed. */
  readonly price?: string | undefined;
  /** What is said of it. */
  readonly said: string;
}

/** The drafts of a record, and the set to begin with. */
export function draftsOf(
  form: Form,
  { sets }: AnswerRecord,
): { readonly drafts: Drafts; readonly set: SetId } {
  const open = (set: AnswerSet | undefined): Draft =>
    set === undefined ? emptyDraft(form) : draftOf(form, set);
  const drafts = Object.fromEntries(setIds.map((id) => [id, open(sets[id])])) as Drafts;
  return { drafts, set: setIds.find((id) => sets[id] !== undefined) ?? "plan" };
}
