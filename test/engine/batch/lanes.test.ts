import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Plan } from "../../../engine/plan.ts";
import { bothLanes } from "../../support/both-lanes.ts";
import { kilns } from "../../support/kilns.ts";
import { planOf } from "../run/plan-of.ts";

let plan: Plan;
beforeAll(async () => {
  plan = await planOf(kilns);
});

const period = "FY2021";

/** Cells as people and programs write them. */
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 4000 }).map((at) => (at / 8).toString()) },
  fc.constantFrom(
    "",
    " ",
    "　",
    "-1",
    "007.50",
    "1e3",
    "+5",
    ".5",
    "5.",
    "１２.5",
    "1,234",
    "12 GJ",
  ),
  fc.constantFrom("3000 MJ", "3MJ", "1 kL", "12345678901234567.25", "0.000000000000000001", "x"),
);
const fuel = fc.constantFrom("oil", "gas", "油", "ガス", "Oil ", "coal", "", "'oil");
const note = fc.oneof(
  fc.constantFrom(
    "=1+2",
    "-3",
    "@x",
    "'=x",
    "a b",
    " a",
    "a ",
    "名前　",
    "＝1",
    "﻿a",
    'say "so"',
    "x\ty",
  ),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: "grapheme", maxLength: 4 }),
);
const row = fc.tuple(
  fc.constantFrom("", "2021", "FY2022", "2021-10-01..2022-09-30", "never", "2021年度"),
  fuel,
  cell,
  fc.constantFrom("", "1.25", "300 m2", "12"),
  fc.constantFrom("", "yes", "いいえ", "maybe", "true"),
  note,
);
const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

describe("the lanes of a batch", () => {
  it("write the same bytes whatever stands in the cells", () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 30 }),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.constantFrom(61, 997, 100_000),
        (rows, end, size) => {
          const lines = rows.map((cells) => cells.map(quoted).join(","));
          const file = ["period,fuel,heat(GJ),area(ha),indoor,note", ...lines, ""].join(end);
          const { columns, exact } = bothLanes(plan, file, { period }, size);
          expect(columns).toEqual(exact);
        },
      ),
      { numRuns: 24 },
    );
  });

  it("write the same bytes for rows without quotes, blank and uneven ones among them", () => {
    const file = [
      "fuel,heat(GJ),note",
      "oil,100,a",
      ",,",
      "　, ,",
      "",
      "gas,12.5,林",
      "gas,1",
      "oil,2,b,",
      "oil,2,b,c",
      "油,99.999999999999,=x",
      "oil,100 MJ,名",
      "gas,100.25 GJ,x",
      "oil,100 GJ,x",
    ].join("\r\n");
    const { columns, exact, lanes } = bothLanes(plan, file, { period });
    expect(columns).toEqual(exact);
    expect([lanes.columns, lanes.exactly, lanes.left]).toEqual([6, 1, 2]);
  });

  it("write the same bytes for Shift_JIS", () => {
    // 油,10,窯 and 油,20.5,表: the second byte of 表 is a backslash.
    const bytes = [0x96, 0xfb, 0x2c, 0x31, 0x30, 0x2c, 0x97, 0x71, 0x0a];
    const more = [0x96, 0xfb, 0x2c, 0x32, 0x30, 0x2e, 0x35, 0x2c, 0x95, 0x5c, 0x0a];
    const head = new TextEncoder().encode("fuel,heat(GJ),note\n");
    const file = Uint8Array.from([...head, ...bytes, ...more, ...bytes, ...more]);
    for (const size of [20, 1000]) {
      const { columns, exact } = bothLanes(plan, file, { period }, size);
      expect(columns).toEqual(exact);
      expect(columns.results).toContain("4,applies,表,1,1,1.44,0.0,,");
    }
  });

  it("stop at the same place, with what stood before it", () => {
    const file = `fuel,heat(GJ)\noil,1\ngas,2\n"oil,${"x".repeat(2_000)}`;
    for (const size of [16, 100_000]) {
      const { columns, exact } = bothLanes(plan, file, { period }, size);
      expect(columns).toEqual(exact);
      expect(columns.issues).toContain("batch-quote-open");
    }
  });

  it("go on after rows that an earlier run has done", () => {
    const done = {
      rows: 3,
      results: 3,
      issues: 0,
      blank: 0,
      applies: 3,
      doesNotApply: 0,
      undecided: 0,
    };
    const file = "fuel,heat(GJ)\noil,1\ngas,2\noil,3\ngas,4\noil,5\n";
    const { columns, exact } = bothLanes(plan, file, { period, done });
    expect(columns).toEqual(exact);
    expect(columns.results.split("\r\n").map((line) => line.split(",")[0])).toEqual(["4", "5", ""]);
  });

  it.each([
    [
      "items of a case",
      { rows: "items" as const },
      "case,fuel,heat(GJ)\na,oil,1\na,gas,2\nb,oil,3\n",
    ],
    ["ranges", { mode: "range" as const }, "fuel,heat(GJ)\noil,1\n,2\n"],
  ])("leave %s to the exact lane", (_, options, file) => {
    const { columns, exact, lanes } = bothLanes(plan, file, { period, ...options });
    expect(columns).toEqual(exact);
    expect(lanes.columns).toBe(0);
  });
});
