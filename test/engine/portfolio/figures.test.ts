import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { issueOf } from "../../../engine/batch/issue-of.ts";
import { coarser, mostBins, startBins } from "../../../engine/portfolio/distribution.ts";
import {
  compareFigures,
  type Figure,
  printFigure,
  readFigureText,
} from "../../../engine/portfolio/figure.ts";
import { startGroupTally } from "../../../engine/portfolio/group-tally.ts";
import { startIssueTally, startIssueTotals } from "../../../engine/portfolio/issue-tally.ts";
import { startCellIds } from "../../../engine/portfolio/lines.ts";
import { type Sums, startSums } from "../../../engine/portfolio/sums.ts";
import { mostGroups } from "../../../engine/portfolio/types.ts";

const figure = (text: string): Figure => {
  const read = readFigureText(text);
  if (read === undefined) throw new Error(`${text} is no figure`);
  return read;
};

const addText = (sums: Sums, at: number, text: string): void => {
  const { digits, places } = figure(text);
  sums.add(at, digits, places);
};

/** Decimal text of up to 25 digits and 6 places. */
const decimal = fc
  .tuple(
    fc.boolean(),
    fc.bigInt({ min: 0n, max: 10n ** 25n }),
    fc.integer({ min: 0, max: 6 }),
    fc.integer({ min: 0, max: 25 }),
  )
  .map(([isNegative, digits, places, cut]) =>
    printFigure((isNegative ? -1n : 1n) * (digits / 10n ** BigInt(cut)), places),
  );

/** A figure in millionths. */
const millionths = (text: string): bigint => {
  const { digits, places } = figure(text);
  return BigInt(digits) * 10n ** BigInt(6 - places);
};

describe("sums of figures", () => {
  it("are exact, however many and however long", () => {
    fc.assert(
      fc.property(fc.array(decimal, { maxLength: 60 }), (texts) => {
        const sums = startSums();
        for (const text of texts) addText(sums, 3, text);
        const exact = texts.reduce((total, text) => total + millionths(text), 0n);
        expect(millionths(sums.print(3) ?? "0")).toBe(exact);
      }),
    );
  });

  it("go beyond what doubles hold", () => {
    const sums = startSums();
    for (let at = 0; at < 100; at += 1) addText(sums, 0, "999999999999999");
    addText(sums, 0, "0.1");
    expect([sums.print(0), sums.print(1)]).toEqual(["99999999999999900.1", undefined]);
  });

  it.each([
    ["1.10", "1.1", 0],
    ["-2", "-10", 1],
    ["0.1", "0.10000000000000000001", -1],
  ])("%s and %s are compared exactly", (left, right, order) => {
    expect(compareFigures(figure(left), figure(right))).toBe(order);
  });

  it.each(["", "x", "1e5", "１", "1.", ".5", "+1", "FY2021: 1"])("%j is no figure", (text) => {
    expect(readFigureText(text)).toBeUndefined();
  });
});

