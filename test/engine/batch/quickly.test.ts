import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { startCounter } from "../../../engine/batch/count-quickly.ts";
import { type Quickly, quickly } from "../../../engine/batch/quickly.ts";
import { countRows } from "../../../engine/batch/scan-rows.ts";
import { plainKernels } from "../../../engine/columns/kernels.ts";
import { startSimdKernels } from "../../../engine/columns/simd/simd-kernels.ts";
import type { Plan } from "../../../engine/plan.ts";
import { runLane } from "../../support/both-lanes.ts";
import { kilns } from "../../support/kilns.ts";
import { planOf } from "../run/plan-of.ts";

let plan: Plan;
beforeAll(async () => {
  plan = await planOf(kilns);
});

const header = "period,fuel,heat(GJ),area(ha),indoor,note";
const kernels = startSimdKernels;

/** The loops, which have to be there. */
const surely: Quickly = {
  startReader: (...all) => quickly.startReader(...all) ?? failed("no loop over cells"),
  startWriter: (...all) => quickly.startWriter(...all) ?? failed("no loop over rows"),
};

function failed(why: string): never {
  throw new Error(why);
}

/** What a file comes to by the loops over cells and rows, and cell by cell. */
function bothWays(rows: readonly string[], size = 1 << 20, own = plan, end = "\n") {
  const file = [header, ...rows, ""].join(end);
  const options = { period: "FY2021" };
  const told = ({ results, rejects, counts, lanes }: ReturnType<typeof runLane>) => ({
    results: results.split("\r\n"),
    rejects,
    counts,
    lanes: { ...lanes, reasons: [...lanes.reasons].sort() },
  });
  return {
    quick: told(runLane(own, file, "columns", { ...options, kernels, quickly: surely }, size)),
    slow: told(runLane(own, file, "columns", { ...options, kernels }, size)),
  };
}

const digits = (most: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: most })
    .map((all) => all.join(""));
const figure = fc.oneof(
  digits(17),
  fc.tuple(digits(9), digits(9)).map(([whole, behind]) => `${whole}.${behind}`),
  fc.constantFrom(
    "",
    " ",
    "-",
    "-0",
    "-7.5",
    "1.",
    ".5",
    "1e3",
    "9999999999.99",
    "999999999999999",
  ),
);
const unit = fc.constantFrom(
  "",
  "",
  " GJ",
  " MJ",
  "MJ",
  " kL",
  ` ${"x".repeat(31)}`,
  ` ${"x".repeat(40)}`,
);
const name = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "'x",
    "=1",
    "a b",
    "a ",
    "名前",
    "ー",
    "Ａ",
    "é",
    "\u007f",
    "x".repeat(33),
  ),
  fc.string({ unit: fc.constantFrom(..."aZ09 -+@'名é"), maxLength: 40 }),
);
const row = fc
  .tuple(
    fc.constantFrom("", "2021", "FY2022", "2021-10-01..2022-09-30", "never", " "),
    fc.constantFrom("oil", "gas", "油", "Oil", "coal", "", "o".repeat(17), "g".repeat(33)),
    fc.tuple(figure, unit).map((parts) => parts.join("")),
    fc.constantFrom("", "1.25", "300 m2", "12", "12 ha"),
    fc.constantFrom("", "true", "false", "はい", "x"),
    name,
  )
  .map((cells) => cells.join(","));

