import { describe, expect, it } from "vitest";
import type { Issue } from "../../engine/issue.ts";
import { answers } from "../../engine/locales/ja-easy/answers.ts";
import { evaluating } from "../../engine/locales/ja-easy/evaluating.ts";
import { service } from "../../engine/locales/ja-easy/service.ts";
import { describeEasily } from "../../engine/service/easy-sentences.ts";
import { describeIssue } from "../../engine/service/sentences.ts";
import { wordsEasy } from "../../site/pages/words-easy.ts";
import { wordsJa } from "../../site/pages/words-ja.ts";
import { detailsJa } from "../../widgets/text/details-ja.ts";
import { detailsJaEasy } from "../../widgets/text/details-ja-easy.ts";
import { ja } from "../../widgets/text/ja.ts";
import { jaEasy } from "../../widgets/text/ja-easy.ts";
import type { Language } from "../../widgets/text/language.ts";
import { outJa } from "../../widgets/text/out-ja.ts";
import { outJaEasy } from "../../widgets/text/out-ja-easy.ts";
import { writeDay, writeYear, writeYears } from "../../widgets/text/times.ts";
import { faultsOfEasy } from "../support/easy-japanese.ts";

type Say = (...facts: readonly unknown[]) => string;

/** Facts of sentences that want more than figures; each figure is there once, to be found again. */
const special: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  limits: [
    [{ min: "101", max: "102", above: undefined, below: undefined, isSoft: false, isTime: false }],
    [{ min: undefined, max: undefined, above: "103", below: "104", isSoft: true, isTime: false }],
    [{ min: "105", max: "106", above: undefined, below: undefined, isSoft: false, isTime: true }],
    [{ min: undefined, max: undefined, above: undefined, below: undefined, isSoft: false }],
  ],
  assumedHint: [
    ["101", undefined],
    ["101", "102"],
  ],
  monitoring: [[undefined], ["101"]],
  yearLacks: [
    ["101", "102", true],
    ["101", "102", false],
  ],
  heldYears: [
    ["101", ""],
    ["", "102"],
    ["", ""],
  ],
  without: [["101", ["102", "103"]]],
  uncounted: [[["101", "102"]]],
  tableProblem: [
    [{ kind: "empty" }],
    [{ kind: "quote", line: 101 }],
    [{ kind: "ragged", line: 101, found: 102, expected: 103 }],
    [{ kind: "nameless" }],
    [{ kind: "twice", column: "101" }],
    [{ kind: "unknown", column: "101" }],
    [{ kind: "missing", column: "101" }],
    [{ kind: "insecure" }],
  ],
};

/** Each sentence in both languages, by name. */
function sentences(plain: object, easy: object): readonly (readonly [string, string, string])[] {
  return Object.entries(easy).flatMap(([name, own]): (readonly [string, string, string])[] => {
    const other: unknown = Reflect.get(plain, name);
    if (typeof own === "string") return [[name, String(other), own]];
    if (typeof own === "object") return [...sentences(other as object, own)];
    const facts = special[name] ?? [[101, 102, 103]];
    return facts.map((one) => [name, (other as Say)(...one), (own as Say)(...one)]);
  });
}

const figuresOf = (text: string) => new Set(text.match(/\b10\d\b/g));

describe.each([
  ["a calculator", sentences(ja, jaEasy)],
  ["its details", sentences(detailsJa, detailsJaEasy)],
  ["what is taken along", sentences(outJa, outJaEasy)],
  ["the page around", sentences(wordsJa, wordsEasy)],
])("the easy sentences of %s", (_, all) => {
  it("have readings, and are short", () => {
    expect(all.map(([name, , easy]) => [name, faultsOfEasy(easy)])).toEqual(
      all.map(([name]) => [name, []]),
    );
  });

  it("tell every figure and name that the Japanese ones tell", () => {
    expect(all.map(([name, , easy]) => [name, figuresOf(easy)])).toEqual(
      all.map(([name, plain]) => [name, figuresOf(plain)]),
    );
  });
});

