import { type Document, isMap, isScalar, isSeq, type Pair, type Scalar } from "yaml";
import type { Path } from "../issue.ts";
import { strangeCharacters } from "./characters.ts";
import type { Lines } from "./lines.ts";
import type { PairNode, TextNode, YamlNode } from "./yaml-node.ts";
import { type Add, depthLimit } from "./yaml-syntax.ts";

type Range = readonly [number, number, number];

/**
 * What a document of the library says, as nodes. Reports what YAML allows and this project does not: empty values, keys
 * that are no texts, that stand twice or that have a meaning of their own, values nested too deep.
 */
export function nodeOf(document: Document.Parsed, lines: Lines, add: Add): YamlNode {
  const value = (node: unknown, path: Path, depth: number): YamlNode => {
    if (isScalar(node)) {
      return textOf(node, path);
    }
    const [start, end] = rangeOf(node) ?? [0, 1];
    if (depth >= depthLimit) {
      add("nested-too-deep", { limit: depthLimit }, start, end, path);
      return { kind: "list", items: [], start, end };
    }
    if (isSeq(node)) {
      const items = node.items.map((item, index) => value(item, [...path, index], depth + 1));
      return { kind: "list", items, start, end };
    }
    if (isMap(node)) {
      return { kind: "map", pairs: pairsOf(node.items, path, depth + 1), start, end };
    }
    add("yaml-syntax", {}, start, end, path);
    return { kind: "list", items: [], start, end };
  };

  const textOf = (scalar: Scalar, path: Path): TextNode => {
    const [start, end] = scalar.range ?? [0, 1];
    if (isEmpty(scalar)) {
      add("value-empty", { key: "" }, start, end, path);
    }
    const node = textNode(scalar);
    if (node.style === "double") {
      // What stands in the file itself has been looked at; an escape may bring the same characters.
      strangeCharacters(node.value, (code, facts) => add(code, facts, start, end, path));
    }
    return node;
  };

  const pairsOf = (pairs: readonly Pair[], path: Path, depth: number): readonly PairNode[] => {
    const found: PairNode[] = [];
    const seen = new Map<string, number>();
    for (const pair of pairs) {
      const key = keyOf(pair, path);
      if (key === undefined) {
        continue;
      }
      const { value: name, start, end } = key;
      const at = [...path, name];
      const first = seen.get(name);
      if (first !== undefined) {
        add("key-twice", { key: name, line: lines.span(first, first).line }, start, end, at);
        continue;
      }
      seen.set(name, start);
      if (name === "<<") {
        add("yaml-merge", {}, start, end, at);
      } else if (name in Object.prototype) {
        add("key-reserved", { key: name }, start, end, at);
      } else if (pair.value === null || (isScalar(pair.value) && isEmpty(pair.value))) {
        add("value-empty", { key: name }, start, end, at);
      } else {
        found.push({ key, value: value(pair.value, at, depth) });
      }
    }
    return found;
  };

  const keyOf = (pair: Pair, path: Path): TextNode | undefined => {
    const { key } = pair;
    if (isScalar(key) && typeof key.value === "string" && key.value !== "") {
      return textNode(key);
    }
    const [start, end] = rangeOf(key) ?? rangeOf(pair.value) ?? [0, 1];
    add("key-not-text", {}, start, end, path);
    return undefined;
  };

  return value(document.contents, [], 0);
}

function textNode(scalar: Scalar): TextNode {
  const [start, end] = scalar.range ?? [0, 1];
  const value = typeof scalar.value === "string" ? scalar.value : "";
  return { kind: "text", value, style: styles[scalar.type ?? ""] ?? "plain", start, end };
}

const styles: Readonly<Record<string, TextNode["style"]>> = {
  QUOTE_DOUBLE: "double",
  QUOTE_SINGLE: "single",
  BLOCK_LITERAL: "block",
  BLOCK_FOLDED: "block",
};

function rangeOf(node: unknown): Range | undefined {
  return (node as { readonly range?: Range | null } | null)?.range ?? undefined;
}

/** Nothing at all stands there; `""` is a text. */
function isEmpty(scalar: Scalar): boolean {
  return scalar.value === "" && scalar.type === "PLAIN";
}
