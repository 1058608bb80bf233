import type { ReadingFacts, ValueKind } from "../facts/reading.ts";
import type { Sentences } from "../facts.ts";

const kinds: Readonly<Record<ValueKind, string>> = {
  text: "文字",
  list: "リスト",
  map: "キーと値の組",
};

const editions = { table: "係数表", component: "部品" } as const;

const meantBy = (meant: string | undefined): string =>
  meant === undefined ? "" : `「${meant}」のことですか。`;

export const reading: Sentences<ReadingFacts> = {
  "file-too-large": ({ limit }) =>
    `ファイルが${limit}を超えています。長い表は、同じ場所のCSVファイルに移してください。`,
  "file-too-long": ({ limit }) =>
    `ファイルの語と記号が${limit}個を超えています。長い表は、同じ場所のCSVファイルに移してください。`,
  "file-empty": () => "ファイルが空です。",
  "not-utf8": () => "ファイルの文字コードがUTF-8ではありません。UTF-8で保存してください。",
  "byte-order-mark": () =>
    "ファイルの先頭にBOMがあります。読み飛ばしましたが、BOMなしのUTF-8で保存してください。",
  "control-character": ({ character }) =>
    `ここに目に見えない文字（${character}）があります。削除してください。`,
  "yaml-indent": () => "字下げが前の行と合っていません。同じ階層の行にそろえてください。",
  "yaml-tab": () => "字下げには、タブではなく空白を使ってください。",
  "yaml-colon": () =>
    "コロンと空白を含む文字は引用符で囲み、キーはそれぞれ別の行に書いてください。",
  "yaml-unclosed": () =>
    "ここで閉じられていないか、区切られていません。括弧、引用符、コンマ、コロンのいずれかが足りません。{ } や [ ] の中では、[ ] { } , を含む文字を引用符で囲みます。",
  "yaml-escape": () =>
    "このエスケープは使えません。二重引用符の中で「\\」は「\\\\」と書くか、一重引用符を使ってください。",
  "yaml-start": ({ found }) => `「${found}」で始まる文字は、引用符で囲んでください。`,
  "yaml-quotes": () =>
    '{ } や [ ] の中では、括弧を含む文字を引用符で囲みます（{ expr: "grid[year].factor" }）。',
  "yaml-syntax": () =>
    "YAMLとして読めません。字下げを確かめてください。{ } や [ ] の中では、[ ] { } , を含む文字を引用符で囲みます。",
  "yaml-anchor": ({ found }) =>
    `アンカー（${found}）は使えません。値を必要な場所にそのまま書いてください。「&」で始まる文字は引用符で囲みます。`,
  "yaml-alias": ({ found }) =>
    `エイリアス（${found}）は使えません。値をそのまま書いてください。「*」で始まる文字は引用符で囲みます。`,
  "yaml-tag": ({ found }) =>
    `タグ（${found}）は使えません。値だけを書いてください。「!」で始まる文字は引用符で囲みます。`,
  "yaml-merge": () => "マージキー（<<）は使えません。キーをそのまま書いてください。",
  "yaml-directive": ({ found }) =>
    `ディレクティブ（${found}）は使えません。この行を削除してください。`,
  "yaml-documents": () =>
    "1つのファイルに書けるのは1つの文書だけです。「---」以降を削除してください。",
  "nested-too-deep": ({ limit }) => `値の入れ子が${limit}段を超えています。`,
  "key-not-text": () => "キーは文字で書きます。コロンの前に書いてください。",
  "key-reserved": ({ key }) => `「${key}」はキーに使えません。別の名前にしてください。`,
  "key-twice": ({ key, line }) =>
    `キー「${key}」が二度あります（一度目は${line}行目）。どちらか一方にしてください。`,
  "value-empty": ({ key }) =>
    key === ""
      ? '値がありません。値を書くか、空の文字であれば "" と書いてください。'
      : `「${key}」に値がありません。値を書くか、キーを省くか、空の文字であれば "" と書いてください。`,
  "wrong-kind": ({ expected, found }) =>
    `ここには${expected.map((kind) => kinds[kind]).join("または")}が必要ですが、${kinds[found]}があります。`,
  "key-unknown": ({ key, known, meant }) =>
    `ここでキー「${key}」は使えません。${meantBy(meant)}${meant === undefined && known.length > 0 ? `使えるのは ${known.join("、")} です。` : ""}`,
  "key-missing": ({ key }) => `キー「${key}」がありません。`,
  "not-one-of": ({ found, choices, meant }) =>
    choices.length === 1
      ? `ここは「${choices[0]}」でなければなりませんが、「${found}」とあります。`
      : `ここは ${choices.join("、")} のいずれかでなければなりませんが、「${found}」とあります。${meantBy(meant)}`,
  "id-form": ({ found, write }) =>
    `「${found}」はidに使えません。idは英小文字で始め、英小文字、数字、「_」で書きます。${write === "" ? "" : `「${write}」のことですか。`}`,
  "list-in-list": () =>
    "リストの項目にリストは置けません。別のリストを宣言し、item 型の項目で元のリストを指してください。",
  "format-unknown": ({ found, expected }) =>
    `ここには形式が「${expected}」のファイルが必要ですが、「${found}」とあります。`,
  "csv-name": ({ found }) =>
    `rows には、行のリストか、同じ場所にあるCSVファイルの名前（yields.csv など）を書きますが、「${found}」とあります。`,
  "csv-missing": ({ name }) => `同じ場所にファイル「${name}」がありません。`,
  "csv-quote": () =>
    'この行の引用符が閉じていません。引用符の中の「"」は「""」と書き、コンマの前で閉じてください。',
  "csv-empty": () => "この表には行がありません。見出しの下に1行以上書いてください。",
  "csv-ragged": ({ expected, found }) =>
    `見出しは${expected}列ですが、この行のセルは${found}個です。コンマを含むセルは引用符で囲んでください。`,
  "csv-header-empty": () => "見出しに名前のない列があります。",
  "csv-header-twice": ({ column }) =>
    `見出しに列「${column}」が二度あります。どちらか一方にしてください。`,
  "csv-column-missing": ({ column }) => `見出しに列「${column}」がありません。`,
  "rows-too-many": ({ limit }) => `表の行は${limit}行までです。`,
  "rows-many": ({ rows, limit }) =>
    `この表は${rows}行あります。${limit}行を超える表は、同じ場所のCSVファイルに移してください。`,
  "row-cell-unknown": ({ column, known, meant }) =>
    `表にキーまたは列「${column}」はありません。${meantBy(meant)}${meant === undefined ? `あるのは ${known.join("、")} です。` : ""}`,
  "row-cell-missing": ({ column }) =>
    `この行に「${column}」がありません。出典に値がないときは none と書いてください。`,
  "row-cell-empty": ({ column }) =>
    `この行の「${column}」が空です。出典に値がないときは none と書いてください。`,
  "row-twice": ({ key, file, line }) =>
    `${key} の行が二度あります（一度目は ${file} の${line}行目）。どちらか一方にしてください。`,
  "edition-form": ({ found }) =>
    `版は fuels/1 や fuels/1-r1 のようにidと版番号で書きますが、「${found}」とあります。`,
  "edition-missing": ({ kind, reference }) =>
    `${editions[kind]}「${reference}」がありません。idと版番号を確かめてください。`,
  "edition-other": ({ kind, reference, found }) =>
    `「${reference}」として見つかった${editions[kind]}には「${found}」とあります。idと版番号を直すか、置き場所を変えてください。`,
  "editions-too-many": ({ limit }) => `方法論が使える係数表と部品は合わせて${limit}個までです。`,
  "component-circle": ({ circle }) =>
    `部品が互いを使って循環しています（${circle.join(" → ")}）。どれか1つを使わない形にしてください。`,
  "methodology-missing": ({ reference, meant }) =>
    `方法論「${reference}」がありません。${meantBy(meant)}`,
};
