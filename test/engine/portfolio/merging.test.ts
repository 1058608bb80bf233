import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { issueOf } from "../../../engine/batch/issue-of.ts";
import type { Work } from "../../../engine/batch/works.ts";
import { startBins } from "../../../engine/portfolio/distribution.ts";
import { type Figure, readFigureText } from "../../../engine/portfolio/figure.ts";
import { startGroupTally } from "../../../engine/portfolio/group-tally.ts";
import { startIssueTally, startIssueTotals } from "../../../engine/portfolio/issue-tally.ts";
import { packWork, unpackWork } from "../../../engine/portfolio/pack-work.ts";
import { startSums } from "../../../engine/portfolio/sums.ts";

/** Figures of up to 20 digits and 6 places, in pieces as several workers would have them. */
const text = fc.stringMatching(/^-?[1-9]\d{0,19}(\.\d{1,6})?$/);
const figures = text.map((one) => readFigureText(one) as Figure);
const pieces = fc.array(fc.array(figures, { maxLength: 12 }), { maxLength: 8 });

describe("what pieces come to, merged in their order, is what all rows come to", () => {
  it("for sums", () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const whole = startSums();
        const merged = startSums();
        for (const part of parts) {
          const own = startSums();
          for (const [at, { digits, places }] of part.entries()) {
            own.add(at % 3, digits, places);
            whole.add(at % 3, digits, places);
          }
          const packed = structuredClone(own.packed());
          for (const at of [0, 1, 2]) merged.merge(at, packed, at);
        }
        for (const at of [0, 1, 2]) expect(merged.print(at)).toBe(whole.print(at));
      }),
    );
  });

  it("for distributions", () => {
    fc.assert(
      fc.property(pieces, fc.integer({ min: 0, max: 3 }), (parts, places) => {
        const whole = startBins(places);
        const merged = startBins(places);
        for (const part of parts) {
          const own = startBins(places);
          for (const { digits, places: of } of part) {
            own.add(digits, of);
            whole.add(digits, of);
          }
          merged.merge(structuredClone(own.packed()));
        }
        const [one, other] = [merged.distribution(), whole.distribution()];
        expect([one?.width, one?.from]).toEqual([other?.width, other?.from]);
        expect(one?.bins).toEqual(other?.bins);
      }),
      { numRuns: 60 },
    );
  });

  it("for groups, beyond the most too", () => {
    const names = fc.array(
      fc.array(fc.constantFrom("a", "b", " b", "c", "d", ""), { maxLength: 9 }),
    );
    fc.assert(
      fc.property(names, (parts) => {
        const of = { column: 1, header: "town", outputs: 2, main: 1 };
        const whole = startGroupTally(of, 3);
        const merged = startGroupTally(of, 3);
        for (const part of parts) {
          const own = startGroupTally(of, Number.POSITIVE_INFINITY);
          const [ids, wanted]: [number[], number[]] = [[], []];
          for (const [at, name] of part.entries()) {
            const row = [undefined, { digits: at - 3, places: at % 2 }];
            for (const [tally, kept] of [
              [own, ids],
              [whole, wanted],
            ] as const) {
              const id = tally.idOf(name);
              kept.push(id);
              tally.take(id, at % 3 > 0, row);
            }
          }
          const ours = merged.merge(structuredClone(own.packed()));
          expect(ids.map((id) => ours[id])).toEqual(wanted);
        }
        expect(merged.groups()).toEqual(whole.groups());
      }),
    );
  });

  it("for kinds of issues, those beyond the most counted alike", () => {
    const parts = Array.from({ length: 4 }, (_, part) =>
      Array.from({ length: 300 }, (_, at) =>
        issueOf("batch-case-blank", { row: at }, [at, 250 * part + at]),
      ),
    );
    const totals = startIssueTotals();
    const whole = startIssueTotals();
    const all = startIssueTally([], ({ path }) => `column ${path[1]}`);
    for (const [part, issues] of parts.entries()) {
      const own = startIssueTally([], ({ path }) => `column ${path[1]}`);
      for (const [at, issue] of issues.entries()) {
        own.take(300 * part + at, [issue]);
        all.take(300 * part + at, [issue]);
      }
      totals.merge(own.packed());
    }
    whole.merge(all.packed());
    expect([totals.counts(), totals.more()]).toEqual([whole.counts(), whole.more()]);
    expect(totals.counts()).toHaveLength(500);
    expect(totals.counts()[0]).toMatchObject({ rows: 2, firstRow: 250, example: "column 250" });
  });
});

describe("a piece that crosses to another worker", () => {
  it("is the same there: cases with their cells and what is wrong with them", () => {
    const issue = issueOf("batch-case-blank", { row: 3 });
    const work: Work = {
      kind: "groups",
      blankBefore: 2,
      groups: [
        {
          rows: [
            { row: 1, line: 2, cells: ["C1", "", "木\u{20bb7},\n"] },
            { row: 2, line: 4, cells: ["C1"] },
          ],
        },
        { rows: [{ row: 3, line: 5, cells: [] }], issues: [[issue]] },
      ],
    };
    expect(unpackWork(structuredClone(packWork(work)))).toEqual(work);
  });

  it("leaves the bytes of rows where they are, so that they can be evaluated again", () => {
    const bytes = new TextEncoder().encode("head\noil,1\n").subarray(5);
    const at = { row: 7, lines: 9 };
    const work: Work = {
      kind: "rows",
      bytes,
      encoding: "utf-8",
      at,
      rows: 1,
      blank: 0,
      blankBefore: 0,
    };
    const packed = packWork(work);
    if (packed.kind !== "rows") throw new Error("rows became cases");
    const there = unpackWork(structuredClone(packed, { transfer: [packed.bytes.buffer] }));
    expect(there).toEqual({ kind: "rows", bytes, encoding: "utf-8", at, blankBefore: 0 });
    expect([packed.bytes.length, bytes.length]).toEqual([0, 6]);
  });
});
