import type { BatchFacts } from "../facts/batch.ts";
import type { Sentences } from "../facts.ts";

export const batch: Sentences<BatchFacts> = {
  "batch-empty": () => "ファイルに見出しがありません。1行目に列の名前を書いてください。",
  "batch-encoding": ({ row }) =>
    `${row}行目より後に、UTF-8 でも Shift_JIS でもない文字があります。CSV（UTF-8）で保存し直してください。`,
  "batch-row-too-long": ({ row, line, most }) =>
    `データ${row}行目（ファイルの${line}行目）が${most}バイトを超えています。文書が丸ごと入ったセルがないか確かめてください。その前の行はすべて計算済みです。`,
  "batch-quote-open": ({ row, line }) =>
    `データ${row}行目（ファイルの${line}行目から）で、引用符 " が閉じていません。閉じるか取り除いてください。その前の行はすべて計算済みです。`,
  "batch-too-many-columns": ({ count, most }) =>
    `列が${count}個ありますが、読めるのは${most}個までです。質問に関わらない列を除いてください。`,
  "batch-no-columns": ({ examples }) =>
    `この方法論の質問に当たる列がありません。見出しには ${examples.join("、")} のような id か名称を書いてください。一覧は \`santei show\` で分かります。`,
  "batch-column-unknown": ({ column, header, meant }) =>
    `${column}列目「${header}」に当たる質問はありません${meant === undefined ? "" : `（もしかして「${meant}」）`}。読まずに結果へ写します。`,
  "batch-column-ambiguous": ({ column, header, meant }) =>
    `${column}列目「${header}」は ${meant.join("、")} のどれか決まりません。見出しをそのいずれかの id にしてください。`,
  "batch-column-twice": ({ column, header, other }) =>
    `${column}列目「${header}」は「${other}」と同じ質問の回答です。どちらかを除いてください。`,
  "batch-column-unit": ({ column, header, unit, units }) =>
    `${column}列目「${header}」の単位 ${unit} では答えられません。${units.join(" か ")} にしてください。`,
  "batch-column-keys": ({ column, header, example }) =>
    `${column}列目「${header}」が何についての値か、${example} のように見出しに書いてください。`,
  "batch-case-wanted": () =>
    "行を項目として扱うときは、どの案件の行かを示す列が必要です。見出しを「案件」とするか、--case で列を指定してください。",
  "batch-one-list-wanted": ({ lists }) =>
    lists.length === 0
      ? "行を項目として扱うときは、一覧の項目の列が必要ですが、すべて全体についての列です。"
      : `行を項目として扱うときは、列を一つの一覧のものにしてください。ここには ${lists.join("、")} の列があります。`,
  "batch-cells": ({ row, found, expected }) =>
    `データ${row}行目のセルは${found}個ですが、見出しは${expected}個です。コンマの過不足を確かめてください。`,
  "batch-time-wanted": ({ row, header }) =>
    `データ${row}行目: 「${header}」は期間の区切りごとに尋ねますが、この期間は一つの年度に収まっていません。「名前[FY2021]」のように年度ごとの列にしてください。`,
  "batch-part-wanted": ({ row, header, part }) =>
    `データ${row}行目: 「${header}」は期間の区切りごとに尋ね、${part} からの区切りの値も必要です。「名前[${part}]」のように区切りごとの列にしてください。`,
  "batch-case-blank": ({ row }) => `データ${row}行目に案件が書かれていません。`,
  "batch-case-differs": ({ row, header, found, first }) =>
    `データ${row}行目: 「${header}」が ${found} ですが、同じ案件の前の行では ${first} です。案件の中では同じ値にしてください。`,
  "batch-case-again": ({ row, case: of }) =>
    `データ${row}行目は案件 ${of} のものですが、その案件のほかの行は離れた上の方にあり、この行なしで計算済みです。ファイルを案件の順に並べ替えてください。`,
  "batch-case-too-long": ({ case: of, most }) =>
    `案件 ${of} の行が、一覧に入れられる${most}件を超えています。`,
  "batch-case-waits": ({ rows }) =>
    `この行に誤りはありませんが、案件を計算できません。データ${rows.join("、")}行目を見てください。`,
  "batch-started-anew": ({ file }) =>
    `${file} の横に残っていた途中の結果は、別のファイルか別の指定によるものだったため、初めから計算しました。`,
  "batch-same-file": ({ file }) =>
    `${file} が二度指定されています。入力・結果・差戻しには別々のファイルを指定してください。`,
  "batch-file-unreadable": ({ file, reason }) =>
    `ファイル ${file} を読めません${reason === "" ? "" : `（${reason}）`}。ここまでの結果は残っており、同じコマンドで続きから計算できます。`,
  "file-unwritable": ({ file, reason }) =>
    `ファイル ${file} に書き込めません${reason === "" ? "" : `（${reason}）`}。失われたものはありません。空きを作るか別の場所を指定すれば、同じコマンドで続きから計算できます。`,
};
