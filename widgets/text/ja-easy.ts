import { grouped } from "./figures.ts";
import type { Text } from "./text.ts";

/** Easy Japanese: short sentences, one thing in each, and the reading of every kanji marked. */
export const jaEasy: Text = {
  space: "",
  yes: "はい",
  no: "いいえ",
  choose: "｜選《えら》んでください",
  unanswer: "｜選《えら》ぶのをやめる",
  optional: "｜書《か》かなくてもいいです",
  assumed: "｜仮《かり》の｜答《こた》え",
  help: "くわしい｜説明《せつめい》",
  basics: "｜基本《きほん》",
  entry: "｜入力《にゅうりょく》",
  remove: "｜消《け》す",
  duplicate: "｜同《おな》じものをもう｜一《ひと》つ｜作《つく》る",
  add: (item) => `${item}を｜増《ふ》やす`,
  items: (count) => `${grouped(count)}｜件《けん》`,
  full: (most) => `${grouped(most)}｜件《けん》まで｜入《い》れることができます。`,
  answered: (count) => `｜入《い》れたもの ${grouped(count)}｜件《けん》`,
  unitOf: (question) => `${question}の｜単位《たんい》`,
  usual: (range) => `ふつうは${range}です。`,
  assumedHint: (value, note) =>
    `｜何《なに》も｜書《か》かないときは、${value}で｜計算《けいさん》します${
      note === undefined ? "" : `（${note}）`
    }。`,
  limits({ min, max, above, below, isSoft, isTime }) {
    const words = isTime
      ? [min && `${min}からです。`, max && `${max}までです。`]
      : [
          min && `いちばん｜小《ちい》さい｜数《かず》は${counted(min)}です。`,
          above && `${counted(above)}より｜大《おお》きい｜数《かず》です。`,
          max && `いちばん｜大《おお》きい｜数《かず》は${counted(max)}です。`,
          below && `${counted(below)}より｜小《ちい》さい｜数《かず》です。`,
        ];
    const start = isSoft ? "ふつう、" : "";
    return words.flatMap((one) => (one ? [start + one] : [])).join("");
  },
  monitoring: (group) =>
    `はかり｜方《かた》${group === undefined ? "" : `（｜分類《ぶんるい》${group}）`}：`,
  partsLater:
    "｜期間《きかん》（いつからいつまで）を｜入《い》れてください。そのあと、｜数字《すうじ》を｜入《い》れるところが｜出《で》ます。",
  partsAfter: (day) =>
    `「${day}」を｜入《い》れてください。そのあと、｜数字《すうじ》を｜入《い》れるところがここに｜出《で》ます。`,
  period: "｜計算《けいさん》する｜期間《きかん》（いつからいつまで）",
  periodByYear: "｜年度《ねんど》で｜決《き》める",
  periodByDates: "｜日《ひ》にちで｜決《き》める",
  periodFrom: "｜始《はじ》まりの｜日《ひ》",
  periodTo: "｜終《お》わりの｜日《ひ》",
  fiscalYear:
    "｜年度《ねんど》（4｜月《がつ》から、｜次《つぎ》の｜年《とし》の3｜月《がつ》まで）",
  yearsHeld:
    "｜表《ひょう》に｜数字《すうじ》がある｜年度《ねんど》です。ほかの｜年度《ねんど》は、この｜表《ひょう》の｜数字《すうじ》で｜計算《けいさん》することができません。",
  yearPreset: (year) =>
    `はじめは${year}です。どの｜表《ひょう》にもほとんどの｜数字《すうじ》がある｜年度《ねんど》の｜中《なか》で、いちばん｜新《あたら》しいからです。`,
  yearLacks: (year, table, isPartly) =>
    `${year}は、「${table}」に｜数字《すうじ》が${isPartly ? "｜少《すこ》ししか" : ""}ありません。｜数字《すうじ》を｜自分《じぶん》で｜入《い》れる｜答《こた》え（はかった｜数字《すうじ》など）を｜選《えら》ぶと、｜計算《けいさん》することができます。`,
  heldYears: (most, some) => {
    const partly = some === "" ? "" : `${some}（｜少《すこ》しだけ）`;
    return `：${[most, partly].filter(Boolean).join("、") || "ありません"}`;
  },
  questions: "｜入力《にゅうりょく》",
  calculate: "｜計算《けいさん》する",
  sets: "いつの｜数字《すうじ》ですか",
  plan: "｜計画《けいかく》（する｜前《まえ》）",
  actual: "｜実績《じっせき》（したあと）",
  setsHelp:
    "｜計画《けいかく》と｜実績《じっせき》は、｜別《べつ》に｜入《い》れます。｜両方《りょうほう》を｜入《い》れると、｜結果《けっか》を｜比《くら》べることができます。",
  instead: "｜別《べつ》の｜案《あん》",
  copyPlan: (set) => `｜計画《けいかく》の｜入力《にゅうりょく》を「${set}」に｜写《うつ》す`,
  look: "｜文字《もじ》・｜色《いろ》・ことば",
  errors: (count) =>
    `｜入力《にゅうりょく》を｜見《み》て、｜直《なお》してください（${grouped(count)}｜件《けん》）`,
  missing: (question) => `「${question}」を｜入《い》れてください。`,
  result: "｜結果《けっか》",
  resultOf: (set) => `｜結果《けっか》：${set}`,
  noResult: "｜入力《にゅうりょく》すると、ここに｜結果《けっか》が｜出《で》ます。",
  busy: "｜計算《けいさん》しています…",
  outdated:
    "｜読《よ》むことができない｜入力《にゅうりょく》があります。｜読《よ》むことができた｜入力《にゅうりょく》だけで｜計算《けいさん》しました。",
  engineFailed: "｜計算《けいさん》できませんでした",
  again: "もう｜一度《いちど》｜計算《けいさん》する",
  notCreditable: "クレジットになりません",
  undecided: "クレジットになるかどうか、まだわかりません。",
  needsAnswers: (count) =>
    `｜結果《けっか》を｜出《だ》すために、あと${grouped(count)}｜件《けん》｜入《い》れてください。`,
  needsHelp: "｜足《た》りない｜入力《にゅうりょく》",
  stopped: "｜数字《すうじ》なし",
  failed: "｜計算《けいさん》できません",
  none: "－",
  rangeNote: "｜結果《けっか》は、｜必《かなら》ずこの｜間《あいだ》に｜入《はい》ります。",
  looseRange: "｜本当《ほんとう》の｜幅《はば》は、これより｜狭《せま》いかもしれません。",
  digitsNote: (digits) => `｜上《うえ》から${digits}けたまで｜正《ただ》しい｜数字《すうじ》です。`,
  axes: {
    years: "｜年度《ねんど》",
    parts: "｜期間《きかん》",
    members: "｜種類《しゅるい》",
  },
  units: {
    h: "｜時間《じかん》",
    min: "｜分《ふん》",
    day: "｜日《にち》",
    month: "か｜月《げつ》",
    yr: "｜年《ねん》",
    JPY: "｜円《えん》",
    kNm3: "｜千《せん》Nm3",
  },
  bases: {
    hhv: "（｜高位《こうい》）",
    lhv: "（｜低位《ていい》）",
    dry: "（｜乾《かわ》いた｜重《おも》さ）",
  },
};

/** One and two persons are read otherwise than all others: ひとり, ふたり. */
function counted(figure: string): string {
  return figure
    .replace(/^1 ?｜人《にん》$/u, "｜1人《ひとり》")
    .replace(/^2 ?｜人《にん》$/u, "｜2人《ふたり》");
}
