import { beforeAll, describe, expect, it } from "vitest";
import { type AnswersRead, readAnswers } from "../../../engine/answers/read-answers.ts";
import type { AnswerSet } from "../../../engine/answers/record.ts";
import { indexOf } from "../../../engine/evaluate/coordinates.ts";
import { describe as sentence } from "../../../engine/locales/describe.ts";
import { en } from "../../../engine/locales/en.ts";
import { ja } from "../../../engine/locales/ja.ts";
import type { Mode } from "../../../engine/methodology/schema.ts";
import type { Plan } from "../../../engine/plan.ts";
import { print } from "../../../engine/quantity/exact.ts";
import { planOf } from "../run/plan-of.ts";
import { questions } from "./questions.ts";

let plan: Plan;
beforeAll(async () => {
  plan = await planOf(questions);
});

const twoYears = { from: "2023-04-01", to: "2025-03-31" };

function read(given: unknown, period: unknown = twoYears, mode: Mode = "official"): AnswersRead {
  return readAnswers(plan, { given, period } as AnswerSet, { mode });
}

/** Everything that is wrong, one line each: severity, code, path. */
function complaints(given: unknown, period?: unknown): readonly string[] {
  return read(given, period).issues.map(
    ({ severity, code, path }) => `${severity} ${code} ${path.join("/")}`,
  );
}

/** What one answer became. */
function value(id: string, given: unknown, index = 0): string {
  const { inputs, issues } = read(given);
  const errors = issues.filter(({ severity }) => severity === "error");
  expect(errors).toEqual([]);
  const found = inputs?.values[plan.at.inputs.get(id) ?? -1]?.[index];
  return typeof found === "object" && "numerator" in found ? print(found) : String(found);
}

describe("one answer", () => {
  it.each([
    ["share", "92 %", "0.92"],
    ["share", "９２％", "0.92"],
    ["share", "0.5 %", "0.005"],
    ["ratio", "1.25", "1.25"],
    ["ratio", "50 %", "0.5"],
    ["length", "250 m", "0.25"],
    ["length", "1 km", "1"],
    ["length", "３００　ｍ", "0.3"],
    ["people", "30", "30"],
    ["people", "30 person", "30"],
    ["people", "１，０００", "1000"],
    ["yes", "true", "true"],
    ["yes", "false", "false"],
    ["day", "2023-04-01", "19448"],
    ["day", "２０２３－０４－０１", "19448"],
    ["since", "FY2023", "2023"],
    ["since", "2023", "2023"],
    ["name", "北海道", "true"],
    ["length", "", "undefined"],
    ["length", "  ", "undefined"],
  ])("%s: %j is %s", (id, text, expected) => {
    expect(value(id, { [id]: text })).toBe(expected);
  });

  it.each([
    ["share", "92", "answer-without-unit"],
    ["share", "92 kg", "answer-unit-mismatch"],
    ["length", "3", "answer-without-unit"],
    ["length", "3 kg", "answer-unit-mismatch"],
    ["length", "3 parsec", "answer-unit-unknown"],
    ["length", "1e3 km", "answer-unit-unknown"],
    ["length", "1,23 km", "answer-separators"],
    ["length", "far", "answer-not-a-figure"],
    ["length", `${"9".repeat(61)} km`, "answer-too-long"],
    ["length", "9".repeat(5000), "answer-too-long"],
    ["people", "1.5", "answer-not-a-count"],
    ["people", "-1", "answer-not-a-count"],
    ["people", "30 vehicle", "answer-unit-mismatch"],
    ["ratio", "-1", "answer-beyond-limit"],
    ["ratio", "10", "answer-beyond-limit"],
    ["yes", "yes", "answer-not-a-flag"],
    ["yes", "1", "answer-not-a-flag"],
    ["day", "2023-02-29", "answer-not-a-date"],
    ["day", "2023/4/1", "answer-not-a-date"],
    ["day", "1999-12-31", "answer-beyond-limit"],
    ["since", "FY23", "answer-not-a-year"],
    ["since", "平成30", "answer-not-a-year"],
  ])("%s: %j is refused: %s", (id, text, code) => {
    expect(complaints({ [id]: text })).toEqual([`error ${code} given/${id}`]);
    expect(read({ [id]: text }).inputs?.values[plan.at.inputs.get(id) ?? -1]).toEqual([undefined]);
  });

  it("warns beyond a soft limit and uses the answer", () => {
    const { issues, inputs } = read({ length: "30 km" });
    expect(issues.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      "warning answer-beyond-limit",
    ]);
    const found = inputs?.values[plan.at.inputs.get("length") ?? -1]?.[0];
    expect(found).toEqual({ numerator: 30, scale: 0, divisor: 1 });
  });
});

