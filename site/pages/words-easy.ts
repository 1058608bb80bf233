import type { SiteWords } from "./words.ts";

/** Easy Japanese, with the reading of every kanji marked. */
export const wordsEasy: SiteWords = {
  name: "Santei",
  tagline: "J-クレジットの｜計算《けいさん》",
  skip: "ページの｜中身《なかみ》へ｜行《い》く",
  languages: "ことば",
  otherLanguage: "English",
  portfolio: "たくさんの｜行《ぎょう》を｜一度《いちど》に｜計算《けいさん》",
  home: "｜計算《けいさん》の｜一覧《いちらん》",
  pages: "ページ",
  assessment: "どのくらい｜減《へ》らせるかの｜見積《みつ》もり",
  where: "｜今《いま》いるところ",
  version: "｜版《はん》（バージョン）",
  statuses: {
    draft: "｜作《つく》っているところ",
    published: "｜公開《こうかい》",
    withdrawn: "もう｜使《つか》いません",
    illustrative: "｜説明《せつめい》のためのもの",
  },
  statusNotes: {
    draft:
      "この｜計算《けいさん》は、まだ｜作《つく》っているところです。｜結果《けっか》を｜申請《しんせい》（｜国《くに》に｜出《だ》す｜書類《しょるい》）に｜使《つか》うことはできません。",
    withdrawn: "｜取《と》り｜下《さ》げた｜計算《けいさん》です。もう｜使《つか》いません。",
    illustrative:
      "｜説明《せつめい》のための、このサイトだけの｜計算《けいさん》です。｜制度《せいど》の｜正式《せいしき》な｜計算《けいさん》ではありません。",
  },
  footer:
    "この｜結果《けっか》だけでは、｜申請《しんせい》することができません。プロジェクトの｜計画書《けいかくしょ》と、｜検証《けんしょう》（ほかの｜人《ひと》が｜確《たし》かめること）が｜必要《ひつよう》です。",
  reference: "｜式《しき》と｜係数《けいすう》のもと",
  needsScript:
    "｜計算《けいさん》には、JavaScriptが｜必要《ひつよう》です。ブラウザーの｜設定《せってい》で｜使《つか》えるようにしてください。",
};
