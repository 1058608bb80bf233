import type { Language } from "./terminal.ts";

/** What the help of the command line says, by language. */
interface Usage {
  readonly santei: string;
  readonly version: string;
  readonly help: string;
  readonly helpCommand: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly choices: string;
  readonly default: string;
  readonly hint: string;
  readonly list: string;
  readonly show: string;
  readonly check: string;
  readonly test: string;
  readonly eval: string;
  readonly seek: string;
  readonly sensitivity: string;
  readonly batch: string;
  readonly schema: string;
  readonly methodology: string;
  readonly references: string;
  readonly document: string;
  readonly lang: string;
  readonly json: string;
  readonly answers: string;
  readonly mode: string;
  readonly asOf: string;
  readonly explain: string;
  readonly mutants: string;
  readonly table: string;
  readonly tableWanted: string;
  readonly dayWanted: string;
  readonly in: string;
  readonly out: string;
  readonly rejects: string;
  readonly rows: string;
  readonly case: string;
  readonly period: string;
  readonly periodWanted: string;
  readonly sheet: string;
  readonly mapping: string;
  readonly writeMapping: string;
  readonly template: string;
  readonly jobs: string;
  readonly jobsWanted: string;
  readonly change: string;
  readonly from: string;
  readonly to: string;
  readonly step: string;
  readonly atLeast: string;
  readonly output: string;
  readonly by: string;
  readonly shareWanted: string;
}

export const usageIn: Readonly<Record<Language, Usage>> = {
  en: {
    santei: "Calculates carbon-credit methodologies written as data, exactly.",
    version: "print the version",
    help: "print this help",
    helpCommand: "print the help of a command",
    titles: {},
    choices: "choices",
    default: "default",
    hint: "`santei --help` and `santei <command> --help` tell what there is.",
    list: "the methodologies there are",
    show: "what a methodology asks and gives",
    check: "read and check methodologies, shared tables and components: all problems at once",
    test: "run the worked tests and laws of methodologies, and what is made from them",
    eval: "evaluate answers",
    seek: "find the answers to one question under which an output reaches a figure",
    sensitivity: "tell which answer moves an output most",
    batch: "evaluate the rows of a CSV file or workbook",
    schema: "the JSON Schema of methodology files, of answers or of results",
    methodology: "id[@version], or the path of a methodology.yaml",
    references: "ids or paths; without any, every methodology there is",
    document: "which schema",
    lang: "language of labels and sentences (default: that of the locale)",
    json: "plain data instead of text",
    answers: "YAML or JSON with the answers; - for standard input",
    mode: "how questions without an answer are treated",
    asOf: "coefficients as they were known on this day: 2026-04-01",
    explain: "every step with its formula, values and clause",
    mutants: "plant slips in the formulas and see which the tests find",
    table:
      "a table of your own (CSV) in place of a replaceable one: yields=own.csv; may be given again",
    tableWanted: "It should be a table and a file, such as yields=own.csv.",
    dayWanted: "It should be a day such as 2026-04-01.",
    in: "CSV in UTF-8 or Shift_JIS, or .xlsx, with a header",
    out: "where the results go, one line for each row (CSV or .xlsx, by its name)",
    rejects:
      "where rows with issues go, with what is wrong, to be mended and sent again (CSV or .xlsx)",
    rows: "what a row is: a project of its own, or an item of the list of its case",
    case: "the column that tells the case of a row, with --rows items (default: case)",
    period: "period of rows that name none: FY2021, or 2021-04-01..2022-03-31",
    periodWanted: "It should be a period such as FY2021 or 2021-04-01..2022-03-31.",
    sheet: "the sheet of a workbook (default: the first that is not hidden)",
    mapping: "what the columns are, as --write-mapping wrote it and you changed it (JSON)",
    writeMapping: "write what each column of --in is taken for, and stop: a file for --mapping",
    template: "write an empty file with the columns of the methodology (CSV or .xlsx), and stop",
    jobs: "how many threads calculate (default: one for each core); the results are the same",
    jobsWanted: "It should be a whole number from 1 to 64.",
    change: "the answer to change: capacity, or boilers[2].heat of the second item",
    from: "the least answer to try: 1 kW",
    to: "the greatest answer to try: 50 kW",
    step: "the step from one answer to the next: 0.5 kW",
    atLeast: "what the output has to reach, in each year where it has years: 100",
    output: "the output (default: the first main one)",
    by: "the share by which figures are made smaller and greater",
    shareWanted: "It should be a share above 0, such as 0.1.",
  },
  ja: {
    santei: "データとして書かれた排出削減の方法論を、誤差なく計算します。",
    version: "版を表示する",
    help: "この説明を表示する",
    helpCommand: "コマンドの説明を表示する",
    titles: {
      "Usage:": "使い方:",
      "Arguments:": "引数:",
      "Options:": "オプション:",
      "Commands:": "コマンド:",
    },
    choices: "選択肢",
    default: "既定",
    hint: "`santei --help` と `santei <コマンド> --help` で使い方が分かります。",
    list: "方法論の一覧",
    show: "方法論が尋ねることと結果",
    check: "方法論・共有の表・部品を読んで検査する（問題はまとめて表示）",
    test: "方法論の計算例と法則、そこから作った試験を実行する",
    eval: "回答から計算する",
    seek: "結果がある値に届くような、一つの質問の回答を探す",
    sensitivity: "どの回答が結果を最も動かすかを示す",
    batch: "CSV ファイルやブックの行ごとに計算する",
    schema: "方法論のファイル・回答・結果の JSON Schema",
    methodology: "id[@版]、又は methodology.yaml のパス",
    references: "id 又はパス。なければすべての方法論",
    document: "どの JSON Schema か",
    lang: "表示の言語（既定はロケールの言語）",
    json: "文章でなくデータで出力する",
    answers: "回答の YAML 又は JSON。標準入力は -",
    mode: "回答のない質問の扱い",
    asOf: "この日に知られていた係数で計算する: 2026-04-01",
    explain: "すべての手順を式・値・条項とともに示す",
    mutants: "式に誤りを仕込み、試験が見つけるかを調べる",
    table: "置き換えられる表に代えて使う手元の表（CSV）: yields=own.csv。繰り返せる",
    tableWanted: "yields=own.csv のように、表とファイルを指定してください。",
    dayWanted: "2026-04-01 のような日付にしてください。",
    in: "見出しのある CSV（UTF-8 又は Shift_JIS）又は .xlsx",
    out: "結果の書き出し先。1行に1行（名前により CSV 又は .xlsx）",
    rejects: "問題のある行の書き出し先。理由を添えるので、直してまた使える（CSV 又は .xlsx）",
    rows: "1行が何か。それぞれ一つのプロジェクトか、案件の一覧の1件か",
    case: "どの案件の行かを示す列（--rows items のとき。既定は case、案件）",
    period: "期間の列がない行の期間: FY2021、又は 2021-04-01..2022-03-31",
    periodWanted: "FY2021、又は 2021-04-01..2022-03-31 のような期間を指定してください。",
    sheet: "ブックのシート（既定は隠れていない最初のシート）",
    mapping: "列の対応。--write-mapping が書き出し、手直ししたもの（JSON）",
    writeMapping: "--in の各列を何と読むかを書き出して終える。--mapping に使う",
    template: "方法論の列だけを書いた空のファイルを作って終える（CSV 又は .xlsx）",
    jobs: "計算するスレッドの数（既定はコアの数）。結果は同じ",
    jobsWanted: "1から64までの整数にしてください。",
    change: "変える回答: capacity、2件目の項目なら boilers[2].heat",
    from: "試す最小の回答: 1 kW",
    to: "試す最大の回答: 50 kW",
    step: "回答の刻み: 0.5 kW",
    atLeast: "結果が届くべき値（年度ごとの結果では各年度で）: 100",
    output: "結果のid（既定は最初の主な結果）",
    by: "数値を増減させる割合",
    shareWanted: "0.1 のような、0より大きい割合にしてください。",
  },
};

