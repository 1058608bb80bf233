import type { TableProblem } from "../replacements/read-table.ts";

/** What is wrong with the file of a table, and what would be right. */
export function problemEn(problem: TableProblem): string {
  switch (problem.kind) {
    case "empty":
      return "The file needs a header and at least one row below it.";
    case "quote":
      return `In line ${problem.line} a quoted cell is not closed, or more stands after its closing quote.`;
    case "ragged":
      return `Line ${problem.line} has ${problem.found} cells, but the header has ${problem.expected}.`;
    case "nameless":
      return "The header has a column without a name.";
    case "twice":
      return `The header has the column “${problem.column}” twice.`;
    case "unknown":
      return `The table has no column “${problem.column}”.`;
    case "missing":
      return `The header lacks the column “${problem.column}”.`;
    case "insecure":
      return "Files of tables can be used on a page that was opened by https only.";
  }
}

/** The same in Japanese. */
export function problemJa(problem: TableProblem): string {
  switch (problem.kind) {
    case "empty":
      return "見出しの行と、その下に1行以上が必要です。";
    case "quote":
      return `${problem.line}行目に、引用符が閉じていないセルか、閉じた引用符の後に文字が続くセルがあります。`;
    case "ragged":
      return `${problem.line}行目のセルは${problem.found}個ですが、見出しは${problem.expected}個です。`;
    case "nameless":
      return "見出しに名前のない列があります。";
    case "twice":
      return `見出しに列「${problem.column}」が2回あります。`;
    case "unknown":
      return `この表に列「${problem.column}」はありません。`;
    case "missing":
      return `見出しに列「${problem.column}」がありません。`;
    case "insecure":
      return "表のファイルは、httpsで開いたページでだけ使えます。";
  }
}
