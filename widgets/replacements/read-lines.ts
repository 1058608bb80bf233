/** The cells of one line of a CSV file, and where it begins, counted from 1. */
export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Takes the text of a CSV file apart: commas between cells, quotes around those that hold commas, quotes or line ends, and
 * a quote within quotes written twice. Lines without anything are passed over. `open` is the line of quotes that never close.
 */
export function readLines(text: string): {
  readonly lines: readonly Line[];
  readonly open: number | undefined;
} {
  const lines: Line[] = [];
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n][^,\r\n]*)?)(,|\r\n|\n|\r|$)/y;
  for (;;) {
    const found = cell.exec(text);
    if (found === null) return { lines, open: line };
    const [, quoted, plain = "", end] = found;
    cells.push(quoted?.replaceAll('""', '"') ?? plain);
    line += (quoted?.match(/\r\n|\n|\r/g) ?? []).length;
    if (end === ",") continue;
    if (cells.length > 1 || cells[0] !== "") lines.push({ line: begun, cells });
    if (end === "") return { lines, open: undefined };
    cells = [];
    line += 1;
    begun = line;
  }
}
