import type { AssessmentFacts, AssessmentPart } from "../facts/assessment.ts";
import type { Sentences } from "../facts.ts";

const parts: Readonly<Record<AssessmentPart, string>> = {
  map: "マップ",
  day: "2026-11-22 のような日付",
  thing: "手引きにあるもののid",
  text: "長すぎない文字列",
  list: "リスト",
  answer: "文字列・リスト・マップの回答",
  rules: "方法論ごとの回答のマップ",
  given: "回答のマップ",
  ends: "low と high",
  ranges: "質問ごとの low と high",
  answers: "answers/1 の回答",
  methodology: "方法論のid",
  set: "回答の組 plan",
  form: "plain 又は program",
  flag: "true 又は false",
  project: "プロジェクト",
  variant: "案",
};

export const assessment: Sentences<AssessmentFacts> = {
  "answer-place-unknown": ({ place }) =>
    `${place} に、変えられる回答がありません。capacity のような質問のid、または回答にある項目の boilers[2].heat のような場所にしてください。`,
  "output-unknown": ({ output, known }) =>
    `${output} という、値の出る結果はありません。次のどれかにしてください: ${known.join("、")}`,
  "output-without-value": ({ output, missing }) =>
    missing.length > 0
      ? `結果 ${output} は、次の回答がないため値が出ません: ${missing.join("、")}。何を答えるかは \`santei show\` で分かります。`
      : `結果 ${output} は、この回答では値が出ません。満たさない条件があるか、計算できないところがあります。\`santei eval\` で分かります。`,
  "goal-figure": ({ found, unit }) =>
    `目標の ${found} は、100 ${unit} のように、結果の単位の数値にしてください。`,
  "grid-of-answers": ({ from, to, step, count, most }) =>
    count === ""
      ? `${from} から ${to} まで ${step} ずつでは、試す回答になりません。1 kW、50 kW、0.5 kW のように、3つとも同じ単位の数値にし、終わりは始め以上、刻みは0より大きくしてください。`
      : `${from} から ${to} まで ${step} ずつでは、回答が ${count} 個になります。試すのは ${most} 個までです。刻みを広げるか、範囲を狭めてください。`,
  "assessment-not-read": ({ reason }) =>
    reason === "json"
      ? "ポテンシャル評価として読めません。JSONの文字列ではありません。"
      : "ポテンシャル評価として読めません。リストやマップの入れ子が深すぎます。",
  "assessment-too-large": ({ measure, limit }) =>
    `ポテンシャル評価の${measure}が、上限の${limit}を超えています。`,
  "assessment-format": ({ found }) =>
    `ポテンシャル評価は format: assessment/1 で始めてください。今は ${found} です。`,
  "assessment-shape": ({ expected, found }) =>
    `ここは ${parts[expected]} にしてください。今は ${found} です。`,
  "assessment-key-unknown": ({ found, known }) =>
    `${found} はここにありません。次のどれかにしてください: ${known.join("、")}`,
  "assessment-id": ({ found, isTwice }) =>
    isTwice
      ? `id ${found} が2つあります。プロジェクトと案のidは、それぞれ別にしてください。`
      : `id ${found} は、英小文字で始め、英小文字・数字・_ だけにしてください。`,
  "assessment-thing-unknown": ({ found, known }) =>
    `${found} は手引きにありません。次のどれかにしてください: ${known.join("、")}`,
  "assessment-methodology-unknown": ({ found, known }) =>
    `${found} は、このポテンシャル評価の対象ではありません。次のどれかにしてください: ${known.join("、")}`,
  "assessment-project-unknown": ({ found, known }) =>
    known.length === 0
      ? `プロジェクト ${found} はありません。ポテンシャル評価にプロジェクトがありません。`
      : `プロジェクト ${found} はありません。次のどれかにしてください: ${known.join("、")}`,
  "assessment-figure": ({ found, example }) =>
    `${found} は、${example} のような0以上の数値にしてください。`,
};
