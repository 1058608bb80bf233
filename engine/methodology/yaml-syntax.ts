import { Composer, CST, type Document, Lexer, Parser, type YAMLError } from "yaml";
import type { IssueCode, Path } from "../issue.ts";
import type { IssueFacts } from "../locales/facts.ts";

/*
 * The syntax of YAML: tokens, the document that they make, and errors in the author's words. The tokens are looked at
 * before anything is built, so that a hostile file ends early.
 */

/** How deep values may be nested. */
export const depthLimit = 64;

/** How many tokens a file may have. */
export const tokenLimit = 300_000;

const errorLimit = 3;

/** Takes down an issue at characters of the file. */
export type Add = <Code extends IssueCode>(
  code: Code,
  facts: IssueFacts[Code],
  start: number,
  end: number,
  path?: Path,
) => void;

/**
 * Goes over the tokens before anything is built: names what this project does not use, and ends here where a file is so
 * large or so deep that building it would take long.
 */
export function plainTokens(text: string, add: Add): readonly string[] | undefined {
  const tokens: string[] = [];
  let offset = 0;
  let depth = 0;
  let isScalarNext = false;
  let isPlain = true;
  for (const token of new Lexer().lex(text)) {
    tokens.push(token);
    if (tokens.length > tokenLimit) {
      add("file-too-long", { limit: tokenLimit }, offset, offset + 1);
      return undefined;
    }
    const end = offset + token.length;
    if (isScalarNext) {
      isScalarNext = false;
      offset = end;
      continue;
    }
    switch (CST.tokenType(token)) {
      case "scalar":
        isScalarNext = true;
        continue;
      case "doc-mode":
      case "flow-error-end":
        continue;
      case "anchor":
        add("yaml-anchor", { found: token }, offset, end);
        isPlain = false;
        break;
      case "alias":
        add("yaml-alias", { found: token }, offset, end);
        isPlain = false;
        break;
      case "tag":
        add("yaml-tag", { found: token }, offset, end);
        isPlain = false;
        break;
      case "directive-line":
        add("yaml-directive", { found: token.trim() }, offset, end);
        isPlain = false;
        break;
      case "flow-map-start":
      case "flow-seq-start":
        depth += 1;
        if (depth > depthLimit) {
          add("nested-too-deep", { limit: depthLimit }, offset, end);
          return undefined;
        }
        break;
      case "flow-map-end":
      case "flow-seq-end":
        depth = Math.max(0, depth - 1);
        break;
      default:
        break;
    }
    offset = end;
  }
  return isPlain ? tokens : undefined;
}

/** The one document that the tokens make; absent where they make none or several, or one with errors. */
export function parseOne(
  tokens: readonly string[],
  text: string,
  add: Add,
): Document.Parsed | undefined {
  const [document, second] = withoutTraces(() => firstTwo(tokens, text.length));
  if (document === undefined) {
    add("file-empty", {}, 0, 1);
    return undefined;
  }
  if (second !== undefined) {
    const [start, end] = second.contents?.range ?? second.range;
    add("yaml-documents", {}, start, end);
    return undefined;
  }
  const [first] = document.errors;
  if (first !== undefined && isUnquoted(first, text)) {
    add("yaml-quotes", {}, ...first.pos);
    return undefined;
  }
  // One slip upsets all that follows it, so the first errors tell the most.
  for (const error of document.errors.slice(0, errorLimit)) {
    addError(error, text, add);
  }
  return document.errors.length > 0 ? undefined : document;
}

function firstTwo(tokens: readonly string[], length: number): readonly Document.Parsed[] {
  const composer = new Composer({
    schema: "failsafe",
    version: "1.2",
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    strict: true,
    logLevel: "silent",
  });
  const found: Document.Parsed[] = [];
  for (const document of composer.compose(syntaxOf(tokens), false, length)) {
    found.push(document as Document.Parsed);
    if (found.length === 2) {
      break;
    }
  }
  return found;
}

function* syntaxOf(tokens: readonly string[]): Generator<CST.Token> {
  const parser = new Parser();
  for (const token of tokens) {
    yield* parser.next(token);
  }
  yield* parser.end();
}

/** The stack trace of each error takes longer than all else: a broken file has one per bracket. */
function withoutTraces<T>(run: () => T): T {
  const errors = Error as { stackTraceLimit?: number };
  const limit = errors.stackTraceLimit;
  errors.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    if (limit === undefined) {
      delete errors.stackTraceLimit;
    } else {
      errors.stackTraceLimit = limit;
    }
  }
}

function addError(error: YAMLError, text: string, add: Add): void {
  const [start, end] = error.pos;
  if (error.code === "BAD_SCALAR_START") {
    add("yaml-start", { found: text.slice(start, start + 1) }, start, end);
  } else if (error.code === "RESOURCE_EXHAUSTION") {
    add("nested-too-deep", { limit: depthLimit }, start, end);
  } else if (error.message.includes("must be sufficiently indented and end with")) {
    add("yaml-unclosed", {}, start, end);
  } else {
    add(errorCodes[error.code] ?? "yaml-syntax", {}, start, end);
  }
}

/** The usual slip: `{ expr: grid[year].factor }`, where the bracket ends the text. */
function isUnquoted(error: YAMLError, text: string): boolean {
  const [start] = error.pos;
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return /[[{]/.test(text[start] ?? "") && /[{[,].*:\s.*[^\s,:[{]\s*$/.test(before);
}

const errorCodes: Readonly<
  Partial<
    Record<
      YAMLError["code"],
      "yaml-indent" | "yaml-tab" | "yaml-colon" | "yaml-unclosed" | "yaml-escape"
    >
  >
> = {
  BAD_INDENT: "yaml-indent",
  TAB_AS_INDENT: "yaml-tab",
  BLOCK_AS_IMPLICIT_KEY: "yaml-colon",
  MULTILINE_IMPLICIT_KEY: "yaml-colon",
  KEY_OVER_1024_CHARS: "yaml-colon",
  MISSING_CHAR: "yaml-unclosed",
  BAD_DQ_ESCAPE: "yaml-escape",
};
