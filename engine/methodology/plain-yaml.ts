import { blockScalar, isBlankAt, plainScalar, quotedScalar } from "./plain-scalars.ts";
import { isPlainKey, type PairNode, type TextNode, type YamlNode } from "./yaml-node.ts";

/*
 * The part of YAML that the files of this project are written in, read in one pass: block and flow maps and lists, plain,
 * quoted and block texts, comments. It takes about a twentieth of the time of the library, which must be ready for all of
 * YAML. Whatever looks otherwise, right or wrong, is left to the library, which also tells the errors: this reader either
 * gives exactly what the library gives, offsets included, or nothing.
 */

/** Deeper nesting is left to the library. */
const depthLimit = 48;

/** So long a key is left to the library, which refuses one of more than 1,024 characters. */
const keyLimit = 1000;

/** Unwinds the reader where something is left to the library. */
class Doubt extends Error {}

/**
 * Reads a text whose every part is in plain YAML; absent where any of it is not.
 *
 * `tokenLimit` bounds the tokens that the library would make of the text, so that a file which it finds too long is left
 * to it. Never throws, whatever the text.
 *
 * @example
 * readPlain("heat: 38.90", 300_000); // { kind: "map", pairs: [{ key: …, value: … }], start: 0, end: 11 }
 */
export function readPlain(text: string, tokenLimit: number): YamlNode | undefined {
  // Tabs, returns, directives and the marks between documents.
  if (/[\t\r]|^(?:%|---|\.\.\.)/m.test(text)) return undefined;
  try {
    return readAll(text, tokenLimit);
  } catch (error) {
    if (error instanceof Doubt) return undefined;
    throw error;
  }
}

