import { describe, expect, it } from "vitest";
import { sizeOf } from "../../../engine/evaluate/axes.ts";
import { coordinatesOf, indexOf } from "../../../engine/evaluate/coordinates.ts";
import { placeOf } from "../../../engine/evaluate/place-text.ts";
import { evaluate } from "../../../engine/evaluate.ts";
import type { Node, PeriodTree } from "../../../engine/methodology/tree.ts";
import {
  arithmetic,
  axis,
  compared,
  confirmed,
  dateType,
  enumeration,
  enumType,
  evaluated,
  formula,
  input,
  itemType,
  known,
  lay,
  list,
  looked,
  match,
  member,
  not,
  number,
  outputsOf,
  over,
  part,
  planOf,
  read,
  table,
  through,
  tree,
  use,
  valueOfNode,
  yearType,
} from "../../support/trees.ts";

const years: PeriodTree = { cuts: [{ kind: "fiscal_year", origin: confirmed }] };
const twoYears = { from: "2023-04-01", to: "2025-03-31" };
const perYears = { per: ["years"] };

/** Members whose own start date cuts their parts. */
const members = {
  period: {
    cuts: [
      { kind: "fiscal_year" },
      {
        kind: "after",
        after: [{ count: 0, unit: "yr" }],
        of: read("members.started"),
        list: "members",
      },
    ],
  } satisfies PeriodTree,
  lists: [list("members", ["started", "power"])],
  inputs: [
    input("members.started", dateType),
    input("members.power", undefined, { per: ["parts"] }),
  ],
};

