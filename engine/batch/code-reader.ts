import { normalise, splitFigure } from "../answers/text.ts";
import { parseDay, parseFiscalYear } from "../methodology/period.ts";
import type { Plan } from "../plan.ts";
import { blankCode, unreadCode } from "./cell-codes.ts";
import type { AnswerColumn } from "./header.ts";
import { isBlankCell } from "./rows.ts";

/** What the cells of a column say that is no figure, as a whole number. */
export function codeReader(plan: Plan, { input, read }: AnswerColumn): (cell: string) => number {
  const { type } = input;
  return (cell) => {
    if (isBlankCell(cell)) return blankCode;
    const given = read(cell);
    if (given.trim() === "" || (given.length > 200 && type.kind !== "text")) return unreadCode;
    const text = normalise(given);
    switch (type.kind) {
      case "enum": {
        const members = plan.enums[plan.at.enums.get(type.enum) ?? -1]?.members;
        return members?.get(text) ?? unreadCode;
      }
      case "boolean":
        return text === "true" ? 1 : text === "false" ? 0 : unreadCode;
      case "date":
        return dayIn(text);
      case "fiscal_year":
        return parseFiscalYear(text) ?? unreadCode;
      case "item":
        return /^[1-9]\d{0,5}$/.test(text) ? Number.parseInt(text, 10) - 1 : unreadCode;
      default:
        return 0;
    }
  };
}

/** Days before 1970 are below zero, where codes say something else: those two are read with care. */
function dayIn(text: string): number {
  const day = parseDay(text);
  return day === undefined || day === blankCode || day === unreadCode ? unreadCode : day;
}

/** The unit that stands behind a figure, where any other figure would have it, too. */
export function unitBehind(rest: string): string | undefined {
  const figure = splitFigure(`1${normalise(`x${rest}`).slice(1)}`);
  return figure.kind !== "figure" || figure.digits !== "1" || figure.unit === ""
    ? undefined
    : figure.unit;
}
