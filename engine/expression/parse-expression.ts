import { fail, type Issue, ok, type Result, type Span } from "../issue.ts";
import type { Problem, Report } from "./problem.ts";
import type {
  Argument,
  ArithmeticOperator,
  ComparisonOperator,
  Expression,
  LogicalOperator,
  LookupKey,
  NamePart,
  TextSpan,
} from "./syntax.ts";
import { type Token, tokens } from "./tokens.ts";

/*
 * A Pratt parser: each operator binds with a strength, and an operand takes in whatever binds stronger than what stands
 * to its left. Where the author's meaning is plain in spite of a mistake, the mistake is reported and parsing goes on;
 * at the first token that fits nowhere it ends. The limits keep every later phase, which walks the tree, within bounds.
 */

const lengthLimit = 4000;
const depthLimit = 64;
const nodeLimit = 2000;
const problemLimit = 20;

/** How strongly operators bind; brackets and calls bind strongest of all. */
const strength = { logical: 1, not: 2, comparison: 3, sum: 4, product: 5 } as const;

type Infix =
  | { readonly kind: "logical"; readonly operator: LogicalOperator; readonly strength: number }
  | {
      readonly kind: "comparison";
      readonly operator: ComparisonOperator;
      readonly strength: number;
    }
  | {
      readonly kind: "arithmetic";
      readonly operator: ArithmeticOperator;
      readonly strength: number;
    };

const infixes: ReadonlyMap<string, Infix> = new Map([
  ...(["and", "or"] as const).map((operator): [string, Infix] => [
    operator,
    { kind: "logical", operator, strength: strength.logical },
  ]),
  // `=` is reported where it stands, and read as the comparison that was meant.
  ...["<", "<=", ">", ">=", "==", "!=", "="].map((operator): [string, Infix] => [
    operator,
    {
      kind: "comparison",
      operator: operator as ComparisonOperator,
      strength: strength.comparison,
    },
  ]),
  ...(["+", "-"] as const).map((operator): [string, Infix] => [
    operator,
    { kind: "arithmetic", operator, strength: strength.sum },
  ]),
  ...(["*", "/"] as const).map((operator): [string, Infix] => [
    operator,
    { kind: "arithmetic", operator, strength: strength.product },
  ]),
]);

/** Ends the parsing of a text in which nothing more can be made out. */
class Unreadable extends Error {}

export interface ParseOptions {
  /** Whether the whole text may be `stop`. */
  readonly stop?: boolean;
}

/** What a text parses to, or what is wrong with it, at characters of the text. */
export type Parsed =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * The expression that a text stands for, with spans in the text.
 *
 * Errors: every problem that can be told in one pass, at most twenty, as issues whose place is the line and column in
 * the text itself. Never throws, whatever the text.
 *
 * @example
 * parseExpression("fuel_use * 2 [t]"); // { ok: true, value: { kind: "arithmetic", operator: "*", … }, … }
 */
export function parseExpression(text: string, options: ParseOptions = {}): Result<Expression> {
  const parsed = parseText(text, options);
  return parsed.ok ? ok(parsed.expression) : fail(parsed.problems.map((one) => toIssue(one, text)));
}

/** As `parseExpression`, with problems that are still to be placed in a file. */
export function parseText(text: string, options: ParseOptions = {}): Parsed {
  const problems: Problem[] = [];
  const report = ((code, facts, span) => {
    problems.push({ code, facts, span } as Problem);
  }) as Report;

  if (text.length > lengthLimit) {
    report(
      "expression-too-long",
      { limit: lengthLimit, length: text.length },
      { start: 0, end: 1 },
    );
    return { ok: false, problems };
  }
  if (text.trim() === "") {
    report("expression-empty", {}, { start: 0, end: text.length });
    return { ok: false, problems };
  }
  try {
    const expression = parseTokens(tokens(text, report), report, options);
    if (problems.length === 0) return { ok: true, expression };
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) {
      throw thrown;
    }
  }
  return { ok: false, problems: inOrder(problems).slice(0, problemLimit) };
}

/**
 * A text that names one thing, such as `members.started`.
 *
 * Errors: those of `parseExpression`, and `not-a-reference` for any other expression.
 */
export function parseReference(text: string): Parsed {
  const parsed = parseText(text);
  if (!parsed.ok || parsed.expression.kind === "name") {
    return parsed;
  }
  const { span } = parsed.expression;
  return {
    ok: false,
    problems: [{ code: "not-a-reference", facts: { found: text.trim() }, span }],
  };
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => a.span.start - b.span.start);
}