describe("lists", () => {
  const fuels = {
    enums: [enumeration("fuel", ["oil", "gas"])],
    lists: [list("boilers", ["fuel", "use"])],
    inputs: [input("boilers.fuel", enumType("fuel")), input("boilers.use")],
  };
  const three = {
    items: { boilers: 3 },
    given: { "boilers.fuel": ["oil", "gas", "oil"], "boilers.use": ["1", "2.5", "4"] },
  };

  it.each([
    ["sum", over("sum", "boilers", read("boilers.use")), "7.5"],
    [
      "sum where",
      over("sum", "boilers", read("boilers.use"), {
        where: compared(read("boilers.fuel"), "==", member("fuel.oil"), "enum"),
      }),
      "5",
    ],
    ["count", over("count", "boilers"), "3"],
    [
      "count where",
      over("count", "boilers", undefined, {
        where: compared(read("boilers.use"), ">", number("2")),
      }),
      "2",
    ],
    ["average", over("average", "boilers", read("boilers.use")), "2.5"],
    ["min_of", over("min_of", "boilers", read("boilers.use")), "1"],
    ["max_of", over("max_of", "boilers", read("boilers.use")), "4"],
    [
      "weighted_average",
      over("weighted_average", "boilers", read("boilers.use"), { weight: read("boilers.use") }),
      "3.1",
    ],
    ["all", over("all", "boilers", compared(read("boilers.use"), ">", number("0"))), "true"],
    ["any", over("any", "boilers", compared(read("boilers.use"), ">", number("4"))), "false"],
  ])("are taken together by %s", (_, node, expected) => {
    expect(outputsOf({ ...fuels, formulas: [formula("x", node)] }, three)).toEqual({ x: expected });
  });

  it.each([
    ["sum", over("sum", "boilers", read("boilers.use")), "0"],
    ["count", over("count", "boilers"), "0"],
    ["all", over("all", "boilers", compared(read("boilers.use"), ">", number("0"))), "true"],
    ["any", over("any", "boilers", compared(read("boilers.use"), ">", number("0"))), "false"],
    ["average", over("average", "boilers", read("boilers.use")), "nothing-to-choose"],
    ["min_of", over("min_of", "boilers", read("boilers.use")), "nothing-to-choose"],
    ["max_of", over("max_of", "boilers", read("boilers.use")), "nothing-to-choose"],
    [
      "weighted_average",
      over("weighted_average", "boilers", read("boilers.use"), { weight: read("boilers.use") }),
      "nothing-to-choose",
    ],
  ])("without items give their own result for %s", (_, node, expected) => {
    expect(
      outputsOf({ ...fuels, formulas: [formula("x", node)] }, { items: { boilers: 0 } }),
    ).toEqual({
      x: expected,
    });
  });

  it("are missing where they need items and have none", () => {
    const lists = [list("boilers", ["fuel", "use"], { minItems: 1 })];
    const formulas = [
      formula("total", over("sum", "boilers", read("boilers.use"))),
      formula("each", read("boilers.use"), { per: ["boilers"] }),
    ];
    const { evaluation } = evaluated({ ...fuels, lists, formulas });
    expect(evaluation.missing).toEqual([{ kind: "list", list: 0, neededBy: ["total", "each"] }]);
    expect(outputsOf({ ...fuels, lists, formulas })).toEqual({ total: "missing", each: "missing" });
  });

  it("are not there where their `when` does not hold", () => {
    const lists = [list("boilers", ["fuel", "use"], { minItems: 1, when: read("wanted") })];
    const parts = {
      ...fuels,
      lists,
      inputs: [...fuels.inputs, input("wanted", { kind: "boolean" })],
      formulas: [formula("total", over("sum", "boilers", read("boilers.use")))],
    };
    const laid = { ...three, given: { ...three.given, wanted: "false" } };
    expect(outputsOf(parts, laid)).toEqual({ total: "0" });
    expect(outputsOf(parts, three)).toEqual({ total: "missing" });
  });

  it("are read through a pointer, and pointers are compared", () => {
    const parts = {
      lists: [list("plots", ["height"]), list("stands", ["plot", "area"])],
      inputs: [
        input("plots.height"),
        input("stands.plot", itemType("plots"), { optional: true }),
        input("stands.area"),
      ],
      formulas: [
        formula("twice", arithmetic(read("plots.height"), "*", number("2")), { per: ["plots"] }),
        formula("seen", through("plots", read("stands.plot"), use("twice")), { per: ["stands"] }),
        formula("has", known(through("plots", read("stands.plot"), read("plots.height"))), {
          per: ["stands"],
        }),
        formula(
          "area",
          over("sum", "stands", read("stands.area"), {
            where: compared(read("stands.plot"), "==", axis("plots"), "item"),
          }),
          { per: ["plots"] },
        ),
      ],
    };
    const laid = {
      items: { plots: 2, stands: 3 },
      given: {
        "plots.height": ["10", "12"],
        "stands.plot": ["2", "1", "2"],
        "stands.area": ["1", "2", "4"],
      },
    };
    expect(outputsOf(parts, laid)).toEqual({
      twice: "20 24",
      seen: "24 20 24",
      has: "true true true",
      area: "2 5",
    });
    const open = { ...laid, given: { ...laid.given, "stands.plot": ["2", "-", "2"] } };
    expect(outputsOf({ ...parts, outputs: ["has"] }, open)).toEqual({ has: "true false true" });
  });
});

describe("enums", () => {
  const parts = {
    enums: [
      enumeration("fuel", ["oil", "gas", "diesel"]),
      enumeration("truck_fuel", ["diesel", "gas"], { of: "fuel" }),
      enumeration("site", ["good", "fair", "poor"], { ordered: true }),
    ],
    inputs: [
      input("amount", undefined, { per: ["fuel"] }),
      input("truck", enumType("truck_fuel")),
      input("one", enumType("site")),
      input("other", enumType("site")),
    ],
    tables: [
      table(
        "price",
        [{ id: "fuel", kind: "enum", enum: "fuel" }],
        ["yen"],
        ["oil | 1", "gas | 2", "diesel | 3"],
      ),
    ],
  };

  it("are axes, in the order of their members", () => {
    const formulas = [
      formula("each", arithmetic(read("amount"), "*", looked("price.yen", [axis("fuel")])), {
        per: ["fuel"],
      }),
      formula("total", over("sum", "fuel", use("each"))),
    ];
    expect(outputsOf({ ...parts, formulas }, { given: { amount: ["5", "6", "7"] } })).toEqual({
      each: "5 12 21",
      total: "38",
    });
  });

  it("let a part stand where the whole is wanted", () => {
    const formulas = [
      formula("price_of", looked("price.yen", [read("truck")])),
      formula("is_diesel", compared(read("truck"), "==", member("fuel.diesel"), "enum")),
      formula("as_fuel", read("truck"), { type: enumType("fuel") }),
      formula("matched", match(read("truck"), { diesel: number("10"), gas: number("20") })),
    ];
    expect(outputsOf({ ...parts, formulas }, { given: { truck: "diesel" } })).toEqual({
      price_of: "3",
      is_diesel: "true",
      as_fuel: "diesel",
      matched: "10",
    });
  });

  it("have an order where they say so: the later member is the larger", () => {
    const formulas = [
      formula(
        "lower",
        { kind: "choose", function: "max", of: "enum", values: [read("one"), read("other")] },
        { type: enumType("site") },
      ),
      formula("better", compared(read("one"), "<", read("other"), "enum")),
    ];
    expect(outputsOf({ ...parts, formulas }, { given: { one: "good", other: "fair" } })).toEqual({
      lower: "fair",
      better: "true",
    });
  });
});

