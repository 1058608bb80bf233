/**
 * The success criteria of WCAG 2.2, levels A and AA, each with the tests that look at it. What has none is not tested,
 * and the report says so. A test looks at a part of a criterion: that it passes means that it found nothing.
 *
 * Source: WCAG 2.2 (W3C); Japanese names as in the translation by WAIC. JIS X 8341-3:2016 has the criteria of WCAG 2.0.
 */
export interface Criterion {
  readonly id: string;
  readonly level: "A" | "AA";
  readonly ja: string;
  readonly en: string;
  /** Whether JIS X 8341-3:2016 has it. */
  readonly jis: boolean;
  /** A tool that knows the criterion, or steps that were written for these widgets. */
  readonly way: "automated" | "scripted" | "not tested";
  readonly tests: readonly TestName[];
  /** What the tests leave to a person. */
  readonly left: Note;
}

/** A test by its file and the title as it is written there. */
export interface TestName {
  readonly file: string;
  readonly title: string;
}

export interface Note {
  readonly ja: string;
  readonly en: string;
}

const test = (file: string, title: string): TestName => ({ file: `test/${file}`, title });

const axe = [
  test("browser/accessibility.test.ts", "a meeting with everything unfolded"),
  test("browser/accessibility.test.ts", "a meeting with an empty trip"),
  test(
    "browser/accessibility.test.ts",
    "boilers in a year without values, and after a failed submit",
  ),
  test("browser/accessibility.test.ts", "%s unfolded"),
  test(
    "browser/take.test.ts",
    "leave no violation in any colours, at any size, with everything unfolded",
  ),
];
const trees = [
  test("widgets/accessible-trees.test.tsx", "of a meeting with its result is the one that is held"),
  test(
    "widgets/accessible-trees.test.tsx",
    "of %s before anything is entered is the one that is held",
  ),
];
const keyboard = [
  test("browser/keyboard.test.ts", "skips to the content"),
  test(
    "browser/keyboard.test.ts",
    "fills in the meeting calculator, submits with Enter and reaches the result",
  ),
  test("browser/keyboard.test.ts", "adds an item and lands on it"),
];
const reflow = [
  test("browser/accessibility.test.ts", "%s needs no sideways scrolling at 320 px"),
  test("browser/media.test.ts", "of 400 % zoom lose nothing of a filled calculator to the side"),
];
const targets = [test("browser/accessibility.test.ts", "gives every control 44 pixels")];
const summary = [
  test(
    "widgets/messages.test.tsx",
    "take the focus after a failed submit and lead to each field, in the same words",
  ),
  test("browser/calculator.test.ts", "points at a wrong entry and takes the focus to the summary"),
];
const told = [
  test("browser/media.test.ts", "is told of a result once"),
  test("widgets/result.test.tsx", "stands in a live region that was there before it"),
];
const limits = [test("widgets/fields.test.tsx", "say their limits and help where the field is")];
const chart = [
  test("widgets/result.test.tsx", "draws a bar for the eye beside each figure of the table"),
];
const noMedia = [test("accessibility/absent.test.ts", "hold no sound, film or moving picture")];
const noKeys = [test("accessibility/absent.test.ts", "act on no single key")];
const noGestures = [
  test(
    "accessibility/absent.test.ts",
    "ask for no dragging, gesture or motion, and act on release",
  ),
];
const noTime = [
  test("accessibility/absent.test.ts", "set no time limit and change no page by themselves"),
];
const noSignIn = [test("accessibility/absent.test.ts", "ask nobody to sign in")];

const byEye: Note = {
  ja: "見た目と意味は人が確かめる",
  en: "Looks and meaning are for a person to check",
};
const wording: Note = {
  ja: "言葉の分かりやすさは人が確かめる",
  en: "Whether the words are understood is for a person to check",
};
const byReader: Note = {
  ja: "スクリーンリーダーの実機では試していない",
  en: "Not tried with a screen reader",
};
const ofPage: Note = {
  ja: "載せるページの側で決まる",
  en: "Depends on the page that holds the widget",
};
const nothing: Note = {
  ja: "該当する内容がないことをソースから確かめた",
  en: "The sources were searched: there is no such content",
};

type Row = readonly [
  id: string,
  level: Criterion["level"],
  ja: string,
  en: string,
  way: Criterion["way"],
  tests: readonly TestName[],
  left: Note,
];

/** What WCAG 2.1 and 2.2 have added: not in JIS X 8341-3:2016. */
const later = new Set(
  "1.3.4 1.3.5 1.4.10 1.4.11 1.4.12 1.4.13 2.1.4 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8 3.2.6 3.3.7 3.3.8 4.1.3".split(
    " ",
  ),
);

