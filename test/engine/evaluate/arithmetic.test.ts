import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  arithmetic,
  call,
  compared,
  formula,
  input,
  number,
  outputsOf,
  read,
  valueOfNode,
} from "../../support/trees.ts";

const floorToOne = { round: { mode: "floor", to: "1" } } as const;

describe("arithmetic", () => {
  it.each([
    ["94.6 - 54.6 floors to 40", arithmetic(number("94.6"), "-", number("54.6")), "40"],
    [
      "1/3*3 floors to 1",
      arithmetic(arithmetic(number("1"), "/", number("3")), "*", number("3")),
      "1",
    ],
    ["a sum keeps unlike divisors", arithmetic(number("1/3"), "+", number("2/3")), "1"],
  ])("is exact: %s", (_, node, expected) => {
    expect(outputsOf({ formulas: [formula("x", node, floorToOne)] })).toEqual({ x: expected });
  });

  it.each([
    ["12.50 + 0.5", arithmetic(number("12.50"), "+", number("0.5")), "13"],
    ["1 - 2.25", arithmetic(number("1"), "-", number("2.25")), "-1.25"],
    ["44/12 * 3", arithmetic(number("44/12"), "*", number("3")), "11"],
    ["2 / 7", arithmetic(number("2"), "/", number("7")), "2/7"],
    ["- 3", { kind: "negation", value: number("3") } as const, "-3"],
    [
      "1234 converted by 1/1000",
      { kind: "convert", factor: "1/1000", from: "m", to: "km", value: number("1234") } as const,
      "1.234",
    ],
    ["abs -2.5", call("abs", number("-2.5")), "2.5"],
    ["clamp 7 to 1..5", call("clamp", number("7"), number("1"), number("5")), "5"],
    ["clamp -7 to 1..5", call("clamp", number("-7"), number("1"), number("5")), "1"],
    ["pow 2 10", call("pow", number("2"), number("10")), "1024"],
    ["pow 2 -2", call("pow", number("2"), number("-2")), "0.25"],
    ["1 / 0", arithmetic(number("1"), "/", number("0")), "division-by-zero"],
    ["pow 0 -1", call("pow", number("0"), number("-1")), "division-by-zero"],
    ["0 / 5", arithmetic(number("0"), "/", number("5")), "0"],
  ])("of %s", (_, node, expected) => {
    expect(valueOfNode(node)).toBe(expected);
  });

  it("agrees with fractions reduced at every step", () => {
    const figure = fc
      .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 4 }))
      .map(([digits, scale]) => ({ digits, scale }));
    const write = ({ digits, scale }: { digits: number; scale: number }) => {
      const text = Math.abs(digits)
        .toString()
        .padStart(scale + 1, "0");
      const point = text.length - scale;
      return `${digits < 0 ? "-" : ""}${text.slice(0, point)}${scale > 0 ? "." : ""}${text.slice(point)}`;
    };
    fc.assert(
      fc.property(figure, figure, figure, (a, b, c) => {
        // (a + b) * c - a * c equals b * c.
        const one = arithmetic(
          arithmetic(arithmetic(read("a"), "+", read("b")), "*", read("c")),
          "-",
          arithmetic(read("a"), "*", read("c")),
        );
        const other = arithmetic(read("b"), "*", read("c"));
        const { x, y, same } = outputsOf(
          {
            inputs: [input("a"), input("b"), input("c")],
            formulas: [
              formula("x", one),
              formula("y", other),
              formula("same", compared(one, "==", other)),
            ],
          },
          { given: { a: write(a), b: write(b), c: write(c) } },
        );
        expect(x).toBe(y);
        expect(same).toBe("true");
      }),
      { numRuns: 200 },
    );
  });

  it("divides back exactly what it multiplied", () => {
    const whole = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const node = arithmetic(
          arithmetic(number(String(a)), "/", number(String(b))),
          "*",
          number(String(b)),
        );
        expect(valueOfNode(node)).toBe(String(a));
      }),
      { numRuns: 100 },
    );
  });
});

describe("roundings", () => {
  it.each([
    ["floor", "1", "-2.5", "-3"],
    ["ceil", "1", "2.1", "3"],
    ["half_up", "0.1", "0.25", "0.3"],
    ["half_even", "0.1", "0.25", "0.2"],
    ["toward_zero", "10", "-19", "-10"],
    ["away_from_zero", "1000", "1", "1000"],
  ] as const)("%s to %s turns %s into %s", (mode, to, value, expected) => {
    const formulas = [formula("x", number(value), { round: { mode, to } })];
    expect(outputsOf({ formulas })).toEqual({ x: expected });
  });

  it("rounds to significant digits", () => {
    const formulas = [formula("x", number("12345.6"), { round: { mode: "half_up", digits: 3 } })];
    expect(outputsOf({ formulas })).toEqual({ x: "12300" });
  });
});

describe("comparisons", () => {
  it.each([
    ["1/3", "<", "0.3333333333333333333333333333333333333334", "true"],
    ["0.10", "==", "0.1", "true"],
    ["2", "!=", "2.0", "false"],
    ["-1", ">=", "-1", "true"],
    ["5", ">", "5", "false"],
    ["5", "<=", "4.999", "false"],
  ] as const)("%s %s %s is %s", (left, operator, right, expected) => {
    expect(valueOfNode(compared(number(left), operator, number(right)))).toBe(expected);
  });
});