describe("rows by loops over their cells", () => {
  it("come to what they come to cell by cell", () => {
    const anyRow = fc.oneof(
      { weight: 9, arbitrary: row },
      fc.constantFrom("", ",,,,,", "oil", `${",".repeat(5)}x,y`, "　"),
    );
    fc.assert(
      fc.property(
        fc.array(anyRow, { minLength: 1, maxLength: 120 }),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.constantFrom(97, 1 << 20),
        (rows, end, size) => {
          const { quick, slow } = bothWays(rows, size, plan, end);
          expect(quick).toEqual(slow);
        },
      ),
      { numRuns: 12 },
    );
  });

  it("are written with as many digits as they have, above and below zero", async () => {
    const below = await planOf(kilns.replace("then: area", 'then: "0 [ha] - area"'));
    const areas = Array.from({ length: 15 }, (_, power) =>
      ["1", "9", "10"].map((first) => `${first}${"0".repeat(power)}`.slice(0, 15)),
    ).flat();
    const rows = areas.flatMap((area) => [`,oil,${area},${area},,a`, `,gas,${area}.5,0.05,,b`]);
    const { quick, slow } = bothWays(rows, 1 << 20, below);
    expect(quick).toEqual(slow);
    expect(quick.results.some((line) => line.includes(",-100000000000000.0,"))).toBe(true);
    expect(quick.counts).toMatchObject({ results: rows.length });
  });

  it("have cells longer than what is written at once", () => {
    const long = "n".repeat(200_000);
    const rows = [",oil,1,,,a", `,oil,2,,,${long}`, ",gas,3,,,b", `,gas,4,,,${long}`, ",gas,5,,,c"];
    const { quick, slow } = bothWays(rows, 2 << 20);
    expect(quick).toEqual(slow);
    expect(quick.counts).toMatchObject({ results: 5 });
  });

  it("have more cells than are held, and more than a chunk has", () => {
    // The same with each another white space behind it.
    const padded = (at: number) =>
      [...at.toString(2)].map((bit) => (bit === "0" ? " " : "\t")).join("");
    const rows = Array.from(
      { length: 9_000 },
      (_, at) => `,oil${padded(at)},${at}.25,,true,Site ${at}`,
    );
    const others = rows.map((line, at) => line.replace("oil", at % 2 === 0 ? "gas" : "oil"));
    const { quick, slow } = bothWays([...rows, ...others]);
    expect(quick).toEqual(slow);
    expect(quick.lanes.columns).toBe(18_000);
  });

  it("are read cell by cell where most are not plain to see", () => {
    const rows = Array.from({ length: 1_000 }, (_, at) => `,oil,${at % 5 === 0 ? at : "1e2"},,,n`);
    const { quick, slow } = bothWays(rows);
    expect(quick).toEqual(slow);
    expect(quick.counts).toMatchObject({ results: 200, issues: 800 });
  });
});

describe("the rows of a block", () => {
  const count = startCounter(startSimdKernels());
  const bytesOf = (text: string) => new TextEncoder().encode(text);

  it("are counted by a loop where they are plain to see", () => {
    const piece = fc.constantFrom(
      "a",
      "0,1",
      "x".repeat(61),
      "\n",
      "\r\n",
      "\r",
      ",",
      " ",
      '"',
      "é",
      "\t",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const bytes = bytesOf(pieces.join(""));
        const found = count?.(bytes);
        if (found === undefined) return;
        const own = { rows: found, blank: 0, lines: found, isPlain: true };
        expect(own).toEqual(countRows(bytes, "utf-8"));
        expect(bytes.every((byte) => byte < 0x80)).toBe(true);
      }),
      { numRuns: 250 },
    );
    for (const end of ["\n", "\r\n", "\r"]) {
      for (let length = 0; length < 130; length += 1) {
        const text = `${"x".repeat(length)}y${end}`.repeat(3);
        expect([length, count?.(bytesOf(text)), count?.(bytesOf(`${text}z`))]).toEqual([
          length,
          3,
          4,
        ]);
      }
    }
  });

  it.each([["a\n\nb"], ["a\n,b"], ['a\n"b"'], ["a\nb é"], [" a\nb"], ["a\r\n\rb"]])(
    "are counted with care in %j",
    (text) => {
      expect(count?.(bytesOf(text))).toBeUndefined();
    },
  );

  it("are counted with care without the loop", () => {
    expect(startCounter(plainKernels)).toBeUndefined();
  });
});
