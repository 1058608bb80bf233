import type { CoherenceFacts } from "../facts/coherence.ts";
import type { Sentences } from "../facts.ts";

const things = {
  constant: "定数",
  row: "表",
  formula: "式",
  branch: "分岐",
  default: "既定値",
  range: "範囲",
  rounding: "端数処理",
  condition: "適用条件",
  cut: "期間の区切り",
  unit: "単位",
  "carrying over": "年度の繰越し",
  "spreading by days": "日割り",
  "published test": "公表された検算",
};

interface Sourced {
  readonly what: keyof typeof things;
  readonly id: string;
  readonly rows?: number;
}

function subject({ what, id, rows }: Sourced): string {
  if (rows === undefined) return `${things[what]}「${id}」`;
  return rows === 1 ? `「${id}」のこの行` : `「${id}」のこの行ほか${rows - 1}行`;
}

function meant(suggestion: string | undefined): string {
  return suggestion === undefined ? "" : `「${suggestion}」のことですか。`;
}

function way(route: readonly string[]): string {
  return route.length < 2 ? "" : `（${route.join(" → ")} と読まれます。）`;
}

const kinds = {
  formula: "式",
  constant: "定数",
  table: "表",
  component: "部品",
  input: "入力",
  list: "リスト",
};

const expectedForms = {
  flag: "true か false",
  date: "2031-03-31 のような日付",
  year: "FY2021 のような年度",
};

export const coherence: Sentences<CoherenceFacts> = {
  circle: ({ chain }) =>
    chain.length === 2
      ? `「${chain[0]}」が自分自身を読んでいます。式は先に決まるものだけを読むようにしてください。`
      : `循環しています：${chain.join(" → ")}。式は先に決まるものだけを読むようにし、2回計算するときは別の名前を付けてください。`,
  unused: ({ kind, id }) =>
    `${kinds[kind]}「${id}」は、どの出力からも適用条件からも読まれません。使うか、削除してください。`,
  "too-costly": ({ evaluations, limit, formula, axes }) =>
    `リストが最も長いとき、計算は${evaluations}回になります（上限は${limit}回）。最も多いのは「${formula}」です（${axes
      .map(({ axis, size }) => `${axis}：${size}`)
      .join("、")}）。リストの上限（max_items）を小さくするか、軸を減らしてください。`,
  "fractions-grow": ({ formula, list, items }) =>
    `「${formula}」は「${list}」の項目ごとに除数が異なる商を最大${items}件合計します。3桁の除数は何件あっても計算できます。異なる除数が4桁で約1,000件、5桁で約500件を超えると合計の桁数が上限を超え、計算はその旨を示して値を出しません。項目ごとの端数処理を定めるか、max_items を小さくしてください。`,

  "source-missing": (origin) =>
    `${subject(origin)}に出典がありません。文書と条項又は表を source: { document: …, clause: … } と書いてください。`,
  "provenance-missing": (origin) =>
    `${subject(origin)}に確かさの区分がありません。provenance に confirmed、secondary、derived、unconfirmed のいずれかを書いてください。`,
  "confirmed-by-nobody": (origin) =>
    `${subject(origin)}は confirmed とされていますが、文書「${origin.document}」には発行者がありません。confirmed には実際に読んだ文書が必要です。なければ unconfirmed にしてください。`,
  "document-unknown": ({ document, suggestion }) =>
    `このファイルに文書「${document}」はありません。${meant(suggestion)}`,
  "document-unused": ({ document }) => `文書「${document}」はどこにも引用されていません。`,
  "document-date": ({ word, found }) =>
    word === "date"
      ? `文書の日付は 2024、2024-04、2024-04-01 のような年・年月・年月日にしてください（現在は「${found}」）。`
      : `文書を読んだ日は 2024-04-01 のような日付にしてください（現在は「${found}」）。`,
  "low-confidence": ({ status, ...origin }) =>
    `${subject(origin)}は確度が低い（low）のに、回答で選ばれなくても結果に入ります。値を確かめるまで版は draft にしてください（現在は ${status}）。`,

  "hidden-input-read": ({ name, reader, needs, route }) =>
    `「${reader}」は、表示されない、又は空欄のことのある入力「${name}」を読んでいます。次が成り立つところだけで読んでください：${needs}。${way(route)}`,
  "hidden-list-read": ({ name, reader, needs, route }) =>
    `「${reader}」は、表示されないことのあるリスト「${name}」を読んでいます。次が成り立つところだけで読んでください：${needs}。${way(route)}`,
  "open-cell-read": ({ name, reader, needs, route }) =>
    `「${reader}」は、出典に値がない（none）ことのある「${name}」のセルを読んでいます。次が成り立つところだけで読んでください：${needs}。${way(route)}`,
  "relevance-too-involved": ({ name, reader, needs }) =>
    `「${reader}」の中の条件が込み入っているため、「${name}」が表示されていることを示せません。次を意味する簡単な分岐にしてください：${needs}。`,
  "relevance-too-many-ways": ({ formula, limit }) =>
    `式の読まれ方が${limit}通りを超えたため（最後は「${formula}」）、表示されない入力を読まないことを示せません。同じ式を読む分岐を減らしてください。`,

  "test-without-period": ({ test }) =>
    `検算「${test}」には期間が必要です。FY2023、又は { from: 2023-04-01, to: 2024-03-31 } のように書いてください。`,
  "test-period": ({ found }) =>
    `期間は FY2023、又は初日と末日の順の2つの日付にしてください（現在は「${found}」）。`,
  "test-unknown-name": ({ name, suggestion }) =>
    `「${name}」というものはここにありません。${meant(suggestion)}`,
  "test-index": ({ name, axes, found }) =>
    axes.length === 0
      ? `「${name}」は1つの値です。かっこを付けずに書いてください（現在は ${found}）。`
      : `「${name}」には ${axes.join("、")} をこの順に、期間の中で、項目は1から数えて書いてください（現在は ${found}）。`,
  "test-expected": ({ name, expected, unit, found, suggestion }) =>
    `「${name}」の期待値は${
      expected === "quantity"
        ? ` 12.5 ${unit}、1/3 ${unit} のような単位付きの正確な数値`
        : expected === "unit"
          ? ` ${unit} の数値`
          : expected === "member"
            ? ` ${unit} の選択肢`
            : ` ${expectedForms[expected]}`
    }にしてください（現在は「${found}」）。${meant(suggestion)}`,
  "test-year-missing": ({ table, years }) =>
    `この期間には「${table}」の ${years.map((year) => `FY${year}`).join("、")} の行が必要ですが、ありません。`,
};