describe("members of a part and of its whole", () => {
  const parts = {
    enums: [
      enumeration("class", ["good", "fair", "poor"], { ordered: true }),
      enumeration("surveyed", ["poor", "good"], { ordered: true, of: "class" }),
    ],
    inputs: [input("register", enumType("class")), input("survey", enumType("surveyed"))],
  };
  const choose = (name: "min" | "max", ...values: readonly Node[]): Node => ({
    kind: "choose",
    function: name,
    of: "enum",
    values,
  });

  it.each([
    ["good", "fair", "fair"],
    ["poor", "fair", "poor"],
    ["poor", "poor", "poor"],
    ["good", "good", "good"],
  ])("are chosen in the order of the whole: %s, %s", (survey, register, expected) => {
    const type = enumType("class");
    const given = { survey, register };
    const [one, other] = [read("survey"), read("register")];
    expect(valueOfNode(choose("max", one, other), parts, { given }, { type })).toBe(expected);
    expect(valueOfNode(choose("max", other, one), parts, { given }, { type })).toBe(expected);
  });
});

describe("fiscal years", () => {
  it("are counted from the first, other axes from none", () => {
    const parts = {
      period: years,
      lists: [list("plots", [])],
      formulas: [formula("item", axis("plots"), { per: ["plots"], type: itemType("plots") })],
    };
    expect(outputsOf(parts, { period: twoYears, items: { plots: 2 } })).toEqual({ item: "0 1" });
  });

  it("carry values and the year at hand", () => {
    const parts = {
      period: years,
      inputs: [input("amount", undefined, perYears)],
      formulas: [
        formula("year", axis("years"), { ...perYears, type: yearType }),
        formula("each", read("amount"), {
          ...perYears,
          round: { mode: "floor", to: "1" } as const,
        }),
        formula("total", over("sum", "years", use("each"))),
      ],
    };
    const laid = { period: twoYears, given: { amount: ["1.9", "2.9"] } };
    expect(outputsOf(parts, laid)).toEqual({ year: "2023 2024", each: "1 2", total: "3" });
  });

  it("spread an amount of the whole period by days", () => {
    const inputs = [
      input("amount", undefined, { time: "apportion" }),
      input("share", undefined, { time: "throughout" }),
    ];
    const formulas = [
      formula("each", read("amount"), perYears),
      formula("same", read("share"), perYears),
      formula("whole", read("amount")),
      formula("again", over("sum", "years", use("each"))),
    ];
    const laid = { period: twoYears, given: { amount: "731", share: "0.5" } };
    // 2023-04-01 to 2024-03-31 has 366 days, the next year 365.
    expect(outputsOf({ period: years, inputs, formulas }, laid)).toEqual({
      each: "366 365",
      same: "0.5 0.5",
      whole: "731",
      again: "731",
    });
  });
});