describe("a distribution", () => {
  const of = (texts: readonly string[], places = 1) => {
    const bins = startBins(places);
    for (const text of texts) {
      const { digits, places: own } = figure(text);
      bins.add(digits, own);
    }
    return bins.distribution();
  };

  it("has each figure in the bin that holds its lower edge and not its upper", () => {
    expect(of(["0", "0.1", "0.19", "-0.05", "0.1"])).toEqual({
      width: "0.1",
      from: "-0.1",
      bins: [
        { count: 1, sum: "-0.05" },
        { count: 1, sum: "0" },
        { count: 3, sum: "0.39" },
      ],
    });
    expect(of([])).toBeUndefined();
  });

  it("counts every figure exactly, in whatever order they come, with no more bins than it may have", () => {
    fc.assert(
      fc.property(
        fc.array(decimal, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 50 }),
        (texts, most) => {
          const whole = of(texts);
          expect(of([...texts].reverse())).toEqual(whole);
          if (whole === undefined) throw new Error("no distribution");
          for (const one of [whole, coarser(whole, most)]) {
            const width = BigInt(millionths(one.width));
            const from = millionths(one.from);
            const counted = one.bins.map(({ count }) => count);
            const wanted = one.bins.map(
              (_, at) =>
                texts.filter((text) => {
                  const value = millionths(text) - from;
                  return value >= width * BigInt(at) && value < width * BigInt(at + 1);
                }).length,
            );
            expect(counted).toEqual(wanted);
            expect(counted.reduce((sum, count) => sum + count, 0)).toBe(texts.length);
            const sums = one.bins.reduce((sum, bin) => sum + millionths(bin.sum), 0n);
            expect(sums).toBe(texts.reduce((sum, text) => sum + millionths(text), 0n));
          }
          expect(whole.bins.length).toBeLessThanOrEqual(mostBins);
          expect(coarser(whole, most).bins.length).toBeLessThanOrEqual(Math.max(2, most));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is put together for a chart in widths that a person would choose", () => {
    const whole = of(Array.from({ length: 1_000 }, (_, at) => `${at}.5`));
    expect([whole?.width, whole?.bins.length]).toEqual(
      ["1.0", 1_000].map((one, at) => (at === 0 ? "1" : one)),
    );
    const chart = coarser(whole as NonNullable<typeof whole>, 30);
    expect([chart.width, chart.from, chart.bins.length]).toEqual(["50", "0", 20]);
    expect(chart.bins.every(({ count }) => count === 50)).toBe(true);
  });
});

describe("groups", () => {
  it("beyond the most are added up together, and told", () => {
    const groups = startGroupTally({ column: 2, header: "site", outputs: 1, main: 0 });
    for (let at = 0; at < mostGroups + 5; at += 1) {
      groups.take(groups.idOf(`g${at}`), true, [figure("1.5")]);
    }
    const told = groups.groups();
    expect([told.groups.length, told.others]).toEqual([
      mostGroups,
      { rows: 5, results: 5, issues: 0, sums: ["7.5"] },
    ]);
    expect(told.issue).toMatchObject({
      code: "portfolio-too-many-groups",
      severity: "warning",
      facts: { header: "site", most: mostGroups },
    });
  });

  it("are found in bytes as they are in cells", () => {
    const names: string[] = [];
    const ids = startCellIds(1, (cell) => {
      const name = cell.trim();
      if (!names.includes(name)) names.push(name);
      return names.indexOf(name);
    });
    const of = (text: string) => {
      const bytes = new TextEncoder().encode(text);
      const work = { kind: "rows", bytes, encoding: "utf-8", blankBefore: 0 } as const;
      return ids(work).map((id) => names[id]);
    };
    expect(of("1,a,2\r\n,, \n　,\n2, b ,x\n3\n4,面\n5,")).toEqual(["a", "b", "", "面", ""]);
    expect(of('1,"a",2\r\n,, \n2," b ",x\n3,""\n')).toEqual(["a", "b", ""]);
  });
});

describe("issues", () => {
  it("are counted once for each row, kind and column", () => {
    const tally = startIssueTally(["a", "b"], ({ code }) => code);
    const issue = issueOf("batch-case-blank", { row: 3 }, [3, 1]);
    tally.take(3, [issue, issue]);
    tally.take(4, [issue, issueOf("batch-cells", { row: 4, found: 1, expected: 2 })]);
    const totals = startIssueTotals();
    totals.merge(tally.packed());
    expect(totals.counts()).toEqual([
      {
        code: "batch-case-blank",
        column: 1,
        header: "b",
        rows: 2,
        firstRow: 3,
        example: "batch-case-blank",
      },
      { code: "batch-cells", rows: 1, firstRow: 4, example: "batch-cells" },
    ]);
    expect(totals.more()).toBe(0);
  });
});
