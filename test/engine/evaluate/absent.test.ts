import { describe, expect, it } from "vitest";
import { conditionIssues } from "../../../engine/explain/condition-issues.ts";
import type { Node } from "../../../engine/methodology/tree.ts";
import {
  arithmetic,
  booleanType,
  call,
  cases,
  compared,
  condition,
  constant,
  constantOf,
  enumeration,
  enumType,
  evaluated,
  formula,
  input,
  known,
  list,
  logical,
  match,
  no,
  not,
  number,
  outputsOf,
  over,
  read,
  unconfirmed,
  use,
  valueOfNode,
  yes,
} from "../../support/trees.ts";

const inputs = [
  input("a"),
  input("b"),
  input("p", booleanType),
  input("q", booleanType),
  input("hidden", undefined, { when: read("p") }),
  input("maybe", undefined, { optional: true }),
];
const failed = arithmetic(number("1"), "/", number("0"));
const failedTest = compared(failed, ">", number("0"));

describe("Kleene's logic", () => {
  const truths: Readonly<Record<string, Node>> = { true: yes, false: no, missing: read("p") };
  it.each([
    ["true", "and", "missing", "missing"],
    ["false", "and", "missing", "false"],
    ["missing", "and", "false", "false"],
    ["missing", "and", "true", "missing"],
    ["missing", "or", "true", "true"],
    ["missing", "or", "false", "missing"],
    ["true", "or", "missing", "true"],
    ["false", "or", "missing", "missing"],
    ["true", "and", "false", "false"],
    ["false", "or", "true", "true"],
  ] as const)("%s %s %s is %s", (left, operator, right, expected) => {
    const node = logical(truths[left] as Node, operator, truths[right] as Node);
    expect(valueOfNode(node, { inputs })).toBe(expected);
  });

  it("asks nothing on the right of what is decided on the left", () => {
    const { evaluation } = evaluated({
      inputs,
      formulas: [formula("x", logical(no, "and", read("p")))],
    });
    expect(evaluation.asked).toEqual([]);
  });

  it("asks, but does not miss, what turned out not to decide", () => {
    const { evaluation } = evaluated({
      inputs,
      formulas: [formula("x", logical(read("p"), "or", yes))],
    });
    expect(evaluation.asked).toEqual([{ kind: "input", input: 2, index: 0 }]);
    expect(evaluation.missing).toEqual([]);
  });

  it("leaves `not` of the unknown unknown", () => {
    expect(valueOfNode(not(read("p")), { inputs })).toBe("missing");
    expect(valueOfNode(not(yes))).toBe("false");
  });

  it("stops `all` and `any` where they are decided", () => {
    const parts = { lists: [list("rows", ["ok"])], inputs: [input("rows.ok", booleanType)] };
    const laid = { items: { rows: 3 }, given: { "rows.ok": ["-", "false", "-"] } };
    expect(valueOfNode(over("all", "rows", read("rows.ok")), parts, laid)).toBe("false");
    expect(valueOfNode(over("any", "rows", read("rows.ok")), parts, laid)).toBe("missing");
    const { evaluation } = evaluated(
      { ...parts, formulas: [formula("x", over("all", "rows", read("rows.ok")))] },
      laid,
    );
    expect(evaluation.asked).toMatchObject([{ kind: "list" }, { index: 0 }, { index: 1 }]);
  });
});

