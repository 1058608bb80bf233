import { expect, it } from "vitest";
import { makeForm } from "../../../engine/methodology/make-form.ts";
import type { TableTree } from "../../../engine/methodology/tree.ts";
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

it("names the tables that may be replaced, with the cells that a file of them has", async () => {
  const tree = await treeOf(questions);
  const form = makeForm(tree, "abc", []);
  expect(form).not.toHaveProperty("replaceable");
  const yields: TableTree = {
    id: "yields",
    label: { ja: "収穫予想表" },
    keys: [
      { id: "species", kind: "enum", enum: "species" },
      { id: "age", kind: "number", unit: "yr", interpolate: true, outside: "error" },
    ],
    columns: [
      { id: "volume", type: { kind: "quantity", unit: { text: "m3/ha" } } },
      {
        id: "growth",
        type: { kind: "quantity", unit: { text: "m3/(ha*yr)" } },
        slope: { of: "volume", along: "age", includes: "lower" },
      },
    ],
    inverse: [],
    replaceable: true,
    rows: [],
    origins: [],
  };
  expect(makeForm({ ...tree, tables: [...tree.tables, yields] }, "abc", []).replaceable).toEqual([
    {
      id: "yields",
      label: { ja: "収穫予想表" },
      keys: [
        { id: "species", of: "species" },
        { id: "age", unit: "yr" },
      ],
      columns: [{ id: "volume", unit: "m3/ha" }],
    },
  ]);
});

it("holds nothing that only the engine reads", async () => {
  const text = JSON.stringify(makeForm(await treeOf(questions), "abc", []));
  expect(text).not.toContain('"when"');
  expect(text).not.toContain('"origin"');
  expect(JSON.parse(text)).toEqual(makeForm(await treeOf(questions), "abc", []));
});
