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
});
