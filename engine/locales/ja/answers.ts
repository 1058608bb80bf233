import type { Label } from "../../methodology/schema.ts";
import type { AnswerFacts } from "../facts/answers.ts";
import type { Sentences } from "../facts.ts";

/** The question in the reader's words, with its id for those who write answers by hand. */
function name({ input, label }: { readonly input: string; readonly label: Label }): string {
  return `「${label.ja}」（${input}）`;
}

function list(words: readonly string[]): string {
  const shown = words.slice(0, 8).join("、");
  return words.length > 8 ? `${shown} ほか${words.length - 8}件` : shown;
}

function meant(suggestion: string | undefined): string {
  return suggestion === undefined ? "" : `「${suggestion}」のことですか。`;
}

const shapes = {
  record: "format、methodology、sets を持つ記録、又は period を含む回答の一覧",
  text: "文字列",
  map: "項目と値の組",
  set: "period と given の組",
  period: "「FY2023」又は from と to の組",
};

const limits = {
  min: (bound: string) => `${bound}以上`,
  max: (bound: string) => `${bound}以下`,
  above: (bound: string) => `${bound}より大きい値`,
  below: (bound: string) => `${bound}より小さい値`,
};

const counted = { digits: "桁", characters: "文字" };

export const answers: Sentences<AnswerFacts> = {
  "answers-shape": ({ expected, found }) =>
    `${shapes[expected]}にしてください（現在は ${found}）。`,
  "answers-format": ({ found }) => `回答の形式は answers/1 にしてください（現在は「${found}」）。`,
  "answers-for-another-methodology": ({ found, expected }) =>
    `この回答は ${found} のものです。ここで計算するのは ${expected} です。`,
  "answers-for-another-version": ({ found, used, moved }) =>
    `この回答は版 ${found} で作られました。版 ${used} で計算します。${
      moved.length === 0 ? "" : `移した回答：${list(moved)}。`
    }`,
  "answers-for-another-text": ({ used }) =>
    `この回答は、版 ${used} の別の内容で作られました。保存時の結果と異なることがあります。`,
  "as-of-date": ({ found }) =>
    `係数の基準日は 2026-11-22 のような日付にしてください（現在は「${found}」）。`,
  "more-answer-issues": ({ count }) => `ほかに${count}件の回答が読めません。`,
  "answer-renamed": ({ from, to }) =>
    `「${from}」は「${to}」に変わりました。回答をそこへ移しました。`,
  "answer-unknown": ({ id, list: of, suggestion }) =>
    `${of === undefined ? "" : `「${of}」に`}「${id}」という項目はありません。${meant(suggestion)}`,
  "answer-shape": ({ expected, found, example, ...asked }) =>
    expected === "text"
      ? `${name(asked)}には1つの値を文字列で入れてください（現在は ${found}）。`
      : `${name(asked)}は「${example ?? ""}」などの区分ごとに入れてください（現在は ${found}）。`,
  "list-shape": ({ part, ...asked }) =>
    part === "list"
      ? `${name(asked)}は項目のリストにしてください。`
      : `${name(asked)}の1件は、項目と値の組にしてください。`,
  "too-few-items": ({ count, least, ...asked }) =>
    `${name(asked)}は${least}件以上必要です（現在は${count}件）。`,
  "too-many-items": ({ count, most, ...asked }) =>
    `${name(asked)}は${most}件までです（現在は${count}件）。`,
  "answer-too-long": ({ most, of, ...asked }) => `${name(asked)}は${most}${counted[of]}までです。`,
  "answer-not-a-figure": ({ found, example, ...asked }) =>
    `${name(asked)}は ${example} のような数値で入れてください（現在は「${found}」）。`,
  "answer-separators": ({ found, ...asked }) =>
    `${name(asked)}の桁区切りは 1,234 のように3桁ごとに入れてください（現在は「${found}」）。`,
  "answer-without-unit": ({ found, units, ...asked }) =>
    `${name(asked)}は「${found} ${units[0] ?? ""}」のように単位を付けてください${
      units.length > 1 ? `（${list(units.slice(1))} も使えます）` : ""
    }。`,
  "answer-unit-unknown": ({ unit, units, ...asked }) =>
    `${name(asked)}の単位は ${list(units)} です。「${unit}」という単位はありません。`,
  "answer-unit-mismatch": ({ unit, units, ...asked }) =>
    `${name(asked)}の単位は ${list(units)} です（現在は ${unit}）。`,
  "answer-unit-open": ({ key, keyLabel, ...asked }) =>
    `${name(asked)}の単位は${name({ input: key, label: keyLabel })}で決まります。先にそちらを答えてください。`,
  "answer-not-a-count": ({ found, ...asked }) =>
    `${name(asked)}は0以上の整数で入れてください（現在は「${found}」）。`,
  "answer-not-a-flag": ({ found, ...asked }) =>
    `${name(asked)}は true（はい）か false（いいえ）にしてください（現在は「${found}」）。`,
  "answer-not-a-member": ({ found, members, suggestion, ...asked }) =>
    `${name(asked)}は ${list(members)} のいずれかにしてください（現在は「${found}」）。${meant(suggestion)}`,
  "answer-not-a-date": ({ found, ...asked }) =>
    `${name(asked)}は 2023-04-01 のような日付にしてください（現在は「${found}」）。`,
  "answer-not-a-year": ({ found, ...asked }) =>
    `${name(asked)}は FY2023 のような年度にしてください（現在は「${found}」）。`,
  "answer-not-an-item": ({ found, list: of, count, ...asked }) =>
    count === 0
      ? `${name(asked)}は「${of.ja}」の番号ですが、「${of.ja}」が1件もありません。`
      : `${name(asked)}は「${of.ja}」の番号（1〜${count}）にしてください（現在は「${found}」）。`,
  "answer-beyond-limit": ({ found, limit, bound, ...asked }) =>
    `${name(asked)}は${limits[limit](bound)}にしてください（現在は ${found}）。`,
  "answer-key-twice": ({ found, ...asked }) =>
    `${name(asked)}の「${found}」が2回入っています。どちらか一方にしてください。`,
  "answer-key-unknown": ({ found, axis, known, suggestion, ...asked }) =>
    axis === "parts"
      ? `${name(asked)}は期間の各区間の初日（${list(known)}）ごとに入れます。「${found}」はそのいずれでもありません。`
      : `${name(asked)}は ${list(known)} ごとに入れます。「${found}」はそのいずれでもありません。${meant(suggestion)}`,
  "readings-too-few": (asked) =>
    `${name(asked)}には、期間の初めと終わりの翌日の2つ以上の検針値が必要です。`,
  "reading-date": ({ found, ...asked }) =>
    `${name(asked)}の検針値は 2023-04-01 のような検針日ごとに入れてください（現在は「${found}」）。`,
  "answers-without-period": () => "期間を入れてください。「FY2023」、又は初日と末日です。",
  "period-not-read": ({ found }) =>
    `期間は「FY2023」、又は 2023-04-01 のような初日と末日にしてください（現在は「${found}」）。`,
  "period-order": ({ from, to }) => `期間の末日（${to}）は初日（${from}）以後にしてください。`,
  "period-too-long": ({ years }) => `期間は${years}年までです。`,
  "period-not-used": () => "この方法論は期間を使いません。入力された期間は使いません。",
};
