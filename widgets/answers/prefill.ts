import type { Form } from "../../engine/methodology/form.ts";
import { type Drafts, emptyDrafts } from "../calculator/sets.ts";
import { change, entryOf } from "./draft.ts";

/** The start of an option's name that holds an answer: `given.people=30`. */
const start = "given.";

/** The answers among options such as `given.people=30&given.room_area=120`, by input. */
export function givenIn(options: URLSearchParams): ReadonlyMap<string, string> {
  const given = [...options].filter(([name]) => name.startsWith(start));
  return new Map(given.map(([name, text]) => [name.slice(start.length), text]));
}

/**
 * What a form begins with when some of its questions are answered ahead, as if somebody had typed the text. Absent where
 * nothing is answered: fields of lists, along axes and of meters are left to the person who fills in the form.
 */
export function prefilled(form: Form, given: ReadonlyMap<string, string>): Drafts | undefined {
  const drafts = emptyDrafts(form);
  let { plan } = drafts;
  for (const input of form.inputs) {
    const text = given.get(input.id);
    const isPlain =
      input.list === undefined && input.per.length === 0 && !input.meter && input.kind !== "item";
    if (text === undefined || !isPlain) continue;
    const entry = entryOf(input, text);
    plan = change(plan, { kind: "enter", place: { input: input.id, at: "" }, entry });
  }
  return plan === drafts.plan ? undefined : { ...drafts, plan };
}
