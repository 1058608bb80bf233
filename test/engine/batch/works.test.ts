import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { BatchOptions } from "../../../engine/batch/batch-options.ts";
import { startWorkEvaluator } from "../../../engine/batch/evaluate-works.ts";
import { startWorkReader } from "../../../engine/batch/read-works.ts";
import { addCounts, noCounts, type Work, type WorkDone } from "../../../engine/batch/works.ts";
import type { Plan } from "../../../engine/plan.ts";
import { runLane } from "../../support/both-lanes.ts";
import { kilns } from "../../support/kilns.ts";
import { planOf } from "../run/plan-of.ts";

let plan: Plan;
beforeAll(async () => {
  plan = await planOf(kilns);
});

const options: BatchOptions = {
  rows: "projects",
  mode: "official",
  asOf: "2026-04-01",
  period: "FY2021",
  describe: ({ code, facts }) => JSON.stringify([code, facts]),
};

/** A file whose pieces are evaluated out of their order by two hands, and put together again. */
function byTwoHands(
  file: Uint8Array,
  own: BatchOptions,
  size: number,
  order: (at: number) => number,
) {
  const reader = startWorkReader(plan, { ...own, isCounted: true });
  const works: Work[] = [];
  for (let at = 0; at < file.length; at += size) {
    works.push(...reader.take(file.slice(at, at + size)).works);
  }
  works.push(...reader.end().works);
  const header = reader.header();
  if (header === undefined) throw new Error("no header");
  const hands = [0, 1].map(() => startWorkEvaluator(plan, header, own));
  const turns = works.map((_, at) => at).sort((left, right) => order(left) - order(right));
  const done: WorkDone[] = [];
  for (const at of turns) {
    const hand = hands[order(at) % 2 === 0 ? 0 : 1];
    const result = hand?.evaluate(structuredClone(works[at]) as Work);
    if (result !== undefined) done[at] = result;
  }
  const { sheets } = hands[0] as (typeof hands)[number];
  const text = (all: readonly Uint8Array[]) => Buffer.concat(all).toString("utf8");
  return {
    results: sheets.resultHeader + text(done.map(({ results }) => results)),
    rejects: sheets.rejectHeader + text(done.map(({ rejects }) => rejects)),
    counts: done.reduce((sum, { counts }) => addCounts(sum, counts), noCounts),
    position: reader.position(),
  };
}

const cell = fc.constantFrom(
  "oil",
  "gas",
  "x",
  "",
  " ",
  "12.5",
  "7",
  '"a\r\nb"',
  '"q""q"',
  "　",
  "面",
  '""',
  "1 MJ",
);
const row = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(","));
const ends = fc.constantFrom("\n", "\r\n", "\r");

describe("pieces of work", () => {
  it("come to the same bytes in any order, by several hands", () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 40 }),
        ends,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 1000 }),
        (rows, end, size, seed) => {
          const file = new TextEncoder().encode(["fuel,heat(GJ),note", ...rows].join(end));
          const own = byTwoHands(file, options, size, (at) => (at * 7919 + seed) % 101);
          const alone = runLane(plan, file, "columns", options, size);
          expect([own.results, own.rejects, own.counts]).toEqual([
            alone.results,
            alone.rejects,
            alone.counts,
          ]);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("of Shift_JIS have rows that are counted as they are read", () => {
    // 表 ends with a backslash, 　 is white space whose second byte is `@`.
    const shiftJis = Uint8Array.from([
      ...Buffer.from("fuel,heat(GJ),note\noil,1,"),
      0x95,
      0x5c,
      0x0a,
      0x81,
      0x40,
      0x2c,
      0x2c,
      0x0a,
      ...Buffer.from("gas,2,"),
      0x95,
      0x5c,
      0x0a,
    ]);
    const own = byTwoHands(shiftJis, options, 4, (at) => -at);
    const alone = runLane(plan, shiftJis, "columns", options, 4);
    expect([own.results, own.counts]).toEqual([alone.results, alone.counts]);
    expect(own.counts).toMatchObject({ rows: 2, blank: 1 });
  });

  it("of cases keep each case whole", () => {
    const cases = Array.from({ length: 600 }, (_, at) => {
      const of = `C${Math.floor(at / 3)}`;
      return `${of},${at % 2 === 0 ? "oil" : "gas"},${at % 100 === 7 ? "x" : at % 50}`;
    });
    const file = new TextEncoder().encode(
      ["案件,fuel,heat(GJ)", ...cases, ",oil,1", "C5,oil,1", ""].join("\n"),
    );
    const own = { ...options, rows: "items" } as const;
    const several = byTwoHands(file, own, 500, (at) => (at * 31) % 17);
    const alone = runLane(plan, file, "columns", own, 500);
    expect([several.results === alone.results, several.rejects === alone.rejects]).toEqual([
      true,
      true,
    ]);
    expect(several.counts).toEqual(alone.counts);
    expect(several.counts.rows).toBe(602);
  });
});

describe("what no portfolio has", () => {
  it("a cell of 200 MB stops the reading at its first, and is not held", () => {
    const reader = startWorkReader(plan, { ...options, isCounted: true });
    const piece = new Uint8Array(1024 * 1024).fill(0x39);
    reader.take(new TextEncoder().encode("fuel,heat(GJ)\noil,1\noil,"));
    const stops = Array.from({ length: 200 }, () => reader.take(piece).stop);
    expect(stops.indexOf("row-too-long")).toBe(0);
    expect(stops.filter((stop) => stop !== undefined).length).toBe(1);
  });

  it("ten thousand columns are told, however wide the file", () => {
    const names = Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(",");
    const { issues, results } = runLane(plan, `${names}\n${"1,".repeat(9_999)}1\n`, "columns");
    expect([issues, results]).toEqual([["batch-too-many-columns"], ""]);
  });

  it("a column of nonsense comes back row by row with what is wrong in it", () => {
    const nonsense = ["\u0000", "NaN", "1e5", "١٢", "🔥", "--", "12,,3", "0x10", "∞", "1/0"];
    const file = `fuel,heat(GJ)\n${nonsense.map((text) => `oil,"${text}"`).join("\n")}\n`;
    const bytes = new TextEncoder().encode(file.replace("\u0000", "\u0001"));
    const { counts, results, rejects } = runLane(plan, bytes, "columns", { period: "FY2021" });
    expect(counts).toMatchObject({ rows: 10, results: 0, issues: 10 });
    expect(results.trimEnd().split("\r\n").length).toBe(11);
    for (const text of nonsense.slice(1)) expect(rejects).toContain(text);
  });
});
