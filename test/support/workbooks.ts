import { strToU8, type Zippable, zipSync } from "fflate";
import { openWorkbook } from "../../engine/batch/workbook/read-workbook.ts";
import { sourceOfBlob } from "../../engine/batch/workbook/source.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of a workbook, some of them as a test wants them. */
export interface WorkbookParts {
  /** What stands within `sheetData` of the first sheet. */
  readonly rows?: string;
  /** What stands within `sst`. */
  readonly texts?: string;
  /** What stands within `styleSheet`. */
  readonly styles?: string;
  /** Attributes of `workbookPr`. */
  readonly settings?: string;
  /** What stands within `sheets`. */
  readonly sheets?: string;
  readonly more?: Zippable;
}

/** A workbook as bytes, put together by hand. */
export function workbookOf({
  rows = "",
  texts = "",
  styles = "",
  settings = "",
  sheets = '<sheet name="表" sheetId="1" r:id="rId1"/>',
  more = {},
}: WorkbookParts): Uint8Array {
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  return zipSync({
    "_rels/.rels": strToU8(
      `<Relationships>${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    ),
    "xl/workbook.xml": strToU8(
      `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><workbookPr ${settings}/><sheets>${sheets}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships>${relation("rId1", "worksheet", "worksheets/sheet1.xml")}${relation("rId2", "worksheet", "/xl/worksheets/sheet2.xml")}${relation("rId3", "sharedStrings", "sharedStrings.xml")}${relation("rId4", "styles", "styles.xml")}</Relationships>`,
    ),
    "xl/sharedStrings.xml": strToU8(`<sst xmlns="${main}">${texts}</sst>`),
    "xl/styles.xml": strToU8(`<styleSheet xmlns="${main}">${styles}</styleSheet>`),
    "xl/worksheets/sheet1.xml": strToU8(
      `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    ),
    "xl/worksheets/sheet2.xml": strToU8(
      `<worksheet xmlns="${main}"><sheetData><row><c t="inlineStr"><is><t>second</t></is></c></row></sheetData></worksheet>`,
    ),
    ...more,
  });
}

/** What a workbook says as CSV, and the issue that it ends with. */
export async function csvOf(
  bytes: Uint8Array,
  sheet?: string,
): Promise<{ readonly csv: string; readonly issue?: string; readonly facts?: unknown }> {
  const opened = await openWorkbook(sourceOfBlob(new Blob([bytes as BlobPart])));
  if (!opened.ok) {
    const [issue] = opened.issues;
    return { csv: "", issue: issue?.code ?? "", facts: issue?.facts };
  }
  const pieces: Uint8Array[] = [];
  const rows = opened.value.rows(sheet);
  for (;;) {
    const { done, value } = await rows.next();
    if (done !== true) {
      pieces.push(value);
      continue;
    }
    const csv = Buffer.concat(pieces).toString("utf8");
    return value === undefined ? { csv } : { csv, issue: value.code, facts: value.facts };
  }
}
