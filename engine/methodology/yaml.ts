import { fail, type Issue, ok, type Result } from "../issue.ts";
import { strangeCharacters } from "./characters.ts";
import type { FindPlace } from "./file.ts";
import { type Lines, linesOf } from "./lines.ts";
import { findPlace } from "./places.ts";
import { readPlain } from "./plain-yaml.ts";
import { nodeOf } from "./yaml-document.ts";
import { dataOf, type TextTree, type YamlNode } from "./yaml-node.ts";
import { type Add, parseOne, plainTokens, tokenLimit } from "./yaml-syntax.ts";

/*
 * YAML as this project uses it: texts, lists and maps. What makes YAML surprising (types guessed from the look of a text,
 * anchors, aliases, tags, merge keys, several documents) is refused by name, not passed over. JSON is read by the same
 * rules, so that no figure becomes a binary number.
 */

export type { TextTree } from "./yaml-node.ts";

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
  const plain = issues.length > 0 ? undefined : readPlain(text, tokenLimit);
  const root = plain ?? readByLibrary(text, lines, add);
  if (root === undefined || issues.length > 0) {
    return fail(issues);
  }
  const warnings = hasMark ? [warning("byte-order-mark", file, lines)] : [];
  return ok({ data: dataOf(root), place: findPlace(root, text, file, lines) }, warnings);
}

/** All of YAML, and every error in it. */
function readByLibrary(text: string, lines: Lines, add: Add): YamlNode | undefined {
  const tokens = plainTokens(text, add);
  const document = tokens === undefined ? undefined : parseOne(tokens, text, add);
  return document === undefined ? undefined : nodeOf(document, lines, add);
}

function warning(code: "byte-order-mark", file: string, lines: Lines): Issue {
  return { code, severity: "warning", file, path: [], span: lines.span(0, 1), facts: {} };
}
