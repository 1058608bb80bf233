import type { Path } from "../issue.ts";
import { nearest } from "../methodology/near.ts";
import { parseDay, parseFiscalYear, printDay, printFiscalYear } from "../methodology/period.ts";
import type { Label } from "../methodology/schema.ts";
import { compare, type Exact, exact, multiply, sign } from "../quantity/exact.ts";
import { type Complaints, named, shorten } from "./complaints.ts";
import { keepsTo } from "./limits.ts";
import { type Limit, plainFigure, type Question, type Scale } from "./question.ts";
import { mostCharacters, mostDigits, normalise, splitFigure } from "./text.ts";
import type { Standpoint } from "./unit-at.ts";

/** What one answer depends on besides its own text. */
export interface Circumstances {
  readonly complaints: Complaints;
  /** The unit that counts here, or `undefined` where the answer that decides it is still open. */
  readonly scale: (question: Question, at: Standpoint) => Scale | undefined;
  /** Items of the list that an answer points into. */
  readonly items: (list: string) => number;
  readonly list: (list: string) => Label;
  readonly labelOf: (input: string) => Label;
  readonly renamed: (of: string, id: string) => string | undefined;
}

/** An answer as the evaluator wants it: an exact number, a day, a year, a position or a flag; text stays text. */
export type GivenValue = Exact | number | boolean | string;

/** Reads the text of one answer. `undefined` where it cannot be read: the complaint has been made. */
export function readValue(
  question: Question,
  answer: string,
  path: Path,
  at: Standpoint,
  circumstances: Circumstances,
): GivenValue | undefined {
  const { input } = question;
  const { complaints } = circumstances;
  const asked = named(input);
  if (answer.length > mostCharacters && input.type.kind !== "text") {
    complaints.add("answer-too-long", path, { ...asked, most: mostCharacters, of: "characters" });
    return undefined;
  }
  const text = normalise(answer);
  const found = shorten(text);
  const value = ((): GivenValue | undefined => {
    switch (input.type.kind) {
      case "quantity":
      case "count":
        return readFigure(question, text, path, at, circumstances);
      case "enum":
        return readMember(question, text, path, circumstances);
      case "boolean":
        if (text === "true" || text === "false") return text === "true";
        complaints.add("answer-not-a-flag", path, { ...asked, found });
        return undefined;
      case "date": {
        const day = parseDay(text);
        if (day === undefined) complaints.add("answer-not-a-date", path, { ...asked, found });
        return day;
      }
      case "fiscal_year": {
        const year = parseFiscalYear(text);
        if (year === undefined) complaints.add("answer-not-a-year", path, { ...asked, found });
        return year;
      }
      case "item": {
        const { list } = input.type;
        const count = circumstances.items(list);
        const position = /^[1-9]\d{0,5}$/.test(text) ? Number.parseInt(text, 10) : 0;
        if (position >= 1 && position <= count) return position - 1;
        const of = circumstances.list(list);
        complaints.add("answer-not-an-item", path, { ...asked, found, list: of, count });
        return undefined;
      }
      case "text":
        return answer;
    }
  })();
  if (value === undefined || isAllowed(question, value, found, path, complaints)) return value;
  return undefined;
}

