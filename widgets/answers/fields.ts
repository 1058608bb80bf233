import type { Form, FormInput } from "../../engine/methodology/form.ts";
import { once } from "./once.ts";

const byList = once((form: Form) => {
  const lists = new Map<string | undefined, FormInput[]>();
  for (const input of form.inputs) {
    const own = lists.get(input.list);
    if (own === undefined) lists.set(input.list, [input]);
    else own.push(input);
  }
  return lists;
});

const byId = once((form: Form) => new Map(form.inputs.map((input) => [input.id, input])));

/** The questions that each item of a list has, in their order; without a list those that stand alone. */
export function fieldsOf(form: Form, list?: string): readonly FormInput[] {
  return byList(form).get(list) ?? [];
}

/** The question of an id. */
export function inputOf(form: Form, id: string): FormInput | undefined {
  return byId(form).get(id);
}
