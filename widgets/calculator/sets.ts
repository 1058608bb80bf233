import type { AnswerRecord } from "../../engine/answers/record.ts";
import type { Form } from "../../engine/methodology/form.ts";
import { answersOf } from "../answers/answer-set.ts";
import { type Change, change, type Draft, emptyDraft } from "../answers/draft.ts";

/** The sets of answers that a calculator offers: what is planned, what then happened, and what might be done instead. */
export const setIds = ["plan", "actual", "instead"] as const;
export type SetId = (typeof setIds)[number];
export type Drafts = Readonly<Record<SetId, Draft>>;

/** The sets that the engine is asked about: the one at hand, and the other as soon as it has answers. */
export function usedSets(form: Form, drafts: Drafts, current: SetId): readonly SetId[] {
  return setIds.filter((set) => set === current || isUsed(form, drafts[set]));
}

/** Whether anything but what the form begins with was entered. */
export function isUsed(form: Form, draft: Draft): boolean {
  const known = used.get(draft);
  if (known?.form === form) return known.isUsed;
  const now = JSON.stringify(answersOf(form, draft)) !== emptyText(form);
  used.set(draft, { form, isUsed: now });
  return now;
}

const used = new WeakMap<Draft, { readonly form: Form; readonly isUsed: boolean }>();

const empty = new WeakMap<Form, string>();

function emptyText(form: Form): string {
  const known = empty.get(form) ?? JSON.stringify(answersOf(form, emptyDraft(form)));
  empty.set(form, known);
  return known;
}

/** Empty drafts for every set. */
export function emptyDrafts(form: Form): Drafts {
  return { plan: emptyDraft(form), actual: emptyDraft(form), instead: emptyDraft(form) };
}

export type SetChange =
  | { readonly kind: "change"; readonly set: SetId; readonly by: Change }
  /** Another set becomes the same but for one change. */
  | { readonly kind: "copy"; readonly from: SetId; readonly to: SetId; readonly by: Change }
  | { readonly kind: "drafts"; readonly drafts: Drafts };

/** The drafts after a change to one of them. */
export function changeDrafts(drafts: Drafts, by: SetChange): Drafts {
  switch (by.kind) {
    case "change":
      return { ...drafts, [by.set]: change(drafts[by.set], by.by) };
    case "copy":
      return { ...drafts, [by.to]: change(drafts[by.from], by.by) };
    case "drafts":
      return by.drafts;
  }
}

/** The record of the answers as they are saved and sent. */
export function recordOf(
  form: Form,
  drafts: Drafts,
  sets: readonly SetId[],
  asOf: string,
): AnswerRecord {
  return {
    format: "answers/1",
    methodology: form.id,
    version: form.version,
    hash: form.hash,
    as_of: asOf,
    sets: Object.fromEntries(sets.map((set) => [set, answersOf(form, drafts[set])])),
  };
}
