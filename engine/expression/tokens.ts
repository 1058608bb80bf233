import { idPattern } from "../methodology/id.ts";
import type { Report } from "./problem.ts";
import type { TextSpan } from "./syntax.ts";

/*
 * Tokens of an expression. What authors bring from print, spreadsheets and other languages (`×`, `&&`, `1e5`, full-width
 * digits) is named as such and read as what it stands for, so that one pass finds everything else too.
 */

/** The smallest pieces of an expression. `unit` is the text between brackets after a number. */
export interface Token {
  readonly kind: "number" | "id" | "word" | "sign" | "unit" | "end";
  readonly text: string;
  readonly span: TextSpan;
}

/** Words that are no names. */
const words: ReadonlySet<string> = new Set([
  "and",
  "or",
  "not",
  "where",
  "true",
  "false",
  "none",
  "stop",
]);

const digitsLimit = 100;

const blank = /[ \t\r\n]/y;
const date = /\d{4}-\d{2}-\d{2}(?![\d.])/y;
const exponent = /(\d+)(?:\.(\d*))?[eE]([+-]?\d+)(?![\p{L}\d_])/uy;
const grouped = /\d+(?:_\d+)+(?:\.\d+)?/y;
const number = /\d+(?:\.\d+)?/y;
const numberWithoutStart = /\.\d+/y;
const word = /[\p{L}_][\p{L}\p{M}\p{Nd}_]*/uy;
const quoted = /"[^"]*"?|'[^']*'?|「[^」]*」?|“[^”]*”?|‘[^’]*’?/y;
const sign = /<=|>=|==|!=|[-+*/<>()[\],.=]/y;
const elsewhere = /===|!==|&&|\|\||=>|=<|<>|[&|!]/y;
const power = /\*\*|\^|[⁰¹²³⁴-⁹]+/y;

/** What the exponent form is read as: all of it, then its parts. */
type Captured = readonly [all: string, whole: string, fraction: string | undefined, power: string];

/** What other languages write, and what it is here. */
const otherOperators: Readonly<Record<string, string>> = {
  "===": "==",
  "!==": "!=",
  "&&": "and",
  "||": "or",
  "=>": ">=",
  "=<": "<=",
  "<>": "!=",
  "&": "and",
  "|": "or",
  "!": "not",
};

/** What is printed in a document, and what it is here. */
const printedSigns: Readonly<Record<string, string>> = {
  "×": "*",
  "✕": "*",
  "∗": "*",
  "·": "*",
  "・": "*",
  "⋅": "*",
  "÷": "/",
  "∕": "/",
  "⁄": "/",
  "−": "-",
  "–": "-",
  "—": "-",
  "‐": "-",
  "‑": "-",
  "≤": "<=",
  "≦": "<=",
  "≥": ">=",
  "≧": ">=",
  "≠": "!=",
  "、": ",",
};

const fullWidthRun = /[！-～\u3000]+/g;

/**
 * Splits a text into tokens; the last one is of kind `end`.
 *
 * Errors: reported, never thrown; the tokens that come back stand for what was meant, as far as that is plain.
 */
