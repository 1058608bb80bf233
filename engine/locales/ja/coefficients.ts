import type { CoefficientFacts } from "../facts/coefficients.ts";
import type { Sentences } from "../facts.ts";

const keyForms = {
  year: "2013 のような年度、又は 2013..2017 のように両端を書いた年度の範囲",
  interval: "350..450、..0、600.. のような区間",
  dates: "2013-04-01..2014-04-01、..2013-04-01、2013-04-01.. のような期間",
  number: "40 のような印刷された数値1つ",
};

const cellForms = {
  flag: "true か false",
  date: "2031-03-31 のような日付",
  year: "2021 のような年度",
};

function forKeys(keys: string): string {
  return keys === "" ? "" : `（${keys}）`;
}

export const coefficients: Sentences<CoefficientFacts> = {
  "key-not-read": ({ key, expected, found }) =>
    `キー「${key}」は${keyForms[expected]}にしてください（現在は「${found}」）。`,
  "range-reversed": ({ low, high }) =>
    `範囲の始まりは終わりより前にしてください（${low} は ${high} より前ではありません）。`,
  "rows-overlap": ({ table, keys, common, other }) =>
    `「${table}」のこの行と ${other} の行が重なっています${forKeys(
      [keys, common].filter((text) => text !== "").join(", "),
    )}。1つのキーには1つの行としてください。`,
  "interval-gap": ({ table, keys, gap }) =>
    `「${table}」に ${gap} の行がありません${forKeys(keys)}。区間は前の区間の終わりから始めてください。`,
  "year-gap": ({ table, keys, gap }) =>
    `「${table}」には前後の年度の行がありますが、${gap} の行がありません${forKeys(keys)}。行を加えるか、出典がないときは「on_missing_year: error」と書いてください。`,
  "table-too-wide": ({ table }) =>
    `「${table}」の選択肢の組合せが多すぎます。すべての選択肢には「*」を使うか、表を分けてください。`,
  "rows-missing": ({ table, count, keys }) =>
    `「${table}」に ${keys.join("、")}${
      count > keys.length ? ` ほか${count - keys.length}件` : ""
    } の行がありません。行を加えるか、読む前に known() で確かめてください。`,
  "years-end": ({ table, ends, others }) =>
    `「${table}」の一部の値は、ほかの値（${others}年度まで）より早く終わります：${listOf(ends.map(({ keys, last }) => `${keys} は${last}年度まで`))}。`,
  "cell-not-read": ({ column, expected, unit, found }) =>
    `「${column}」には${
      expected === "figure"
        ? ` 0.0708、44/12 のような数値（単位 ${unit} は列に書く）`
        : cellForms[expected]
    }を入れてください（現在は「${found}」）。出典に値がないときは「none」です。`,
  "figure-too-long": ({ column, digits, limit }) =>
    `「${column}」の数値は${digits}桁です。${limit}桁までにしてください。`,
  "value-outside-range": ({ id, low, value, high }) =>
    `「${id}」は出典の範囲 ${low}〜${high} に入る値にしてください（現在は ${value}）。`,
  "source-range-reversed": ({ id, low, high }) =>
    `「${id}」の範囲は小さい値から大きい値の順にしてください（現在は ${low} から ${high}）。`,
  "slope-needs-rows": ({ column, along, keys, rows }) =>
    `傾き「${column}」には「${along}」に沿って2行以上が必要です${forKeys(keys)}（現在は${rows}行）。`,
  "inverse-not-monotone": ({ column, key, keys, at }) =>
    `「${column}」は「${key}」に沿って増え続けるか減り続けるようにしてください${forKeys(keys)}。${at} で変わるため、値からキーを1つに決められません。`,
  "inverse-tie": ({ column, key, keys, at, other }) =>
    `「${key}」は「${column}」の値から探すため、${other} と ${at} の値は異なるものにしてください${forKeys(keys)}。同じ値からはキーを1つに決められません。`,
  "known-not-a-day": ({ found }) => `2024-04-01 のような日付にしてください（現在は「${found}」）。`,
};

function listOf(words: readonly string[]): string {
  const shown = words.slice(0, 8).join("、");
  return words.length > 8 ? `${shown} ほか${words.length - 8}件` : shown;
}
