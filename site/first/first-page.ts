import type { AnswerRecord } from "../../engine/answers/record.ts";
import type { Form, FormInput } from "../../engine/methodology/form.ts";
import type { Mode } from "../../engine/methodology/schema.ts";
import { fieldName, shownUnit } from "../../widgets/answers/answer-set.ts";
import { emptyDraft } from "../../widgets/answers/draft.ts";
import { emptyDrafts, recordOf } from "../../widgets/calculator/sets.ts";
import { fieldId } from "../../widgets/form/form-context.ts";
import type { Language } from "../build/page.ts";

/**
 * What a calculator's page holds for its first script: enough to send what is typed into the painted fields, and to
 * show a first figure. The form itself comes with the whole page, after that.
 */
export interface FirstPage {
  readonly language: Language;
  /** Relative link to the root of the site. */
  readonly root: string;
  readonly mode: Mode;
  /** What the page begins with; the day is not known when it is painted. */
  readonly record: AnswerRecord;
  /** By the `name` or `id` of the control. */
  readonly fields: Readonly<Record<string, FirstField>>;
  /** The main outputs, in the order of the figures in the page's template. */
  readonly figures: readonly string[];
}

/** A field that the first script can read by itself. */
export interface FirstField {
  readonly input: string;
  readonly kind: Exclude<FormInput["kind"], "item">;
  readonly unit: string;
}

/** The prefix of the ids of the one calculator of a page. */
const prefix = "santei";

/** What the first script of a calculator's page is given. Fields of lists, along axes and of meters are left out. */
export function firstPageOf(form: Form, language: Language, root: string): FirstPage {
  const draft = emptyDraft(form);
  const initially = new Set(form.initially);
  const fields: Record<string, FirstField> = {};
  for (const input of form.inputs) {
    const isPlain =
      initially.has(input.id) && input.list === undefined && input.per.length === 0 && !input.meter;
    if (!isPlain || input.kind === "item" || input.variable !== undefined) continue;
    const id = fieldId({ prefix }, { input: input.id, at: "" });
    const unit = shownUnit(input, draft, undefined, "");
    fields[id] = { input: fieldName(input), kind: input.kind, unit };
  }
  const { as_of: _, ...record } = recordOf(form, emptyDrafts(form), ["plan"], "");
  const figures = form.outputs.filter(({ main }) => main).map(({ id }) => id);
  return { language, root, mode: form.mode, record, fields, figures };
}
