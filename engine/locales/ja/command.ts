import type { CommandFacts } from "../facts/command.ts";
import type { Sentences } from "../facts.ts";

export const command: Sentences<CommandFacts> = {
  "file-unreadable": ({ file, reason }) =>
    `ファイル ${file} を読めません${reason === "" ? "" : `（${reason}）`}。あるファイルの名前か、標準入力を表す - を指定してください。`,
  "library-empty": ({ folder }) =>
    `${folder} に方法論がありません。調べるファイルを指定するか、\`methodologies\` のあるフォルダーで実行してください。`,
  "table-unknown": ({ table, known }) =>
    known.length === 0
      ? `この方法論に置き換えられる表はなく、${table} もありません。`
      : `置き換えられる表に ${table} はありません。次のいずれかを指定してください: ${known.join("、")}。`,
  "slips-need-tests": ({ methodology, tests }) =>
    `${methodology} には誤りを仕込みませんでした。仕込む前から失敗する計算例があり（${tests.join("、")}）、どの誤りも見つかったことになってしまうためです。先に計算例か、計算例が見つけた誤りを直してください。`,
  "answers-missing": ({ inputs }) =>
    `この結果には次の回答が足りません: ${inputs.join("、")}。何を入れるかは \`santei show\` で分かります。`,
};