describe("a missing input", () => {
  it("passes through arithmetic, and everything that it stands beside is asked", () => {
    const formulas = [formula("x", arithmetic(read("a"), "+", read("b"))), formula("y", use("x"))];
    const { evaluation } = evaluated({ inputs, formulas });
    expect(evaluation.missing).toEqual([
      { kind: "input", input: 0, index: 0, neededBy: ["x"] },
      { kind: "input", input: 1, index: 0, neededBy: ["x"] },
    ]);
    expect(outputsOf({ inputs, formulas }, { given: { a: "1" } })).toEqual({
      x: "missing",
      y: "missing",
    });
  });

  it("names everyone who needs it", () => {
    const formulas = [
      formula("x", read("a")),
      formula("y", arithmetic(read("a"), "*", number("2"))),
    ];
    const conditions = [condition("c", compared(read("a"), ">", number("0")))];
    const { evaluation } = evaluated({ inputs, formulas, conditions });
    expect(evaluation.missing).toMatchObject([{ neededBy: ["x", "y", "c"] }]);
    expect(evaluation.status).toBe("undecided");
  });

  it("of every item is missed in a sum", () => {
    const parts = {
      lists: [list("rows", ["v"])],
      inputs: [input("rows.v")],
      formulas: [formula("x", over("sum", "rows", read("rows.v")))],
    };
    const { evaluation } = evaluated(parts, {
      items: { rows: 3 },
      given: { "rows.v": ["-", "1", "-"] },
    });
    expect(evaluation.missing).toMatchObject([{ index: 0 }, { index: 2 }]);
  });

  it("that is 0 is not missing", () => {
    const formulas = [formula("x", arithmetic(read("a"), "+", number("1")))];
    expect(outputsOf({ inputs, formulas }, { given: { a: "0" } })).toEqual({ x: "1" });
  });
});

describe("what a value without a value says", () => {
  const stop = formula("halted", cases([[yes, "stop"]], number("1")));
  const formulas = [
    stop,
    formula("failed_and_missing", arithmetic(read("a"), "+", failed)),
    formula("missing_and_stopped", arithmetic(use("halted"), "+", read("a"))),
    formula("failed_and_stopped", arithmetic(failed, "*", use("halted"))),
    formula("stopped_alone", arithmetic(number("2"), "*", use("halted"))),
  ];

  it("puts failures first, then what is missing, then stops", () => {
    expect(outputsOf({ inputs, formulas })).toEqual({
      halted: "stopped",
      failed_and_missing: "division-by-zero",
      missing_and_stopped: "missing",
      failed_and_stopped: "division-by-zero",
      stopped_alone: "stopped",
    });
  });

  it("tells why it stopped", () => {
    const { evaluation } = evaluated({ inputs, formulas });
    expect(evaluation.outputs[0]?.values[0]).toEqual({
      kind: "stopped",
      formula: "halted",
      because: { ja: "止める" },
    });
  });

  it("tells one failure once, however many read it", () => {
    const chain = [
      formula("x", failed),
      formula("y", use("x")),
      formula("z", arithmetic(use("x"), "+", use("y"))),
    ];
    const { evaluation } = evaluated({ formulas: chain });
    expect(evaluation.issues).toHaveLength(1);
    expect(evaluation.issues[0]).toMatchObject({ path: ["formulas", "x"], facts: { id: "x" } });
  });

  it("is silent about failures that did not matter", () => {
    const { evaluation } = evaluated({
      formulas: [
        formula("x", logical(failedTest, "or", yes)),
        formula("y", cases([[no, failed]], number("1"))),
      ],
    });
    expect(evaluation.issues).toEqual([]);
  });
});

describe("branches", () => {
  it("ask, miss and divide only where they are taken", () => {
    const formulas = [formula("x", cases([[read("p"), read("a")]], failed))];
    const { evaluation } = evaluated({ inputs, formulas }, { given: { p: "true", a: "3" } });
    expect(evaluation.asked).toMatchObject([{ input: 0 }, { input: 2 }]);
    expect(evaluation.issues).toEqual([]);
  });

  it("are not tried past a `when` that is not known", () => {
    const formulas = [
      formula(
        "x",
        cases(
          [
            [read("p"), read("a")],
            [yes, read("b")],
          ],
          number("0"),
        ),
      ),
    ];
    const { evaluation } = evaluated({ inputs, formulas });
    expect(evaluation.missing).toMatchObject([{ input: 2 }]);
    expect(evaluation.asked).toMatchObject([{ input: 2 }]);
  });

  it("of a match are one per member", () => {
    const parts = {
      enums: [enumeration("route", ["fuel", "meter"])],
      inputs: [...inputs, input("route", enumType("route"))],
      formulas: [formula("x", match(read("route"), { meter: read("a"), fuel: "stop" }))],
    };
    expect(outputsOf(parts, { given: { route: "meter", a: "5" } })).toEqual({ x: "5" });
    expect(outputsOf(parts, { given: { route: "fuel", a: "5" } })).toEqual({ x: "stopped" });
    expect(outputsOf(parts)).toEqual({ x: "missing" });
  });
});

