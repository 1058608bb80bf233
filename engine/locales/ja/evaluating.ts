import type { Label } from "../../methodology/schema.ts";
import type { EvaluatingFacts } from "../facts/evaluating.ts";
import type { Sentences } from "../facts.ts";

interface Evaluated {
  readonly id: string;
  readonly label?: Label;
  readonly at: Readonly<Record<string, string>>;
}

/** 「ベースライン排出量」（baseline、boilers 2、years FY2023） */
function where({ id, label, at }: Evaluated): string {
  const places = Object.entries(at).map(([axis, place]) => `${axis} ${place}`);
  if (label === undefined) return places.length === 0 ? id : `${id}（${places.join("、")}）`;
  return `「${label.ja}」（${[id, ...places].join("、")}）`;
}

function named(id: string, label: Label | undefined): string {
  return label === undefined ? id : `「${label.ja}」`;
}

function keyed(keys: readonly string[]): string {
  return keys.join("、");
}

/** 2012〜2013年度、2021年度以降 */
function fiscalYears(years: readonly string[]): string {
  const words = years.map((year) => {
    const [from = "", to] = year.replaceAll("FY", "").split("..");
    if (to === undefined) return `${from}年度`;
    if (to === "") return `${from}年度以降`;
    return from === "" ? `${to}年度まで` : `${from}〜${to}年度`;
  });
  return words.join("、");
}

function because(label: Label | undefined): string {
  return label === undefined ? "" : `理由：${label.ja}。`;
}

export const evaluating: Sentences<EvaluatingFacts> = {
  "division-by-zero": (facts) =>
    facts.may
      ? `${where(facts)}で割る値が、その幅の中で0になることがあります。割る値が0にならないよう、回答をより詳しくしてください。`
      : `${where(facts)}で0による割り算になりました。割る値のもとになる回答を確かめてください。`,
  "no-row": (facts) =>
    `${where(facts)}には表${named(facts.table, facts.tableLabel)}の${facts.column}（${keyed(facts.keys)}）が必要ですが、表にこの行がありません。`,
  "constant-not-known": (facts) =>
    `${where(facts)}には${named(facts.constant, facts.constantLabel)}が必要ですが、これが分かったのは${facts.known}で、基準日${facts.asOf}より後です。後の基準日を選んでください。`,
  "no-row-for-year": (facts) =>
    `${where(facts)}には表${named(facts.table, facts.tableLabel)}の${facts.column}（${keyed(facts.keys)}）が必要ですが、${fiscalYears([facts.year])}の値がありません。${facts.held.length === 0 ? "どの年度の値も、表にありません。" : `値があるのは${fiscalYears(facts.held)}です。その期間を選ぶか、その値で概算してください。`}`,
  "key-outside": (facts) =>
    `${where(facts)}で表${named(facts.table, facts.tableLabel)}を${facts.key} = ${facts.value}で引きますが、表の範囲は${facts.low || "下限なし"}から${facts.high || "上限なし"}までです。`,
  "key-not-printed": (facts) =>
    `${where(facts)}で表${named(facts.table, facts.tableLabel)}を${facts.key} = ${facts.value}で引きますが、使えるのは印刷された値だけです。最も近い値は${facts.nearest.join("と")}です。`,
  "cell-open": (facts) =>
    `${where(facts)}には表${named(facts.table, facts.tableLabel)}の${facts.column}（${keyed(facts.keys)}）が必要ですが、出典に値がありません。`,
  "slope-at-end": (facts) =>
    `${where(facts)}には${facts.key} = ${facts.value}における表${named(facts.table, facts.tableLabel)}の傾きが必要ですが、表はそこで終わっています。`,
  "inverse-outside": (facts) =>
    `${where(facts)}で表${named(facts.table, facts.tableLabel)}の${facts.column}を${facts.from} = ${facts.value}から求めますが、表の範囲は${facts.low}から${facts.high}までです。`,
  "nothing-to-choose": (facts) =>
    `${where(facts)}で${named(facts.axis, facts.axisLabel)}の${facts.function}を求めますが、対象がありません。少なくとも1つ必要です。`,
  "outside-domain": (facts) =>
    `${where(facts)}で${facts.value}の${facts.function}を求めますが、値がありません。もとになる回答を確かめてください。`,
  "term-not-whole": (facts) =>
    `${where(facts)}で日付を${facts.value} ${facts.unit}動かしますが、数えられるのは整数の期間だけです。`,
  "date-out-of-reach": (facts) =>
    `${where(facts)}の日付が0000年から9999年までの外になりました。入力した日付と期間を確かめてください。`,
  "item-outside-period": (facts) =>
    `${named(facts.list, facts.listLabel)}の${facts.item}番目は${facts.date}のもので、期間（${facts.from}から${facts.to}まで）の外です。日付か期間を直すか、この項目を除いてください。`,
  "dated-by-year": (facts) =>
    `${where(facts)}は${named(facts.list, facts.listLabel)}を期間の区分ごとに集計しますが、年度しか分かっていません。`,
  "falling-reading": (facts) =>
    `メーター${named(facts.input, facts.inputLabel)}の値が${facts.from}の${facts.before}から${facts.to}の${facts.after}へ減っています。後の検針値は前の値以上でなければなりません。`,
  "not-settled": (facts) =>
    `${where(facts)}は境界に極めて近く、${facts.digits}桁まで計算しても端数処理や比較の結果が決まりません。`,
  "range-too-wide": (facts) =>
    `${where(facts)}は幅のある期間で日付を動かすため、範囲を求められません。期間を正確に答えてください。`,
  "number-too-large": (facts) =>
    `${where(facts)}の桁が${facts.bits}ビットを超えました。規定に従って項目ごとに端数処理をすれば小さくなります。`,
  "too-many-steps": (facts) =>
    `計算が${facts.most}回を超えたため、${where(facts)}で止めました。項目を減らしてください。`,
  "too-many-values": (facts) =>
    `この回答では${facts.count}個の値を計算することになりますが、一度に計算できるのは${facts.most}個までです。項目を減らすか期間を短くしてください。`,
  "formulas-too-deep": (facts) => `${facts.methodology}の算定式の参照が深すぎて計算できません。`,
  "condition-refused": (facts) =>
    `条件${where(facts)}を満たしていないため、受け付けられません。${because(facts.because)}`,
  "condition-warned": (facts) => `条件${where(facts)}を満たしていません。${because(facts.because)}`,
  "table-away": (facts) => `表${facts.table}はまだ読み込まれていないため、値を引けません。`,
  "table-not-replaceable": (facts) =>
    `表${facts.table}は差し替えられません。差し替えられるのは、そう定められた表だけです。`,
  "replacement-unread": (facts) =>
    `表${facts.table}の差し替えの${facts.row}行目の${facts.column}「${facts.found}」を読み取れません。元の表を使います。`,
};
