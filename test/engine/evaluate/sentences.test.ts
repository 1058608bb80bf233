import { describe, expect, it } from "vitest";
import { evaluating as en } from "../../../engine/locales/en/evaluating.ts";
import type { EvaluatingFacts } from "../../../engine/locales/facts/evaluating.ts";
import { evaluating as ja } from "../../../engine/locales/ja/evaluating.ts";

const label = { ja: "削減量", en: "Reduction" };
const at = { boilers: "2", years: "FY2023" };
const here = { id: "reduction", label, at };
const table = { ...here, table: "fuels", tableLabel: { ja: "燃料", en: "Fuels" }, column: "hv" };
const keys = ["fuel = coal", "year = FY2030"];

const samples: EvaluatingFacts = {
  "division-by-zero": { ...here, may: false },
  "constant-not-known": { ...here, constant: "share", known: "2025-01-01", asOf: "2024-12-31" },
  "no-row": { ...table, keys },
  "no-row-for-year": { ...table, keys, year: "FY2030", last: "FY2025", held: ["FY2012..FY2025"] },
  "key-outside": { ...table, keys, key: "age", value: "9", low: "10", high: "30" },
  "key-not-printed": { ...table, keys, key: "age", value: "12", nearest: ["10", "15"] },
  "cell-open": { ...table, keys },
  "slope-at-end": { ...table, keys, key: "age", value: "30" },
  "inverse-outside": { ...table, keys, from: "height", value: "9", low: "12", high: "18" },
  "nothing-to-choose": { ...here, function: "average", axis: "boilers", axisLabel: label },
  "outside-domain": { ...here, function: "ln", value: "0" },
  "term-not-whole": { ...here, value: "0.5", unit: "day" },
  "date-out-of-reach": here,
  "item-outside-period": {
    ...here,
    list: "batches",
    listLabel: { ja: "バッチ", en: "Batches" },
    item: 3,
    date: "2023-03-31",
    from: "2023-04-01",
    to: "2024-03-31",
  },
  "dated-by-year": { ...here, list: "batches", listLabel: { ja: "バッチ", en: "Batches" } },
  "falling-reading": {
    ...here,
    input: "power",
    inputLabel: { ja: "電力量", en: "Power" },
    from: "2023-04-01",
    to: "2024-04-01",
    before: "10",
    after: "5",
  },
  "not-settled": { ...here, digits: 200 },
  "range-too-wide": here,
  "number-too-large": { ...here, bits: 4096 },
  "too-many-steps": { ...here, most: 20_000_000 },
  "too-many-values": { count: 6_000_000, most: 5_000_000 },
  "formulas-too-deep": { methodology: "EN-S-001" },
  "condition-refused": { ...here, because: { ja: "低い", en: "too low" } },
  "condition-warned": here,
  "table-away": { table: "distances" },
  "table-not-replaceable": { table: "fuels" },
  "replacement-unread": { table: "yields", row: 4, column: "volume", found: "1e5" },
};
const codes = Object.keys(samples) as (keyof EvaluatingFacts)[];

function say(sentences: typeof en, code: keyof EvaluatingFacts): string {
  return (sentences[code] as (facts: unknown) => string)(samples[code]);
}

describe("sentences of evaluating", () => {
  it.each(codes)("%s is told in both languages, with all that is known", (code) => {
    for (const sentence of [say(en, code), say(ja, code)]) {
      expect(sentence).not.toMatch(/undefined|\[object/);
      expect(sentence).toMatch(/[.。]$/);
    }
  });

  it.each([
    [
      "constant-not-known",
      "“Reduction” (reduction, boilers 2, years FY2023) needs share, which became known on 2025-01-01, after the as-of date 2024-12-31. Choose a later as-of date.",
      "「削減量」（reduction、boilers 2、years FY2023）にはshareが必要ですが、これが分かったのは2025-01-01で、基準日2024-12-31より後です。後の基準日を選んでください。",
    ],
    [
      "division-by-zero",
      "“Reduction” (reduction, boilers 2, years FY2023) divides by zero. Check the answers that make up the divisor.",
      "「削減量」（reduction、boilers 2、years FY2023）で0による割り算になりました。割る値のもとになる回答を確かめてください。",
    ],
    [
      "item-outside-period",
      "Item 3 of “Batches” is of 2023-03-31, outside the period from 2023-04-01 to 2024-03-31. Correct its date or the period, or leave the item out.",
      "「バッチ」の3番目は2023-03-31のもので、期間（2023-04-01から2024-03-31まで）の外です。日付か期間を直すか、この項目を除いてください。",
    ],
    [
      "falling-reading",
      "The meter “Power” falls from 10 on 2023-04-01 to 5 on 2024-04-01. A later reading should not be smaller than an earlier one.",
      "メーター「電力量」の値が2023-04-01の10から2024-04-01の5へ減っています。後の検針値は前の値以上でなければなりません。",
    ],
  ] as const)("%s says what would be right", (code, english, japanese) => {
    expect(say(en, code)).toBe(english);
    expect(say(ja, code)).toBe(japanese);
  });
});
