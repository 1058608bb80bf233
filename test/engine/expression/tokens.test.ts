import { describe, expect, it } from "vitest";
import { tokens } from "../../../engine/expression/tokens.ts";

/** Every token as its kind, its text and its characters; problems as their codes. */
function read(text: string): { readonly found: string; readonly codes: readonly string[] } {
  const codes: string[] = [];
  const found = tokens(text, (code) => codes.push(code)).map(
    ({ kind, text: one, span }) => `${kind} ${one} ${span.start}-${span.end}`,
  );
  return { found: found.join(", "), codes };
}

describe("tokens", () => {
  it.each([
    ["", "end  0-0"],
    [" \t\r\n ", "end  5-5"],
    ["a1+2.50", "id a1 0-2, sign + 2-3, number 2.50 3-7, end  7-7"],
    ["not a.start", "word not 0-3, id a 4-5, sign . 5-6, id start 6-11, end  11-11"],
    ["20 [ kg-CO2 ]*a", "number 20 0-2, unit kg-CO2 3-13, sign * 13-14, id a 14-15, end  15-15"],
    [
      "t[1][2]",
      "id t 0-1, sign [ 1-2, number 1 2-3, sign ] 3-4, sign [ 4-5, number 2 5-6, sign ] 6-7, end  7-7",
    ],
    ["a<=b", "id a 0-1, sign <= 1-3, id b 3-4, end  4-4"],
    ["a.b.5", "id a 0-1, sign . 1-2, id b 2-3, sign . 3-4, number 5 4-5, end  5-5"],
  ])("of %j", (text, expected) => {
    expect(read(text)).toEqual({ found: expected, codes: [] });
  });

  it.each([
    ["1 [ kg ", "number 1 0-1, unit kg 2-7, end  7-7", "unit-not-closed"],
    ["1 [  ] ", "number 1 0-1, unit  2-6, end  7-7", "unit-empty"],
    ["2014-04-01 a", "number 0 0-10, id a 11-12, end  12-12", "date-in-expression"],
    ["1.5e3 a", "number 0 0-5, id a 6-7, end  7-7", "exponent-form"],
    ["1_000 a", "number 0 0-5, id a 6-7, end  7-7", "digits-grouped"],
    [".5 a", "number 0 0-2, id a 3-4, end  4-4", "number-incomplete"],
    ["5. a", "number 5 0-2, id a 3-4, end  4-4", "number-incomplete"],
    ["5 % a", "number 5 0-3, id a 4-5, end  5-5", "percent-in-expression"],
    ["'car' a", "id text 0-5, id a 6-7, end  7-7", "text-in-expression"],
    ["a²b", "id a 0-1, id b 2-3, end  3-3", "power-sign"],
    ["a**b", "id a 0-1, sign * 1-3, id b 3-4, end  4-4", "power-sign"],
    ["a && b", "id a 0-1, word and 2-4, id b 5-6, end  6-6", "other-operator"],
    ["a === b", "id a 0-1, sign == 2-5, id b 6-7, end  7-7", "other-operator"],
    ["NOT a", "word not 0-3, id a 4-5, end  5-5", "other-operator"],
    ["fuelUse", "id fuelUse 0-7, end  7-7", "not-an-id"],
    ["a÷b", "id a 0-1, sign / 1-2, id b 2-3, end  3-3", "printed-sign"],
    ["√a", "id a 1-2, end  2-2", "printed-sign"],
    ["a 😀 b", "id a 0-1, id b 5-6, end  6-6", "unknown-character"],
    ["１２", "number 12 0-2, end  2-2", "full-width"],
  ])("stand for what was meant by %j", (text, found, code) => {
    expect(read(text)).toEqual({ found, codes: [code] });
  });
});
