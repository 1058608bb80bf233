import type { TableProblem } from "../replacements/read-table.ts";

/** What is wrong with the file of a table, and what would be right, in easy Japanese. */
export function problemJaEasy(problem: TableProblem): string {
  switch (problem.kind) {
    case "empty":
      return "｜見出《みだ》しの｜行《ぎょう》が｜必要《ひつよう》です。その｜下《した》に、1｜行《ぎょう》か、それより｜多《おお》い｜行《ぎょう》が｜必要《ひつよう》です。";
    case "quote":
      return `${problem.line}｜行目《ぎょうめ》の｜引用符《いんようふ》（"）がまちがっています。｜閉《と》じていないか、｜閉《と》じたあとに｜文字《もじ》があります。`;
    case "ragged":
      return `${problem.line}｜行目《ぎょうめ》のセルは${problem.found}｜個《こ》です。｜見出《みだ》しは${problem.expected}｜個《こ》です。｜同《おな》じ｜数《かず》にしてください。`;
    case "nameless":
      return "｜見出《みだ》しに、｜名前《なまえ》がない｜列《れつ》があります。";
    case "twice":
      return `｜見出《みだ》しに、｜列《れつ》「${problem.column}」が2｜回《かい》あります。`;
    case "unknown":
      return `この｜表《ひょう》には、｜列《れつ》「${problem.column}」がありません。`;
    case "missing":
      return `｜見出《みだ》しに、｜列《れつ》「${problem.column}」がありません。`;
    case "insecure":
      return "｜表《ひょう》のファイルは、httpsで｜開《ひら》いたページだけで｜使《つか》うことができます。";
  }
}