describe("answers along axes", () => {
  const item = { started: "2023-07-01", fuel: "gas" };

  it("are nested in the order of `per`", () => {
    const given = { by_way: { rail: { FY2024: "7 km" }, road: { "2023": "5 km" } } };
    const input = plan.inputs[plan.at.inputs.get("by_way") ?? -1];
    const { inputs } = read(given);
    if (input === undefined || inputs === undefined) throw new Error("no answers");
    const at = (time: number, way: number) =>
      indexOf(input.space, inputs.frame, { item: 0, time, members: [way] });
    expect(value("by_way", given, at(0, 0))).toBe("5");
    expect(value("by_way", given, at(1, 1))).toBe("7");
    expect(value("by_way", given, at(0, 1))).toBe("undefined");
  });

  it("stand by the first day of each part of their item", () => {
    const fuel_use = { "2023-04-01": "1 kNm3", "2024-01-01": "20 Nm3", "2024-04-01": "3 kNm3" };
    const given = { boilers: [{ ...item, fuel_use }] };
    expect(value("boilers.fuel_use", given, 0)).toBe("1");
    expect(value("boilers.fuel_use", given, 1)).toBe("0.02");
    expect(value("boilers.fuel_use", given, 2)).toBe("3");
  });

  it("follow the unit of the member that was answered", () => {
    const use = (fuel: string, text: string) =>
      complaints({ boilers: [{ started: "2023-04-01", fuel, fuel_use: { "2023-04-01": text } }] });
    expect(use("gas", "1 Nm3")).toEqual([]);
    expect(use("coal", "1 kg")).toEqual([]);
    expect(use("coal", "1 Nm3")).toEqual([
      "error answer-unit-mismatch given/boilers/0/fuel_use/2023-04-01",
    ]);
  });

  it("need the member before the unit", () => {
    expect(complaints({ boilers: [{ fuel_use: { "2023-04-01": "1 t" } }] })).toEqual([
      "error answer-unit-open given/boilers/0/fuel_use/2023-04-01",
    ]);
  });

  it("are dated readings for a meter, in the order of days", () => {
    const meter = { "2024-04-01": "1 MWh", "2023-04-01": "5 kWh", "2023-09-30": "10 kWh" };
    const { inputs, issues } = read({ boilers: [{ ...item, meter }] });
    expect(issues).toEqual([]);
    const readings = inputs?.readings[plan.at.inputs.get("boilers.meter") ?? -1]?.[0] ?? [];
    expect(readings.map(({ day, value: one }) => `${day} ${print(one)}`)).toEqual([
      "19448 5",
      "19630 10",
      "19814 1000",
    ]);
  });

  it.each([
    ["by_way", "5 km", "error answer-shape given/by_way"],
    ["by_way", { road: "5 km" }, "error answer-shape given/by_way/road"],
    ["by_way", ["5 km"], "error answer-shape given/by_way"],
    ["by_way", { raod: { FY2023: "5 km" } }, "error answer-key-unknown given/by_way/raod"],
    ["by_way", { road: { FY1999: "5 km" } }, "warning answer-key-unknown given/by_way/road/FY1999"],
    ["by_way", { road: { spring: "5 km" } }, "error answer-key-unknown given/by_way/road/spring"],
    ["length", { FY2023: "5 km" }, "error answer-shape given/length"],
    ["length", 5, "error answer-shape given/length"],
    ["length", null, "error answer-shape given/length"],
    ["yes", true, "error answer-shape given/yes"],
    ["boilers", "two", "error list-shape given/boilers"],
    ["boilers", { 0: {} }, "error list-shape given/boilers"],
    ["boilers", ["two"], "error list-shape given/boilers/0"],
    ["boilers", [{ fule: "gas" }], "error answer-unknown given/boilers/0/fule"],
    ["boilers", [{ fuel: "gsa" }], "error answer-not-a-member given/boilers/0/fuel"],
    ["boilers", [{}, {}, {}, {}], "error too-many-items given/boilers"],
    ["boilers", [{ plot: "1" }], "error answer-not-an-item given/boilers/0/plot"],
    ["boilers", [{ meter: { may: "1 kWh" } }], "error reading-date given/boilers/0/meter/may"],
    [
      "boilers",
      [{ started: "2023-07-01", fuel: "gas", fuel_use: { "2023-05-01": "1 Nm3" } }],
      "warning answer-key-unknown given/boilers/0/fuel_use/2023-05-01",
    ],
  ])("%s: %j is told as %s", (id, answer, expected) => {
    expect(complaints({ [id]: answer })).toEqual([expected]);
  });

  it("tells which answers lie outside the period", () => {
    expect(read({ by_way: { road: { FY2030: "1 km" } } }).outside).toEqual([
      { input: "by_way", at: { years: "FY2030" } },
    ]);
  });

  it("point at items by their number from 1", () => {
    const given = { plots: [{}, { height: "3 m" }], boilers: [{ plot: "2" }] };
    expect(value("boilers.plot", given)).toBe("1");
  });
});

