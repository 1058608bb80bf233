import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../../engine/compile.ts";
import { evaluate } from "../../../engine/evaluate.ts";
import type { Node } from "../../../engine/methodology/tree.ts";
import {
  arithmetic,
  axis,
  call,
  compared,
  constant,
  constantOf,
  dateType,
  evaluated,
  formula,
  input,
  lay,
  number,
  outputsOf,
  read,
  tree,
  use,
  valueOfNode,
  yearType,
} from "../../support/trees.ts";

describe("functions that leave the fractions", () => {
  it.each([
    ["ln 1", call("ln", number("1")), "0"],
    ["exp 0", call("exp", number("0")), "1"],
    ["log10 1000", call("log10", number("1000")), "3"],
    ["log10 0.01", call("log10", number("0.01")), "-2"],
    ["sqrt 2.25", call("sqrt", number("2.25")), "1.5"],
    ["sqrt 4/9", call("sqrt", number("4/9")), "2/3"],
    ["sqrt 0", call("sqrt", number("0")), "0"],
    ["pow 4 0.5", call("pow", number("4"), number("0.5")), "2"],
    ["pow 27/8 2/3", call("pow", number("27/8"), number("2/3")), "2.25"],
    ["pow 4 -0.5", call("pow", number("4"), number("-0.5")), "0.5"],
    ["pow 0 0.5", call("pow", number("0"), number("0.5")), "0"],
    ["pow -2 3", call("pow", number("-2"), number("3")), "-8"],
  ])("stay exact where they are: %s", (_, node, expected) => {
    expect(valueOfNode(node)).toBe(expected);
  });

  it.each([
    ["ln 2", call("ln", number("2")), "~0.69314718055994530942"],
    ["exp 1", call("exp", number("1")), "~2.7182818284590452354"],
    ["sqrt 2", call("sqrt", number("2")), "~1.414213562373095048"],
    ["pow 2 0.3", call("pow", number("2"), number("0.3")), "~1.2311444133449162845"],
    ["log10 2", call("log10", number("2")), "~0.30102999566398119521"],
  ])("are told with the digits that are certain: %s", (_, node, expected) => {
    const told = valueOfNode(node);
    expect(expected.startsWith(told.slice(0, 18))).toBe(true);
  });

  it.each([
    ["ln 0", call("ln", number("0"))],
    ["sqrt -1", call("sqrt", number("-1"))],
    ["pow -2 0.3", call("pow", number("-2"), number("0.3"))],
    ["log10 -1", call("log10", number("-1"))],
  ])("have no value outside their domain: %s", (_, node) => {
    expect(valueOfNode(node)).toBe("outside-domain");
  });

  it("are narrowed until a rounding is certain", () => {
    // 10^25 times the square root of 2 needs more digits than the first try has.
    const scaled = arithmetic(call("sqrt", number("2")), "*", number(`1${"0".repeat(45)}`));
    const formulas = [formula("x", scaled, { round: { mode: "floor", to: "1" } })];
    expect(outputsOf({ formulas })).toEqual({
      x: "1414213562373095048801688724209698078569671875",
    });
  });

  it("are narrowed until a comparison is certain", () => {
    const root = call("sqrt", number("2"));
    const near = "1.414213562373095048801688724209698078569671875376948";
    expect(valueOfNode(compared(root, ">", number(near)))).toBe("true");
    expect(valueOfNode(compared(root, ">", number(near.replace(/8$/, "9"))))).toBe("false");
  });

  it("say so where 200 digits do not settle it", () => {
    const root = call("sqrt", number("2"));
    const two = arithmetic(root, "*", root);
    expect(valueOfNode(compared(two, "==", number("2")))).toBe("not-settled");
    const formulas = [formula("x", two, { round: { mode: "floor", to: "1" } })];
    expect(outputsOf({ formulas })).toEqual({ x: "not-settled" });
    const difference = arithmetic(root, "-", call("sqrt", number("2")));
    expect(valueOfNode(arithmetic(number("1"), "/", difference))).toBe("not-settled");
  });

  it("go on through formulas, and are recomputed there", () => {
    const formulas = [
      formula("intensity", intensity("0.62", "4000"), { round: { mode: "half_up", to: "0.0001" } }),
      formula("twice", arithmetic(use("intensity"), "*", number("2"))),
    ];
    // e^(2.71 - 0.812 ln 0.62 - 0.654 ln 4000) = 0.0977…
    expect(outputsOf({ formulas })).toEqual({ intensity: "0.0977", twice: "0.1954" });
  });

  it("choose and compare among each other", () => {
    const two = call("sqrt", number("2"));
    const three = call("sqrt", number("3"));
    const least: Node = { kind: "choose", function: "min", of: "quantity", values: [three, two] };
    expect(valueOfNode(compared(least, "<", three))).toBe("true");
    expect(
      valueOfNode(compared(call("abs", arithmetic(two, "-", three)), ">", number("0.3"))),
    ).toBe("true");
  });

  it("undo each other within the digits that are asked for", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (value) => {
        const there = call("exp", call("ln", number(String(value))));
        const formulas = [formula("x", there, { round: { mode: "half_up", to: "0.000001" } })];
        expect(outputsOf({ formulas })).toEqual({ x: String(value) });
      }),
      { numRuns: 25 },
    );
  });

  it("need the decimal lane, and exact cases do not", () => {
    const bare = (node: Node) => {
      const plan = compile(tree({ formulas: [formula("x", node)] }), "hash");
      return evaluate(plan, lay(plan, {}), { mode: "official", asOf: "2026-04-01" });
    };
    expect(bare(call("sqrt", number("4"))).outputs[0]?.values[0]).toMatchObject({ numerator: 2 });
    expect(() => bare(call("sqrt", number("2")))).toThrow("decimal lane");
  });
});

