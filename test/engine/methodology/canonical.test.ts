import { expect, it } from "vitest";
import { canonicalText, hashOf } from "../../../engine/methodology/canonical.ts";

it.each([
  ["a", '"a"'],
  [3, "3"],
  [true, "true"],
  [{ b: "2", a: ["1", { d: "4", c: "3" }] }, '{"a":["1",{"c":"3","d":"4"}],"b":"2"}'],
  [{ a: undefined, b: "1" }, '{"b":"1"}'],
  [{ B: "1", a: "2", "10": "3", "9": "4", 炭: "5" }, '{"10":"3","9":"4","B":"1","a":"2","炭":"5"}'],
  [Object.assign(Object.create(null), { a: "x\ny" }), '{"a":"x\\ny"}'],
  [{ keys: [null, "1"] }, '{"keys":[null,"1"]}'],
  [[], "[]"],
  [{}, "{}"],
])("writes %j in one way", (value, expected) => {
  expect(canonicalText(value)).toBe(expected);
});

it.each([[0.5], [Number.NaN], [undefined], [1n]])("has no text for %s", (value) => {
  expect(() => canonicalText(value)).toThrow(Error);
});

it("hashes the UTF-8 bytes of a text with SHA-256", async () => {
  expect(await hashOf("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(await hashOf("算定")).toBe(
    "a057392eb0cdd3a3dc490036942fb0d94dc61ecb1129ee240d81516f9ce4155b",
  );
});
