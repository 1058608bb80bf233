import { describe, expect, it } from "vitest";
import { check } from "../../engine/check.ts";
import type { Form } from "../../engine/methodology/form.ts";
import { makeForm } from "../../engine/methodology/make-form.ts";
import { answersOf } from "../../widgets/answers/answer-set.ts";
import { isNumberText } from "../../widgets/answers/answer-text.ts";
import { splitUnit } from "../../widgets/answers/draft.ts";
import { draftOf, readAnswerText } from "../../widgets/answers/open-answers.ts";
import { writeFigure, writeRange } from "../../widgets/text/figures.ts";
import { parseFiles } from "../support/load.ts";
import { fuels, legs } from "./samples.ts";

async function formOf(methodology: string): Promise<Form> {
  const parsed = await parseFiles(methodology);
  const checked = parsed.ok ? check(parsed.value) : parsed;
  if (!checked.ok) throw new Error("the sample does not pass the checker");
  return makeForm(checked.value.tree, "test", []);
}

describe("saved answers", () => {
  it.each([
    [
      legs,
      {
        legs: [
          { name: "仙台", way: "distance", km: "12.70 km" },
          { way: "time", hours: "1 h" },
        ],
      },
    ],
    [fuels, { fuel: "gas", amount: { FY2021: "10 kNm3", FY2022: "1,000.0 kNm3" } }],
  ])("come back as they were", async (methodology, given) => {
    const form = await formOf(methodology);
    const record = { format: "answers/1", methodology: form.id, sets: { plan: { given } } };
    const read = readAnswerText(form, JSON.stringify(record));
    const plan = read.ok ? read.record.sets.plan : undefined;
    if (plan === undefined) throw new Error("the record was not read");
    expect(answersOf(form, draftOf(form, plan)).given).toEqual(given);
  });

  it("keep every digit of a number without quotes", async () => {
    const form = await formOf(fuels);
    const text = `{"format":"answers/1","methodology":"FUELS-1","sets":{"plan":{"given":{"amount":{"FY2021":"0.10 kL"}}}}}`;
    expect(readAnswerText(form, text)).toMatchObject({
      record: { sets: { plan: { given: { amount: { FY2021: "0.10 kL" } } } } },
    });
  });

  it.each([
    ["no JSON", "{", "not_answers"],
    ["another format", `{"format":"answers/2","methodology":"FUELS-1","sets":{}}`, "not_answers"],
    [
      "another methodology",
      `{"format":"answers/1","methodology":"OTHER-1","sets":{}}`,
      "other_methodology",
    ],
    ["a list", "[]", "not_answers"],
    ["no sets", `{"format":"answers/1","methodology":"FUELS-1"}`, "not_answers"],
    ["depth without end", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, "not_answers"],
    [
      "answers that lie too deep",
      `{"format":"answers/1","methodology":"FUELS-1","sets":{"plan":{"given":{"amount":${'{"a":'.repeat(50)}"1"${"}".repeat(50)}}}}}`,
      "too_large",
    ],
  ])("are refused: %s", async (_, text, problem) => {
    expect(readAnswerText(await formOf(fuels), text)).toEqual({ ok: false, problem });
  });

  it("are refused where a list has more items than it may", async () => {
    const form = await formOf(legs);
    const most = form.lists.find(({ id }) => id === "legs")?.maxItems ?? 0;
    const record = (count: number) => ({
      format: "answers/1",
      methodology: form.id,
      sets: { plan: { given: { legs: Array.from({ length: count }, () => ({ way: "time" })) } } },
    });
    expect(readAnswerText(form, JSON.stringify(record(most))).ok).toBe(true);
    expect(readAnswerText(form, JSON.stringify(record(most + 1)))).toEqual({
      ok: false,
      problem: "too_large",
    });
  });
});

describe("texts of answers", () => {
  it.each([
    ["30 km", { text: "30", unit: "km" }],
    ["30km", { text: "30", unit: "km" }],
    ["500 m", { text: "500", unit: "m" }],
    ["92 %", { text: "92", unit: "%" }],
    ["30", { text: "30" }],
    ["many km", { text: "many km" }],
  ])("%s is parted into %j", (text, entry) => {
    expect(splitUnit(text, ["km", "m", "%"])).toEqual(entry);
  });

  it.each([
    ["１，２３４．５", true],
    ["-3", true],
    ["twelve", false],
    ["3 km", false],
    ["", false],
  ])("%s is made of digits alone: %s", (text, expected) => {
    expect(isNumberText(text)).toBe(expected);
  });
});

describe("figures", () => {
  it.each([
    ["1234567890123456789012345.678", "ja", "1,234,567,890,123,456,789,012,345.678"],
    ["0.10", "en", "0.10"],
    ["-1234.5", "en", "−1,234.5"],
    ["10000/3", "ja", "10,000 ⁄ 3"],
    ["5..100", "en", "5–100"],
  ] as const)("%s is written in %s as %s", (value, language, expected) => {
    expect(writeFigure(value, language)).toBe(expected);
  });

  it("of a range have the sign of the language between them", () => {
    expect([writeRange("1.5", "20", "ja"), writeRange("1.5", "20", "en")]).toEqual([
      "1.5〜20",
      "1.5–20",
    ]);
  });
});
