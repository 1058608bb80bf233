import { describe, expect, it } from "vitest";
import { acrossAt, type ColumnKind, firstAcross, widthOf } from "../../../site/portfolio/across.ts";

const kinds: readonly ColumnKind[] = [
  "row",
  "state",
  ...Array.from({ length: 20 }, (): ColumnKind => "cell"),
  "issue",
];

describe("the columns of a table of rows", () => {
  it("have a width together, so that the box scrolls over all of them", () => {
    expect(widthOf(kinds)).toBe(7 + 7 + 20 * 12 + 40);
  });

  it.each([
    ["at the left end", 0, 60, 1, 8],
    ["in the middle", 120, 180, 8, 18],
    ["a little within one", 63, 73, 4, 9],
    ["at the right end", 234, 294, 18, 23],
    ["in a box that is wider than all", 0, 400, 1, 23],
  ])("are drawn where they are in sight, with two beside: %s", (_, left, right, from, to) => {
    const all = widthOf(kinds);
    expect(acrossAt(kinds, left / all, right / all)).toEqual({ from, to });
  });

  it.each([
    [kinds, { from: 1, to: 9 }],
    [kinds.slice(0, 4), { from: 1, to: 4 }],
    [[], { from: 1, to: 0 }],
  ] as const)("are some before the box is measured", (own, expected) => {
    expect(firstAcross(own)).toEqual(expected);
  });

  it("are no more than there are, however little is in sight", () => {
    expect(acrossAt(kinds.slice(0, 3), 1, 1)).toEqual({ from: 1, to: 3 });
  });
});
