import { describe, expect, it } from "vitest";
import { check } from "../../engine/check.ts";
import type { Form } from "../../engine/methodology/form.ts";
import { makeForm } from "../../engine/methodology/make-form.ts";
import { answersOf } from "../../widgets/answers/answer-set.ts";
import { itemsOf } from "../../widgets/answers/draft.ts";
import { hiddenBy } from "../../widgets/answers/hidden.ts";
import { givenIn, idsIn, optionsIn, prefilled } from "../../widgets/answers/prefill.ts";
import { changeDrafts, emptyDrafts } from "../../widgets/calculator/sets.ts";
import { parseFiles } from "../support/load.ts";
import { fuels, kinds, legs } from "./samples.ts";

async function formOf(sample: string): Promise<Form> {
  const parsed = await parseFiles(sample);
  const checked = parsed.ok ? check(parsed.value) : parsed;
  if (!checked.ok) throw new Error("the sample does not pass the checker");
  return makeForm(checked.value.tree, "test", []);
}

async function given(sample: string, options: string): Promise<unknown> {
  const form = await formOf(sample);
  const drafts = prefilled(form, givenIn(optionsIn(options)));
  return drafts && answersOf(form, drafts.plan).given;
}

it.each([
  ["an answer to a plain question", fuels, "given.fuel=gas&theme=dark", { fuel: "gas" }],
  ["nothing for a question that the form does not ask", fuels, "given.people=30", undefined],
  ["nothing for a question along an axis", fuels, "given.amount=30", undefined],
  ["nothing where nothing is given", fuels, "fuel=gas", undefined],
  [
    "answers that were escaped twice",
    kinds,
    "given.people=30&amp;given.trip=one_way",
    { people: "30 person", trip: "one_way" },
  ],
  [
    "items in the order of their numbers, however high these are",
    legs,
    "given.legs.900.name=b&given.legs.2.name=a&given.legs.2.km=12.5",
    { legs: [{ name: "a", km: "12.5 km" }, { name: "b" }] },
  ],
  [
    "no more items than a list allows",
    legs,
    "given.legs.1.name=a&given.legs.2.name=b&given.legs.3.name=c&given.legs.4.name=d",
    { legs: [{ name: "a" }, { name: "b" }, { name: "c" }] },
  ],
  ["nothing for a field that no item has", legs, "given.legs.1.colour=red", undefined],
  ["nothing for an item without a number", legs, "given.legs.first.name=a", undefined],
])("a form begins with %s", async (_, sample, options, expected) => {
  expect(await given(sample, options)).toEqual(expected);
});

describe("what is given ahead and not to be shown", () => {
  it.each([
    ["people, room_area  legs", ["people", "room_area", "legs"]],
    ["", []],
    [null, []],
  ])("is named as in %j", (text, expected) => {
    expect(idsIn(text)).toEqual(expected);
  });

  it("is hidden as long as nobody has answered it otherwise", async () => {
    const form = await formOf(kinds);
    const ahead = prefilled(form, new Map([["people", "30"]])) ?? emptyDrafts(form);
    const people = form.inputs.find(({ id }) => id === "people");
    const trip = form.inputs.find(({ id }) => id === "trip");
    if (people === undefined || trip === undefined) throw new Error("the sample has changed");
    const hidden = hiddenBy(["people", "trip"], ahead.plan);
    expect(hidden.question(ahead.plan, people, undefined)).toBe(true);
    expect(hidden.question(ahead.plan, trip, undefined)).toBe(false);
    expect(hidden.question(ahead.actual, people, undefined)).toBe(false);
    const place = { input: "people", at: "" };
    for (const text of ["31", "30", ""]) {
      const typed = changeDrafts(ahead, {
        kind: "change",
        set: "plan",
        by: { kind: "enter", place, entry: { text } },
      });
      expect([text, hidden.question(typed.plan, people, undefined)]).toEqual([text, false]);
    }
  });

  it("is a whole list, as long as its items are those that were given", async () => {
    const form = await formOf(legs);
    const ahead = prefilled(form, new Map([["legs.1.name", "a"]])) ?? emptyDrafts(form);
    const hidden = hiddenBy(["legs"], ahead.plan);
    expect(itemsOf(ahead.plan, "legs")).toHaveLength(1);
    expect(hidden.list(ahead.plan, "legs")).toBe(true);
    expect(hidden.list(ahead.actual, "legs")).toBe(false);
    const list = form.lists[0];
    if (list === undefined) throw new Error("the sample has changed");
    const more = changeDrafts(ahead, {
      kind: "change",
      set: "plan",
      by: { kind: "add", list, form },
    });
    expect(hidden.list(more.plan, "legs")).toBe(false);
  });
});
