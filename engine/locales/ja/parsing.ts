import type { ParsingFacts } from "../facts/parsing.ts";
import type { Sentences } from "../facts.ts";

export const parsing: Sentences<ParsingFacts> = {
  "expression-empty": () => "式がありません。値、名前または式を書いてください。",
  "expression-too-long": ({ limit, length }) =>
    `式が${length}文字あります。読めるのは${limit}文字までです。複数の式に分けてください。`,
  "expression-too-deep": ({ limit }) =>
    `括弧の入れ子が${limit}段を超えています。複数の式に分けてください。`,
  "expression-too-large": ({ limit }) =>
    `式の要素が${limit}個を超えています。複数の式に分けてください。`,
  "number-too-long": ({ limit, digits }) =>
    `この数は${digits}桁あります。読めるのは${limit}桁までです。`,
  "number-incomplete": ({ found, write }) =>
    `小数点の前後には数字が必要です。「${found}」は「${write}」と書いてください。`,
  "exponent-form": ({ found, write }) =>
    write === ""
      ? `「${found}」は指数表記です。すべての桁を書くか、大きさの合う単位を選んでください。`
      : `「${found}」は指数表記です。すべての桁を「${write}」と書いてください。`,
  "digits-grouped": ({ found, write }) =>
    `桁区切りは使えません。「${found}」は「${write}」と書いてください。`,
  "date-in-expression": ({ found }) =>
    `式に日付は書けません。「${found}」を日付型（date）の定数として宣言し、その名前を使ってください。`,
  "text-in-expression": ({ found }) =>
    `引用符で囲んだ文字（${found}）は式に使えません。列挙（enum）の値は enum.member の形で書きます。`,
  "percent-in-expression": ({ write }) =>
    `「%」は単位であり、演算子ではありません。${write === "" ? "小数で書く" : `「${write}」と書く`}か、単位を「%」とする定数を宣言してください。`,
  "power-sign": ({ found }) =>
    `「${found}」は使えません。べき乗は pow(x, 2) と書きます。単位の換算だけを表す10のべき乗は書きません。`,
  "single-equals": () =>
    "「=」では比較できません。比較は「==」と書きます。「=」は、表の検索の括弧の中（curves[height = top_height].class）だけで使います。",
  "equals-in-key": () =>
    "表の検索の括弧の中では、列の値を「==」ではなく「=」で指定します（curves[height = top_height].class）。",
  "other-operator": ({ found, write }) =>
    `「${found}」は使えません。「${write}」と書いてください。`,
  "printed-sign": ({ found, write }) =>
    `「${found}」は印刷用の記号です。「${write}」と書いてください。`,
  "full-width": ({ found, write }) =>
    write.trim() === ""
      ? "全角の空白です。半角の空白にしてください。"
      : `「${found}」は全角文字です。半角で「${write}」と書いてください。`,
  "not-an-id": ({ found, write }) =>
    `「${found}」は名前に使えません。名前は英小文字で始め、英小文字、数字、「_」で書きます。${write === "" ? "" : `「${write}」のことですか。`}`,
  "unknown-character": ({ found }) => `「${found}」は式では意味を持ちません。`,
  "unit-not-closed": () => "単位の括弧が閉じていません。単位の後に「]」を書いてください。",
  "unit-empty": () => "括弧の中に単位がありません。20 [yr] のように書くか、括弧を省いてください。",
  "unit-without-number": ({ found }) =>
    `括弧に入れた単位は、20 [yr] のように数の直後だけに書けます。ここでは「${found}」の後にあります。`,
  "bracket-not-closed": ({ open, close }) =>
    `この「${open}」が閉じていません。「${close}」が足りません。`,
  "bracket-not-opened": ({ close, open }) =>
    `この「${close}」に対応する「${open}」がありません。どちらかを直してください。`,
  "value-missing": ({ found }) =>
    found === ""
      ? "式が途中で終わっています。数、名前または括弧が続く必要があります。"
      : `ここには数、名前または括弧が必要ですが、「${found}」があります。`,
  "operator-missing": ({ before, found }) =>
    `「${before}」と「${found}」の間に演算子がありません。積は「*」と書きます。`,
  "comma-misplaced": () => "「,」は、関数の引数の間か、表の検索のキーの間だけで使います。",
  "dot-misplaced": () =>
    "「.」は、members.started のような名前の中か、表の検索の列の前だけで使います。",
  "part-missing": ({ before }) => `「${before}」の後には、members.started のように名前が必要です。`,
  "column-missing": ({ table }) =>
    `表の検索は、${table}[key].column のように求める列で終えます（括弧に入れた単位は数の直後だけに書けます）。`,
  "comparison-chained": () =>
    "比較は続けて書けません。a < b < c は a < b and b < c と書いてください。",
  "logic-mixed": () => "and と or が並んでいます。先にまとめる方を括弧で囲んでください。",
  "not-needs-brackets": () => "この not と打ち消す部分を括弧で囲んでください（a == (not b)）。",
  "where-misplaced": () =>
    "where は、sum(legs, cost where chosen) のように、リストの関数の引数の中で値の後だけに書けます。",
  "none-misplaced": () =>
    "none は表のセルだけに書けます。セルに値があるかどうかは known(table[key].column) で調べます。",
  "stop-misplaced": () => "stop は、分岐の式全体の代わりに単独で書き、理由を because に書きます。",
  "not-a-reference": ({ found }) =>
    `ここには members.started のような名前が必要ですが、「${found}」は式です。`,
};
