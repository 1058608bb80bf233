import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cumulated, mostBars, rangesOf } from "../../../site/portfolio/spread.ts";

/** Bins of one row each, whose sums are given. */
const bins = (...sums: readonly string[]) =>
  sums.map((sum) => ({ count: sum === "0" ? 0 : 1, sum }));

describe("ranges of a chart", () => {
  it.each([
    ["of few bins are the bins", "1", "4", bins("4", "5", "0", "7"), 4, "4..5 5..6 6..7 7..8"],
    ["have round ends", "1", "3", bins("3", "4", "5", "6"), 3, "2..4 4..6 6..8"],
    ["keep places behind the point", "0.1", "0.1", bins("0.1", "0.2", "0.3"), 2, "0..0.2 0.2..0.4"],
    ["go below zero", "1", "-3", bins("-3", "-2", "-1", "0", "1"), 3, "-4..-2 -2..0 0..2"],
    ["may be one", "10", "70", bins("71", "85"), 1, "50..100"],
  ])("%s", (_, width, from, own, most, expected) => {
    const ranges = rangesOf({ width, from, bins: own }, most);
    expect(ranges.map((range) => `${range.from}..${range.to}`).join(" ")).toBe(expected);
  });

  it("hold every row and every figure once", () => {
    const distribution = fc.record({
      width: fc.constantFrom("0.01", "1", "10"),
      first: fc.integer({ min: -5000, max: 5000 }),
      bins: fc.array(
        fc.record({ count: fc.nat(9), sum: fc.integer({ min: -99, max: 99 }).map(String) }),
        { minLength: 1, maxLength: 300 },
      ),
    });
    fc.assert(
      fc.property(distribution, ({ width, first, bins: own }) => {
        const from = width === "0.01" ? `${first}.00` : width === "1" ? `${first}` : `${first}0`;
        const ranges = rangesOf({ width, from, bins: own });
        const add = (all: number, { count }: { readonly count: number }) => all + count;
        const sum = (all: bigint, one: { readonly sum: string }) => all + BigInt(one.sum);
        expect(ranges.length).toBeLessThanOrEqual(mostBars);
        expect(ranges.reduce(add, 0)).toBe(own.reduce(add, 0));
        expect(ranges.reduce(sum, 0n)).toBe(own.reduce(sum, 0n));
      }),
    );
  });
});

describe("what rows come to together", () => {
  it("is counted from the smallest", () => {
    const ranges = rangesOf({ width: "1", from: "1", bins: bins("1", "2", "0", "3.5") });
    expect(cumulated(ranges)).toEqual([
      { to: "2", count: 1, rows: "33.3", sum: "1", share: "15.4" },
      { to: "3", count: 2, rows: "66.7", sum: "3", share: "46.2" },
      { to: "4", count: 2, rows: "66.7", sum: "3", share: "46.2" },
      { to: "5", count: 3, rows: "100.0", sum: "6.5", share: "100.0" },
    ]);
  });

  it("has no shares where figures are below zero, or there is nothing to share", () => {
    const below = cumulated(rangesOf({ width: "1", from: "-1", bins: bins("-1", "0", "3") }));
    expect(below.map(({ sum, share }) => [sum, share])).toEqual([
      ["-1", undefined],
      ["-1", undefined],
      ["2", undefined],
    ]);
    const nothing = cumulated(rangesOf({ width: "1", from: "0", bins: [{ count: 4, sum: "0" }] }));
    expect(nothing).toEqual([{ to: "1", count: 4, rows: "100.0", sum: "0" }]);
    expect(cumulated([])).toEqual([]);
  });
});