function readAll(text: string, tokenLimit: number): YamlNode {
  let at = 0;
  let lineStart = 0;
  let lineEnd = -1;
  let tokens = 0;

  toContent();
  if (column() !== 0) throw new Doubt();
  const root = isFlowStart() ? flow(0, 1) : block(-1, 1);
  if (isFlowNode(root, text)) toNext();
  if (at < text.length || root.kind === "text") throw new Doubt();
  return root;

  function column(): number {
    return at - lineStart;
  }

  /** Goes over blank lines and comments, from the start of a line or what follows a value. */
  function toContent(isInFlow = false): void {
    for (;;) {
      while (text[at] === " ") at += 1;
      if (text[at] === "#") {
        if (text[at - 1] !== " " && (isInFlow || at > lineStart)) throw new Doubt();
        at = endOfLine(at);
      }
      if (text[at] !== "\n") return;
      at += 1;
      lineStart = at;
      count(4);
    }
  }

  /** Goes from the end of a value to the next content, which must be on a line of its own. */
  function toNext(): void {
    const line = lineStart;
    toContent();
    if (lineStart === line && at < text.length) throw new Doubt();
  }

  function count(more: number): void {
    tokens += more;
    if (tokens > tokenLimit) throw new Doubt();
  }

  /** The map, list or text whose first character is here, inside of what stands at a column. */
  function block(parent: number, depth: number): YamlNode {
    if (depth > depthLimit) throw new Doubt();
    if (isDash()) return list(depth);
    if (isFlowStart()) return inline(parent, depth);
    const start = at;
    const first = scalar(parent + 1, false);
    if (isColonAfter(first)) {
      at = start;
      return map(depth);
    }
    take(first);
    toNext();
    return first;
  }

  function map(depth: number): YamlNode {
    const start = at;
    const indent = column();
    const pairs: PairNode[] = [];
    const keys = new Set<string>();
    do {
      const key = keyHere(indent + 1, false);
      if (keys.has(key.value)) throw new Doubt();
      keys.add(key.value);
      pairs.push({ key, value: valueAfter(indent, depth) });
    } while (isNextAt(indent));
    return { kind: "map", pairs, start, end: at };
  }

  /** The value after the colon of a block map's key. */
  function valueAfter(indent: number, depth: number): YamlNode {
    const line = lineStart;
    if (!isBlankAt(text, at)) throw new Doubt();
    toContent();
    if (lineStart === line) return inline(indent, depth);
    if (column() > indent) return block(indent, depth + 1);
    if (column() === indent && isDash()) return list(depth + 1);
    throw new Doubt();
  }

  /** A value that starts on the line of its key or dash, or a flow collection on its own line. */
  function inline(indent: number, depth: number): YamlNode {
    const node = isFlowStart()
      ? flow(indent + 1, depth + 1)
      : text[at] === "|" || text[at] === ">"
        ? blockText(indent + 1)
        : scalar(indent + 1, false);
    if (node.kind === "text") {
      if (node.style === "block") return node;
      if (isColonAfter(node)) throw new Doubt();
      take(node);
    }
    toNext();
    return node;
  }

  function list(depth: number): YamlNode {
    if (depth > depthLimit) throw new Doubt();
    const start = at;
    const indent = column();
    const items: YamlNode[] = [];
    do {
      if (!isDash()) throw new Doubt();
      at += 1;
      count(3);
      const line = lineStart;
      toContent();
      if (column() <= indent) throw new Doubt();
      const isBlockText = text[at] === "|" || text[at] === ">";
      items.push(
        isBlockText && lineStart === line ? inline(indent, depth) : block(indent, depth + 1),
      );
    } while (isNextAt(indent) && isDash());
    return { kind: "list", items, start, end: at };
  }

  /** Whether another entry of the map or list at a column follows; deeper there may be nothing. */
  function isNextAt(indent: number): boolean {
    if (at < text.length && column() > indent) throw new Doubt();
    return at < text.length && column() === indent;
  }

  function blockText(indent: number): TextNode {
    const node = blockScalar(text, at, indent);
    if (node === undefined) throw new Doubt();
    at = node.end;
    lineStart = at;
    count(8);
    toContent();
    return node;
  }

  function scalar(indent: number, isInFlow: boolean): TextNode {
    const isQuoted = text[at] === '"' || text[at] === "'";
    const node = isQuoted
      ? quotedScalar(text, at, indent)
      : plainScalar(text, at, indent, isInFlow);
    if (node === undefined) throw new Doubt();
    count(7);
    return node;
  }

  /** Goes to the end of a scalar, which may lie in another line. */
  function take(node: TextNode): void {
    at = node.end;
    if (lineEnd < lineStart) lineEnd = endOfLine(lineStart);
    if (at <= lineEnd) return;
    lineStart = text.lastIndexOf("\n", at - 1) + 1;
    lineEnd = endOfLine(at);
    count(4);
  }

  function endOfLine(from: number): number {
    const end = text.indexOf("\n", from);
    return end < 0 ? text.length : end;
  }

  /** A key with its colon, both on one line. */
  function keyHere(indent: number, isInFlow: boolean): TextNode {
    const start = at;
    const key = scalar(indent, isInFlow);
    take(key);
    while (text[at] === " ") at += 1;
    const isFitting = text[at] === ":" && at - start < keyLimit && isPlainKey(key.value);
    if (!isFitting || lineStart > start) throw new Doubt();
    at += 1;
    return key;
  }

  function isColonAfter(node: TextNode): boolean {
    let after = node.end;
    while (text[after] === " ") after += 1;
    return text[after] === ":" && (node.style !== "plain" || isBlankAt(text, after + 1));
  }

  function isDash(): boolean {
    return text[at] === "-" && isBlankAt(text, at + 1);
  }

  function isFlowStart(): boolean {
    return text[at] === "{" || text[at] === "[";
  }

  /** A collection in brackets; its lines stand at least at `indent`. */
  function flow(indent: number, depth: number): YamlNode {
    if (depth > depthLimit) throw new Doubt();
    const start = at;
    const isMap = text[at] === "{";
    const close = isMap ? "}" : "]";
    const pairs: PairNode[] = [];
    const items: YamlNode[] = [];
    const keys = new Set<string>();
    at += 1;
    count(7);
    toFlowContent(indent);
    while (text[at] !== close) {
      if (isMap) {
        const key = keyHere(indent, true);
        if (keys.has(key.value)) throw new Doubt();
        keys.add(key.value);
        if (key.style === "plain" && !isBlankAt(text, at)) throw new Doubt();
        toFlowContent(indent);
        pairs.push({ key, value: flowValue(indent, depth) });
      } else {
        items.push(flowValue(indent, depth));
      }
      toFlowContent(indent);
      if (text[at] === ",") {
        at += 1;
        toFlowContent(indent);
      } else if (text[at] !== close) {
        throw new Doubt();
      }
    }
    at += 1;
    return isMap ? { kind: "map", pairs, start, end: at } : { kind: "list", items, start, end: at };
  }

  function flowValue(indent: number, depth: number): YamlNode {
    if (isFlowStart()) return flow(indent, depth + 1);
    const node = scalar(indent, true);
    take(node);
    return node;
  }

  function toFlowContent(indent: number): void {
    const line = lineStart;
    toContent(true);
    if (at >= text.length || (lineStart > line && column() < indent)) throw new Doubt();
  }
}

function isFlowNode(node: YamlNode, text: string): boolean {
  return node.kind !== "text" && (text[node.start] === "{" || text[node.start] === "[");
}
