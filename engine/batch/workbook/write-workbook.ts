import type { Issue } from "../../issue.ts";
import { startBlocks } from "../bytes.ts";
import { asTyped, splitRows } from "../csv.ts";
import { issueOf } from "../issue-of.ts";
import { startPacking } from "./packing.ts";
import { mostSheetRows } from "./sheet-rows.ts";
import {
  figureCell,
  mostOfText,
  rowsEnd,
  rowsStart,
  sheetEnd,
  sheetPath,
  sheetStart,
  smallParts,
  style,
  textCell,
} from "./sheet-xml.ts";

/** Turns a table that a batch has written into a workbook, piece by piece. */
export interface WorkbookWriter {
  /** Bytes of the table, CSV in UTF-8; gives bytes of the workbook. */
  readonly take: (bytes: Uint8Array) => Uint8Array;
  readonly end: () => Uint8Array;
  /** Why the table does not go into a sheet, once that has been found. */
  readonly fault: () => Issue | undefined;
}

/**
 * Starts a workbook with one sheet. Figures of the columns that are named (from 0) become numbers where a spreadsheet holds
 * all of their digits, and show as many places; all else is text, as it came in. A text that begins like a formula stays
 * text, marked as if an apostrophe had been typed in front.
 *
 * Errors: more rows than a sheet holds, a text longer than a cell holds.
 */
export function startWorkbookWriter(
  name: string,
  figures: readonly number[],
  mostRows = mostSheetRows,
): WorkbookWriter {
  const packing = startPacking();
  for (const [path, text] of smallParts([name])) packing.whole(path, text);
  const sheet = packing.begin(sheetPath(0));
  sheet.add(sheetStart + rowsStart);
  const blocks = startBlocks(Number.POSITIVE_INFINITY);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const isFigure = new Set(figures);
  let row = 0;
  let fault: Issue | undefined;

  const write = (block: Uint8Array): void => {
    if (block.length === 0 || fault !== undefined) return;
    const text = decoder.decode(block);
    let xml = "";
    for (const { cells } of splitRows(row === 0 ? text.replace(/^\uFEFF/, "") : text).rows) {
      row += 1;
      if (row > mostRows) {
        fault = issueOf("workbook-too-many-rows", { most: mostRows });
        return;
      }
      xml += `<row r="${row}">`;
      for (const [at, cell] of cells.entries()) {
        const own = asTyped(cell);
        if (own.length > mostOfText) {
          fault = issueOf("workbook-text-too-long", { row, column: at + 1, most: mostOfText });
          return;
        }
        if (row === 1) xml += textCell(row, at + 1, own, style.header);
        else xml += isFigure.has(at) ? figureCell(row, at + 1, own) : textCell(row, at + 1, own);
      }
      xml += "</row>";
      if (xml.length > textAtOnce) {
        sheet.add(xml);
        xml = "";
      }
    }
    if (xml !== "") sheet.add(xml);
  };

  return {
    take(bytes) {
      write(blocks.take(bytes));
      return packing.take();
    },
    end() {
      write(blocks.end());
      sheet.add(rowsEnd + sheetEnd, true);
      return packing.end();
    },
    fault: () => fault,
  };
}

const textAtOnce = 256 * 1024;