describe("known", () => {
  it.each([
    ["an answered input", known(read("a")), { a: "0" }, "true"],
    ["an open input", known(read("a")), {}, "false"],
    ["a relevant answer", known(read("hidden")), { p: "true", hidden: "1" }, "true"],
    ["an answer that is hidden", known(read("hidden")), { p: "false", hidden: "1" }, "false"],
    ["an answer that may be hidden", known(read("hidden")), { hidden: "1" }, "false"],
  ] as const)("of %s", (_, node, given, expected) => {
    expect(valueOfNode(node, { inputs }, { given })).toBe(expected);
  });

  it("asks for what may stay open, and does not miss it", () => {
    const formulas = [formula("x", cases([[known(read("maybe")), read("maybe")]], number("7")))];
    const { evaluation } = evaluated({ inputs, formulas });
    expect(evaluation.asked).toMatchObject([{ input: 5 }]);
    expect(evaluation.missing).toEqual([]);
    expect(outputsOf({ inputs, formulas })).toEqual({ x: "7" });
  });
});

describe("answers", () => {
  it("that nothing asked for are ignored, and those that stand in for one are told", () => {
    const { evaluation } = evaluated(
      { inputs, formulas: [formula("x", cases([[read("p"), read("a")]], read("b")))] },
      {
        given: { p: "false", a: "1", b: "2", q: "true" },
        standing: { b: ["default"], q: ["initial"] },
      },
      { mode: "estimate" },
    );
    expect(evaluation.ignored).toEqual([{ kind: "input", input: 0, index: 0 }]);
    expect(evaluation.assumed).toMatchObject([{ input: 1, index: 0, standing: "default" }]);
  });
});

describe("conditions", () => {
  const holds = compared(read("a"), ">", number("0"));
  it.each([
    ["not_applicable", "1", "applies", []],
    ["not_applicable", "-1", "does_not_apply", []],
    ["not_applicable", "-", "undecided", []],
    ["refuse", "-1", "applies", ["condition-refused error"]],
    ["refuse", "-", "undecided", []],
    ["warn", "-1", "applies", ["condition-warned warning"]],
    ["warn", "-", "applies", []],
  ] as const)("with the effect %s and %s leave the status %s", (effect, a, status, issues) => {
    const { plan, evaluation } = evaluated(
      {
        inputs,
        formulas: [formula("x", number("1"))],
        conditions: [condition("c", holds, { effect })],
      },
      { given: { a } },
    );
    expect(evaluation.status).toBe(status);
    expect(
      conditionIssues(plan, evaluation).map(({ code, severity }) => `${code} ${severity}`),
    ).toEqual(issues);
    expect(evaluation.outputs[0]?.values).toHaveLength(1);
  });

  it("are told per item, with the reason of the branch that was taken", () => {
    const body = cases([[compared(read("rows.v"), ">", number("1")), yes]], no);
    const { evaluation } = evaluated(
      {
        lists: [list("rows", ["v"])],
        inputs: [input("rows.v")],
        formulas: [formula("x", number("1"))],
        conditions: [
          condition(
            "c",
            body.kind === "cases"
              ? { ...body, otherwise: { ...body.otherwise, because: { ja: "低い" } } }
              : body,
            { per: ["rows"] },
          ),
        ],
      },
      { items: { rows: 3 }, given: { "rows.v": ["1", "2", "-"] } },
    );
    expect(evaluation.conditions).toMatchObject([
      { condition: 0, index: 0, holds: false, branch: 1, because: { ja: "低い" } },
      { condition: 0, index: 1, holds: true, branch: 0 },
      { condition: 0, index: 2, holds: null },
    ]);
  });
});