describe("parts", () => {
  it("of the whole period are cut for all, and lie in years", () => {
    const parts = {
      period: {
        cuts: [
          { kind: "fiscal_year" },
          { kind: "after", after: [{ count: 6, unit: "month" }], of: read("start") },
        ],
      } satisfies PeriodTree,
      inputs: [input("start", dateType), input("amount", undefined, { per: ["parts"] })],
      formulas: [
        formula("first", part("start"), { per: ["parts"], type: dateType }),
        formula("last", part("end"), { per: ["parts"], type: dateType }),
        formula("days", part("days"), { per: ["parts"] }),
        formula("yearly", over("sum", "parts", read("amount")), perYears),
        formula("share", arithmetic(read("amount"), "/", use("yearly")), { per: ["parts"] }),
      ],
    };
    const laid = {
      period: twoYears,
      given: { start: "2023-04-01", amount: ["1", "3", "10"] },
    };
    expect(outputsOf(parts, laid)).toEqual({
      first: "2023-04-01 2023-10-01 2024-04-01",
      last: "2023-09-30 2024-03-31 2025-03-31",
      days: "183 183 365",
      yearly: "4 10",
      share: "0.25 0.75 1",
    });
  });

  it("of items follow each item's own date", () => {
    const parts = {
      ...members,
      formulas: [
        formula("days", part("days"), { per: ["members", "parts"] }),
        formula("running", not(compared(part("start"), "<", read("members.started"), "date")), {
          per: ["members", "parts"],
        }),
        formula(
          "by_year",
          over("sum", "members", over("sum", "parts", read("members.power"))),
          perYears,
        ),
        formula("by_member", over("sum", "parts", read("members.power")), { per: ["members"] }),
        formula("of_year", over("sum", "parts", read("members.power")), {
          per: ["members", "years"],
        }),
      ],
    };
    const laid = {
      period: twoYears,
      items: { members: 2 },
      given: {
        "members.started": ["2023-07-01", "2022-01-01"],
        "members.power": ["0", "5", "7", "100", "200"],
      },
    };
    expect(outputsOf(parts, laid)).toEqual({
      days: "91 275 365 366 365",
      running: "false true true true true",
      by_year: "105 207",
      by_member: "12 300",
      of_year: "5 7 100 200",
    });
  });

  it("are not known while the date that cuts them is not", () => {
    const formulas = [
      formula("by_member", over("sum", "parts", number("1")), { per: ["members"] }),
      formula("days", part("days"), { per: ["members", "parts"] }),
    ];
    const laid = {
      period: "FY2023",
      items: { members: 2 },
      given: { "members.started": ["-", "2023-07-01"] },
    };
    expect(outputsOf({ ...members, formulas }, laid)).toEqual({
      by_member: "missing 2",
      days: "missing 91 275",
    });
    const { evaluation } = evaluated({ ...members, formulas }, laid);
    expect(evaluation.missing.map((place) => ("input" in place ? place.index : -1))).toEqual([0]);
  });

  it("of another list do not disturb the ones at hand", () => {
    const parts = {
      ...members,
      formulas: [
        formula("inner", over("sum", "members", over("sum", "parts", number("1"))), perYears),
        formula("outer", arithmetic(use("inner"), "*", part("days")), {
          per: ["members", "parts"],
        }),
      ],
    };
    const laid = {
      period: "FY2023",
      items: { members: 2 },
      given: { "members.started": ["2023-07-01", "2023-10-01"] },
    };
    expect(outputsOf({ ...parts, outputs: ["outer"] }, laid)).toEqual({
      outer: "364 1100 732 732",
    });
  });
});

