import type { SiteWords } from "./words.ts";

export const wordsJa: SiteWords = {
  name: "Santei",
  tagline: "J-クレジットの算定",
  skip: "本文へ移動",
  languages: "言語",
  otherLanguage: "English",
  portfolio: "一覧の一括計算",
  home: "計算の一覧",
  pages: "ページ",
  assessment: "潜在量の見積もり",
  where: "現在の場所",
  version: "版",
  statuses: {
    draft: "作成中",
    published: "公開",
    withdrawn: "取下げ",
    illustrative: "説明用のモデル",
  },
  statusNotes: {
    draft: "作成中の版です。結果を申請に使うことはできません。",
    withdrawn: "取り下げられた版です。",
    illustrative: "説明のための独自のモデルです。制度の公式な算定ではありません。",
  },
  footer: "結果は申請の代わりにはなりません。申請にはプロジェクト計画書と検証が必要です。",
  reference: "式と係数の根拠",
  needsScript: "計算にはJavaScriptが必要です。ブラウザーの設定で有効にしてください。",
};