function intensity(load: string, most: string): Node {
  const factor = arithmetic(number("0.812"), "*", call("ln", number(load)));
  const size = arithmetic(number("0.654"), "*", call("ln", number(most)));
  return call("exp", arithmetic(arithmetic(number("2.71"), "-", factor), "-", size));
}

describe("dates and years", () => {
  const constants = [
    constant("leap", "2024-01-31", dateType),
    constant("start", "2023-08-05", dateType),
    constant("end", "2031-03-31", dateType),
    constant("year", "2021", yearType),
  ];
  const move = (
    value: Node,
    operator: "+" | "-",
    by: string,
    unit: "day" | "month" | "yr",
    of: "date" | "fiscal_year" = "date",
  ): Node => ({ kind: "move", of, operator, unit, value, by: number(by) });
  const calendar = (
    name: Extract<Node, { kind: "calendar" }>["function"],
    ...values: readonly Node[]
  ): Node => ({ kind: "calendar", function: name, arguments: values });
  const leap = constantOf("leap");
  const start = constantOf("start");
  const end = constantOf("end");
  const year = constantOf("year");

  it.each([
    [
      "a day that the month has not is the first of the next",
      move(leap, "+", "1", "month"),
      "2024-03-01",
      dateType,
    ],
    ["a year later", move(leap, "+", "1", "yr"), "2025-01-31", dateType],
    ["days before", move(start, "-", "5", "day"), "2023-07-31", dateType],
    ["a fiscal year later", move(year, "+", "3", "yr", "fiscal_year"), "2024", yearType],
    ["half a day", move(start, "+", "0.5", "day"), "term-not-whole", dateType],
    ["too far", move(start, "+", "9000", "yr"), "date-out-of-reach", dateType],
    ["much too far", move(start, "+", "9999999999", "day"), "date-out-of-reach", dateType],
    ["its fiscal year", calendar("fiscal_year", leap), "2023", yearType],
    ["the start of a fiscal year", calendar("start_of", year), "2021-04-01", dateType],
    ["the end of a fiscal year", calendar("end_of", year), "2022-03-31", dateType],
    ["completed years", calendar("years_between", start, end), "7", undefined],
    ["completed months", calendar("months_between", start, end), "91", undefined],
    ["days between", { kind: "apart", of: "date", left: end, right: start }, "2795", undefined],
    [
      "the later",
      { kind: "choose", function: "max", of: "date", values: [start, end] },
      "2031-03-31",
      dateType,
    ],
    ["an earlier one", compared(start, "<", end, "date"), "true", undefined],
  ] as const)("%s", (_, node, expected, type) => {
    const options = type === undefined ? {} : { type };
    expect(valueOfNode(node as Node, { constants }, {}, options)).toBe(expected);
  });

  it("miss what is not answered", () => {
    const inputs = [input("on", dateType)];
    const node: Node = { kind: "calendar", function: "fiscal_year", arguments: [read("on")] };
    expect(valueOfNode(node, { inputs })).toBe("missing");
  });
});

