import type { Label } from "../../methodology/schema.ts";
import type { AnswerFacts } from "../facts/answers.ts";
import type { Sentences } from "../facts.ts";
import { inEasy } from "./label.ts";

function name({ label }: { readonly label: Label }): string {
  return `「${inEasy(label)}」`;
}

const now = (found: string): string => `｜今《いま》は「${found}」です。`;

const limits = {
  min: (bound: string) => `${bound}か、それより｜大《おお》きい｜数《かず》`,
  max: (bound: string) => `${bound}か、それより｜小《ちい》さい｜数《かず》`,
  above: (bound: string) => `${bound}より｜大《おお》きい｜数《かず》`,
  below: (bound: string) => `${bound}より｜小《ちい》さい｜数《かず》`,
};

const counted = { digits: "けた", characters: "｜文字《もじ》" };

/** What a form can bring about; the sentences for those who write answers by hand are in plain Japanese alone. */
export const answers: Partial<Sentences<AnswerFacts>> = {
  "answers-for-another-methodology": ({ found, expected }) =>
    `これは ${found} の｜答《こた》えです。ここでは ${expected} を｜計算《けいさん》します。`,
  "answers-for-another-version": ({ found, used }) =>
    `この｜答《こた》えは、｜版《はん》（バージョン）${found} で｜作《つく》りました。｜版《はん》 ${used} で｜計算《けいさん》します。`,
  "answers-for-another-text": ({ used }) =>
    `この｜答《こた》えは、｜版《はん》（バージョン）${used} の｜別《べつ》の｜内容《ないよう》で｜作《つく》りました。｜結果《けっか》が｜前《まえ》と｜違《ちが》うかもしれません。`,
  "more-answer-issues": ({ count }) =>
    `ほかに${count}｜件《けん》の｜答《こた》えを｜読《よ》むことができません。`,
  "too-few-items": ({ count, least, ...asked }) =>
    `${name(asked)}は、${least}｜件《けん》か、それより｜多《おお》く｜必要《ひつよう》です。｜今《いま》は${count}｜件《けん》です。`,
  "too-many-items": ({ count, most, ...asked }) =>
    `${name(asked)}は、${most}｜件《けん》までです。｜今《いま》は${count}｜件《けん》です。`,
  "answer-too-long": ({ most, of, ...asked }) =>
    `${name(asked)}は、${most}${counted[of]}までです。`,
  "answer-not-a-figure": ({ found, example, ...asked }) =>
    `${name(asked)}には、${example} のような｜数字《すうじ》を｜入《い》れてください。${now(found)}`,
  "answer-separators": ({ found, ...asked }) =>
    `${name(asked)}のコンマ（,）は、1,234 のように3けたごとに｜入《い》れてください。${now(found)}`,
  "answer-without-unit": ({ found, units, ...asked }) =>
    `${name(asked)}には、「${found} ${units[0] ?? ""}」のように｜単位《たんい》を｜付《つ》けてください。`,
  "answer-unit-unknown": ({ unit, units, ...asked }) =>
    `${name(asked)}の｜単位《たんい》は ${units.join("、")} です。「${unit}」という｜単位《たんい》はありません。`,
  "answer-unit-mismatch": ({ unit, units, ...asked }) =>
    `${name(asked)}の｜単位《たんい》は ${units.join("、")} です。${now(unit)}`,
  "answer-unit-open": ({ keyLabel, ...asked }) =>
    `${name(asked)}の｜単位《たんい》は、「${inEasy(keyLabel)}」で｜決《き》まります。｜先《さき》に「${inEasy(keyLabel)}」を｜答《こた》えてください。`,
  "answer-not-a-count": ({ found, ...asked }) =>
    `${name(asked)}には、0、1、2、3のような｜数《かず》を｜入《い》れてください。${now(found)}`,
  "answer-not-a-date": ({ found, ...asked }) =>
    `${name(asked)}には、2023-04-01 のような｜日《ひ》にちを｜入《い》れてください。${now(found)}`,
  "answer-not-a-year": ({ found, ...asked }) =>
    `${name(asked)}には、2023 のような｜年度《ねんど》を｜入《い》れてください。${now(found)}`,
  "answer-beyond-limit": ({ found, limit, bound, ...asked }) =>
    `${name(asked)}には、${limits[limit](bound)}を｜入《い》れてください。${now(found)}`,
  "answer-key-twice": ({ found, ...asked }) =>
    `${name(asked)}に「${found}」が2｜回《かい》あります。どちらか｜一《ひと》つにしてください。`,
  "readings-too-few": (asked) =>
    `${name(asked)}には、メーターの｜数字《すうじ》が2つか、それより｜多《おお》く｜必要《ひつよう》です。｜期間《きかん》の｜最初《さいしょ》の｜日《ひ》と、｜最後《さいご》の｜日《ひ》の｜次《つぎ》の｜日《ひ》の｜数字《すうじ》です。`,
  "reading-date": ({ found, ...asked }) =>
    `${name(asked)}のメーターを｜見《み》た｜日《ひ》は、2023-04-01 のように｜入《い》れてください。${now(found)}`,
  "answers-without-period": () => "｜期間《きかん》（いつからいつまで）を｜入《い》れてください。",
  "period-not-read": ({ found }) =>
    `｜期間《きかん》は、｜年度《ねんど》か、2023-04-01 のような｜始《はじ》まりの｜日《ひ》と｜終《お》わりの｜日《ひ》で｜入《い》れてください。${now(found)}`,
  "period-order": ({ from, to }) =>
    `｜期間《きかん》の｜終《お》わりの｜日《ひ》（${to}）が、｜始《はじ》まりの｜日《ひ》（${from}）より｜前《まえ》です。｜直《なお》してください。`,
  "period-too-long": ({ years }) => `｜期間《きかん》は${years}｜年《ねん》までです。`,
};
