import type { Language } from "../build/page.ts";
import type { EmbedOptions } from "./options.ts";
import type { Way } from "./snippets.ts";

interface GeneratorWords {
  readonly title: string;
  readonly intro: string;
  readonly choose: string;
  readonly methodology: string;
  readonly language: string;
  readonly theme: string;
  readonly themes: Readonly<Record<EmbedOptions["theme"], string>>;
  readonly textSize: string;
  readonly textSizes: Readonly<Record<EmbedOptions["textSize"], string>>;
  readonly answers: string;
  readonly answersHelp: string;
  readonly noAnswer: string;
  readonly hide: string;
  readonly item: (name: string, number: number) => string;
  readonly addItem: string;
  readonly removeItem: string;
  readonly version: string;
  readonly stable: string;
  readonly pinned: string;
  readonly versionHelp: string;
  readonly yes: string;
  readonly no: string;
  readonly ways: Readonly<Record<Way["kind"], readonly [name: string, help: string]>>;
  readonly snippet: string;
  readonly policy: string;
  readonly noPolicy: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly qr: string;
  readonly qrTooLong: string;
  readonly ownCopy: string;
  readonly ownCopyHelp: string;
  readonly download: string;
  readonly preview: string;
}

/** What the page says that makes snippets for other sites. */
export const generatorWords: Readonly<Record<Language, GeneratorWords>> = {
  ja: {
    title: "計算をほかのサイトに置く",
    intro:
      "方法論と見た目を選び、コードを写してサイトに貼ります。置いた計算は、入力した内容を送信も保存もせず、クッキーも使いません。",
    choose: "置くもの",
    methodology: "方法論",
    language: "言語",
    theme: "配色",
    themes: { auto: "閲覧者の設定に合わせる", light: "明るい", dark: "暗い" },
    textSize: "文字の大きさ",
    textSizes: { normal: "標準", large: "大きい", larger: "さらに大きい" },
    answers: "あらかじめ入れておく答え",
    answersHelp: "ここに入れた答えは、初めから欄に入っています。見る人は変えられます。",
    noAnswer: "入れない",
    hide: "見る人に見せない（計算には使う）",
    item: (name, number) => `${name} ${number}`,
    addItem: "1件加える",
    removeItem: "最後の1件を除く",
    version: "アドレス",
    stable: "いつも最新のもの",
    pinned: "変わらない版",
    versionHelp:
      "「いつも最新のもの」は、式や係数の改訂がそのまま届きます。「変わらない版」は1バイトも変わらず、スクリプトはハッシュで確かめられますが、改訂は貼り直すまで届きません。",
    yes: "はい",
    no: "いいえ",
    ways: {
      frame: ["枠だけ", "スクリプトを置けないサイトに。高さは決まっていて、中で動かして読みます。"],
      loader: [
        "枠とスクリプト",
        "普通はこれを使います。高さが内容に合います。スクリプトや枠が拒まれると、リンクが残ります。",
      ],
      element: [
        "要素",
        "枠を使わず、ページの一部として置きます。見た目はCSSのカスタムプロパティで変えられます。計算は隠れた枠の中で行い、枠が拒まれればページ自身の中で行います（frame-srcがなくても動きます）。",
      ],
      link: ["リンクとQRコード", "ほかに何も置けないサイトや、印刷物に。"],
    },
    snippet: "貼るコード",
    policy: "サイトのContent-Security-Policyに要るもの",
    noPolicy: "Content-Security-Policyを変える必要はありません。",
    copy: "写す",
    copied: "写しました。",
    notCopied: "写せませんでした。欄の文字を選んで写してください。",
    qr: "リンクのQRコード",
    qrTooLong: "答えが長いため、QRコードにできません。",
    ownCopy: "自分のサーバーに置く",
    ownCopyHelp:
      "このサイト一式です。自分のサーバーに置けば、ほかのどこにも接続しません。中に、置き方と全ファイルのSHA-256があります。",
    download: "zipを受け取る",
    preview: "見本",
  },
  en: {
    title: "Put a calculator on another site",
    intro:
      "Choose a methodology and its look, then copy the code into the site. The calculator sends and stores nothing of what is entered, and sets no cookie.",
    choose: "What to embed",
    methodology: "Methodology",
    language: "Language",
    theme: "Colours",
    themes: { auto: "as the reader's device says", light: "light", dark: "dark" },
    textSize: "Text size",
    textSizes: { normal: "normal", large: "large", larger: "larger" },
    answers: "Answers given ahead",
    answersHelp: "These answers stand in the fields at first. Readers can change them.",
    noAnswer: "none",
    hide: "Do not show it to readers (it still counts)",
    item: (name, number) => `${name} ${number}`,
    addItem: "Add an item",
    removeItem: "Take the last item out",
    version: "Addresses",
    stable: "always the newest",
    pinned: "a version that never changes",
    versionHelp:
      "“Always the newest” brings every correction of formulas and coefficients by itself. “A version that never changes” keeps every byte, and browsers check its scripts by hash; corrections come only when the code is pasted anew.",
    yes: "yes",
    no: "no",
    ways: {
      frame: [
        "A frame alone",
        "For sites that allow no script. Its height is fixed, and it scrolls inside.",
      ],
      loader: [
        "A frame and a script",
        "The usual way. The height follows the content. Where scripts or frames are refused, the link stays.",
      ],
      element: [
        "An element",
        "Part of the page, without a frame to be seen. CSS custom properties change its look. It calculates in a hidden frame, or within the page itself where frames are refused (it works without frame-src).",
      ],
      link: ["A link and a QR code", "For sites that allow nothing else, and for print."],
    },
    snippet: "Code to paste",
    policy: "What the site's Content-Security-Policy needs",
    noPolicy: "The Content-Security-Policy of the site can stay as it is.",
    copy: "Copy",
    copied: "Copied.",
    notCopied: "It could not be copied. Please select the text of the field and copy it.",
    qr: "QR code of the link",
    qrTooLong: "The answers are too long for a QR code.",
    ownCopy: "A copy on your own server",
    ownCopyHelp:
      "The whole of this site. On your own server it connects to nobody else. Inside are instructions and the SHA-256 of every file.",
    download: "Download the zip",
    preview: "Preview",
  },
};
