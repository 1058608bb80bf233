import { nearest } from "../methodology/near.ts";
import { parseDay, parseFiscalYear } from "../methodology/period.ts";
import type { ScalarInputData } from "../methodology/schema.ts";
import {
  compare,
  divide,
  type Exact,
  multiply,
  readExact,
  sign,
  whole,
} from "../quantity/exact.ts";
import { parseUnit, sameDimensions } from "../quantity/unit.ts";
import { mismatchOf } from "./mismatch.ts";
import type { Checking, ValueScope, Where } from "./scope.ts";
import { report } from "./scope.ts";
import { dateType, type Type } from "./types.ts";
import { agree, keysOf, readUnit } from "./units.ts";

/** Reports a text that is no value of a type. A figure stands alone here; its unit is said elsewhere. */
export function reportValue(checking: Checking, type: Type, text: string, where: Where): void {
  const isOther = (): void => {
    if (type.kind === "quantity" || type.kind === "unsettled") return;
    report(checking, where, "not-of-type", { text, type: { kind: type.kind } });
  };
  switch (type.kind) {
    case "quantity":
      if (readExact(text) === undefined) report(checking, where, "not-a-figure", { text });
      return;
    case "date":
      if (parseDay(text) === undefined) isOther();
      return;
    case "fiscal_year":
      if (parseFiscalYear(text) === undefined) isOther();
      return;
    case "boolean":
      if (text !== "true" && text !== "false") isOther();
      return;
    case "enum": {
      const members = (checking.enums.get(type.enum)?.members ?? []).map(({ id }) => id);
      if (members.includes(text)) return;
      const suggestion = nearest(text, members);
      report(checking, where, "unknown-name", {
        what: "member",
        name: text,
        of: type.enum,
        ...(suggestion === undefined ? {} : { suggestion }),
      });
      return;
    }
    case "item":
      isOther();
      return;
    case "text":
    case "unsettled":
      return;
  }
}

const figurePattern = /^(-?\d+(?:\.\d+)?)(?: (\S+))?$/;

/**
 * Reports a pre-filled, assumed or bounding value that the question cannot take. A bare figure is in the unit of the
 * question; one with a unit must measure the same thing.
 */
function reportPreset(checking: Checking, type: Type, text: string, where: Where): void {
  if (type.kind !== "quantity") {
    reportValue(checking, type, text, where);
    return;
  }
  const match = figurePattern.exec(text);
  if (match === null) {
    report(checking, where, "not-a-figure", { text });
    return;
  }
  const written = match[2];
  if (written === undefined) return;
  const start = (match[1] as string).length + 1;
  const at: Where = { ...where, within: { start, end: text.length } };
  const unit = readUnit(checking, written, at);
  if (unit === undefined || (agree(unit, type.unit) && keysOf(type.unit).length === 0)) return;
  report(checking, at, "unit-mismatch", mismatchOf(type.unit, unit));
}

