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
  "batch-column-unmapped": ({ column, header }) =>
    `${column}列目「${header}」は列の対応に書かれていません。読まずに結果へ写します。`,
  "batch-inputs-unmapped": ({ inputs }) =>
    `${inputs.join("、")} に答える列がありません。このままではどの行も差戻しになります。`,
  "batch-mapping-too-long": ({ most }) =>
    `列の対応のファイルが${most}文字を超えています。列の対応として保存したファイルを選んでください。`,
  "batch-mapping-shape": ({ where }) =>
    where === ""
      ? "列の対応が batch-mapping/1 形式の JSON ではありません。保存し直すか、対応なしで始めてください。"
      : `列の対応の ${where} が batch-mapping/1 の形式に合いません。直すか、対応なしで始めてください。`,
  "batch-mapping-other": ({ made, id }) =>
    `この列の対応は ${made} のものですが、選ばれているのは ${id} です。作り直すか、対応なしで始めてください。`,
  "batch-mapping-edition": ({ made, version }) =>
    `この列の対応は ${made} 版のものです（今の版は ${version}）。合うところに使いますので、確かめてください。`,
  "batch-mapping-input": ({ column, header, input, meant }) =>
    `${column}列目「${header}」の対応先 ${input} は、この方法論の質問にありません${meant === undefined ? "" : `（もしかして ${meant}）`}。`,
  "batch-mapping-column-missing": ({ header }) =>
    `列の対応にある列「${header}」がファイルにありません。対応から除くか、見出しを直してください。`,
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
  "workbook-none": () =>
    "ブックのように始まっていますが、ファイルが途中で切れています。.xlsx か CSV で保存し直してください。",
  "workbook-locked": () =>
    "パスワードの付いたブックか、2007年より前の形式のブックです。パスワードなしの .xlsx か CSV で保存し直してください。",
  "workbook-broken": ({ part }) =>
    `ブックを読めません${part === "" ? "" : `（${part}）`}。表計算ソフトで開き、.xlsx か CSV で保存し直してください。`,
  "workbook-cell-broken": ({ sheet, cell }) =>
    `シート「${sheet}」をセル ${cell} から先へ読めません。表計算ソフトで開いて保存し直してください。その前の行はすべて計算済みです。`,
  "workbook-too-large": ({ part }) =>
    `ブックを展開すると、安全に読める大きさを超えます${part === "" ? "" : `（${part}）`}。シートを CSV で保存するか、いくつかのファイルに分けてください。`,
  "workbook-sheet-missing": ({ sheet, sheets }) =>
    `ブックにシート「${sheet}」がありません。あるのは ${sheets.map((name) => `「${name}」`).join("、")} です。`,
  "workbook-too-many-rows": ({ most }) =>
    `シートに入るのは${most}行までですが、結果がそれより多くあります。結果の名前の末尾を .csv にしてください。入力から失われるものはありません。`,
  "workbook-text-too-long": ({ row, column, most }) =>
    `結果の${row}行目・${column}列目の文字が、セルに入る${most}文字を超えています。結果の名前の末尾を .csv にしてください。入力から失われるものはありません。`,
  "portfolio-too-many-groups": ({ header, most }) =>
    `列「${header}」には${most}種類を超える値があります。初めの${most}種類は別々に、ほかはまとめて集計します。`,
  "portfolio-not-begun": () => "先にファイルを選び、計算を始めてください。",
  "portfolio-view-gone": () => "この絞り込みはもう残っていません。もう一度絞り込んでください。",
  "file-there": ({ file }) =>
    `ファイル ${file} は既にあり、記入済みかもしれません。別の名前にするか、先に削除してください。`,
  "batch-started-anew": ({ file }) =>
    `${file} の横に残っていた途中の結果は、別のファイルか別の指定によるものだったため、初めから計算しました。`,
  "batch-same-file": ({ file }) =>
    `${file} が二度指定されています。入力・結果・差戻しには別々のファイルを指定してください。`,
  "batch-file-unreadable": ({ file, reason }) =>
    `ファイル ${file} を読めません${reason === "" ? "" : `（${reason}）`}。ここまでの結果は残っており、同じコマンドで続きから計算できます。`,
  "file-unwritable": ({ file, reason }) =>
    `ファイル ${file} に書き込めません${reason === "" ? "" : `（${reason}）`}。失われたものはありません。空きを作るか別の場所を指定すれば、同じコマンドで続きから計算できます。`,
};
