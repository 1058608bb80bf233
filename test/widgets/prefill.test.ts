import { expect, it } from "vitest";
import { check } from "../../engine/check.ts";
import { makeForm } from "../../engine/methodology/make-form.ts";
import { answersOf } from "../../widgets/answers/answer-set.ts";
import { givenIn, prefilled } from "../../widgets/answers/prefill.ts";
import { parseFiles } from "../support/load.ts";
import { fuels } from "./samples.ts";

async function given(options: string): Promise<unknown> {
  const parsed = await parseFiles(fuels);
  const checked = parsed.ok ? check(parsed.value) : parsed;
  if (!checked.ok) throw new Error("the sample does not pass the checker");
  const form = makeForm(checked.value.tree, "test", []);
  const drafts = prefilled(form, givenIn(new URLSearchParams(options)));
  return drafts && answersOf(form, drafts.plan).given;
}

it.each([
  ["an answer to a plain question", "given.fuel=gas&theme=dark", { fuel: "gas" }],
  ["nothing for a question that the form does not ask", "given.people=30", undefined],
  ["nothing for a question along an axis", "given.amount=30", undefined],
  ["nothing where nothing is given", "fuel=gas", undefined],
])("a form begins with %s", async (_, options, expected) => {
  expect(await given(options)).toEqual(expected);
});
