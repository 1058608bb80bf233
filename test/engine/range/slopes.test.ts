import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  absoluteEnds,
  addEnds,
  combine,
  divideEnds,
  type Enclosed,
  endsOf,
  greatestEnds,
  leastEnds,
  multiplyEnds,
  negateEnds,
  powerEnds,
  subtractEnds,
} from "../../../engine/evaluate/enclosure.ts";
import { roundEnclosed } from "../../../engine/evaluate/irrational.ts";
import type { Span } from "../../../engine/plan.ts";
import {
  add,
  compare,
  divide,
  type Exact,
  exact,
  multiply,
  subtract,
  whole,
} from "../../../engine/quantity/exact.ts";
import { direction, ownSlope } from "../../../engine/range/slopes.ts";

/** An expression of the unknowns x and y, worked with points or with ranges alike. */
type Shape =
  | { readonly kind: "x" | "y" }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: keyof typeof operations; readonly of: readonly Shape[] };

const operations = {
  "+": addEnds,
  "-": subtractEnds,
  "*": multiplyEnds,
  "/": divideEnds,
  min: leastEnds,
  max: greatestEnds,
  abs: absoluteEnds,
  neg: negateEnds,
  square: powerEnds(2),
  cube: powerEnds(3),
  inverse: powerEnds(-1),
  floor: undefined,
};

const shapes = fc.letrec<{ shape: Shape }>((tie) => {
  const pair = fc.tuple(tie("shape"), tie("shape"));
  const one = fc.tuple(tie("shape"));
  const of = (kinds: readonly (keyof typeof operations)[], inner: fc.Arbitrary<Shape[]>) =>
    fc.tuple(fc.constantFrom(...kinds), inner).map(([kind, of]): Shape => ({ kind, of }));
  return {
    shape: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<Shape>({ kind: "x" }, { kind: "y" }),
      fc.integer({ min: -5, max: 5 }).map((value): Shape => ({ kind: "number", value })),
      of(["+", "-", "*", "/", "min", "max"], pair as fc.Arbitrary<Shape[]>),
      of(
        ["abs", "neg", "square", "cube", "inverse", "floor"],
        one as unknown as fc.Arbitrary<Shape[]>,
      ),
    ),
  };
}).shape;

/** `undefined` where something may be divided by zero. */
function work(shape: Shape, x: Enclosed, y: Enclosed): Enclosed | undefined {
  if (shape.kind === "x") return x;
  if (shape.kind === "y") return y;
  if (shape.kind === "number") return whole((shape as { readonly value: number }).value);
  const { kind, of } = shape as Extract<Shape, { readonly of: readonly Shape[] }>;
  const values = of.map((one) => work(one, x, y));
  if (!values.every((value) => value !== undefined)) return undefined;
  if (kind === "floor") {
    return roundEnclosed(values[0] as Enclosed, { mode: "floor", to: exact("1") });
  }
  const operation = operations[kind];
  if (operation === undefined) return undefined;
  if (values.some((value) => !("numerator" in value))) return combine(operation, values);
  const ends = operation(values.map(endsOf));
  return ends?.low;
}

const hundredths = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((value) => divide(whole(value), whole(100)));

const range = fc
  .tuple(hundredths(-300, 300), fc.integer({ min: 1, max: 300 }))
  .map(([low, width]) => ({ low, high: add(low, divide(whole(width), whole(100))) }));

const point = fc.integer({ min: 0, max: 100 });

function span(unknown: string, { low, high }: { readonly low: Exact; readonly high: Exact }): Span {
  return { kind: "span", low, high, tight: true, slopes: ownSlope(unknown) };
}

function at({ low, high }: { readonly low: Exact; readonly high: Exact }, percent: number): Exact {
  return add(low, multiply(subtract(high, low), divide(whole(percent), whole(100))));
}

describe("ranges", () => {
  it("hold the value at every point within, and their slopes every secant", () => {
    fc.assert(
      fc.property(shapes, range, range, point, point, point, (shape, xs, ys, p, q, r) => {
        const enclosed = work(shape, span("x", xs), span("y", ys));
        if (enclosed === undefined) return;
        const [first, second, y] = [at(xs, p), at(xs, q), at(ys, r)];
        const here = work(shape, first, y) as Exact;
        const there = work(shape, second, y) as Exact;
        const { low, high } = endsOf(enclosed);
        expect(compare(low, here)).toBeLessThanOrEqual(0);
        expect(compare(here, high)).toBeLessThanOrEqual(0);
        if (!("numerator" in enclosed) && (enclosed as Span).tight) {
          const ends = [xs.low, xs.high].flatMap((x) =>
            [ys.low, ys.high].map((one) => work(shape, x, one) as Exact),
          );
          expect(ends.some((one) => compare(one, low) === 0)).toBe(true);
          expect(ends.some((one) => compare(one, high) === 0)).toBe(true);
        }
        if (p === q) return;
        const secant = divide(subtract(there, here), subtract(second, first));
        if ("numerator" in enclosed) return;
        const slopes = (enclosed as Span).slopes;
        if (slopes === undefined) return;
        const slope = slopes.get("x") ?? { low: exact("0"), high: exact("0") };
        if (slope.low !== undefined) expect(compare(slope.low, secant)).toBeLessThanOrEqual(0);
        if (slope.high !== undefined) expect(compare(secant, slope.high)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 3000 },
    );
  });

  it("reach their ends at the corners that the slopes name", () => {
    let tried = 0;
    fc.assert(
      fc.property(shapes, range, range, point, point, (shape, xs, ys, p, q) => {
        const enclosed = work(shape, span("x", xs), span("y", ys));
        if (enclosed === undefined || "numerator" in enclosed) return;
        const { slopes } = enclosed as Span;
        if (slopes === undefined) return;
        const ways = ["x", "y"].map((unknown) => {
          const slope = slopes.get(unknown);
          return slope === undefined ? 0 : direction(slope);
        });
        if (ways.includes(undefined)) return;
        tried += 1;
        const [x = 0, y = 0] = ways;
        const low = work(shape, x >= 0 ? xs.low : xs.high, y >= 0 ? ys.low : ys.high) as Exact;
        const high = work(shape, x >= 0 ? xs.high : xs.low, y >= 0 ? ys.high : ys.low) as Exact;
        const here = work(shape, at(xs, p), at(ys, q)) as Exact;
        expect(compare(low, here)).toBeLessThanOrEqual(0);
        expect(compare(here, high)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 3000 },
    );
    expect(tried).toBeGreaterThan(500);
  });
});
