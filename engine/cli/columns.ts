/** Text in columns, for terminals: wide characters take two of them. */
const wide = /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

/** Columns that a text takes in a terminal. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += wide.test(character) ? 2 : 1;
  return columns;
}

/** Fills a text with spaces behind it, to so many columns. */
export function pad(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - width(text)));
}

/** Fills a text with spaces before it, to so many columns. */
export function padBefore(text: string, columns: number): string {
  return " ".repeat(Math.max(0, columns - width(text))) + text;
}

/** The widest of some texts, but no more than `most`. */
export function widest(texts: readonly string[], most = 60): number {
  return Math.min(most, Math.max(0, ...texts.map(width)));
}

/** Parts joined into lines of at most so many columns; a part is never broken. */
export function wrapped(
  parts: readonly string[],
  { between, indent, columns = 100 }: { between: string; indent: string; columns?: number },
): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of parts) {
    const longer = line === "" ? `${indent}${part}` : `${line}${between}${part}`;
    if (line !== "" && width(longer) > columns) {
      lines.push(`${line}${between}`.trimEnd());
      line = `${indent}${part}`;
    } else {
      line = longer;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** A text of any length on one line: of a very long one the beginning, and how many characters it has. */
export function shortened(text: string, most = 48): string {
  return text.length <= most ? text : `${text.slice(0, most - 8)}… (${text.length})`;
}
