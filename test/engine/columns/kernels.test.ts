import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  absolute,
  chosen,
  compared,
  type Figure,
  minus,
  over,
  plus,
  rounded,
  times,
} from "../../../engine/columns/build-arithmetic.ts";
import { runExactly, wholeIn } from "../../../engine/columns/exactly.ts";
import { plainKernels } from "../../../engine/columns/kernels.ts";
import { startRecorder } from "../../../engine/columns/recorder.ts";
import { reserve, startWork, type Work } from "../../../engine/columns/rows.ts";
import { startSimdKernels } from "../../../engine/columns/simd/simd-kernels.ts";
import { type ComparisonOperator, type Step, testBits } from "../../../engine/columns/step.ts";
import type { Numbers, Symbolic } from "../../../engine/columns/symbol.ts";
import { startTabulation } from "../../../engine/columns/tabulation.ts";
import type { Value } from "../../../engine/plan.ts";
import { exact, readExact } from "../../../engine/quantity/exact.ts";
import type { RoundingMode } from "../../../engine/quantity/rounding.ts";

/** An expression over four columns of figures; round figures make ties and equal comparisons common. */
type Term =
  | { readonly kind: "column"; readonly at: number }
  | { readonly kind: "constant"; readonly text: string }
  | {
      readonly kind: "+" | "-" | "*" | "/" | "min" | "max";
      readonly left: Term;
      readonly right: Term;
    }
  | { readonly kind: "abs"; readonly of: Term }
  | { readonly kind: "round"; readonly of: Term; readonly mode: RoundingMode; readonly to: string };

const modes: readonly RoundingMode[] = [
  "floor",
  "ceil",
  "half_up",
  "half_even",
  "toward_zero",
  "away_from_zero",
];
const multiple = fc.constantFrom("1", "0.1", "0.01", "10", "0.5", "2.5");

const { term } = fc.letrec<{ term: Term }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ kind: fc.constant("column" as const), at: fc.integer({ min: 0, max: 3 }) }),
    fc.record({
      kind: fc.constant("constant" as const),
      text: fc.constantFrom("2", "0.5", "0.0686", "44/12", "1.65", "100", "3", "0", "-1.5"),
    }),
    fc.record({
      kind: fc.constantFrom("+", "-", "*", "/", "min", "max"),
      left: tie("term"),
      right: tie("term"),
    }),
    fc.record({ kind: fc.constant("abs" as const), of: tie("term") }),
    fc.record({
      kind: fc.constant("round" as const),
      of: tie("term"),
      mode: fc.constantFrom(...modes),
      to: multiple,
    }),
  ) as fc.Arbitrary<Term>,
}));

const short = fc.oneof(
  fc.integer({ min: -40, max: 400 }).map(String),
  fc.integer({ min: -4000, max: 40_000 }).map((at) => scaledText(at, 2)),
);
const figure = fc.oneof(
  { weight: 2, arbitrary: short },
  fc.integer({ min: 0, max: 999_999_999 }).map((at) => scaledText(at, 6)),
);

function scaledText(digits: number, places: number): string {
  const text = Math.abs(digits)
    .toString()
    .padStart(places + 1, "0");
  return `${digits < 0 ? "-" : ""}${text.slice(0, -places)}.${text.slice(-places)}`;
}

const size = { low: -15, high: 15, grain: -32, places: 15, under: new Map() };
const columns = 4;

/** Builds an expression; `undefined` where it divides by a zero that every row has. */
function build(recorder: ReturnType<typeof startRecorder>, one: Term): Figure {
  switch (one.kind) {
    case "column":
      return {
        kind: "numbers",
        at: one.at + 1,
        sign: 0,
        rounds: 1,
        bound: 0,
        divisor: 1,
        size,
      };
    case "constant":
      return exact(one.text);
    case "abs":
      return absolute(recorder, build(recorder, one.of));
    case "round": {
      const value = build(recorder, one.of);
      const rounding = { mode: one.mode, to: exact(one.to) };
      return "kind" in value ? rounded(recorder, value, rounding) : value;
    }
    default: {
      const left = build(recorder, one.left);
      const right = build(recorder, one.right);
      if (one.kind === "min" || one.kind === "max") {
        return chosen(recorder, one.kind === "max", left, right);
      }
      return { "+": plus, "-": minus, "*": times, "/": over }[one.kind](recorder, left, right);
    }
  }
}

const rowsOf = fc.array(fc.tuple(figure, figure, figure, figure), { minLength: 20, maxLength: 40 });
const shortRows = fc.array(fc.tuple(short, short, short, short), { minLength: 20, maxLength: 40 });

