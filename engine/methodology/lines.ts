import type { Span } from "../issue.ts";

/** The lines of a text, for turning offsets into lines and columns. */
export interface Lines {
  /** The part of `start` to `end` that lies in the line of `start`; at least one character long. */
  readonly span: (start: number, end: number) => Span;
}

/** Lines end in LF or CR LF. The text of each line is made once, however many issues show it. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    starts.push(at + 1);
  }
  const shown = new Map<number, string>();

  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] as number) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  };
  const lineText = (line: number): string => {
    const known = shown.get(line);
    if (known !== undefined) {
      return known;
    }
    const end = starts[line + 1] ?? text.length + 1;
    const written = text.slice(starts[line], end - 1).replace(/\r$/, "");
    shown.set(line, written);
    return written;
  };

  return {
    span: (from, to) => {
      const start = Math.max(0, Math.min(from, text.length));
      const line = lineAt(start);
      const lineStart = starts[line] as number;
      const written = lineText(line);
      const end = Math.min(to, lineStart + written.length);
      return {
        line: line + 1,
        column: start - lineStart + 1,
        length: Math.max(1, end - start),
        text: written,
      };
    },
  };
}
