import type { AnswerSet } from "../../engine/answers/record.ts";
import type { Form } from "../../engine/methodology/form.ts";
import { answersOf } from "../../widgets/answers/answer-set.ts";
import { emptyDraft } from "../../widgets/answers/draft.ts";

/** What a calculator sends before anything was entered: its preset period, initial answers and the fewest items. */
export function firstAnswers(form: Form): AnswerSet {
  return answersOf(form, emptyDraft(form));
}
