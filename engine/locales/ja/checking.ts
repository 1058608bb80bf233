import type { UnitHint } from "../../check/mismatch.ts";
import type { TypeWords } from "../../check/types.ts";
import type { CheckingFacts, NamedThing } from "../facts/checking.ts";
import type { Sentences } from "../facts.ts";

const things: Readonly<Record<NamedThing, string>> = {
  value: "値",
  input: "入力",
  field: "項目",
  constant: "定数",
  formula: "算定式",
  argument: "引数",
  list: "リスト",
  table: "表",
  key: "キー",
  column: "列",
  component: "部品",
  enum: "選択肢",
  member: "選択肢の値",
  unit: "単位",
  axis: "軸",
  group: "グループ",
  function: "関数",
};

function meant(suggestion: string | undefined): string {
  return suggestion === undefined ? "" : `${suggestion} ではありませんか。`;
}

function words(type: TypeWords): string {
  switch (type.kind) {
    case "quantity":
      return type.of === undefined ? "数量" : `${unit(type.of)} の数量`;
    case "number":
      return "単位のない数";
    case "enum":
      return type.of === undefined ? "選択肢の値" : `選択肢 ${type.of} の値`;
    case "item":
      return `リスト ${type.of} の一件`;
    case "boolean":
      return "真偽";
    case "date":
      return "日付";
    case "fiscal_year":
      return "年度";
    case "text":
      return "文字列";
    case "unsettled":
      return "不明なもの";
  }
}

/** A unit that hangs on a key is written `U(fuel)`. */
function unit(text: string): string {
  return text === "1" ? "単位のない数" : text.replace(/U\(([^()]*)\)/g, "［$1 の単位］");
}

const hints: Readonly<Record<UnitHint, string>> = {
  carbon: "炭素は 44/12 t-CO2/t-C で CO2 になります。",
  warming: "ガスは地球温暖化係数で CO2e になります。",
  heating_value: "高位発熱量、低位発熱量、有効な熱は互いに別の基準です。",
  dry: "乾燥質量は水分を除いた質量です。",
  normal_volume: "Nm3 は 0 °C、1 気圧での体積で、m3 とは異なります。",
  thing: "数えている物が異なります。",
};

