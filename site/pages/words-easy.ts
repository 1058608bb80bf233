import type { SiteWords } from "./words.ts";

/** Plain Japanese: short sentences and common words. */
export const wordsEasy: SiteWords = {
  name: "Santei",
  tagline: "CO2を計算するページ",
  skip: "ページの中身へ行く",
  languages: "ことば",
  otherLanguage: "English",
  home: "計算の一覧",
  where: "今いるところ",
  version: "版",
  statuses: {
    draft: "作っているところ",
    published: "使えます",
    withdrawn: "もう使いません",
    illustrative: "説明のためのもの",
  },
  statusNotes: {
    draft: "この計算は、まだ作っているところです。申しこみには使えません。",
    withdrawn: "この計算は、もう使いません。",
    illustrative: "これは説明のための計算です。国の計算ではありません。",
  },
  footer:
    "この結果だけでは、申しこみはできません。計画の書類と、ほかの人がたしかめることが要ります。",
  reference: "式と数字の根拠",
  needsScript: "計算にはJavaScriptが要ります。ブラウザーの設定で使えるようにしてください。",
};
