/** A row of a CSV file: its cells as text, and the line that it begins on, counted within its text from 0. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Parts a text of whole rows into cells. `lines` counts the lines of the text. */
export function splitRows(text: string): {
  readonly rows: readonly CsvRow[];
  readonly lines: number;
} {
  return text.includes('"') ? splitQuoted(text) : splitPlain(text);
}

function splitPlain(text: string) {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === "") lines.pop();
  return {
    rows: lines.map((cells, line) => ({ cells: cells.split(","), line })),
    lines: lines.length,
  };
}

function splitQuoted(text: string) {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 0;
  let first = 0;
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const close = text.indexOf('"', at);
        if (close < 0) {
          cell += text.slice(at);
          at = text.length;
          break;
        }
        cell += text.slice(at, close);
        at = close + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at += 1;
      }
      line += breaksIn(cell);
    }
    // What stands behind a closing quote belongs to the cell, as spreadsheets read it.
    let end = at;
    while (end < text.length && !isEnd(text[end])) end += 1;
    cells.push(end > at ? cell + text.slice(at, end) : cell);
    at = end;
    if (text[at] === ",") {
      at += 1;
      if (at < text.length) continue;
      cells.push("");
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at += 1;
    at += 1;
    rows.push({ cells, line: first });
    cells = [];
    line += 1;
    first = line;
  }
  return { rows, lines: line };
}

function isEnd(character: string | undefined): boolean {
  return character === "," || character === "\n" || character === "\r";
}

function breaksIn(cell: string): number {
  return cell.match(/\r\n|\n|\r/g)?.length ?? 0;
}

const danger = /^[=+\-@\t\r\n＝＋－＠]/;
const plainNumber = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * A cell that no spreadsheet takes for a formula: one that begins like a formula and is no plain number gets an
 * apostrophe in front, as a person would type it.
 *
 * @example
 * harmless("=1+2"); // "'=1+2"
 * harmless("-12.5"); // "-12.5"
 */
export function harmless(cell: string): string {
  return danger.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;
}

/** Takes away the apostrophe that `harmless` put in front, so that what was sent back can be sent again. */
export function asTyped(cell: string): string {
  return cell.length > 1 && cell[0] === "'" && danger.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** One line of CSV with its end, its cells harmless and quoted where they must be. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(written).join(",")}\r\n`;
}

/** One line of CSV that says exactly what its cells say, to be read and not to be opened by a spreadsheet. */
export function plainLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(",")}\n`;
}

function written(cell: string): string {
  return quoted(harmless(cell));
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