export const checking: Sentences<CheckingFacts> = {
  "unknown-name": ({ what, name, of, suggestion }) =>
    `${of === undefined ? "" : `${of} に`}${things[what]} ${name} はありません。${meant(suggestion)}`,
  "unknown-unit": ({ name, suggestion }) => `単位 ${name} はありません。${meant(suggestion)}`,
  "unit-syntax": ({ unit: text, found }) =>
    found === ""
      ? `単位 ${text} が途中で終わっています。kg、t-CO2/GJ.hhv、L/(t*km) のように書いてください。`
      : `単位 ${text} のここに ${found} は書けません。kg、t-CO2/GJ.hhv、L/(t*km) のように書いてください。`,
  "unknown-type": ({ type, suggestion }) =>
    `${type} はここに書ける型ではありません。${meant(suggestion)}`,
  "name-taken": ({ name, by }) =>
    `${name} は既に${things[by]}の名前です。別の名前を付けてください。`,
  "name-reserved": ({ name }) => `${name} は予約語です。別の名前を付けてください。`,
  "name-ambiguous": ({ name, ways }) =>
    `${name} はここでは ${ways.join(" とも ")} とも読めます。どちらかを書き分けてください。`,
  "not-a-value": ({ name, what }) =>
    what === "table"
      ? `${name} は表です。${name}[キー].列 のように欄を読んでください。`
      : `${name} は部品です。${name}.算定式 のように読んでください。`,
  "enum-as-value": ({ enum: id, member }) =>
    `${id} は選択肢です。${id}.${member} のように値を書くか、per: ${id} を付けてください。`,
  "not-a-pointer": ({ name }) => `${name} はリストの一件を指していないので、その先は読めません。`,
  "text-in-formula": ({ name }) => `${name} は文字列です。文字列は式に使えません。`,
  "enum-differs": ({ enum: id }) =>
    `この版の選択肢 ${id} は、別の版が持つ ${id} と内容が異なります。`,
  "part-of-part-enum": ({ enum: id, of }) =>
    `${of} は既に一部の選択肢です。${id} は全体の選択肢の一部にしてください。`,
  "renamed-in-use": ({ name }) => `${name} は使われているので、古い名前にはできません。`,

  "unit-mismatch": ({ expected, actual, hint }) =>
    `ここは ${unit(expected)} であるべきですが、${unit(actual)} になっています。${hint === undefined ? "" : hints[hint]}`,
  "term-unit": ({ of, actual }) =>
    `${of === "date" ? "日付は day、month、yr" : "年度は yr"} で動かしますが、ここは ${unit(actual)} です。`,
  "type-mismatch": ({ expected, actual }) =>
    `ここは${words(expected)}であるべきですが、${words(actual)}になっています。`,
  "operation-undefined": ({ operator, left, right }) =>
    `${words(left)}と${words(right)}の間に ${operator} は使えません。`,
  "conversion-typed": () =>
    "単位の換算は単位が行います。この係数を省くか、単位を付けるか、出典のある定数にしてください。",
  "celsius-arithmetic": ({ operator }) =>
    `°C の温度は比較と、互いの引き算だけができます。${operator} は使えません。`,
  "not-pure": ({ function: name, actual }) =>
    `${name} には単位のない数が要りますが、${words(actual)}です。先にその単位の 1 で割ってください。`,
  "not-ordered": ({ enum: id }) =>
    `選択肢 ${id} には順序がありません。順序に意味があれば ordered: true と書いてください。`,
  "power-of-quantity": ({ unit: text }) => `${text} の数量は、数字で書いた整数でのみ累乗できます。`,
  "argument-count": ({ function: name, expected, actual, orMore }) =>
    `${name} の引数は ${expected} 個${orMore === true ? "以上" : ""}ですが、${actual} 個あります。`,
  "argument-type": ({ function: name, actual }) => `${name} に${words(actual)}は使えません。`,
  "where-of-function": ({ function: name }) =>
    `where は軸にわたる関数の最後の引数に付けます。${name} のここには書けません。`,
  "known-of-other": () => "known() に書けるのは、入力、項目、表の欄です。",
  "part-of-part": () => "part には part.start、part.end、part.days があります。",
  "unit-of-members": ({ enum: id }) =>
    `選択肢 ${id} に単位を与える表がないので、単位の変数をこれで決めることはできません。`,
  "unit-of-member-differs": ({ member, first, second }) =>
    `${member} は別の行では ${first}、ここでは ${second} です。一つの値の単位は一つにしてください。`,
  "units-along-axis": ({ function: name, axis }) =>
    `${axis} ごとに単位が異なるので、${name} でまとめられません。`,
  "count-of-thing": ({ unit: text }) =>
    `count は person のような物の数です。${text} は測る単位なので、quantity ${text} と書いてください。`,
  "quantity-only": ({ word }) => `${word} は数量にだけ書けます。`,

  "axis-missing": ({ name, axis }) =>
    `${name} は ${axis} ごとの値です。per: ${axis} を付けるか、sum(${axis}, …) のような関数を使ってください。`,
  "parts-differ": ({ name, list }) =>
    `${list} の各件には自分の期間の区切りがあり、ここの区切りとは異なります。${name} は一件の中で sum(parts, …) でまとめてください。`,
  "dated-under-parts": ({ list }) =>
    `${list} の各件は年度のもので、期間の一部のものではありません。per: years で使ってください。`,
  "axis-own": ({ function: name, axis }) =>
    `ここは既に ${axis} の一つなので、${name} で ${axis} を見渡すことはできません。`,
  "axis-expected": ({ function: name }) =>
    `${name} の最初の引数は、リストか選択肢の名前、years、parts のどれかです。`,
  "axis-twice": ({ axis }) => `${axis} が二度書かれています。`,
  "axis-name-taken": ({ axis }) =>
    `${axis} は選択肢でも値でもあるので、軸にすると二通りに読めます。どちらかの名前を変えてください。`,
  "two-lists": ({ first, second }) =>
    `値の軸にできるリストは一つですが、${first} と ${second} があります。`,
  "years-and-parts": () => "years と parts はどちらか一つです。期間の一部は一つの年度に入ります。",
  "dated-per-time": ({ list }) =>
    `${list} の各件には自分の年度があるので、年度や期間の一部ごとの値は持てません。`,
  "dated-by": ({ field }) => `年度を決める ${field} は、日付か年度にしてください。`,
  "period-missing": ({ axis }) =>
    `${axis} には区切られた期間が要ります。period: { cut: [{ at: fiscal_year }] } を加えてください。`,
  "period-without-years": () =>
    "期間の一部は一つの年度に入るので、期間は年度で区切ります。{ at: fiscal_year } を加えてください。",
  "pointer-to-own": ({ list }) => `${list} の一件から、同じリストの別の一件は指せません。`,
  "time-missing": ({ name }) =>
    `期間が区切られているので、${name} には per: years、per: parts、apportion: days、holds: throughout のどれかが要ります。`,
  "time-twice": ({ name, said }) =>
    `${name} に ${said.join(" と ")} があります。どれか一つにしてください。`,
  "meter-missing": ({ word }) => `${word} は計器の項目です。meter: cumulative を加えてください。`,
  "meter-per-time": ({ name }) =>
    `計器は期間の一部の量を与えます。${name} に per: parts か per: years を加えてください。`,
  "not-a-term": ({ text }) =>
    `${text} は 30 month のように、day、month、yr の整数で書いてください。`,
  "cuts-order": ({ text }) => `${text} は、より長いものの前に書いてください。`,
  "cut-of-argument": () => "部品の区切りは、その引数の一つから数えてください。",

  "key-count": ({ table, keys, actual }) =>
    `${table} のキーは ${keys.length} 個（${keys.join("、")}）ですが、${actual} 個あります。`,
  "key-not-number": ({ key, rule }) => `${key} は数のキーではないので、${rule} は使えません。`,
  "includes-missing": ({ key }) =>
    `${key} は区間です。端の扱いを includes: lower か includes: upper で書いてください。`,
  "slope-incomplete": ({ column }) =>
    `傾きの列 ${column} には、along: に数のキーと、includes: lower か upper が要ります。`,
  "symmetric-pair": () => "symmetric には、同じ選択肢の二つのキーを書いてください。",
  "one-variable": () => "表の単位の変数は一つです。",
  "cell-list": ({ column }) => `${column} の欄には値を一つだけ書いてください。`,
  "inverse-undeclared": ({ table, key, column, inverses }) =>
    inverses.length === 0
      ? `${table} は逆に引けません。inverse: { ${key}: { from: ${column}, choose: … } } を書いてください。`
      : `${table} で ${column} から ${key} は引けません。引けるのは ${inverses
          .map((one) => `${one.column} から ${one.key}`)
          .join("、")} で、そのキーの位置に書きます。`,

  "unit-or-type": ({ name }) => `${name} には unit と type のどちらか一つを書いてください。`,
  "formula-type": ({ type }) =>
    `${type} は算定式の型ではありません。unit か、boolean、date、fiscal_year、選択肢にしてください。`,
  "body-count": ({ said }) =>
    said.length === 0
      ? "expr、cases、match のどれか一つを書いてください。"
      : `${said.join("、")} のうち一つだけを書いてください。`,
  "then-missing": () => "match には、値ごとの分岐を then: に書いてください。",
  "then-without-match": () => "then: は match と一緒に書きます。",
  "otherwise-missing": () => "どれかが必ず当てはまるように、cases は otherwise で終えてください。",
  "case-after-otherwise": () => "otherwise は最後の場合です。この後には何も書けません。",
  "match-missing": ({ enum: id, members }) =>
    `選択肢 ${id} の値ごとに分岐が要ります。足りないもの：${members.join("、")}。`,
  "stop-without-because": () => "stop には、値がない理由を because に書いてください。",
  "round-to": () => "端数処理には to と digits のどちらか一つを書いてください。",
  "argument-missing": ({ component, argument }) =>
    `${component} には引数 ${argument} が要ります。with に加えてください。`,
  "main-output": ({ outputs }) =>
    outputs.length === 0
      ? "出力の一つに main: true と書いてください。"
      : `main: true は一つだけですが、${outputs.join("、")} にあります。`,
  "words-of-boolean": () => "true と false の言葉は、真偽の出力にだけ書けます。",

  "not-a-figure": ({ text }) => `${text} は 12.5 のような数にしてください。`,
  "not-above-zero": ({ text }) => `${text} は 0.1 のような、0 より大きい数にしてください。`,
  "not-a-count": ({ text }) => `${text} は整数にしてください。`,
  "not-of-type": ({ text, type }) => `${text} は${words(type)}にしてください。`,
  "ends-reversed": ({ low, high }) =>
    `上限は下限以上にしてください（現在は下限 ${low}、上限 ${high}）。`,
  "preset-beyond-limit": ({ text, bound }) =>
    `${text} は、回答に許される限度 ${bound} の外です。回答の代わりに使う値は、回答として認められる値にしてください。`,
  "list-bounds": ({ min, max }) => `${min} 件以上 ${max} 件以下のリストには何も入れられません。`,
  "label-without-english": ({ label }) => `ラベル「${label}」に英語がありません。`,
};