function toIssue(problem: Problem, text: string): Issue {
  const { code, facts, span } = problem;
  return { code, severity: "error", path: [], span: lineSpan(text, span), facts } as Issue;
}

/** The line of a text in which a span starts; the part of the span that lies in that line. */
function lineSpan(text: string, { start, end }: TextSpan): Span {
  const before = text.slice(0, start);
  const lineStart = before.lastIndexOf("\n") + 1;
  const lineEnd = text.indexOf("\n", start) < 0 ? text.length : text.indexOf("\n", start);
  return {
    line: before.split("\n").length,
    column: start - lineStart + 1,
    length: Math.max(1, Math.min(end, lineEnd) - start),
    text: text.slice(lineStart, lineEnd),
  };
}

function parseTokens(all: readonly Token[], report: Report, options: ParseOptions): Expression {
  let at = 0;
  let depth = 0;
  let nodes = 0;

  const first = all[0] as Token;
  if (first.text === "stop" && all.length === 2 && options.stop) {
    return { kind: "stop", span: first.span };
  }
  const whole = expression(0);
  if (current().kind !== "end") {
    return leftOver();
  }
  return whole;

  function current(): Token {
    return all[at] as Token;
  }

  function previous(): Token {
    return all[at - 1] as Token;
  }

  function take(): Token {
    const token = current();
    at += 1;
    return token;
  }

  /** Whether a sign or word stands here; no name is spelled as one, and a unit is taken with its number. */
  function isAt(text: string): boolean {
    return current().text === text;
  }

  function give(node: Expression): Expression {
    nodes += 1;
    if (nodes > nodeLimit) {
      report("expression-too-large", { limit: nodeLimit }, node.span);
      throw new Unreadable();
    }
    return node;
  }

  /** Runs what lies one level deeper. */
  function deeper<T>(from: Token, inner: () => T): T {
    depth += 1;
    if (depth > depthLimit) {
      report("expression-too-deep", { limit: depthLimit }, from.span);
      throw new Unreadable();
    }
    const value = inner();
    depth -= 1;
    return value;
  }

  function infix(): Infix | undefined {
    return infixes.get(current().text);
  }

  function expression(least: number): Expression {
    const { start } = current().span;
    let left = prefix(least);
    let logic: LogicalOperator | undefined;
    let isCompared = false;
    for (;;) {
      const operator = infix();
      if (operator === undefined || operator.strength < least) {
        return left;
      }
      const token = take();
      if (token.text === "=") {
        report("single-equals", {}, token.span);
      }
      if (operator.kind === "logical") {
        if (logic !== undefined && logic !== operator.operator) {
          report("logic-mixed", {}, token.span);
        }
        logic = operator.operator;
      }
      if (operator.kind === "comparison") {
        if (isCompared) {
          report("comparison-chained", {}, token.span);
        }
        isCompared = true;
      }
      const right = expression(operator.strength + 1);
      const { strength: _, ...node } = operator;
      left = give({ ...node, left, right, span: { start, end: end() } });
    }
  }

  function prefix(least: number): Expression {
    const token = current();
    if (isAt("not")) {
      if (least > strength.not) {
        report("not-needs-brackets", {}, token.span);
      }
      take();
      const operand = deeper(token, () => expression(strength.not));
      return give({ kind: "not", operand, span: { start: token.span.start, end: end() } });
    }
    if (isAt("-")) {
      take();
      const operand = atom();
      return give({
        kind: "negation",
        operand,
        span: { start: token.span.start, end: end() },
      });
    }
    return atom();
  }

  /** The end of what has been taken, closing brackets included. */
  function end(): number {
    return previous().span.end;
  }

  function atom(): Expression {
    const token = current();
    switch (token.kind) {
      case "number":
        return numberAtom();
      case "id":
        return nameAtom();
      case "word":
        return wordAtom(token);
      case "sign":
        if (token.text === "(") {
          return bracketed();
        }
    }
    report("value-missing", { found: token.text }, atLeastOne(token.span));
    throw new Unreadable();
  }

  function numberAtom(): Expression {
    const token = take();
    if (current().kind !== "unit") {
      return give({ kind: "number", digits: token.text, span: token.span });
    }
    const unit = take();
    return give({
      kind: "number",
      digits: token.text,
      unit: { text: unit.text, span: { start: unit.span.start + 1, end: unit.span.end - 1 } },
      span: { start: token.span.start, end: unit.span.end },
    });
  }

  function wordAtom(token: Token): Expression {
    switch (token.text) {
      case "true":
      case "false":
        break;
      case "stop":
        report("stop-misplaced", {}, token.span);
        break;
      case "none":
        report("none-misplaced", {}, token.span);
        break;
      case "where":
        report("where-misplaced", {}, token.span);
        throw new Unreadable();
      default:
        report("value-missing", { found: token.text }, token.span);
        throw new Unreadable();
    }
    take();
    return give({ kind: "boolean", value: token.text === "true", span: token.span });
  }

  function bracketed(): Expression {
    const open = take();
    const inner = deeper(open, () => expression(0));
    close(open, ")");
    return inner;
  }

  function close(open: Token, sign: string): void {
    if (isAt(sign)) {
      take();
      return;
    }
    if (current().kind === "end") {
      report("bracket-not-closed", { open: open.text, close: sign }, open.span);
      throw new Unreadable();
    }
    leftOver();
  }

  function nameAtom(): Expression {
    const parts = [part()];
    while (isAt(".")) {
      take();
      parts.push(part());
    }
    const head = parts[0] as NamePart;
    if (isAt("(") && parts.length === 1) {
      return call(head);
    }
    if (isAt("[")) {
      return lookup(parts);
    }
    return give({ kind: "name", parts, span: { start: head.span.start, end: end() } });
  }

  /** After a dot any word is a name: `part.start`, `deed.none`. */
  function part(): NamePart {
    const token = current();
    if (token.kind !== "id" && token.kind !== "word") {
      report("part-missing", { before: previous().text }, atLeastOne(token.span));
      throw new Unreadable();
    }
    take();
    return { id: token.text, span: token.span };
  }

  function call(head: NamePart): Expression {
    const open = take();
    const values = deeper(open, () => separated(argument));
    close(open, ")");
    return give({
      kind: "call",
      function: head,
      arguments: values,
      span: { start: head.span.start, end: end() },
    });
  }

  function argument(): Argument {
    const value = expression(0);
    if (!isAt("where")) {
      return { value };
    }
    take();
    return { value, where: expression(0) };
  }

  function lookup(table: readonly NamePart[]): Expression {
    let column = table[0] as NamePart;
    const { start } = column.span;
    const open = take();
    const keys = deeper(open, () => separated(key));
    close(open, "]");
    if (isAt(".")) {
      take();
      column = part();
    } else {
      const name = table.map((one) => one.id).join(".");
      report("column-missing", { table: name }, { start, end: end() });
    }
    return give({ kind: "lookup", table, keys, column, span: { start, end: end() } });
  }

  function key(): LookupKey {
    const token = current();
    const next = all[at + 1] as Token;
    if (token.kind !== "id" || (next.text !== "=" && next.text !== "==")) {
      return { value: expression(0) };
    }
    if (next.text === "==") {
      // A key is never a boolean, so a comparison here means an inverse look-up.
      report("equals-in-key", {}, next.span);
    }
    take();
    take();
    return { column: { id: token.text, span: token.span }, value: expression(0) };
  }

  function separated<T>(one: () => T): readonly T[] {
    const values = [one()];
    while (isAt(",")) {
      take();
      values.push(one());
    }
    return values;
  }

  /** Says why a token cannot stand after a complete expression. */
  function leftOver(): never {
    const token = current();
    const { text, span } = token;
    switch (text) {
      case ")":
      case "]":
        report("bracket-not-opened", { close: text, open: text === ")" ? "(" : "[" }, span);
        break;
      case ",":
        leftOverComma(token);
        break;
      case "[":
        report("unit-without-number", { found: previous().text }, span);
        break;
      case ".":
        report("dot-misplaced", {}, span);
        break;
      case "where":
        report("where-misplaced", {}, span);
        break;
      default:
        report("operator-missing", { before: previous().text, found: text }, span);
    }
    throw new Unreadable();
  }

  /** `1,000` is a number as printed; elsewhere a comma stands between arguments or keys. */
  function leftOverComma(comma: Token): void {
    const before = previous();
    const after = all[at + 1] as Token;
    const isGrouped =
      before.kind === "number" &&
      /^\d{3}(\.|$)/.test(after.text) &&
      before.span.end === comma.span.start &&
      after.span.start === comma.span.end;
    if (isGrouped) {
      const span = { start: before.span.start, end: after.span.end };
      const found = `${before.text},${after.text}`;
      report("digits-grouped", { found, write: found.replace(",", "") }, span);
    } else {
      report("comma-misplaced", {}, comma.span);
    }
  }
}

function atLeastOne({ start, end }: TextSpan): TextSpan {
  return { start, end: Math.max(end, start + 1) };
}