describe("dated lists", () => {
  const parts = {
    period: years,
    lists: [list("batches", ["on", "mass"], { dated: "batches.on" })],
    inputs: [input("batches.on", dateType), input("batches.mass")],
    formulas: [
      formula("yearly", over("sum", "batches", read("batches.mass")), perYears),
      formula("all_of", over("sum", "batches", read("batches.mass"))),
    ],
  };
  const laid = {
    period: twoYears,
    items: { batches: 3 },
    given: {
      "batches.on": ["2023-04-01", "2024-04-01", "2025-03-31"],
      "batches.mass": ["1", "2", "4"],
    },
  };

  it("are told from other lists and axes, wherever they stand among the lists", () => {
    const lists = [list("others", []), ...parts.lists];
    const formulas = [
      ...parts.formulas,
      formula("years_of", over("count", "years")),
      formula("others_of", over("count", "others"), perYears),
    ];
    const items = { ...laid.items, others: 5 };
    expect(outputsOf({ ...parts, lists, formulas }, { ...laid, items })).toEqual({
      yearly: "1 6",
      all_of: "7",
      years_of: "2",
      others_of: "5 5",
    });
  });

  it("have an earliest and a latest date", () => {
    const type = dateType;
    const formulas = [
      formula("first", over("min_of", "batches", read("batches.on"), { of: "date" }), { type }),
      formula("last", over("max_of", "batches", read("batches.on"), { of: "date" }), { type }),
    ];
    expect(outputsOf({ ...parts, formulas }, laid)).toEqual({
      first: "2023-04-01",
      last: "2025-03-31",
    });
  });

  it("give a year its own items", () => {
    expect(outputsOf(parts, laid)).toEqual({ yearly: "1 6", all_of: "7" });
  });

  it("refuse an item outside the period", () => {
    const outside = { ...laid.given, "batches.on": ["2023-03-31", "2024-04-01", "2025-03-31"] };
    const { evaluation } = evaluated(parts, { ...laid, given: outside });
    expect(evaluation.issues).toEqual([
      {
        code: "item-outside-period",
        severity: "error",
        path: ["formulas", "yearly"],
        facts: {
          id: "yearly",
          at: { years: "FY2023" },
          list: "batches",
          listLabel: { ja: "batches", en: "batches" },
          item: 1,
          date: "2023-03-31",
          from: "2023-04-01",
          to: "2025-03-31",
        },
      },
    ]);
  });

  it("take years as well as dates, and refuse to sort years into parts", () => {
    const byYear = {
      ...parts,
      inputs: [input("batches.on", yearType), input("batches.mass")],
      formulas: [
        formula("yearly", over("sum", "batches", read("batches.mass")), perYears),
        formula("partly", over("sum", "batches", read("batches.mass")), { per: ["parts"] }),
      ],
    };
    const given = { ...laid.given, "batches.on": ["2024", "2023", "2024"] };
    expect(outputsOf(byYear, { ...laid, given })).toEqual({
      yearly: "2 5",
      partly: "dated-by-year dated-by-year",
    });
  });

  it("wait for a date that is not answered", () => {
    const given = { ...laid.given, "batches.on": ["2023-04-01", "-", "2025-03-31"] };
    expect(outputsOf(parts, { ...laid, given })).toEqual({
      yearly: "missing missing",
      all_of: "7",
    });
  });
});

describe("indices", () => {
  const plan = planOf({
    ...members,
    enums: [enumeration("fuel", ["oil", "gas"])],
    formulas: [
      formula("a", number("1"), { per: ["members", "parts", "fuel"] }),
      formula("b", number("1"), { per: ["fuel", "years", "members"] }),
      formula("c", number("1"), { per: ["fuel"] }),
      formula("d", number("1")),
    ],
  });
  const { frame } = lay(plan, {
    period: twoYears,
    items: { members: 2 },
    given: { "members.started": ["2023-07-01", "2022-01-01"] },
  });

  it.each([
    [0, 10],
    [1, 8],
    [2, 2],
    [3, 1],
  ])("of formula %i run over all of its places and back", (position, size) => {
    const space = plan.formulas[position]?.space as Parameters<typeof sizeOf>[0];
    expect(sizeOf(space, frame)).toBe(size);
    for (let index = 0; index < size; index += 1) {
      expect(indexOf(space, frame, coordinatesOf(space, frame, index))).toBe(index);
    }
  });

  it("are written for a reader", () => {
    const space = plan.formulas[0]?.space as Parameters<typeof sizeOf>[0];
    expect(placeOf(plan, space, frame, 3)).toEqual({
      members: "1",
      parts: "2023-07-01",
      fuel: "gas",
    });
    expect(placeOf(plan, space, frame, -1)).toEqual({});
  });

  it("do not depend on which evaluation comes first", () => {
    const inputs = lay(plan, {
      period: "FY2023",
      items: { members: 1 },
      given: { "members.started": "2020-01-01" },
    });
    const options = { mode: "official", asOf: "2026-04-01" } as const;
    expect(evaluate(plan, inputs, options)).toEqual(evaluate(plan, inputs, options));
    expect(tree({}).formulas).toEqual([]);
  });
});
