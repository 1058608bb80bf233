import type { MissingAnswer, NextQuestion } from "../../engine/assessment/assessment.ts";
import { fieldName } from "../../widgets/answers/answer-set.ts";
import { itemsOf, type Place } from "../../widgets/answers/draft.ts";
import { placeOf } from "../../widgets/answers/relevance.ts";
import { fieldId } from "../../widgets/form/form-context.ts";
import { casePrefix } from "./case-prefix.ts";
import { schemePrefix } from "./scheme-questions.tsx";
import { currentCase, type Project } from "./state.ts";

/** Begins the ids of the fields that all projects share. */
export const sharedPrefix = "scheme";

/**
 * The id of the field that answers a question of a project: in its form, or among the rules of the scheme, its own before
 * those that all projects share.
 */
export function fieldOf(project: Project, question: MissingAnswer | NextQuestion): string {
  const one = currentCase(project);
  const prefix = casePrefix(project.id, one.id);
  const { methodology, input } = question;
  if (methodology !== one.form.id) {
    const own = fieldId(
      { prefix: schemePrefix(`${prefix}-scheme`, methodology) },
      { input, at: "" },
    );
    const shared = fieldId({ prefix: schemePrefix(sharedPrefix, methodology) }, { input, at: "" });
    return document.getElementById(own) === null ? shared : own;
  }
  const place: Place = placeOf(one.form, one.draft, question);
  return fieldId({ prefix }, withoutTime(project, place));
}

/** The question of a place as a person writes it, `boilers[2].fuel_use`, by the id of its input. */
export function inputAt(project: Project, place: string): string | undefined {
  const one = currentCase(project);
  const [head = "", second = ""] = place.replace(/\[\d+\]/g, "").split(".");
  const inList = one.form.inputs.find(
    (input) => input.list === head && fieldName(input) === second,
  );
  return inList?.id ?? one.form.inputs.find(({ id }) => id === head)?.id;
}

/** A field that is asked once has no place in time. */
function withoutTime(project: Project, place: Place): Place {
  const { form, draft } = currentCase(project);
  const input = form.inputs.find(({ id }) => id === place.input);
  if (input === undefined || input.per.length === 0) {
    const list = input?.list;
    // A question of an item that is not there yet leads to the first.
    const item = place.item ?? (list === undefined ? undefined : itemsOf(draft, list)[0]?.key);
    return { input: place.input, at: "", ...(item === undefined ? {} : { item }) };
  }
  return { ...place, at: "" };
}