function readFigure(
  question: Question,
  text: string,
  path: Path,
  at: Standpoint,
  circumstances: Circumstances,
): Exact | undefined {
  const { input, key } = question;
  const { complaints } = circumstances;
  const asked = named(input);
  const found = shorten(text);
  const scale = circumstances.scale(question, at);
  if (scale === undefined) {
    const id = key?.kind === "input" ? key.id : key?.kind === "axis" ? key.axis : input.id;
    complaints.add("answer-unit-open", path, {
      ...asked,
      key: id,
      keyLabel: circumstances.labelOf(id),
    });
    return undefined;
  }
  const units = scale.offered;
  const figure = splitFigure(text);
  switch (figure.kind) {
    case "none": {
      const unit = input.type.kind === "count" || units[0] === "1" ? "" : ` ${units[0]}`;
      complaints.add("answer-not-a-figure", path, { ...asked, found, example: `12${unit}` });
      return undefined;
    }
    case "separators":
      complaints.add("answer-separators", path, { ...asked, found });
      return undefined;
    case "long":
      complaints.add("answer-too-long", path, { ...asked, most: mostDigits, of: "digits" });
      return undefined;
    case "figure":
      break;
  }
  const value = exact(figure.digits);
  const isCount = input.type.kind === "count";
  if (isCount && (value.scale > 0 || sign(value) < 0)) {
    complaints.add("answer-not-a-count", path, { ...asked, found });
    return undefined;
  }
  if (figure.unit === "") {
    if (isCount || (scale.unit.dimensions.size === 0 && input.showAs === undefined)) {
      return value;
    }
    complaints.add("answer-without-unit", path, { ...asked, found, units });
    return undefined;
  }
  const factor = scale.factor(figure.unit.replace(/\s+/g, ""));
  if (factor === undefined || factor === null) {
    const unit = shorten(figure.unit);
    const code = factor === null ? "answer-unit-mismatch" : "answer-unit-unknown";
    complaints.add(code, path, { ...asked, found, unit, units });
    return undefined;
  }
  return isOne(factor) ? value : multiply(value, factor);
}

function isOne(factor: Exact): boolean {
  return factor.numerator === 1 && factor.scale === 0 && factor.divisor === 1;
}

function readMember(
  { input, members = new Map() }: Question,
  text: string,
  path: Path,
  { complaints, renamed }: Circumstances,
): number | undefined {
  if (input.type.kind !== "enum") return undefined;
  const position = members.get(text);
  if (position !== undefined) return position;
  const moved = renamed(input.type.enum, text);
  const movedTo = moved === undefined ? undefined : members.get(moved);
  if (moved !== undefined && movedTo !== undefined) {
    complaints.add("answer-renamed", path, { from: text, to: moved }, "warning");
    return movedTo;
  }
  const suggestion = nearest(text, members.keys());
  complaints.add("answer-not-a-member", path, {
    ...named(input),
    found: shorten(text),
    members: [...members.keys()],
    ...(suggestion === undefined ? {} : { suggestion }),
  });
  return undefined;
}

/** A value beyond a soft limit is warned of and used. */
function isAllowed(
  { input, limits }: Question,
  value: GivenValue,
  found: string,
  path: Path,
  complaints: Complaints,
): boolean {
  const isSoft = input.allowed?.soft === true;
  let allowed = true;
  for (const limit of limits) {
    if (isWithin(value, limit)) continue;
    allowed = isSoft;
    complaints.add(
      "answer-beyond-limit",
      path,
      { ...named(input), found, limit: limit.kind, bound: printBound(input.type.kind, limit) },
      isSoft ? "warning" : "error",
    );
  }
  return allowed;
}

function isWithin(value: GivenValue, { kind, value: bound }: Limit): boolean {
  const order =
    typeof value === "object" && typeof bound === "object"
      ? compare(value, bound)
      : typeof value === "number" && typeof bound === "number"
        ? value - bound
        : 0;
  return keepsTo(kind, order);
}

function printBound(kind: string, { text, value }: Limit): string {
  if (typeof value !== "number") return text;
  return kind === "date" ? printDay(value) : printFiscalYear(value);
}

/** Reads a pre-filled, assumed or ranged value of the file. `undefined` where it cannot be read. */
export function readPreset(question: Question, text: string): GivenValue | undefined {
  const { type } = question.input;
  switch (type.kind) {
    case "quantity":
    case "count":
      return plainFigure(text, question.key === undefined ? question.scales.get("") : undefined);
    case "enum":
      return question.members?.get(text);
    case "boolean":
      return text === "true" ? true : text === "false" ? false : undefined;
    case "date":
      return parseDay(text);
    case "fiscal_year":
      return parseFiscalYear(text);
    case "item":
      return undefined;
    case "text":
      return text;
  }
}