/** Every value that a question declares for itself: pre-filled, assumed, the ends of a range, limits. */
export function reportPresets(
  checking: Checking,
  value: ValueScope,
  data: ScalarInputData,
  where: Where,
): void {
  const { type, tree } = value.type();
  const at = (...steps: readonly string[]): Where => ({
    ...where,
    path: [...where.path, ...steps],
  });
  const check = (text: string | undefined, ...steps: readonly string[]): void => {
    if (text === undefined) return;
    reportPreset(checking, type, text, at(...steps));
    // What is counted is answered in whole numbers, and so is what stands in for an answer.
    if (tree.kind === "count" && steps[0] !== "allowed" && /^-|\./.test(text)) {
      report(checking, at(...steps), "not-a-count", { text });
    }
  };
  check(data.initial, "initial");
  check(data.default?.value, "default", "value");
  const isOrdered = type.kind === "quantity" || type.kind === "date" || type.kind === "fiscal_year";
  const isKnown = type.kind !== "unsettled";
  if (data.range !== undefined) {
    if (isOrdered) {
      check(data.range.low, "range", "low");
      check(data.range.high, "range", "high");
      reportEnds(checking, type, data.range.low, data.range.high, at("range", "high"));
    } else if (isKnown) {
      report(checking, { ...at("range"), key: true }, "quantity-only", { word: "range" });
    }
  }
  for (const word of ["min", "max", "above", "below"] as const) {
    if (isOrdered) check(data.allowed?.[word], "allowed", word);
    else if (isKnown && data.allowed?.[word] !== undefined) {
      report(checking, { ...at("allowed"), key: true }, "quantity-only", { word: "allowed" });
    }
  }
  const { min, max, above, below } = data.allowed ?? {};
  const upper = max === undefined ? "below" : "max";
  reportEnds(checking, type, min ?? above, max ?? below, at("allowed", upper));
  check(data.turns_at, "turns_at");
  const turn = data.turns_at === undefined ? undefined : orderOf(checking, type, data.turns_at);
  if (data.turns_at !== undefined && turn !== undefined && sign(turn) <= 0) {
    report(checking, at("turns_at"), "not-above-zero", { text: data.turns_at });
  }
  if (data.allowed?.soft === "true") return;
  const limits = limitsOf(checking, type, data.allowed ?? {});
  const held: readonly (readonly [string | undefined, ...(readonly string[])])[] = [
    [data.initial, "initial"],
    [data.default?.value, "default", "value"],
    [data.range?.low, "range", "low"],
    [data.range?.high, "range", "high"],
  ];
  for (const [text, ...steps] of held) {
    const order = text === undefined ? undefined : orderOf(checking, type, text);
    const broken = order && limits.find(({ allows }) => !allows(order));
    if (text !== undefined && broken) {
      report(checking, at(...steps), "preset-beyond-limit", { text, bound: broken.bound });
    }
  }
}

interface Limit {
  readonly bound: string;
  readonly allows: (order: Exact) => boolean;
}

function limitsOf(
  checking: Checking,
  type: Type,
  { min, max, above, below }: NonNullable<ScalarInputData["allowed"]>,
): readonly Limit[] {
  const limit = (text: string | undefined, holds: (sign: number) => boolean): readonly Limit[] => {
    const bound = text === undefined ? undefined : orderOf(checking, type, text);
    if (text === undefined || bound === undefined) return [];
    return [{ bound: text, allows: (order) => holds(compare(order, bound)) }];
  };
  return [
    ...limit(min, (sign) => sign >= 0),
    ...limit(max, (sign) => sign <= 0),
    ...limit(above, (sign) => sign > 0),
    ...limit(below, (sign) => sign < 0),
  ];
}

/** Reports days in force that are none, or that end before they begin. */
export function reportValid(
  checking: Checking,
  where: Where,
  valid: { readonly from?: string | undefined; readonly to?: string | undefined } | undefined,
): void {
  const { from, to } = valid ?? {};
  const at = (end: string): Where => ({ ...where, path: [...where.path, end] });
  if (from !== undefined) reportValue(checking, dateType, from, at("from"));
  if (to !== undefined) reportValue(checking, dateType, to, at("to"));
  reportEnds(checking, dateType, from, to, at("to"));
}

/** Reports an upper end that lies below the lower one. What cannot be read has had its issue. */
function reportEnds(
  checking: Checking,
  type: Type,
  low: string | undefined,
  high: string | undefined,
  where: Where,
): void {
  const from = low === undefined ? undefined : orderOf(checking, type, low);
  const to = high === undefined ? undefined : orderOf(checking, type, high);
  if (low === undefined || high === undefined || from === undefined || to === undefined) return;
  if (compare(from, to) > 0) report(checking, where, "ends-reversed", { low, high });
}

/** Where a figure, day or year stands among others. */
function orderOf(checking: Checking, type: Type, text: string): Exact | undefined {
  switch (type.kind) {
    case "quantity":
      return figureIn(checking, type, text);
    case "date":
    case "fiscal_year": {
      const position = type.kind === "date" ? parseDay(text) : parseFiscalYear(text);
      return position === undefined ? undefined : whole(position);
    }
    default:
      return undefined;
  }
}

/** The figure of `1 MWh` in the unit of its question; a bare one is in that unit. */
export function figureIn(checking: Checking, type: Type, text: string): Exact | undefined {
  const [digits = "", written] = text.split(" ");
  const figure = readExact(digits);
  if (figure === undefined || written === undefined || type.kind !== "quantity") return figure;
  const reading = parseUnit(written, checking.units);
  if (!reading.ok || !sameDimensions(reading.unit, type.unit)) return undefined;
  return multiply(figure, divide(reading.unit.factor, type.unit.factor));
}