export function tokens(written: string, report: Report): readonly Token[] {
  const text = withoutFullWidth(written, report);
  const found: Token[] = [];
  let at = 0;

  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const span = (length: number): TextSpan => ({ start: at, end: at + length });
  const push = (kind: Token["kind"], as: string, length: number): void => {
    found.push({ kind, text: as, span: span(length) });
    at += length;
  };

  while (at < text.length) {
    if (match(blank) !== null) {
      at += 1;
      continue;
    }
    const previous = found.at(-1);
    if (text[at] === "[" && previous?.kind === "number") {
      readUnit();
      continue;
    }
    const isAfterName = previous?.kind === "id" || previous?.text === "]";
    if (/\d/.test(text.charAt(at)) || (!isAfterName && match(numberWithoutStart) !== null)) {
      readNumber();
      continue;
    }
    const name = match(word);
    if (name !== null) {
      readWord(name[0]);
      continue;
    }
    readSign();
  }
  found.push({ kind: "end", text: "", span: { start: at, end: at } });
  return found;

  function readUnit(): void {
    const close = text.indexOf("]", at);
    if (close === -1) {
      report("unit-not-closed", {}, span(1));
      push("unit", text.slice(at + 1).trim(), text.length - at);
      return;
    }
    const unit = text.slice(at + 1, close).trim();
    if (unit === "") {
      report("unit-empty", {}, span(close + 1 - at));
    }
    push("unit", unit, close + 1 - at);
  }

  function readNumber(): void {
    const asDate = match(date);
    if (asDate !== null) {
      report("date-in-expression", { found: asDate[0] }, span(asDate[0].length));
      push("number", "0", asDate[0].length);
      return;
    }
    const asExponent = match(exponent);
    if (asExponent !== null) {
      const [all, whole, fraction = "", power] = asExponent as unknown as Captured;
      report(
        "exponent-form",
        { found: all, write: writtenOut(whole, fraction, power) },
        span(all.length),
      );
      push("number", "0", all.length);
      return;
    }
    const asGrouped = match(grouped);
    if (asGrouped !== null) {
      const all = asGrouped[0];
      report("digits-grouped", { found: all, write: all.replaceAll("_", "") }, span(all.length));
      push("number", "0", all.length);
      return;
    }
    const asFraction = match(numberWithoutStart);
    if (asFraction !== null) {
      const all = asFraction[0];
      report("number-incomplete", { found: all, write: `0${all}` }, span(all.length));
      push("number", "0", all.length);
      return;
    }
    const digits = (match(number) as RegExpExecArray)[0];
    const count = digits.length - (digits.includes(".") ? 1 : 0);
    if (count > digitsLimit) {
      report("number-too-long", { limit: digitsLimit, digits: count }, span(digits.length));
    }
    const follows = text.slice(at + digits.length);
    if (/^\.(?![\d.\p{L}])/u.test(follows)) {
      report("number-incomplete", { found: `${digits}.`, write: digits }, span(digits.length + 1));
      push("number", digits, digits.length + 1);
      return;
    }
    const percent = /^\s*%/.exec(follows)?.[0];
    if (percent !== undefined) {
      const length = digits.length + percent.length;
      const write = count > digitsLimit ? "" : hundredth(digits);
      report("percent-in-expression", { found: text.slice(at, at + length), write }, span(length));
      push("number", digits, length);
      return;
    }
    push("number", digits, digits.length);
  }

  function readWord(name: string): void {
    if (words.has(name)) {
      push("word", name, name.length);
      return;
    }
    if (idPattern.test(name)) {
      push("id", name, name.length);
      return;
    }
    const small = name.toLowerCase();
    if (words.has(small)) {
      report("other-operator", { found: name, write: small }, span(name.length));
      push("word", small, name.length);
      return;
    }
    report("not-an-id", { found: name, write: snakeCase(name) }, span(name.length));
    push("id", name, name.length);
  }

  function readSign(): void {
    const text1 = match(quoted)?.[0];
    if (text1 !== undefined) {
      report("text-in-expression", { found: text1 }, span(text1.length));
      push("id", "text", text1.length);
      return;
    }
    const asPower = match(power)?.[0];
    if (asPower !== undefined) {
      report("power-sign", { found: asPower }, span(asPower.length));
      if (/[*^]/.test(asPower)) {
        push("sign", "*", asPower.length);
      } else {
        at += asPower.length;
      }
      return;
    }
    const other = match(elsewhere)?.[0];
    const plain = match(sign)?.[0];
    if (other !== undefined && (plain === undefined || other.length > plain.length)) {
      const write = otherOperators[other] as string;
      report("other-operator", { found: other, write }, span(other.length));
      push(words.has(write) ? "word" : "sign", write, other.length);
      return;
    }
    if (plain !== undefined) {
      push("sign", plain, plain.length);
      return;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const printed = printedSigns[character];
    if (printed !== undefined) {
      report("printed-sign", { found: character, write: printed }, span(character.length));
      push("sign", printed, character.length);
      return;
    }
    if (character === "%") {
      report("percent-in-expression", { found: "%", write: "" }, span(1));
    } else if (character === "√") {
      report("printed-sign", { found: "√", write: "sqrt( )" }, span(1));
    } else {
      report("unknown-character", { found: character }, span(character.length));
    }
    at += character.length;
  }
}

/** Each full-width character stands for one half-width character, so offsets stay as they are. */
function withoutFullWidth(text: string, report: Report): string {
  return text.replace(fullWidthRun, (run, start: number) => {
    const write = run.normalize("NFKC");
    report("full-width", { found: run, write }, { start, end: start + run.length });
    return write;
  });
}

/** `1.5e3` as `1500`; empty where that would be longer than anyone would write. */
function writtenOut(whole: string, fraction: string, power: string): string {
  const places = Number.parseInt(power, 10);
  return Math.abs(places) > 30 ? "" : movePoint(whole, fraction, places);
}

function hundredth(digits: string): string {
  const [whole, fraction = ""] = digits.split(".") as [string, string?];
  return movePoint(whole, fraction, -2);
}

function movePoint(whole: string, fraction: string, places: number): string {
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded = "0".repeat(Math.max(-point, 0)) + digits.padEnd(point, "0");
  const start = padded.slice(0, Math.max(point, 0)).replace(/^0+/, "");
  const end = padded.slice(Math.max(point, 0)).replace(/0+$/, "");
  return (start === "" ? "0" : start) + (end === "" ? "" : `.${end}`);
}

/** An id that the author may have meant; empty where none can be made of the name. */
function snakeCase(name: string): string {
  const small = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/^_+/, "");
  return idPattern.test(small) ? small : "";
}
