import type { TextNode } from "./yaml-node.ts";

/*
 * A text in YAML is not always written as it reads: quotes bring escapes, and lines are folded into one. To point at
 * characters of the text, text and file are walked side by side. Whatever the style, the characters that are not blank
 * stand in the same order in both; only blanks are gained or lost.
 */

/** For each character of the text of a scalar, where it starts in the file; one more entry for the end of the last. */
export function scalarOffsets(scalar: TextNode, file: string): readonly number[] {
  const { value, style, start, end } = scalar;
  const isDouble = style === "double";
  const isSingle = style === "single";

  let at = start;
  if (isDouble || isSingle) {
    at += 1;
  } else if (style === "block") {
    const header = file.indexOf("\n", start);
    at = header < 0 ? end : header + 1;
  }

  const offsets: number[] = [];
  let last = at;
  let index = 0;
  while (index < value.length) {
    const character = value[index] as string;
    if (isDouble && file[at] === "\\") {
      const written = readEscape(file, at);
      for (const _ of written.text.split("")) {
        offsets.push(at);
        index += 1;
      }
      at += written.length;
    } else if (isBlank(character)) {
      offsets.push(Math.min(at, end));
      index += 1;
      at = afterBlank(character, value[index], file, at);
    } else if (isBlank(file[at] ?? "")) {
      at = afterBlanks(file, at);
      continue;
    } else {
      offsets.push(Math.min(at, end));
      at += isSingle && character === "'" ? 2 : 1;
      index += 1;
    }
    last = at;
  }
  offsets.push(Math.min(last, end));
  return offsets;
}

/** Where the file goes on after a blank of the text, which may stand for a line break and the indentation after it. */
function afterBlank(blank: string, next: string | undefined, file: string, at: number): number {
  const written = file[at] ?? "";
  if (written === blank && blank !== "\n") {
    return at + 1;
  }
  if (!isBlank(written)) {
    return at;
  }
  return isBlank(next ?? "x") ? afterLineBreak(file, at) : afterBlanks(file, at);
}

const simpleEscapes: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  e: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  N: "\u0085",
  _: "\u00a0",
  L: "\u2028",
  P: "\u2029",
};

const hexLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function readEscape(file: string, at: number): { readonly text: string; readonly length: number } {
  const letter = file[at + 1] ?? "";
  const hex = hexLengths[letter];
  if (hex !== undefined) {
    const code = Number.parseInt(file.slice(at + 2, at + 2 + hex), 16);
    const isCode = code >= 0 && code <= 0x10ffff;
    return { text: isCode ? String.fromCodePoint(code) : "", length: 2 + hex };
  }
  if (letter === "\n" || letter === "\r") {
    return { text: "", length: afterBlanks(file, at + 1) - at };
  }
  return { text: simpleEscapes[letter] ?? letter, length: 2 };
}

function isBlank(character: string): boolean {
  return character === " " || character === "\n" || character === "\t" || character === "\r";
}

function afterBlanks(file: string, from: number): number {
  let at = from;
  while (at < file.length && isBlank(file[at] as string)) {
    at += 1;
  }
  return at;
}

function afterLineBreak(file: string, from: number): number {
  const line = file.indexOf("\n", from);
  return line < 0 ? file.length : line + 1;
}