/** What commander says about wrong usage, in Japanese; the parts in quotes stay. */
const faults: readonly (readonly [pattern: RegExp, japanese: string])[] = [
  [/^error: unknown option '(.+?)'/, "オプション '$1' はありません。"],
  [/^error: unknown command '(.+?)'/, "コマンド '$1' はありません。"],
  [/^error: missing required argument '(.+?)'/, "引数 '$1' が必要です。"],
  [/^error: required option '(.+?)' not specified/, "オプション '$1' が必要です。"],
  [/^error: option '(.+?)' argument missing/, "オプション '$1' に値が必要です。"],
  [
    /^error: (?:option|command-argument value) '(.+?)'? argument '(.+?)' is invalid\. Allowed choices are (.+)\./,
    "オプション '$1' の値 '$2' は使えません。使えるのは $3 です。",
  ],
  [
    /^error: command-argument value '(.+?)' is invalid for argument '(.+?)'\. Allowed choices are (.+)\./,
    "引数 '$2' の値 '$1' は使えません。使えるのは $3 です。",
  ],
  [
    /^error: option '(.+?)' argument '(.+?)' is invalid\. /,
    "オプション '$1' の値 '$2' は使えません。",
  ],
  [/^error: too many arguments(?: for '(.+?)')?\..*/, "引数が多すぎます。"],
  [/\(Did you mean (.+?)\?\)/, "もしかして: $1"],
];

/** The message of commander about wrong usage, in the language of the reader. */
export function faultIn(message: string, language: Language): string {
  if (language === "en") return message;
  return faults.reduce((text, [pattern, japanese]) => text.replace(pattern, japanese), message);
}
