import { describe, expect, it } from "vitest";
import { kept } from "../../widgets/answers/kept.ts";

describe("plain data that is kept", () => {
  const before = { at: { year: "FY2023" }, values: [{ value: "1" }, { value: "2" }], none: null };

  it("is the same object where it says the same", () => {
    expect(kept(before, structuredClone(before))).toBe(before);
  });

  it("is new where something in it is, and holds what is not as it was", () => {
    const now = structuredClone(before);
    (now.values[1] as { value: string }).value = "3";
    const next = kept(before, now);
    expect(next).toEqual(now);
    expect(next).not.toBe(before);
    expect(next.at).toBe(before.at);
    expect(next.values[0]).toBe(before.values[0]);
  });

  it.each<readonly [string, unknown, unknown]>([
    ["a list that grows", ["a"], ["a", "b"]],
    ["a list that shrinks", [{ a: "1" }, "b"], [{ a: "1" }]],
    ["a name that comes", { a: "1" }, { a: "1", b: "2" }],
    ["a name that goes", { a: "1", b: "2" }, { a: "1" }],
    ["a name that takes another's place", { a: undefined }, { b: undefined }],
    ["a list in place of a map", { 0: "a" }, ["a"]],
    ["a map in place of a list", ["a"], { 0: "a" }],
    ["nothing in place of a map", { a: "1" }, null],
    ["a first value", undefined, { a: "1" }],
  ])("is told apart: %s", (_, first, second) => {
    const next = kept(first, second);
    expect(next).toStrictEqual(second);
    expect(next).not.toBe(first);
  });
});
