import { placeOf } from "./sheet-rows.ts";

/*
 * The XML of sheets as they are written: texts stand in the cells themselves, numbers as their decimal text with a format
 * that shows as many places.
 */

/** Spreadsheets hold numbers of at most so many digits exactly as they are shown. */
const mostDigits = 15;
/** A sheet takes no longer texts. */
export const mostOfText = 32_767;

/** Styles by position in the list of `stylesXml`. */
export const style = { plain: 0, header: 1, text: 2, literal: 3, needed: 4, number: 5 } as const;

const figurePattern = /^-?(?:0|[1-9]\d*)(?:\.(\d+))?$/;
const formulaPattern = /^[=+\-@\t\r\n＝＋－＠']/;

/** A text as a cell of text; nothing in it is ever taken for a formula, not even once it is edited. */
export function textCell(
  row: number,
  column: number,
  text: string,
  own: number = style.text,
): string {
  if (text === "") return "";
  const used = own === style.text && formulaPattern.test(text) ? style.literal : own;
  return `<c r="${placeOf(row, column)}" s="${used}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** A figure as a number where a spreadsheet holds all of its digits, else as text. */
export function figureCell(row: number, column: number, text: string): string {
  const places = figurePattern.exec(text)?.[1]?.length ?? 0;
  const isHeld =
    figurePattern.test(text) &&
    places <= mostDigits &&
    text.replace(/[-.]/g, "").replace(/^0+/, "").length <= mostDigits;
  return isHeld
    ? `<c r="${placeOf(row, column)}" s="${style.number + places}"><v>${text}</v></c>`
    : textCell(row, column, text);
}

/** Characters that XML cannot have are written as spreadsheets do. */
export function xmlText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are escaped.
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    )
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const package_ = "http://schemas.openxmlformats.org/package/2006";
const kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const sheetStart = `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`;
export const rowsStart = "<sheetData>";
export const rowsEnd = "</sheetData>";
export const sheetEnd = "</worksheet>";

/** The parts of a workbook besides its sheets, by path. */
export function smallParts(sheets: readonly string[]): readonly (readonly [string, string])[] {
  const types = sheets
    .map((_, at) => `<Override PartName="/${sheetPath(at)}" ContentType="${kinds}.worksheet+xml"/>`)
    .join("");
  const named = sheets
    .map((name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join("");
  const linked = sheets
    .map(
      (_, at) =>
        `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    )
    .join("");
  return [
    [
      "[Content_Types].xml",
      `${declaration}<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/>${types}</Types>`,
    ],
    [
      "_rels/.rels",
      `${declaration}<Relationships xmlns="${package_}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${named}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${declaration}<Relationships xmlns="${package_}/relationships">${linked}<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ["xl/styles.xml", stylesXml()],
  ];
}

export function sheetPath(at: number): string {
  return `xl/worksheets/sheet${at + 1}.xml`;
}

/** In the order of `style`; numbers by how many places they show. */
function stylesXml(): string {
  const places = Array.from({ length: mostDigits + 1 }, (_, count) => count);
  const formats = places
    .map(
      (count) =>
        `<numFmt numFmtId="${164 + count}" formatCode="0${count === 0 ? "" : `.${"0".repeat(count)}`}"/>`,
    )
    .join("");
  const own = (format: number, font: number, more = "") =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"${more}/>`;
  const cells = [
    own(0, 0),
    own(49, 1),
    own(49, 0),
    own(49, 0, ' quotePrefix="1"'),
    own(49, 2),
    ...places.map((count) => own(164 + count, 0)),
  ];
  const font = (more: string) => `<font>${more}<sz val="11"/><name val="Calibri"/></font>`;
  return `${declaration}<styleSheet xmlns="${main}"><numFmts count="${places.length}">${formats}</numFmts><fonts count="3">${font("")}${font("<b/>")}${font("<b/><u/>")}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join("")}</cellXfs></styleSheet>`;
}