describe("cumulative meters", () => {
  const period = { cuts: [{ kind: "fiscal_year" as const }] };
  const meter = (more: { readonly between?: boolean; readonly turnsAt?: string } = {}) => ({
    period,
    inputs: [
      input("shown", undefined, {
        per: ["years"],
        meter: {
          between: more.between ?? false,
          ...(more.turnsAt === undefined ? {} : { turnsAt: more.turnsAt }),
        },
      }),
    ],
    formulas: [formula("x", read("shown"), { per: ["years"] })],
  });
  const twoYears = { from: "2023-04-01", to: "2025-03-31" };
  const shown = (
    readings: Readonly<Record<string, string>>,
    more: Parameters<typeof meter>[0] = {},
  ) => outputsOf(meter(more), { period: twoYears, readings: { shown: [readings] } }).x;

  it.each([
    [
      "the difference of the ends",
      { "2023-04-01": "10", "2024-04-01": "25.5", "2025-04-01": "40" },
      {},
      "15.5 14.5",
    ],
    [
      "nothing without a reading at a cut",
      { "2023-04-01": "10", "2025-04-01": "40" },
      {},
      "missing missing",
    ],
    [
      "a share by days between readings",
      { "2023-04-01": "0", "2025-04-01": "731" },
      { between: true },
      "366 365",
    ],
    [
      "nothing beyond the readings",
      { "2023-06-01": "0", "2025-04-01": "731" },
      { between: true },
      expect.stringMatching(/^missing /),
    ],
    [
      "an issue where it falls",
      { "2023-04-01": "10", "2024-04-01": "5", "2025-04-01": "9" },
      {},
      "falling-reading 4",
    ],
    [
      "a turn where it turns over",
      { "2023-04-01": "90", "2023-10-01": "99", "2024-04-01": "5", "2025-04-01": "9" },
      { turnsAt: "100 kWh" },
      "15 4",
    ],
  ] as const)("give %s", (_, readings, more, expected) => {
    expect(shown(readings as Record<string, string>, more)).toEqual(expected);
  });

  it("tell which readings fall", () => {
    const laid = {
      period: "FY2023",
      readings: { shown: [{ "2023-04-01": "10", "2024-04-01": "5" }] },
    };
    const { evaluation } = evaluated(meter(), laid);
    expect(evaluation.issues).toMatchObject([
      {
        code: "falling-reading",
        facts: { input: "shown", from: "2023-04-01", to: "2024-04-01", before: "10", after: "5" },
      },
    ]);
  });

  it("turn over exactly within a share by days", () => {
    const readings = { "2023-04-01": "95", "2024-10-01": "44" };
    const more = { between: true, turnsAt: "100" };
    const laid = { period: "FY2023", readings: { shown: [readings] } };
    // 49 in 549 days, of which 366 belong to the year: 49 * 366 / 549 = 98 / 3.
    expect(outputsOf(meter(more), laid).x).toBe("98/3");
  });
});

describe("what is at hand", () => {
  it("is the year for whoever asks", () => {
    const parts = {
      period: { cuts: [{ kind: "fiscal_year" as const }] },
      formulas: [formula("x", axis("years"), { per: ["years"], type: yearType })],
    };
    expect(outputsOf(parts, { period: "FY2031" })).toEqual({ x: "2031" });
  });
});
