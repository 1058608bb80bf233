import { describe, expect, it } from "vitest";
import {
  answerAt,
  parsePlace,
  printPlace,
  wayToSet,
  withAnswer,
} from "../../../engine/assessment/answer-place.ts";

describe("a place of an answer", () => {
  it.each([
    ["capacity", ["capacity"]],
    ["boilers[2].heat", ["boilers", 1, "heat"]],
    ["generation.FY2023", ["generation", "FY2023"]],
    ["members[10].generation_amount.2021-04-01", ["members", 9, "generation_amount", "2021-04-01"]],
  ] as const)("%s is read and written again", (text, place) => {
    expect(parsePlace(text)).toEqual(place);
    expect(printPlace(place)).toBe(text);
  });

  it.each([
    "",
    "[1]",
    "a[0]",
    "a[]",
    "a..b",
    "a b",
    "a[1",
    "é",
    "a".repeat(300),
    "a.b.c.d.e.f.g.h.i",
  ])("%s is none", (text) => {
    expect(parsePlace(text)).toBeUndefined();
  });

  it("is below its set in a record, and at the root of a bare map", () => {
    expect(wayToSet({ format: "answers/1" }, "plan")).toEqual(["sets", "plan", "given"]);
    expect(wayToSet({ capacity: "1 kW" }, "plan")).toEqual([]);
    expect(wayToSet("text", "plan")).toEqual([]);
  });

  it("finds what was answered itself and nothing that was inherited", () => {
    expect(answerAt({ a: ["x", { b: "y" }] }, ["a", 1, "b"])).toBe("y");
    expect(answerAt({ a: "x" }, ["toString"])).toBeUndefined();
    expect(answerAt({ a: "x" }, ["__proto__"])).toBeUndefined();
    expect(answerAt({ a: "x" }, ["a", "length"])).toBeUndefined();
  });

  it("is changed in a copy", () => {
    const answers = { a: [{ b: "1" }, { b: "2" }], c: "3" };
    const changed = withAnswer(answers, ["a", 1, "b"], "9") as typeof answers;
    expect(changed).toEqual({ a: [{ b: "1" }, { b: "9" }], c: "3" });
    expect(answers.a[1]).toEqual({ b: "2" });
    expect(changed.a[0]).toBe(answers.a[0]);
    expect(withAnswer({}, ["c", "FY2023"], "4")).toEqual({ c: { FY2023: "4" } });
  });

  it("never becomes a prototype", () => {
    const changed = withAnswer({}, ["__proto__"], "x") as object;
    expect(Object.getPrototypeOf(changed)).toBe(Object.prototype);
    expect(Object.hasOwn(changed, "__proto__")).toBe(true);
  });
});
