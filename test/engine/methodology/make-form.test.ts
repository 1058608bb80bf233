import { expect, it } from "vitest";
import { makeForm } from "../../../engine/methodology/make-form.ts";
import { questions } from "../answers/questions.ts";
import { treeOf } from "../run/plan-of.ts";

it("makes a form of a tree: questions, units, lists, the preset period", async () => {
  const form = makeForm(await treeOf(questions), "abc", ["share"]);
  expect(form).toMatchObject({
    format: "form/1",
    id: "ASK-1",
    version: "1.0-r1",
    hash: "abc",
    mode: "official",
    period: { preset: "FY2024" },
    initially: ["share"],
  });
  expect(form.lists.map(({ id, minItems, maxItems }) => [id, minItems, maxItems])).toEqual([
    ["plots", 0, 3],
    ["boilers", 1, 3],
  ]);
  const input = (id: string) => form.inputs.find((one) => one.id === id);
  expect(input("share")).toMatchObject({ kind: "quantity", showAs: "%" });
  expect(input("length")).toMatchObject({ kind: "quantity", units: ["km", "m"] });
  expect(input("people")).toMatchObject({ kind: "count", of: "person" });
  expect(input("boilers.plot")).toMatchObject({ kind: "item", of: "plots", optional: true });
  expect(input("boilers.meter")).toMatchObject({ meter: true, per: ["parts"] });
  expect(input("boilers.fuel_use")?.variable).toEqual({
    input: "boilers.fuel",
    units: { oil: "kL", gas: "kNm3", coal: "t" },
  });
  expect(form.outputs.map(({ id, unit, axes }) => [id, unit, axes.join()])).toEqual([
    ["lengths", "km", "years"],
    ["heat", "GJ.hhv", "boilers,parts"],
    ["power", "kWh", ""],
    ["crowd", "person", ""],
    ["tallest", "m", "boilers"],
  ]);
});

it("holds nothing that only the engine reads", async () => {
  const text = JSON.stringify(makeForm(await treeOf(questions), "abc", []));
  expect(text).not.toContain('"when"');
  expect(text).not.toContain('"origin"');
  expect(JSON.parse(text)).toEqual(makeForm(await treeOf(questions), "abc", []));
});
