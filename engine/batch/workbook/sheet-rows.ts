import { plainLine } from "../csv.ts";
import { dateText, decimalText, type NumberKind, percentText } from "./cell-text.ts";
import { mostOfCell, unescaped } from "./parts.ts";
import { attributeIn, type XmlSink } from "./xml.ts";

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly texts: readonly string[];
  readonly kinds: readonly NumberKind[];
  readonly is1904: boolean;
}

/** The rows of a sheet as lines of CSV, each on the line of its number. */
export interface SheetRows {
  readonly sink: XmlSink;
  /** The lines that have been completed since they were last taken. */
  readonly take: () => string;
  /** The place of what cannot be: a row out of its order, a text that is not there. */
  readonly fault: () => string | undefined;
}

/** A sheet has no more. */
export const mostSheetRows = 1_048_576;
export const mostSheetColumns = 16_384;

/** Starts reading a sheet. Rows are as long as the first that is not empty, so that a row without its last cells is whole. */
export function startSheetRows({ texts, kinds, is1904 }: SheetContext): SheetRows {
  let lines = "";
  let fault: string | undefined;
  let row = 0;
  let width = 0;
  let cells: string[] = [];
  let column = 0;
  let type = "n";
  let kind: NumberKind = "plain";
  let value: string | undefined;
  let inline = "";
  let formula: string | undefined;
  let part: "v" | "t" | "f" | undefined;
  let readings = 0;
  let isInData = false;

  const cellText = (): string => {
    if (type === "inlineStr") return unescaped(inline);
    // A formula that was never calculated has no value: what it is, is told as an issue of the row.
    if (value === undefined) return formula === undefined || formula === "" ? "" : `=${formula}`;
    switch (type) {
      case "s": {
        const text = /^\s*\d{1,9}\s*$/.test(value) ? texts[Number.parseInt(value, 10)] : undefined;
        if (text === undefined) fault ??= placeOf(row, column);
        return text ?? "";
      }
      case "b":
        return value.trim() === "1" ? "true" : "false";
      case "str":
        return unescaped(value);
      case "d":
        return value.trim().replace(/T00:00(?::00(?:\.0+)?)?Z?$/, "");
      case "e":
        return value.trim();
      default:
        return numberText(value);
    }
  };

  const numberText = (stored: string): string => {
    if (stored.trim() === "") return "";
    const text =
      kind === "date"
        ? dateText(stored, is1904)
        : kind === "percent"
          ? percentText(stored)
          : decimalText(stored);
    return text ?? stored.trim();
  };

  const startRow = (attributes: string): void => {
    const number = attributeIn(attributes, "r");
    const next = number === undefined ? row + 1 : positionIn(number);
    if (next <= row || next > mostSheetRows) {
      fault ??= placeOf(number === undefined ? next : row + 1, 1);
      return;
    }
    // Lines for rows that are not in the file, so that lines are counted as the spreadsheet does.
    lines += "\n".repeat(next - row - 1);
    row = next;
    cells = [];
    column = 0;
  };

  const endRow = (): void => {
    let length = cells.length;
    while (length > 0 && (cells[length - 1] ?? "") === "") length -= 1;
    if (width === 0) width = length;
    const count = length === 0 ? 0 : Math.max(width, length);
    lines += plainLine(Array.from({ length: count }, (_, at) => cells[at] ?? ""));
    cells = [];
  };

  const startCell = (attributes: string): void => {
    const place = attributeIn(attributes, "r");
    column = place === undefined ? column + 1 : columnIn(place);
    if (column < 1 || column > mostSheetColumns) {
      fault ??= placeOf(row, mostSheetColumns);
      column = 1;
    }
    type = attributeIn(attributes, "t") ?? "n";
    kind = kinds[positionIn(attributeIn(attributes, "s") ?? "0")] ?? "plain";
    value = undefined;
    formula = undefined;
    inline = "";
  };

  const sink: XmlSink = {
    open(name, attributes) {
      if (name === "sheetData") isInData = true;
      if (!isInData) return;
      switch (name) {
        case "row":
          startRow(attributes);
          break;
        case "c":
          startCell(attributes);
          break;
        case "v":
          part = "v";
          value = "";
          break;
        case "f":
          part = "f";
          formula = "";
          break;
        case "rPh":
          readings += 1;
          break;
        case "t":
          part = readings === 0 ? "t" : undefined;
          break;
      }
    },
    close(name) {
      if (!isInData) return;
      switch (name) {
        case "sheetData":
          isInData = false;
          break;
        case "row":
          endRow();
          break;
        case "c": {
          const text = cellText();
          if (text !== "") cells[column - 1] = text;
          break;
        }
        case "rPh":
          readings -= 1;
          break;
        case "v":
        case "f":
        case "t":
          part = undefined;
          break;
      }
    },
    text(text) {
      if (part === "v" && (value ?? "").length < mostOfCell) value = (value ?? "") + text;
      else if (part === "t" && inline.length < mostOfCell) inline += text;
      else if (part === "f" && (formula ?? "").length < mostOfFormula)
        formula = (formula ?? "") + text;
    },
  };

  return {
    sink,
    take() {
      const taken = lines;
      lines = "";
      return taken;
    },
    fault: () => fault,
  };
}

const mostOfFormula = 8_192;

function positionIn(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number.parseInt(text, 10) : 0;
}

/** The number of a column from 1: `AB12` is in the 28th. */
function columnIn(place: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(place)?.[0] ?? "") {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column;
}

/** A place as a spreadsheet names it. */
export function placeOf(row: number, column: number): string {
  let letters = "";
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}
