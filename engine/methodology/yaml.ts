import { type Document, isMap, isScalar, isSeq, type Pair, type Scalar } from "yaml";
import { fail, type Issue, ok, type Path, type Result } from "../issue.ts";
import { strangeCharacters } from "./characters.ts";
import type { FindPlace } from "./file.ts";
import { type Lines, linesOf } from "./lines.ts";
import { findPlace } from "./places.ts";
import { type Add, depthLimit, parseOne, plainTokens } from "./yaml-syntax.ts";

/*
 * YAML as this project uses it: texts, lists and maps. What makes YAML surprising (types guessed from the look of a text,
 * anchors, aliases, tags, merge keys, several documents) is refused by name, not passed over. JSON is read by the same
 * rules, so that no figure becomes a binary number.
 */

/** Data as written: every scalar is text. Maps have no prototype, so that no key has a meaning of its own. */
export type TextTree = string | readonly TextTree[] | { readonly [key: string]: TextTree };

export interface ReadTree {
  readonly data: TextTree;
  readonly place: FindPlace;
}

const sizeLimit = 2 * 1024 * 1024;
const issueLimit = 100;

/**
 * Reads YAML or JSON.
 *
 * Errors: everything that is not plain texts, lists and maps, with its place; at most a hundred issues. Files over
 * 2 MB and values nested more than 64 deep are refused. Never throws, whatever the text.
 *
 * @example
 * readTree("heat: 38.90", "a.yaml"); // { ok: true, value: { data: { heat: "38.90" }, place }, … }
 */
export function readTree(written: string, file: string): Result<ReadTree> {
  const hasMark = written.startsWith("\uFEFF");
  const text = hasMark ? written.slice(1) : written;
  const lines = linesOf(text.length > sizeLimit ? text.slice(0, 1000) : text);
  const issues: Issue[] = [];
  const add = ((code, facts, start, end, path = []) => {
    if (issues.length < issueLimit) {
      const span = lines.span(start, end);
      issues.push({ code, severity: "error", file, path, span, facts } as Issue);
    }
  }) as Add;

  if (text.length > sizeLimit) {
    add("file-too-large", { limit: "2 MB" }, 0, 1);
    return fail(issues);
  }
  if (text.trim() === "") {
    add("file-empty", {}, 0, 1);
    return fail(issues);
  }
  strangeCharacters(text, add);
  const tokens = plainTokens(text, add);
  const document = tokens === undefined ? undefined : parseOne(tokens, text, add);
  if (document === undefined) {
    return fail(issues);
  }
  const data = toData(document, lines, add);
  if (issues.length > 0) {
    return fail(issues);
  }
  const warnings = hasMark ? [warning("byte-order-mark", file, lines)] : [];
  return ok({ data, place: findPlace(document, text, file, lines) }, warnings);
}

function warning(code: "byte-order-mark", file: string, lines: Lines): Issue {
  return { code, severity: "warning", file, path: [], span: lines.span(0, 1), facts: {} };
}

function toData(document: Document.Parsed, lines: Lines, add: Add): TextTree {
  const value = (node: unknown, path: Path, depth: number): TextTree => {
    if (isScalar(node)) {
      return textOf(node, path);
    }
    const [start, end] = (node as { range?: [number, number, number] }).range ?? [0, 1];
    if (depth >= depthLimit) {
      add("nested-too-deep", { limit: depthLimit }, start, end, path);
      return "";
    }
    if (isSeq(node)) {
      return node.items.map((item, index) => value(item, [...path, index], depth + 1));
    }
    if (isMap(node)) {
      return mapOf(node.items, path, depth + 1);
    }
    add("yaml-syntax", {}, start, end, path);
    return "";
  };

  const textOf = (scalar: Scalar, path: Path): string => {
    const [start, end] = scalar.range ?? [0, 1];
    if (isEmpty(scalar)) {
      add("value-empty", { key: "" }, start, end, path);
    }
    const text = typeof scalar.value === "string" ? scalar.value : "";
    if (scalar.type === "QUOTE_DOUBLE") {
      // What stands in the file itself has been looked at; an escape may bring the same characters.
      strangeCharacters(text, (code, facts) => add(code, facts, start, end, path));
    }
    return text;
  };

  const mapOf = (pairs: readonly Pair[], path: Path, depth: number): TextTree => {
    const map: Record<string, TextTree> = Object.create(null);
    const seen = new Map<string, number>();
    for (const pair of pairs) {
      const key = keyOf(pair, path);
      if (key === undefined) {
        continue;
      }
      const [start = 0, end = 1] = (pair.key as Scalar).range ?? [];
      const at = [...path, key];
      const first = seen.get(key);
      if (first !== undefined) {
        add("key-twice", { key, line: lines.span(first, first).line }, start, end, at);
        continue;
      }
      seen.set(key, start);
      if (key === "<<") {
        add("yaml-merge", {}, start, end, at);
      } else if (key in Object.prototype) {
        add("key-reserved", { key }, start, end, at);
      } else if (pair.value === null || (isScalar(pair.value) && isEmpty(pair.value))) {
        add("value-empty", { key }, start, end, at);
      } else {
        map[key] = value(pair.value, at, depth);
      }
    }
    return map;
  };

  const keyOf = (pair: Pair, path: Path): string | undefined => {
    const { key } = pair;
    if (isScalar(key) && typeof key.value === "string" && key.value !== "") {
      return key.value;
    }
    const range = (key as { range?: [number, number, number] } | null)?.range;
    const beside = (pair.value as { range?: [number, number, number] } | null)?.range;
    const [start, end] = range ?? beside ?? [0, 1];
    add("key-not-text", {}, start, end, path);
    return undefined;
  };

  return value(document.contents, [], 0);
}

/** Nothing at all stands there; `""` is a text. */
function isEmpty(scalar: Scalar): boolean {
  return scalar.value === "" && scalar.type === "PLAIN";
}