describe("provenance", () => {
  const constants = [
    constant("sure", "2"),
    constant("rumour", "3", undefined, { origin: unconfirmed }),
  ];

  it("is the weakest that reached an output, by output", () => {
    const { evaluation } = evaluated(
      {
        inputs,
        constants,
        formulas: [
          formula("one", constantOf("sure")),
          formula("two", arithmetic(constantOf("sure"), "*", constantOf("rumour"))),
          formula("three", arithmetic(use("two"), "+", number("1"))),
          formula("four", cases([[no, use("two")]], number("1"))),
        ],
        outputs: ["one", "three", "four"],
      },
      {},
    );
    expect(evaluation.outputs.map(({ weakest }) => weakest.provenance)).toEqual([
      "confirmed",
      "unconfirmed",
      "confirmed",
    ]);
    expect(evaluation.weakest).toEqual({ provenance: "unconfirmed" });
    expect(evaluation.figures).toEqual([{ kind: "constant", constant: 1 }]);
  });

  it("counts formulas, roundings, branches, conditions and assumptions, with low confidence", () => {
    const weak = { sources: [], provenance: "secondary", confidence: "low" } as const;
    const { evaluation } = evaluated(
      {
        inputs: [input("a", undefined, { default: { value: "1", origin: unconfirmed } })],
        formulas: [
          formula("x", read("a"), {
            origin: weak,
            round: { mode: "floor", to: "1", origin: weak },
          }),
        ],
        conditions: [condition("c", yes, { origin: weak })],
      },
      { given: { a: "1" }, standing: { a: ["default"] } },
      { mode: "estimate" },
    );
    expect(evaluation.figures).toEqual([
      { kind: "formula", formula: 0 },
      { kind: "default", input: 0 },
      { kind: "rounding", formula: 0 },
      { kind: "condition", condition: 0 },
    ]);
    expect(evaluation.weakest).toEqual({ provenance: "unconfirmed", confidence: "low" });
  });
});

