import { expect, it } from "vitest";
import { parseExpression } from "../../../engine/expression/parse-expression.ts";
import { references } from "../../../engine/expression/references.ts";

it.each([
  ["1 + 2 [t]", []],
  ["a + b.c", ["name a", "name b.c"]],
  [
    "sum(legs, cost where mode == mode.car)",
    ["function sum", "name legs", "name cost", "name mode", "name mode.car"],
  ],
  [
    "curves[regions[p].region, height = top, age].class",
    ["table curves class by height", "table regions region", "name p", "name top", "name age"],
  ],
  ["not a and -b > 1", ["name a", "name b"]],
  ["true", []],
  ["stop", []],
])("lists the names in %j in their order", (text, expected) => {
  const result = parseExpression(text, { stop: true });
  if (!result.ok) throw new Error("not read");
  const found = references(result.value);
  expect(
    found.map((one) => {
      const name = `${one.kind} ${one.parts.map(({ id }) => id).join(".")}`;
      if (one.kind !== "table") {
        return name;
      }
      const by = one.by.length > 0 ? ` by ${one.by.map(({ id }) => id).join()}` : "";
      return `${name} ${one.column.id}${by}`;
    }),
  ).toEqual(expected);
});
