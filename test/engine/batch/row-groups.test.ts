import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layFields, startGroups } from "../../../engine/batch/row-groups.ts";

describe("the groups of rows", () => {
  it("are the same where all words are, however many there are", () => {
    const word = fc.integer({ min: 0, max: 6 });
    const rows = fc.array(fc.tuple(word, word, fc.integer()), { minLength: 1, maxLength: 3_000 });
    fc.assert(
      fc.property(rows, (all) => {
        const groups = startGroups(all.length, 3);
        for (const [row, words] of all.entries()) {
          for (const [at, bits] of words.entries()) {
            (groups.words[at] as Int32Array)[row] = bits;
          }
          groups.find(row);
        }
        const keys = all.map((words) => words.join());
        const byKey = new Map(keys.map((key, row) => [key, groups.of[row]]));
        expect(groups.count()).toBe(byKey.size);
        expect(new Set(byKey.values()).size).toBe(byKey.size);
        for (const [row, key] of keys.entries()) expect(groups.of[row]).toBe(byKey.get(key));
      }),
      { numRuns: 30 },
    );
  });

  it("begin anew once they are forgotten", () => {
    const groups = startGroups(2, 1);
    groups.find(0);
    groups.clear();
    expect(groups.count()).toBe(0);
    groups.find(1);
    expect([groups.of[1], groups.count()]).toEqual([0, 1]);
  });

  it("have no field across two words", () => {
    const { fields, words } = layFields([0, 1, 4, 28, 4, 26]);
    expect(words).toBe(3);
    expect(fields.map(({ word, shift }) => [word, shift])).toEqual([
      [0, 0],
      [0, 0],
      [0, 1],
      [1, 0],
      [2, 0],
      [2, 4],
    ]);
  });
});