describe("limits", () => {
  it("end a calculation with too many steps in one issue", () => {
    const parts = {
      lists: [list("rows", ["v"]), list("others", ["w"])],
      inputs: [input("rows.v"), input("others.w")],
      formulas: [
        formula("x", over("sum", "rows", over("sum", "others", number("1")))),
        formula("each", number("1"), { per: ["rows"] }),
      ],
    };
    const laid = { items: { rows: 100, others: 100 } };
    expect(outputsOf({ ...parts, outputs: ["x"] }, laid)).toEqual({ x: "10000" });
    const { evaluation } = evaluated(parts, laid, { limits: { steps: 1000 } });
    expect(evaluation.issues).toMatchObject([
      { code: "too-many-steps", facts: { id: "x", most: 1000 } },
    ]);
    expect(evaluation.outputs[1]?.values).toHaveLength(100);
  });

  it.each([
    ["the value", over("sum", "rows", read("rows.v")), 3 + 10 * 2],
    [
      "the condition",
      over("count", "rows", undefined, { where: compared(read("rows.v"), ">", number("0")) }),
      5 + 10 * 4,
    ],
    [
      "the weight, in three passes",
      over("weighted_average", "rows", read("rows.v"), { weight: number("1") }),
      4 + 3 * 10 * 3,
    ],
  ])("count each node for each element: %s", (_, node, most) => {
    const parts = {
      lists: [list("rows", ["v"])],
      inputs: [input("rows.v")],
      formulas: [formula("x", node)],
    };
    const laid = {
      items: { rows: 10 },
      given: { "rows.v": Array.from({ length: 10 }, () => "1") },
    };
    const codes = (steps: number) =>
      evaluated(parts, laid, { limits: { steps } }).evaluation.issues.map(({ code }) => code);
    expect([codes(most), codes(most - 1)]).toEqual([[], ["too-many-steps"]]);
  });

  it("name the formula whose numbers grow too large", () => {
    const big = call("pow", read("a"), number("1000"));
    expect(valueOfNode(big, { inputs }, { given: { a: "3" } })).not.toBe("number-too-large");
    expect(valueOfNode(big, { inputs }, { given: { a: "3000" } })).toBe("number-too-large");
    const chain = Array.from({ length: 20 }, (_, step) => {
      const before = step === 0 ? read("a") : use(`x${step - 1}`);
      return formula(`x${step}`, arithmetic(before, "*", before));
    });
    const { evaluation } = evaluated(
      { inputs, formulas: chain, outputs: ["x19"] },
      { given: { a: "7" } },
    );
    expect(evaluation.issues).toMatchObject([{ code: "number-too-large", facts: { bits: 4096 } }]);
  });

  it("stop sums of many quotients with unlike divisors", () => {
    const parts = {
      lists: [list("rows", ["v"])],
      inputs: [input("rows.v")],
      formulas: [formula("x", over("sum", "rows", arithmetic(number("1"), "/", read("rows.v"))))],
    };
    const primes = Array.from({ length: 3000 }, (_, row) => String(100_003 + 2 * row));
    expect(outputsOf(parts, { items: { rows: 3000 }, given: { "rows.v": primes } })).toEqual({
      x: "number-too-large",
    });
  });

  it("hold formulas that read each other too deeply", () => {
    const deep = Array.from({ length: 30_000 }, (_, step) =>
      formula(`x${step}`, step === 0 ? number("1") : use(`x${step - 1}`)),
    );
    const { evaluation } = evaluated({ formulas: deep, outputs: ["x29999"] });
    expect(evaluation.issues).toMatchObject([{ code: "formulas-too-deep" }]);
  });
});

describe("steps", () => {
  const formulas = [
    formula("base", arithmetic(read("a"), "*", number("2"))),
    formula("rounded", arithmetic(use("base"), "/", number("4")), {
      round: { mode: "floor", to: "1" },
    }),
    formula("chosen", cases([[read("p"), use("rounded")]], number("0"))),
    formula("aside", read("b")),
  ];
  const laid = { given: { a: "7", b: "1", p: "true" } };

  it("stand after what they read, with values before and after rounding and the branch", () => {
    const { evaluation } = evaluated({ inputs, formulas, outputs: ["chosen"] }, laid, {
      steps: true,
    });
    expect(evaluation.steps?.map(({ formula: one, branch }) => [one, branch])).toEqual([
      [0, undefined],
      [1, undefined],
      [2, 0],
    ]);
    expect(evaluation.steps?.[1]).toMatchObject({
      value: { numerator: 3 },
      reads: [{ kind: "formula", formula: 0, index: 0 }],
    });
    expect(evaluation.steps?.[1]?.before).toMatchObject({ numerator: 14, divisor: 4 });
    expect(evaluation.steps?.[2]?.reads).toMatchObject([
      { kind: "input", input: 2, value: true, standing: "given" },
      { kind: "formula", formula: 1 },
    ]);
  });

  it("are kept for some formulas and what these read", () => {
    const { evaluation } = evaluated({ inputs, formulas }, laid, { steps: ["rounded"] });
    expect(evaluation.steps?.map((step) => step.formula)).toEqual([0, 1]);
  });

  it("change nothing in the results", () => {
    const bare = evaluated({ inputs, formulas }, laid).evaluation;
    const {
      steps: _,
      conditions: __,
      ...rest
    } = evaluated({ inputs, formulas }, laid, { steps: true }).evaluation;
    const { conditions: ___, ...expected } = bare;
    expect(rest).toEqual(expected);
    expect(bare.steps).toBeUndefined();
  });
});
