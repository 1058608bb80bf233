import type { ServiceFacts } from "../facts/service.ts";
import type { Sentences } from "../facts.ts";

const parts = {
  request: "計算の依頼",
  caller: "呼び出し元の名前",
  edition: "方法論のID",
  mode: "計算モード",
  day: "係数の基準日",
  steps: "計算過程の指定",
  answers: "回答の記録",
  replacements: "置き換える表",
} as const;

const expected = {
  request: "caller・edition・answers・mode・asOf・stepsを持つデータ",
  caller: "1〜200文字の文字列",
  edition: "ID、またはMEETING-1@0.1-r1のような版つきのID",
  mode: "official・estimate・rangeのいずれか",
  day: "2026-04-01のような日付",
  steps: "true・false、または算定式のIDの一覧",
  answers: "回答が文字列とその一覧・対応表だけからなるanswers/1の記録",
  replacements: "文字列だけの行と、表のSHA-256のhashを持つもの",
} as const;

const measures = {
  characters: (limit: string) => `${limit}文字`,
  entries: (limit: string) => `${limit}項目`,
  depth: (limit: string) => `一覧の重なり${limit}段`,
  sets: (limit: string) => `回答${limit}組`,
} as const;

export const service: Sentences<ServiceFacts> = {
  superseded: () => "新しい計算が始まったため、この計算は取りやめました。",
  aborted: () => "計算は途中で取りやめられました。",
  "calculation-too-long": ({ seconds }) =>
    `計算が${seconds}秒以内に終わらなかったため、打ち切りました。項目を減らすか、入力し直してください。`,
  "engine-stopped": () =>
    "計算が途中で止まりました。入力は残っています。いずれかの値を変えると、もう一度計算します。",
  "engine-unavailable": () =>
    "計算エンジンを起動できませんでした。通信できる状態でページを読み込み直してください。",
  "engine-fault": ({ message }) =>
    `計算エンジンの不具合のため、結果を出せません(${message})。入力内容とともにお知らせください。`,
  "request-malformed": ({ part }) => `${parts[part]}は、${expected[part]}にしてください。`,
  "request-too-large": ({ measure, limit }) =>
    `回答が大きすぎます。一度に計算できるのは${measures[measure](limit)}までです。`,
  "edition-unknown": ({ edition }) =>
    `方法論${edition}はここにありません。一覧にある方法論を選んでください。`,
  "edition-unreachable": ({ edition, reason }) =>
    `方法論${edition}を読み込めませんでした(${reason})。通信が戻ってから、もう一度お試しください。`,
  "table-unreachable": ({ edition, table, reason }) =>
    `この回答の計算に必要な${edition}の表${table}を読み込めませんでした(${reason})。通信が戻ってから、もう一度お試しください。`,
  "edition-too-large": ({ edition, limit }) =>
    `方法論${edition}は${limit}バイトを超えるため、読み込みませんでした。`,
  "edition-changed": ({ edition }) =>
    `方法論${edition}が、このページの一覧にあるものと異なります。ページを読み込み直してください。`,
};