describe("limits in easy Japanese", () => {
  it("read one and two persons by their own words", () => {
    const limits = { max: undefined, above: undefined, below: undefined, isSoft: false };
    const least = (min: string) => jaEasy.limits({ ...limits, min, isTime: false });
    expect(least("1｜人《にん》")).toContain("｜1人《ひとり》");
    expect(least("2 ｜人《にん》")).toContain("｜2人《ふたり》");
    expect(least("12｜人《にん》")).toContain("12｜人《にん》");
  });
});

describe("days and years in easy Japanese", () => {
  it.each([
    ["2023-04-01", "2023｜年《ねん》4｜月《がつ》｜1日《ついたち》"],
    ["2024-02-08", "2024｜年《ねん》2｜月《がつ》｜8日《ようか》"],
    ["2024-02-20", "2024｜年《ねん》2｜月《がつ》｜20日《はつか》"],
    ["2024-02-29", "2024｜年《ねん》2｜月《がつ》29｜日《にち》"],
    ["2024-12-11", "2024｜年《ねん》12｜月《がつ》11｜日《にち》"],
    ["soon", "soon"],
  ])("writes %s", (day, words) => {
    expect(writeDay(day, "ja_easy")).toBe(words);
  });

  it.each<[Language, string, string]>([
    ["ja", "2023年度", "2012〜2013年度"],
    ["ja_easy", "2023｜年度《ねんど》", "2012〜2013｜年度《ねんど》"],
    ["en", "FY2023", "FY2012–2013"],
  ])("writes years in %s", (language, year, years) => {
    expect(writeYear("FY2023", language)).toBe(year);
    expect(writeYears(["2012..2013"], language)).toBe(years);
  });
});

/** Facts for any issue: each sentence takes what it tells. */
const facts = {
  ...{
    input: "people",
    id: "people",
    at: {},
    label: { ja: "人数", ja_easy: "｜人数《にんずう》" },
  },
  ...{ found: "x", expected: "MEETING-1", used: "1.0-r1", moved: [], count: 2, least: 3, most: 4 },
  ...{
    of: "digits",
    example: "10 m2",
    units: ["m2"],
    unit: "km",
    key: "k",
    limit: "max",
    bound: "5",
  },
  ...{
    keyLabel: { ja: "種類", ja_easy: "｜種類《しゅるい》" },
    from: "2023-04-01",
    to: "2024-03-31",
  },
  ...{ years: "10", table: "goods", tableLabel: { ja: "表" }, column: "co2", keys: ["a = b"] },
  ...{ year: "FY2030", held: ["FY2012..FY2013", "FY2021.."], value: "3", low: "1", high: "" },
  ...{ nearest: ["1", "2"], axis: "legs", function: "average", constant: "c", known: "2024-01-01" },
  ...{
    asOf: "2023-01-01",
    list: "legs",
    listLabel: { ja: "移動", ja_easy: "｜移動《いどう》" },
    item: 2,
  },
  ...{ date: "2022-01-01", before: "5", after: "4", seconds: "15", edition: "MEETING-1@1.0-r1" },
  ...{ reason: "404", row: 3, may: false },
};

function issueOf(code: string, told: object = facts): Issue {
  return { code, severity: "error", path: [], facts: told } as unknown as Issue;
}

describe("issues in easy Japanese", () => {
  const codes = Object.keys({ ...answers, ...evaluating, ...service });

  it.each(codes)("%s has readings, and is short", (code) => {
    const told = { ...facts, tableLabel: { ja: "x" } };
    expect(faultsOfEasy(describeEasily(issueOf(code, told)))).toEqual([]);
  });

  it("name what they are about by its easy label", () => {
    expect(describeEasily(issueOf("answer-not-a-count"))).toContain("「｜人数《にんずう》」");
  });

  it("are told in Japanese where they have no easy sentence", () => {
    const issue = issueOf("engine-fault", { message: "x" });
    expect(describeEasily(issue)).toBe(describeIssue(issue, "ja"));
  });
});