const plain = startWork(plainKernels);
const simd = startWork(startSimdKernels());

/** Runs steps over rows in columns, and tells what stands there and which rows are marked. */
function runIn(work: Work, steps: readonly Step[], registers: number, rows: Rows) {
  const count = rows.length;
  reserve(work, registers);
  work.scales.fill(0);
  work.undecided.fill(0);
  work.isMarked = false;
  for (const [at, row] of rows.entries()) {
    for (const [column, text] of row.entries()) {
      (work.registers[column + 1] as Float64Array)[at] = Number(text);
      const places = text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
      work.scales[column + 1] = Math.max(work.scales[column + 1] ?? 0, places);
    }
  }
  work.kernels.prepare(work, { answers: [], steps, results: [] })(count);
  return {
    registers: work.registers.slice(0, registers).map((column) => column.slice(0, count)),
    undecided: work.undecided.slice(0, count),
    isMarked: work.isMarked,
    scales: work.scales.slice(0, registers),
  };
}

/** Where two columns are not the same, doubles by their bits. */
function firstDifference(left: Column, right: Column): number {
  return left.findIndex((value, at) => !Object.is(value, right[at]));
}

type Column = Float64Array | Uint8Array;

type Rows = readonly (readonly string[])[];

/** Runs steps over rows in columns and exactly; both by row, the columns with what they left undecided. */
function runBoth(steps: readonly Step[], registers: number, rows: Rows) {
  const chunk = runIn(plain, steps, registers, rows);
  // Not nearly: the same doubles and the same marks.
  const other = runIn(simd, steps, registers, rows);
  const differing = chunk.registers.filter(
    (column, at) => firstDifference(column, other.registers[at] as Float64Array) >= 0,
  );
  expect(differing).toEqual([]);
  expect(firstDifference(chunk.undecided, other.undecided)).toBe(-1);
  expect(firstDifference(chunk.scales, other.scales)).toBe(-1);
  expect(other.isMarked).toBe(chunk.isMarked);
  const values = rows.map((row) => {
    const own: (Value | undefined)[] = [undefined];
    for (const text of row) own.push(readExact(text));
    return own;
  });
  const isThere = values.map((own) => steps.every((step) => runExactly(step, own)));
  return { chunk, values, isThere };
}

function recording() {
  const steps: Step[] = [];
  const recorder = startRecorder(columns + 1, (step) => steps.push(step));
  return { steps, recorder };
}

const isNumbers = (value: Symbolic): value is Numbers =>
  typeof value === "object" && "kind" in value && value.kind === "numbers";

let decided = 0;

