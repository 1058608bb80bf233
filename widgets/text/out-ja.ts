import { grouped } from "./figures.ts";
import type { OutText } from "./out-text.ts";

export const outJa: OutText = {
  size: "文字の大きさ",
  sizes: { normal: "標準", large: "大きい", larger: "とても大きい" },
  contrast: "色のはっきりさ",
  contrasts: { normal: "標準", high: "はっきり" },
  language: "ことば",
  readings: "ふりがな",
  readingsShown: "表示する",
  readingsHidden: "表示しない",
  shareHelp:
    "このリンクを開くと、今の入力がそのまま出ます。入力した内容はリンクの中に入るので、リンクを受け取った人は読めます。サーバーには送られません。",
  shareAddress: "共有用のリンク",
  shareCopy: "リンクをコピー",
  shareCopied: "リンクをコピーしました。",
  shareNotCopied: "コピーできませんでした。リンクを選んでコピーしてください。",
  shareCode: "共有用のリンクのQRコード",
  shareTooLong: (letters) =>
    `リンクが長いため（${grouped(letters)}文字）、QRコードにはできません。「回答をファイルに保存」で保存したファイルを渡せば、相手はそれを開けます。`,
  shareOwnTables: "差し替えた表はリンクに入りません。",
  shareNoPage: "ここではリンクを作れません。「回答をファイルに保存」を使ってください。",
  shareOpened: "リンクの入力を開きました。",
  shareOpenedOther: (version) =>
    `版 ${version} で作られたリンクを開きました。今の版で計算し、名前の変わった項目は移しました。`,
  shareProblems: {
    damaged:
      "このリンクは途中で切れているか壊れているため、開けません。元のリンクを最後までコピーしてください。入力はそのままです。",
    newer:
      "このリンクは新しい形式で作られているため、開けません。ページを再読み込みしてください。入力はそのままです。",
    too_long:
      "このリンクは長すぎるため、開けません。ファイルで受け取ってください。入力はそのままです。",
    not_answers: "このリンクには回答が入っていません。入力はそのままです。",
    other_methodology: "このリンクはほかの計算の回答です。入力はそのままです。",
    too_large: "このリンクの回答は、この計算で扱える数を超えています。入力はそのままです。",
  },
  notDrawn: "このブラウザーでは画像を作れませんでした。SVGでお試しください。",
  columns: {
    part: "種類",
    id: "記号",
    name: "名称",
    place: "区分",
    value: "値",
    low: "最小",
    high: "最大",
    unit: "単位",
    shown: "表示の値",
    shownUnit: "表示の単位",
    note: "備考",
  },
  parts: {
    entry: "入力",
    result: "結果",
    assumed: "仮定した値",
    unconfirmed: "原典未確認",
    record: "計算の記録",
  },
  statement: "オフセット計算書（下書き）",
  statementNotice:
    "この書類は計算結果の控えです。公的な証明書ではなく、クレジットが無効化されたことを証明するものでもありません。",
  statementDetails: "書類に記す内容（空欄のまま印刷し、手で書くこともできます。保存されません）",
  statementWhat: "対象（会議・行事などの名称）",
  statementWho: "主催者",
  statementWhen: "実施日",
  statementCredits: "無効化に使うクレジット（種類、プロジェクト、識別番号）",
  statementCreditsHelp: "登録簿の通知に書かれたとおりに記入します。",
  statementAmounts: "数えた量",
  statementEntries: "計算に使った入力",
  statementNone: "なし",
  statementSettled: "無効化の記録",
  statementSettledHelp: "無効化の通知を受け取ってから記入します。",
  statementMade: "作成日",
  statementPrint: "計算書を印刷",
  statementClose: "計算書を閉じる",
  toFill: "（記入欄）",
};