const rows: readonly Row[] = [
  [
    "1.1.1",
    "A",
    "非テキストコンテンツ",
    "Non-text Content",
    "automated",
    [...axe, ...chart],
    byEye,
  ],
  [
    "1.2.1",
    "A",
    "音声のみ及び映像のみ（収録済）",
    "Audio-only and Video-only (Prerecorded)",
    "automated",
    noMedia,
    nothing,
  ],
  ["1.2.2", "A", "キャプション（収録済）", "Captions (Prerecorded)", "automated", noMedia, nothing],
  [
    "1.2.3",
    "A",
    "音声解説、又はメディアに対する代替（収録済）",
    "Audio Description or Media Alternative (Prerecorded)",
    "automated",
    noMedia,
    nothing,
  ],
  ["1.2.4", "AA", "キャプション（ライブ）", "Captions (Live)", "automated", noMedia, nothing],
  [
    "1.2.5",
    "AA",
    "音声解説（収録済）",
    "Audio Description (Prerecorded)",
    "automated",
    noMedia,
    nothing,
  ],
  [
    "1.3.1",
    "A",
    "情報及び関係性",
    "Info and Relationships",
    "automated",
    [...axe, ...trees],
    byEye,
  ],
  ["1.3.2", "A", "意味のあるシーケンス", "Meaningful Sequence", "scripted", trees, byEye],
  ["1.3.3", "A", "感覚的な特徴", "Sensory Characteristics", "not tested", [], wording],
  ["1.3.4", "AA", "表示の向き", "Orientation", "scripted", reflow, byEye],
  ["1.3.5", "AA", "入力目的の特定", "Identify Input Purpose", "automated", axe, nothing],
  ["1.4.1", "A", "色の使用", "Use of Color", "automated", axe, byEye],
  ["1.4.2", "A", "音声の制御", "Audio Control", "automated", noMedia, nothing],
  ["1.4.3", "AA", "コントラスト（最低限）", "Contrast (Minimum)", "automated", axe, byEye],
  [
    "1.4.4",
    "AA",
    "テキストのサイズ変更",
    "Resize Text",
    "scripted",
    [...reflow, test("widgets/look.test.tsx", "make letters larger and colours stronger at once")],
    byEye,
  ],
  [
    "1.4.5",
    "AA",
    "文字画像",
    "Images of Text",
    "automated",
    noMedia,
    {
      ja: "保存する画像は文字を含む（同じ内容が表とCSVにある）",
      en: "The picture to be saved holds text; the same is in tables and CSV",
    },
  ],
  ["1.4.10", "AA", "リフロー", "Reflow", "scripted", reflow, byEye],
  [
    "1.4.11",
    "AA",
    "非テキストのコントラスト",
    "Non-text Contrast",
    "scripted",
    [test("browser/media.test.ts", "of colours keep borders, marks and bars in sight")],
    byEye,
  ],
  [
    "1.4.12",
    "AA",
    "テキストの間隔",
    "Text Spacing",
    "scripted",
    [
      test(
        "browser/embed-elements.test.ts",
        "element-unstyled: goes on without a network; others look as it does, whatever their page says",
      ),
    ],
    { ja: "間隔を広げた表示は人が確かめる", en: "Wider spacing is for a person to check" },
  ],
  [
    "1.4.13",
    "AA",
    "ホバー又はフォーカスで表示されるコンテンツ",
    "Content on Hover or Focus",
    "not tested",
    [],
    byEye,
  ],
  [
    "2.1.1",
    "A",
    "キーボード",
    "Keyboard",
    "scripted",
    keyboard,
    { ja: "操作の全部ではない", en: "Not every operation" },
  ],
  [
    "2.1.2",
    "A",
    "キーボードトラップなし",
    "No Keyboard Trap",
    "scripted",
    [
      ...keyboard,
      test(
        "browser/embed-elements.test.ts",
        "element-in-dialog: calculates, and keeps the focus inside",
      ),
    ],
    { ja: "操作の全部ではない", en: "Not every operation" },
  ],
  [
    "2.1.4",
    "A",
    "文字キーのショートカット",
    "Character Key Shortcuts",
    "automated",
    noKeys,
    nothing,
  ],
  ["2.2.1", "A", "タイミング調整可能", "Timing Adjustable", "automated", noTime, nothing],
  [
    "2.2.2",
    "A",
    "一時停止、停止、非表示",
    "Pause, Stop, Hide",
    "automated",
    [...noMedia, ...noTime],
    nothing,
  ],
  [
    "2.3.1",
    "A",
    "3回のせん（閃）光、又はしきい（閾）値以下",
    "Three Flashes or Below Threshold",
    "scripted",
    [test("browser/media.test.ts", "of less motion leave no transition or animation")],
    byEye,
  ],
  [
    "2.4.1",
    "A",
    "ブロックスキップ",
    "Bypass Blocks",
    "automated",
    [...axe, test("browser/keyboard.test.ts", "skips to the content")],
    ofPage,
  ],
  ["2.4.2", "A", "ページタイトル", "Page Titled", "automated", axe, ofPage],
  ["2.4.3", "A", "フォーカス順序", "Focus Order", "scripted", [...keyboard, ...summary], byEye],
  [
    "2.4.4",
    "A",
    "リンクの目的（コンテキスト内）",
    "Link Purpose (In Context)",
    "automated",
    axe,
    wording,
  ],
  ["2.4.5", "AA", "複数の手段", "Multiple Ways", "not tested", [], ofPage],
  ["2.4.6", "AA", "見出し及びラベル", "Headings and Labels", "scripted", trees, wording],
  ["2.4.7", "AA", "フォーカスの可視化", "Focus Visible", "not tested", [], byEye],
  [
    "2.4.11",
    "AA",
    "隠されないフォーカス（最低限）",
    "Focus Not Obscured (Minimum)",
    "not tested",
    [],
    byEye,
  ],
  ["2.5.1", "A", "ポインタのジェスチャ", "Pointer Gestures", "automated", noGestures, nothing],
  ["2.5.2", "A", "ポインタのキャンセル", "Pointer Cancellation", "automated", noGestures, nothing],
  ["2.5.3", "A", "ラベルを含む名前", "Label in Name", "automated", axe, byReader],
  ["2.5.4", "A", "動きによる起動", "Motion Actuation", "automated", noGestures, nothing],
  ["2.5.7", "AA", "ドラッグ動作", "Dragging Movements", "automated", noGestures, nothing],
  [
    "2.5.8",
    "AA",
    "ターゲットのサイズ（最低限）",
    "Target Size (Minimum)",
    "scripted",
    [...targets, ...axe],
    { ja: "文中のリンクは対象外", en: "Links within sentences are exempt" },
  ],
  [
    "3.1.1",
    "A",
    "ページの言語",
    "Language of Page",
    "automated",
    [
      ...axe,
      test(
        "browser/calculator.test.ts",
        "switches the language in place and keeps what was entered",
      ),
    ],
    ofPage,
  ],
  ["3.1.2", "AA", "一部分の言語", "Language of Parts", "automated", axe, byEye],
  [
    "3.2.1",
    "A",
    "フォーカス時",
    "On Focus",
    "scripted",
    keyboard,
    { ja: "操作の全部ではない", en: "Not every operation" },
  ],
  [
    "3.2.2",
    "A",
    "入力時",
    "On Input",
    "scripted",
    [
      test(
        "widgets/messages.test.tsx",
        "keep the questions and the last result while an entry cannot be read",
      ),
      test(
        "widgets/lists.test.tsx",
        "keeps what was typed into a question that hides, and says so",
      ),
    ],
    {
      ja: "答えに応じて質問が増減する。増減は現在の項目より後で起こる",
      en: "Questions come and go with the answers, after the one at hand",
    },
  ],
  ["3.2.3", "AA", "一貫したナビゲーション", "Consistent Navigation", "not tested", [], ofPage],
  ["3.2.4", "AA", "一貫した識別性", "Consistent Identification", "scripted", trees, byEye],
  ["3.2.6", "A", "一貫したヘルプ", "Consistent Help", "not tested", [], ofPage],
  [
    "3.3.1",
    "A",
    "エラーの特定",
    "Error Identification",
    "scripted",
    [
      ...summary,
      test(
        "widgets/messages.test.tsx",
        "say what is wrong with an entry once its field has been left",
      ),
    ],
    byReader,
  ],
  [
    "3.3.2",
    "A",
    "ラベル又は説明",
    "Labels or Instructions",
    "scripted",
    [...limits, ...trees],
    wording,
  ],
  ["3.3.3", "AA", "エラー修正の提案", "Error Suggestion", "scripted", summary, wording],
  [
    "3.3.4",
    "AA",
    "エラー回避（法的、金融、データ）",
    "Error Prevention (Legal, Financial, Data)",
    "not tested",
    [],
    { ja: "送信や契約を行わない", en: "Nothing is submitted or concluded" },
  ],
  [
    "3.3.7",
    "A",
    "冗長な入力",
    "Redundant Entry",
    "scripted",
    [
      test(
        "widgets/lists.test.tsx",
        "adds, copies and removes items, and asks each what matters for it",
      ),
      test("widgets/share.test.tsx", "restores answers of every set, day, mode and price"),
    ],
    byEye,
  ],
  [
    "3.3.8",
    "AA",
    "アクセシブルな認証（最低限）",
    "Accessible Authentication (Minimum)",
    "automated",
    noSignIn,
    nothing,
  ],
  [
    "4.1.2",
    "A",
    "名前（name）、役割（role）及び値（value）",
    "Name, Role, Value",
    "automated",
    [...axe, ...trees],
    byReader,
  ],
  ["4.1.3", "AA", "ステータスメッセージ", "Status Messages", "scripted", told, byReader],
];

/** The criteria in their order. */
export const criteria: readonly Criterion[] = rows.map(([id, level, ja, en, way, tests, left]) => ({
  ...{ id, level, ja, en, way, tests, left },
  jis: !later.has(id),
}));