describe("the kernels", () => {
  it("round to what exact numbers are rounded to, or leave the row undecided", () => {
    fc.assert(
      fc.property(term, fc.constantFrom(...modes), multiple, rowsOf, (one, mode, to, rows) => {
        const { steps, recorder } = recording();
        let counted: Numbers;
        try {
          const value = build(recorder, one);
          if (!isNumbers(value)) return;
          counted = rounded(recorder, value, { mode, to: exact(to) }, "counted");
        } catch {
          // A division by zero in every row, or numbers too large for columns.
          return;
        }
        const { chunk, values, isThere } = runBoth(steps, recorder.taken(), rows);
        for (const at of rows.keys()) {
          if (chunk.undecided[at] !== 0) continue;
          expect(isThere[at]).toBe(true);
          expect(chunk.registers[counted.at]?.[at]).toBe(wholeIn(values[at]?.[counted.at]));
          decided += 1;
        }
      }),
      { numRuns: 1500 },
    );
    expect(decided).toBeGreaterThan(10_000);
  });

  it("compare as exact numbers do, or leave the row undecided", () => {
    const operators = Object.keys(testBits) as ComparisonOperator[];
    let sure = 0;
    let unsure = 0;
    fc.assert(
      fc.property(
        term,
        term,
        fc.constantFrom(...operators),
        rowsOf,
        (left, right, operator, rows) => {
          const { steps, recorder } = recording();
          let flags: Symbolic;
          try {
            flags = compared(recorder, operator, build(recorder, left), build(recorder, right));
          } catch {
            return;
          }
          if (typeof flags !== "object" || !("at" in flags)) return;
          const { chunk, values } = runBoth(steps, recorder.taken(), rows);
          for (const at of rows.keys()) {
            if (chunk.undecided[at] !== 0) {
              unsure += 1;
              continue;
            }
            expect(chunk.registers[flags.at]?.[at]).toBe(wholeIn(values[at]?.[flags.at]));
            sure += 1;
          }
        },
      ),
      { numRuns: 800 },
    );
    expect(sure).toBeGreaterThan(unsure);
  });

  it("decide every row of a value without a division, ties included", () => {
    fc.assert(
      fc.property(fc.constantFrom(...modes), shortRows, (mode, rows) => {
        const { steps, recorder } = recording();
        const [a, b, c] = [0, 1, 2].map((at) => build(recorder, { kind: "column", at })) as [
          Figure,
          Figure,
          Figure,
        ];
        const value = minus(recorder, times(recorder, a, b), times(recorder, c, exact("0.5")));
        rounded(recorder, value as Numbers, { mode, to: exact("0.5") }, "counted");
        const { chunk } = runBoth(steps, recorder.taken(), rows);
        expect([...chunk.undecided].filter((flag) => flag !== 0)).toEqual([]);
      }),
    );
  });

  it("look up what tables have not been asked for yet, and leave what is no key of them", () => {
    const key = fc.integer({ min: -2, max: 9_000 });
    const few = fc.integer({ min: -2, max: 12 });
    const rows = fc.array(fc.tuple(few, key), { minLength: 1, maxLength: 300 });
    // Of one kind of rows after another, so that tables grow between and within them.
    fc.assert(
      fc.property(fc.array(rows, { minLength: 1, maxLength: 4 }), (turns) => {
        const sides = [startWork(plainKernels), startWork(startSimdKernels())].map((work) => {
          reserve(work, 8);
          const table = (name: string, count: number) =>
            startTabulation(name, count, (index) => valueAt(name, index), work.kernels.room);
          const small = (out: number, name: string) =>
            ({
              kernel: "tabulated",
              out,
              table: table(name, 10),
              a: 1,
              low: 1,
              count: 10,
            }) as const;
          const large = { kernel: "tabulated", out: 6, table: table("c", 8_000), a: 2 } as const;
          const round = {
            kernel: "rounded",
            out: 7,
            a: 6,
            rounds: 1,
            bound: 0,
            divisor: 1,
          } as const;
          const stretch = {
            answers: [],
            steps: [
              // By the same keys at once, and a rounding that hangs on the digits of what was found.
              small(3, "a"),
              small(4, "b"),
              { kernel: "sum", out: 5, a: 3, b: 4 } as const,
              { ...large, low: 0, count: 8_000 },
              { ...round, mode: "half_up", to: exact("0.1"), times: 1, places: 1 } as const,
            ],
            results: [],
          };
          return { work, run: work.kernels.prepare(work, stretch) };
        });
        for (const turn of turns) {
          const [plainly, quickly] = sides.map(({ work, run }) => {
            for (const [at, [one, other]] of turn.entries()) {
              (work.registers[1] as Float64Array)[at] = one;
              (work.registers[2] as Float64Array)[at] = other;
            }
            work.undecided.fill(0);
            run(turn.length);
            const columns = work.registers.slice(3, 8).map((all) => all.slice(0, turn.length));
            return {
              columns,
              marks: work.undecided.slice(0, turn.length),
              scales: work.scales.slice(0, 8),
            };
          });
          expect(quickly).toEqual(plainly);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("run programs of any length, and where the module has no room left", () => {
    const steps = Array.from(
      { length: 1_500 },
      (_, at): Step =>
        at % 3 === 2
          ? {
              kernel: "rounded",
              out: at + 5,
              a: at + 4,
              rounds: 9,
              bound: 0,
              divisor: 0,
              mode: modes[at % modes.length] as RoundingMode,
              to: exact("0.01"),
              times: 1,
              places: 2,
            }
          : {
              kernel: at % 3 === 0 ? "sum" : "difference",
              out: at + 5,
              a: at + 4,
              b: 1 + (at % 4),
            },
    );
    const rows = Array.from({ length: 30 }, (_, at) => [`${at}.25`, `${at / 8}`, "3.5", `-${at}`]);
    const full = startWork(startSimdKernels());
    while (full.kernels.room.bytes(1 << 16).buffer === full.undecided.buffer);
    const works = [startWork(plainKernels), startWork(startSimdKernels()), full];
    const [plainly, quickly, without] = works.map((work) => runIn(work, steps, 1_505, rows));
    expect(quickly).toEqual(plainly);
    expect(without).toEqual(plainly);
  });
});

/** Some keys have no value, and those of one table not all as many digits. */
function valueAt(name: string, index: number): Value | undefined {
  if (index % 7 === 3) return undefined;
  return exact(name === "c" ? `${index}.${"5".repeat(1 + (index % 4))}` : `${index}.25`);
}
