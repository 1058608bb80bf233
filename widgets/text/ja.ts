import { grouped } from "./figures.ts";
import type { Text } from "./text.ts";

export const ja: Text = {
  space: "",
  yes: "はい",
  no: "いいえ",
  choose: "選んでください",
  unanswer: "選択を取り消す",
  optional: "任意",
  assumed: "仮定",
  help: "くわしい説明",
  basics: "基本",
  entry: "入力",
  remove: "削除",
  duplicate: "複製",
  add: (item) => `${item}を追加`,
  items: (count) => `${grouped(count)}件`,
  full: (most) => `${grouped(most)}件まで入力できます。`,
  answered: (count) => `入力済み ${grouped(count)}件`,
  unitOf: (question) => `${question}の単位`,
  usual: (range) => `目安は${range}です。`,
  assumedHint: (value, note) =>
    `空欄のときは${value}と仮定します${note === undefined ? "" : `（${note}）`}。`,
  limits({ min, max, above, below, isSoft, isTime }) {
    if (isTime) {
      const span = [min && `${min}から`, max && `${max}まで`].filter(Boolean).join("");
      return span === "" ? "" : `${span}を入力します。`;
    }
    const low = min === undefined ? above && `${above}より大きい値` : `${min}以上`;
    const high = max === undefined ? below && `${below}より小さい値` : `${max}以下`;
    const both = [low, high].filter((one) => one !== undefined).join("、");
    if (both === "") return "";
    return isSoft ? `ふつうは${both}です。` : `${both}で入力します。`;
  },
  monitoring: (group) => `モニタリング${group === undefined ? "" : `（分類${group}）`}：`,
  partsLater: "期間を入力すると、区間ごとの入力欄が出ます。",
  partsAfter: (day) => `「${day}」を入力すると、年度や区間ごとの欄がここに出ます。`,
  period: "計算する期間",
  periodByYear: "年度で指定",
  periodByDates: "日付で指定",
  periodFrom: "初日",
  periodTo: "末日",
  fiscalYear: "年度（4月から翌年3月まで）",
  yearsHeld: "係数表に値がある年度です。ほかの年度は、その係数を使う計算ができません。",
  yearPreset: (year) =>
    `はじめに${year}としているのは、どの表にもほとんどの値がある年度のうち最も新しいためです。`,
  yearLacks: (year, table, isPartly) =>
    `${year}は「${table}」に値が${isPartly ? "一部しか" : ""}ありません。値がないときも、係数を自分で入力できる項目（実測値など）を選べば計算できます。`,
  heldYears: (most, some) =>
    `：${[most, some === "" ? "" : `${some}（一部のみ）`].filter(Boolean).join("、") || "なし"}`,
  questions: "入力",
  calculate: "計算する",
  sets: "入力する時点",
  plan: "計画（事前）",
  actual: "実績",
  instead: "代わりの案",
  setsHelp: "計画と実績は別々に入力でき、両方に入力すると結果を比べられます。",
  copyPlan: (set) => `計画の入力を${set}に写す`,
  look: "文字・色・ことば",
  errors: (count) => `入力を確かめてください（${grouped(count)}件）`,
  missing: (question) => `「${question}」を入力してください。`,
  result: "結果",
  resultOf: (set) => `結果：${set}`,
  noResult: "入力すると、ここに結果が出ます。",
  busy: "計算しています…",
  outdated: "読めない入力があるため、読めた入力だけで計算した結果です。",
  engineFailed: "計算できませんでした",
  again: "もう一度計算する",
  notCreditable: "クレジットの対象外",
  undecided: "対象になるかは、まだ決まりません。",
  needsAnswers: (count) => `結果を出すには、あと${grouped(count)}項目の入力が必要です。`,
  needsHelp: "足りない入力",
  stopped: "値なし",
  failed: "計算できません",
  none: "－",
  rangeNote: "結果は必ずこの幅に入ります。",
  looseRange: "幅は広めに見積もられています。",
  digitsNote: (digits) => `有効数字${digits}桁まで確かな値です。`,
  axes: { years: "年度", parts: "期間", members: "区分" },
  units: {
    h: "時間",
    min: "分",
    day: "日",
    month: "か月",
    yr: "年",
    JPY: "円",
    kNm3: "千Nm3",
  },
  bases: { hhv: "（高位）", lhv: "（低位）", dry: "（乾燥）" },
};
