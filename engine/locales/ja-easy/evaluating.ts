import type { Label } from "../../methodology/schema.ts";
import type { EvaluatingFacts } from "../facts/evaluating.ts";
import type { Sentences } from "../facts.ts";
import { inEasy } from "./label.ts";

function named(id: string, label: Label | undefined): string {
  return label === undefined ? id : `「${inEasy(label)}」`;
}

function where({ id, label }: { readonly id: string; readonly label?: Label }): string {
  return named(id, label);
}

/** 2012〜2013年度、2021年度から */
function fiscalYears(years: readonly string[]): string {
  const words = years.map((year) => {
    const [from = "", to] = year.replaceAll("FY", "").split("..");
    if (to === undefined) return `${from}｜年度《ねんど》`;
    if (to === "") return `${from}｜年度《ねんど》から`;
    return from === "" ? `${to}｜年度《ねんど》まで` : `${from}〜${to}｜年度《ねんど》`;
  });
  return words.join("、");
}

function because(label: Label | undefined): string {
  return label === undefined ? "" : `｜理由《りゆう》：${inEasy(label)}。`;
}

/** What answers can bring about; what only an author can mend is in plain Japanese alone. */
export const evaluating: Partial<Sentences<EvaluatingFacts>> = {
  "division-by-zero": (facts) =>
    facts.may
      ? `${where(facts)}を｜計算《けいさん》することができません。0で｜割《わ》ることがあるからです。もっとくわしく｜答《こた》えてください。`
      : `${where(facts)}を｜計算《けいさん》することができません。0で｜割《わ》っているからです。｜答《こた》えを｜見《み》て、｜直《なお》してください。`,
  "no-row": (facts) =>
    `${where(facts)}を｜計算《けいさん》することができません。｜表《ひょう》${named(facts.table, facts.tableLabel)}に、｜必要《ひつよう》な｜数字《すうじ》がありません（${facts.keys.join("、")}）。`,
  "constant-not-known": (facts) =>
    `${where(facts)}には、${named(facts.constant, facts.constantLabel)}が｜必要《ひつよう》です。これがわかったのは${facts.known}です。｜選《えら》んだ｜日《ひ》（${facts.asOf}）より｜後《あと》です。もっと｜後《あと》の｜日《ひ》を｜選《えら》んでください。`,
  "no-row-for-year": (facts) =>
    `${where(facts)}を｜計算《けいさん》することができません。｜表《ひょう》${named(facts.table, facts.tableLabel)}に、${fiscalYears([facts.year])}の｜数字《すうじ》がありません。${
      facts.held.length === 0
        ? "どの｜年度《ねんど》の｜数字《すうじ》も、｜表《ひょう》にありません。"
        : `｜数字《すうじ》があるのは、${fiscalYears(facts.held)}です。その｜期間《きかん》を｜選《えら》ぶか、「だいたいの｜計算《けいさん》」を｜選《えら》んでください。`
    }`,
  "key-outside": (facts) =>
    `${where(facts)}の｜計算《けいさん》で、${facts.value}は｜表《ひょう》${named(facts.table, facts.tableLabel)}の｜外《そと》です。｜表《ひょう》にあるのは、${facts.low === "" ? "" : `${facts.low}から`}${facts.high === "" ? "" : `${facts.high}まで`}です。`,
  "key-not-printed": (facts) =>
    `${where(facts)}の｜計算《けいさん》で、${facts.value}は｜表《ひょう》${named(facts.table, facts.tableLabel)}にありません。いちばん｜近《ちか》い｜数字《すうじ》は、${facts.nearest.join("と")}です。`,
  "cell-open": (facts) =>
    `${where(facts)}を｜計算《けいさん》することができません。｜表《ひょう》${named(facts.table, facts.tableLabel)}のもとの｜資料《しりょう》に、｜数字《すうじ》がありません（${facts.keys.join("、")}）。`,
  "nothing-to-choose": (facts) =>
    `${where(facts)}を｜計算《けいさん》することができません。${named(facts.axis, facts.axisLabel)}を、｜一《ひと》つか、それより｜多《おお》く｜入《い》れてください。`,
  "outside-domain": (facts) =>
    `${where(facts)}を｜計算《けいさん》することができません（${facts.value}）。｜答《こた》えを｜見《み》て、｜直《なお》してください。`,
  "date-out-of-reach": (facts) =>
    `${where(facts)}の｜日《ひ》にちが、0000｜年《ねん》から9999｜年《ねん》までの｜外《そと》です。｜入《い》れた｜日《ひ》にちと｜期間《きかん》を｜見《み》て、｜直《なお》してください。`,
  "item-outside-period": (facts) =>
    `${named(facts.list, facts.listLabel)}の${facts.item}｜番目《ばんめ》の｜日《ひ》にち（${facts.date}）は、｜期間《きかん》（${facts.from}から${facts.to}まで）の｜外《そと》です。｜日《ひ》にちか｜期間《きかん》を｜直《なお》してください。`,
  "falling-reading": (facts) =>
    `メーター${named(facts.input, facts.inputLabel)}の｜数字《すうじ》が｜小《ちい》さくなっています（${facts.from}は${facts.before}、${facts.to}は${facts.after}）。｜後《あと》の｜数字《すうじ》は、｜前《まえ》の｜数字《すうじ》と｜同《おな》じか、それより｜大《おお》きくなります。`,
  "range-too-wide": (facts) =>
    `${where(facts)}の｜幅《はば》を｜出《だ》すことができません。｜期間《きかん》を｜正確《せいかく》に｜答《こた》えてください。`,
  "too-many-steps": (facts) =>
    `｜計算《けいさん》が｜多《おお》すぎるので、${where(facts)}で｜止《と》めました。｜入力《にゅうりょく》を｜減《へ》らしてください。`,
  "too-many-values": () =>
    "｜計算《けいさん》が｜多《おお》すぎます。｜入力《にゅうりょく》を｜減《へ》らすか、｜期間《きかん》を｜短《みじか》くしてください。",
  "condition-refused": (facts) =>
    `${where(facts)}に｜合《あ》っていないので、｜受《う》け｜付《つ》けることができません。${because(facts.because)}`,
  "condition-warned": (facts) =>
    `${where(facts)}に｜合《あ》っていません。${because(facts.because)}`,
  "table-not-replaceable": () =>
    "この｜表《ひょう》は、｜自分《じぶん》の｜表《ひょう》に｜変《か》えることができません。",
  "replacement-unread": (facts) =>
    `｜自分《じぶん》の｜表《ひょう》の${facts.row}｜行目《ぎょうめ》の${facts.column}「${facts.found}」を｜読《よ》むことができません。もとの｜表《ひょう》を｜使《つか》います。`,
};
