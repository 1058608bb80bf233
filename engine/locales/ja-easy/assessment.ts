import type { AssessmentFacts, AssessmentPart } from "../facts/assessment.ts";
import type { Sentences } from "../facts.ts";

const parts: Readonly<Record<AssessmentPart, string>> = {
  map: "マップ",
  day: "2026-11-22 のような｜日《ひ》にち",
  thing: "｜手引《てび》きにあるもののid",
  text: "｜長《なが》すぎない｜文字《もじ》",
  list: "リスト",
  answer: "｜文字《もじ》の｜答《こた》え",
  rules: "｜方法論《ほうほうろん》ごとの｜答《こた》え",
  given: "｜答《こた》えのマップ",
  ends: "low と high",
  ranges: "｜質問《しつもん》ごとの low と high",
  answers: "answers/1 の｜答《こた》え",
  methodology: "｜方法論《ほうほうろん》のid",
  set: "｜答《こた》えの｜組《くみ》 plan",
  form: "plain か program",
  flag: "true か false",
  project: "プロジェクト",
  variant: "｜案《あん》",
};

/** What the page of assessments can bring about. */
export const assessment: Partial<Sentences<AssessmentFacts>> = {
  "answer-place-unknown": ({ place }) =>
    `${place} に、｜変《か》えることができる｜答《こた》えがありません。`,
  "output-unknown": ({ output }) => `${output} という｜結果《けっか》はありません。`,
  "output-without-value": ({ output, missing }) =>
    missing.length > 0
      ? `｜結果《けっか》 ${output} の｜数字《すうじ》が｜出《で》ません。｜次《つぎ》の｜答《こた》えがありません：${missing.join("、")}`
      : `｜結果《けっか》 ${output} の｜数字《すうじ》が｜出《で》ません。｜条件《じょうけん》に｜合《あ》わないか、｜計算《けいさん》することができません。`,
  "goal-figure": ({ found, unit }) =>
    `｜目標《もくひょう》の ${found} は、100 ${unit} のような｜数字《すうじ》にしてください。`,
  "grid-of-answers": ({ most }) =>
    `｜試《ため》す｜答《こた》えは ${most} ｜個《こ》までです。3つの｜数字《すうじ》の｜単位《たんい》を｜同《おな》じにしてください。｜終《お》わりは｜始《はじ》めより｜大《おお》きくしてください。`,
  "assessment-not-read": () => "｜評価《ひょうか》のファイルとして｜読《よ》むことができません。",
  "assessment-too-large": ({ limit }) =>
    `｜評価《ひょうか》が｜大《おお》きすぎます。${limit}までにしてください。`,
  "assessment-format": ({ found }) =>
    `｜評価《ひょうか》のファイルではありません。｜今《いま》は ${found} です。`,
  "assessment-shape": ({ expected, found }) =>
    `ここは ${parts[expected]} にしてください。｜今《いま》は ${found} です。`,
  "assessment-key-unknown": ({ found }) => `${found} は、ここにありません。`,
  "assessment-id": ({ found }) => `id ${found} を｜直《なお》してください。`,
  "assessment-thing-unknown": ({ found }) => `${found} は｜手引《てび》きにありません。`,
  "assessment-methodology-unknown": ({ found }) =>
    `${found} は、ここで｜計算《けいさん》することができません。`,
  "assessment-project-unknown": ({ found }) => `プロジェクト ${found} はありません。`,
  "assessment-figure": ({ found, example }) =>
    `${found} は、${example} のような、0か、それより｜大《おお》きい｜数字《すうじ》にしてください。`,
};