describe("old ids", () => {
  it("move to the new ones with a warning", () => {
    const given = {
      distance: "3 km",
      boilers: [{ fuel: "heavy_oil", use: { "2023-04-01": "2 kL" } }],
    };
    expect(complaints(given)).toEqual([
      "warning answer-renamed given/distance",
      "warning answer-renamed given/boilers/0/use",
      "warning answer-renamed given/boilers/0/fuel",
    ]);
    expect(value("length", given)).toBe("3");
    expect(value("boilers.fuel", given)).toBe("0");
    expect(value("boilers.fuel_use", given)).toBe("2");
  });

  it("do not replace an answer under the new id", () => {
    expect(complaints({ distance: "3 km", length: "4 km" })).toEqual([
      "error answer-unknown given/distance",
    ]);
  });
});

describe("the period", () => {
  it.each([
    ["FY2023", "19448..19813"],
    ["ＦＹ２０２３", "19448..19813"],
    [{ from: "2023-04-01", to: "2023-04-01" }, "19448..19448"],
  ])("%j is read", (period, expected) => {
    const { frame } = read({}, period).inputs ?? {};
    expect(`${frame?.period?.from}..${frame?.period?.to}`).toBe(expected);
  });

  it.each([
    [null, "error answers-shape period"],
    ["2023", "error period-not-read period"],
    ["FY2023..FY2024", "error period-not-read period"],
    [{ from: "2023-04-01" }, "error period-not-read period/to"],
    [{ from: "2024-04-01", to: "2024-03-31" }, "error period-order period"],
    [{ from: "1900-04-01", to: "2024-03-31" }, "error period-too-long period"],
    [["2023-04-01", "2024-03-31"], "error answers-shape period"],
  ])("%j is refused", (period, expected) => {
    expect(complaints({}, period)).toEqual([expected]);
    expect(read({}, period).inputs).toBeUndefined();
  });

  it("is asked for where it is missing", () => {
    const { issues } = readAnswers(plan, { given: {} }, { mode: "official" });
    expect(issues.map(({ code }) => code)).toEqual(["answers-without-period"]);
  });
});

describe("hostile answers", () => {
  it.each([
    ['{"__proto__": {"length": "1 km"}}', ["error answer-unknown given/__proto__"]],
    ['{"constructor": "1"}', ["error answer-unknown given/constructor"]],
    ['{"length": {"__proto__": "1 km"}}', ["error answer-shape given/length"]],
    [
      '{"by_way": {"__proto__": {"FY2023": "1 km"}}}',
      ["error answer-key-unknown given/by_way/__proto__"],
    ],
    ['{"boilers": [{"toString": "1"}]}', ["error answer-unknown given/boilers/0/toString"]],
  ])("%s", (text, expected) => {
    expect(complaints(JSON.parse(text))).toEqual(expected);
  });

  it("come to an end: ten thousand ids", () => {
    const given = Object.fromEntries(Array.from({ length: 10_000 }, (_, id) => [`x${id}`, "1"]));
    const { issues } = read(given);
    expect(issues).toHaveLength(201);
    expect(issues.at(-1)).toEqual({
      code: "more-answer-issues",
      severity: "error",
      path: [],
      facts: { count: 9800 },
    });
  });

  it("come to an end: deep nesting", () => {
    let deep: unknown = "1 km";
    for (let level = 0; level < 50_000; level += 1) deep = { road: deep };
    expect(complaints({ by_way: deep })).toEqual([
      "error answer-key-unknown given/by_way/road/road",
    ]);
  });

  it.each([[undefined], [null], [[]], ["text"], [7]])(
    "are told where %j stands for a map",
    (given) => {
      expect(complaints(given)).toEqual(["error answers-shape given"]);
    },
  );
});

it("uses what can be read where others cannot be", () => {
  const { inputs, issues } = read({ length: "far", ratio: "2" });
  expect(issues).toHaveLength(1);
  expect(inputs?.values[plan.at.inputs.get("ratio") ?? -1]?.[0]).toEqual({
    numerator: 2,
    scale: 0,
    divisor: 1,
  });
});

it("says what would be right", () => {
  const { issues } = read({ lenght: "3 km", share: "92", boilers: [{ fuel: "oli" }] });
  expect(issues.map((issue) => sentence(issue, en))).toEqual([
    "There is no question “lenght”. Did you mean “length”?",
    "“Fuel” (boilers.fuel) should be one of oil, gas, coal, but it is “oli”. Did you mean “oil”?",
    "“Share” (share) should carry its unit: “92 %”.",
  ]);
  expect(issues.map((issue) => sentence(issue, ja))).toEqual([
    "「lenght」という項目はありません。「length」のことですか。",
    "「燃料」（boilers.fuel）は oil、gas、coal のいずれかにしてください（現在は「oli」）。「oil」のことですか。",
    "「割合」（share）は「92 %」のように単位を付けてください。",
  ]);
});
