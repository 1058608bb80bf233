import type { TextNode } from "./yaml-node.ts";

/*
 * The scalars of the plain part of YAML. Each function looks at the text from an offset and gives the scalar that stands
 * there, or nothing where it is written in a way that is left to the library. `indent` is the least indentation of the
 * lines that still belong to the scalar.
 */

const flowMarks: ReadonlySet<string> = new Set([",", "[", "]", "{", "}"]);

/** Characters that a plain scalar does not start with, or that are left to the library there. */
const badStarts: ReadonlySet<string> = new Set([...",[]{}#&*!|>'\"%@`?:"]);

/** A blank, or the end of the text. */
export function isBlankAt(text: string, at: number): boolean {
  const character = text[at];
  return character === " " || character === "\n" || character === undefined;
}

/** A text without quotes: as far as a colon, a comment, the end of its lines or, in brackets, what parts the items. */
export function plainScalar(
  text: string,
  start: number,
  indent: number,
  isInFlow: boolean,
): TextNode | undefined {
  const first = text[start];
  if (first === undefined || badStarts.has(first)) return undefined;
  if (first === "-" && (isBlankAt(text, start + 1) || isMark(text[start + 1]))) return undefined;
  let end = start;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] as string;
    if (character === " " || character === "\n") {
      const next = text[at + 1];
      if (next === "#" || (isInFlow && isMark(next))) break;
      if (character === "\n") {
        const content = continued(text, at + 1, indent);
        if (content === undefined) break;
        // The blank before the content is looked at again, for a comment may follow it.
        at = Math.max(at, content - 2);
      }
      continue;
    }
    if (character === ":") {
      if (isBlankAt(text, at + 1) || (isInFlow && isMark(text[at + 1]))) break;
    } else if (isInFlow && isMark(character)) {
      break;
    }
    end = at + 1;
  }
  if (end === start) return undefined;
  const written = text.slice(start, end);
  const value = written.includes("\n") ? unfolded(written) : written;
  return { kind: "text", value, style: "plain", start, end };
}

/** A text in quotes. Escapes other than those of quotes, backslash, line feed and tab are left to the library. */
export function quotedScalar(text: string, start: number, indent: number): TextNode | undefined {
  const quote = text[start] as string;
  const isDouble = quote === '"';
  let last = text.indexOf(quote, start + 1);
  let hasEscape = false;
  while (last >= 0) {
    if (!isDouble) {
      if (text[last + 1] !== quote) break;
      hasEscape = true;
      last = text.indexOf(quote, last + 2);
      continue;
    }
    let slashes = 0;
    while (text[last - 1 - slashes] === "\\") slashes += 1;
    if (slashes % 2 === 0) break;
    last = text.indexOf(quote, last + 1);
  }
  if (last < 0) return undefined;
  const written = text.slice(start + 1, last);
  hasEscape ||= isDouble && written.includes("\\");
  const isFolded = written.includes("\n");
  if (isFolded && ((isDouble && hasEscape) || !isIndented(text, start, last, indent))) {
    return undefined;
  }
  const lines = isFolded ? unfolded(written) : written;
  const value = !hasEscape ? lines : isDouble ? unescaped(lines) : lines.replaceAll("''", "'");
  if (value === undefined) return undefined;
  return { kind: "text", value, style: isDouble ? "double" : "single", start, end: last + 1 };
}

/**
 * A text under `|` or `>`, and where the line after it starts. Given or kept indentation, blanks in empty lines and lines
 * that stand deeper are left to the library.
 */
export function blockScalar(text: string, start: number, indent: number): TextNode | undefined {
  const header = /[|>](-?) *(?: #[^\n]*)?\n/y;
  header.lastIndex = start;
  const found = header.exec(text);
  if (found === null) return undefined;
  const isLiteral = text[start] === "|";
  const lines: string[] = [];
  let at = header.lastIndex;
  let end = at;
  let depth = -1;
  for (;;) {
    let content = at;
    while (text[content] === " ") content += 1;
    const next = text.indexOf("\n", content);
    if (content >= text.length) {
      if (content > at || depth < 0) return undefined;
      break;
    }
    if (text[content] === "\n") {
      if (content > at || depth < 0) return undefined;
      lines.push("");
    } else {
      if (depth < 0) depth = content - at;
      if (depth < indent) return undefined;
      if (content - at < depth) break;
      if (next < 0 || content - at > depth) return undefined;
      lines.push(text.slice(content, next));
      end = next + 1;
    }
    at = next + 1;
  }
  while (lines.at(-1) === "") lines.pop();
  const body = isLiteral ? lines.join("\n") : unfolded(lines.join("\n"), true);
  const value = found[1] === "-" ? body : `${body}\n`;
  return { kind: "text", value, style: "block", start, end };
}

function isMark(character: string | undefined): boolean {
  return character !== undefined && flowMarks.has(character);
}

/** Where the content of a further line starts; absent where the line does not belong to the scalar. */
function continued(text: string, from: number, indent: number): number | undefined {
  let at = from;
  while (text[at] === " ") at += 1;
  return text[at] === "\n" || at - from >= indent ? at : undefined;
}

function isIndented(text: string, start: number, end: number, indent: number): boolean {
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) {
    if (continued(text, at + 1, indent) === undefined) return false;
  }
  return true;
}

/** Lines as one: a line break is a space, and empty lines are line breaks. Blanks in a block's lines stay. */
function unfolded(written: string, isBlock = false): string {
  const lines = written.split("\n");
  const last = lines.length - 1;
  let text = "";
  let breaks = 0;
  lines.forEach((line, index) => {
    let kept = line;
    if (!isBlock && index > 0) kept = kept.replace(/^ +/, "");
    if (!isBlock && index < last) kept = withoutBlanks(kept);
    if (index > 0 && (kept !== "" || index === last)) {
      text += breaks === 1 ? " " : "\n".repeat(breaks - 1);
      breaks = 0;
    }
    text += kept;
    breaks += 1;
  });
  return text;
}

function withoutBlanks(line: string): string {
  let end = line.length;
  while (line[end - 1] === " ") end -= 1;
  return line.slice(0, end);
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  n: "\n",
  t: "\t",
};

function unescaped(written: string): string | undefined {
  let isKnown = true;
  const text = written.replace(/\\(.)/g, (_, letter: string) => {
    const meant = escapes[letter];
    isKnown &&= meant !== undefined;
    return meant ?? "";
  });
  return isKnown ? text : undefined;
}
