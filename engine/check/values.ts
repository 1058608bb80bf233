import { nearest } from "../methodology/near.ts";
import { parseDay, parseFiscalYear } from "../methodology/period.ts";
import type { ScalarInputData } from "../methodology/schema.ts";
import { readExact } from "../quantity/exact.ts";
import { mismatchOf } from "./mismatch.ts";
import type { Checking, ValueScope, Where } from "./scope.ts";
import { report } from "./scope.ts";
import type { Type } from "./types.ts";
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
  const { type } = value.type();
  const at = (...steps: readonly string[]): Where => ({
    ...where,
    path: [...where.path, ...steps],
  });
  const check = (text: string | undefined, ...steps: readonly string[]): void => {
    if (text !== undefined) reportPreset(checking, type, text, at(...steps));
  };
  check(data.initial, "initial");
  check(data.default?.value, "default", "value");
  const isOrdered = type.kind === "quantity" || type.kind === "date" || type.kind === "fiscal_year";
  const isKnown = type.kind !== "unsettled";
  if (data.range !== undefined) {
    if (isOrdered) {
      check(data.range.low, "range", "low");
      check(data.range.high, "range", "high");
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
  check(data.turns_at, "turns_at");
}
