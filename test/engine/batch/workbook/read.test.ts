import { deflateRawSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { splitRows } from "../../../../engine/batch/csv.ts";
import {
  dateText,
  decimalText,
  numberKind,
  percentText,
} from "../../../../engine/batch/workbook/cell-text.ts";
import { csvOf, workbookOf } from "../../../support/workbooks.ts";

const cell = (value: string, more = "") => `<c ${more}><v>${value}</v></c>`;

describe("a figure in a workbook", () => {
  it.each([
    ["12", "12"],
    ["8.60", "8.60"],
    ["-0.5", "-0.5"],
    [".5", "0.5"],
    // Spreadsheets write a double out: what was typed are its first fifteen digits.
    ["1.1000000000000001", "1.1"],
    ["94.599999999999994", "94.6"],
    ["0.30000000000000004", "0.3"],
    ["99999.999999999985", "100000"],
    ["1234567890123456", "1234567890123460"],
    ["1.2345678901234567E+20", "123456789012346000000"],
    // Nobody writes a double with so many digits: each is meant.
    ["0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"],
    ["2.5E-5", "0.000025"],
    ["1E3", "1000"],
    ["-1.50e+2", "-150"],
    ["0", "0"],
    ["1E9999", `1${"0".repeat(9999)}`],
    ["x", undefined],
    ["", undefined],
    [".", undefined],
  ])("%j is %j", (stored, text) => {
    expect(decimalText(stored)).toBe(text);
  });

  it("keeps every double that has been typed with fifteen digits", () => {
    for (let at = 1; at < 3_000; at += 1) {
      const typed = `${at}.${(at * 7919) % 1000}7`;
      const stored = Number.parseFloat(typed).toPrecision(17);
      expect(decimalText(stored.replace(/0+$/, ""))).toBe(typed);
    }
  });

  it.each([
    ["0.855", "85.5%"],
    ["1", "100%"],
    ["0.30000000000000004", "30%"],
    ["-0.0005", "-0.05%"],
  ])("that is shown as a percentage is one: %j", (stored, text) => {
    expect(percentText(stored)).toBe(text);
  });

  it.each([
    ["45383", false, "2024-04-01"],
    ["59", false, "1900-02-28"],
    ["61", false, "1900-03-01"],
    ["60", false, undefined],
    ["1", false, "1900-01-01"],
    ["0", true, "1904-01-01"],
    ["43921", true, "2024-04-01"],
    ["45383.5", false, "2024-04-01 12:00:00"],
    ["45383.999999999", false, "2024-04-02"],
    ["0.125", false, "03:00:00"],
    ["-1", false, undefined],
    ["99999999", false, undefined],
  ])("%j is the day %s %j", (stored, is1904, text) => {
    expect(dateText(stored, is1904)).toBe(text);
  });

  it.each([
    [0, undefined, "plain"],
    [2, undefined, "plain"],
    [9, undefined, "percent"],
    [14, undefined, "date"],
    [31, undefined, "date"],
    [57, undefined, "date"],
    [164, "0.00%", "percent"],
    [164, "yyyy/mm/dd", "date"],
    [164, '[$-411]ggge"年"m"月"d"日"', "date"],
    [164, "[h]:mm", "date"],
    [164, "0.00E+00", "plain"],
    [164, '0.0"days"', "plain"],
    [164, "[Red]#,##0;-#,##0", "plain"],
    [164, "G/標準", "plain"],
    [164, "General", "plain"],
    [164, "#,##0_d", "plain"],
  ])("in the format %j %j is %s", (id, code, kind) => {
    expect(numberKind(id, code)).toBe(kind);
  });
});

describe("the cells of a workbook", () => {
  it("say what is seen: texts, readings left out, numbers, flags, errors, dates, percentages", async () => {
    const { csv, issue } = await csvOf(
      workbookOf({
        texts:
          '<si><t>燃料</t><rPh sb="0" eb="2"><t>ネンリョウ</t></rPh></si><si><r><t>a &amp; </t></r><r><t xml:space="preserve">b_x000D_</t></r></si>',
        styles:
          '<numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="10"/></cellXfs>',
        rows: `<row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2" t="s"><v>1</v></c></row>
          <row r="3">${cell("45383", 's="1"')}${cell("0.855", 's="2"')}${cell("1", 't="b"')}${cell("#N/A", 't="e"')}<c r="F3" t="str"><f>A1&amp;"x"</f><v>=1+1</v></c></row>
          <row r="5"><c><f>SUM(A1:A2)</f></c><c t="d"><v>2024-04-01T00:00:00Z</v></c><c t="inlineStr"><is><t>"q",
</t></is></c><c s="9"/></row>`,
      }),
    );
    expect(issue).toBeUndefined();
    expect(csv).toBe(
      '\n,燃料,,"a & b\r"\n2024-04-01,85.5%,true,#N/A,,=1+1\n\n=SUM(A1:A2),2024-04-01,"""q"",\n",\n',
    );
  });

  it("come from the sheet that is named, else from the first that is not hidden", async () => {
    const book = workbookOf({
      sheets:
        '<sheet name="表" state="hidden" r:id="rId1"/><sheet name="A&amp;B" sheetId="2" r:id="rId2"/>',
      rows: `<row>${cell("1")}</row>`,
    });
    expect((await csvOf(book)).csv).toBe("second\n");
    expect((await csvOf(book, "表")).csv).toBe("1\n");
    expect(await csvOf(book, "C")).toEqual({
      csv: "",
      issue: "workbook-sheet-missing",
      facts: { sheet: "C", sheets: ["表", "A&B"] },
    });
  });

  it("are those that another program wrote", async () => {
    const text = (value: string) => ({ value, type: String });
    const book = await writeXlsxFile([
      ["燃料", "heat(GJ)", "日"].map(text),
      [
        text("=1+1"),
        { value: 94.6, type: Number },
        { value: new Date(Date.UTC(2024, 3, 1)), type: Date, format: "yyyy/mm/dd" },
      ],
      [text(" <a> & 'b'\n"), { value: 0.1 + 0.2, type: Number }, null],
    ]).toBuffer();
    const { csv } = await csvOf(new Uint8Array(book));
    expect(splitRows(csv).rows.map(({ cells }) => cells)).toEqual([
      ["燃料", "heat(GJ)", "日"],
      ["=1+1", "94.6", "2024-04-01"],
      [" <a> & 'b'\n", "0.3", ""],
    ]);
  });
});

describe("a workbook that cannot be read", () => {
  const bomb = (rows: Uint8Array, level: 0 | 1) =>
    zipSync({
      "_rels/.rels": strToU8(
        '<a><Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.xml"/></a>',
      ),
      "xl/workbook.xml": strToU8(
        '<workbook><sheets><sheet name="a" r:id="1"/></sheets></workbook>',
      ),
      "xl/_rels/workbook.xml.rels": strToU8(
        '<a><Relationship Id="1" Type="x/worksheet" Target="s.xml"/></a>',
      ),
      "xl/s.xml": [rows, { level }],
    });

  /** The same with its sheet packed by another hand, which is quicker. */
  const packedBomb = (size: number): Uint8Array => {
    const packed = deflateRawSync(Buffer.alloc(size));
    const book = bomb(packed, 0);
    const view = new DataView(book.buffer, book.byteOffset);
    for (let at = 0; at < book.length - 46; at += 1) {
      const isEntry = view.getUint32(at, true) === 0x02014b50;
      if (!isEntry || view.getUint32(at + 24, true) !== packed.length) continue;
      view.setUint16(at + 10, 8, true);
      view.setUint32(at + 24, size, true);
    }
    return book;
  };

  it("because it is a bomb is refused before anything of it is unpacked", async () => {
    const book = packedBomb(200 * 1024 * 1024);
    expect(book.length).toBeLessThan(1024 * 1024);
    const before = process.memoryUsage().rss;
    expect(await csvOf(book)).toEqual({
      csv: "",
      issue: "workbook-too-large",
      facts: { part: "xl/s.xml" },
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  it("because its directory lies about sizes is stopped at what it said", async () => {
    const book = bomb(strToU8(`<worksheet><sheetData>${"<row/>".repeat(100_000)}`), 1);
    const view = new DataView(book.buffer, book.byteOffset);
    // The size in the directory is that of a small part.
    for (let at = 0; at < book.length - 46; at += 1) {
      const isEntry = view.getUint32(at, true) === 0x02014b50;
      if (isEntry && view.getUint32(at + 24, true) > 100_000) view.setUint32(at + 24, 5_000, true);
    }
    expect(await csvOf(book)).toMatchObject({
      issue: "workbook-too-large",
      facts: { part: "xl/s.xml" },
    });
  });

  const whole = workbookOf({ rows: `<row>${cell("1")}</row>` });
  it.each<[string, Uint8Array, string, unknown]>([
    ["is no archive", strToU8("PK\u0003\u0004 and so on"), "workbook-none", {}],
    ["ends too early", whole.slice(0, -40), "workbook-none", {}],
    [
      "has a password",
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      "workbook-locked",
      {},
    ],
    ["has no parts", zipSync({ a: new Uint8Array(0) }), "workbook-broken", { part: "_rels/.rels" }],
    [
      "has a document type",
      workbookOf({ more: { "xl/workbook.xml": strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a/>') } }),
      "workbook-broken",
      { part: "xl/workbook.xml" },
    ],
    [
      "has tags that do not match",
      workbookOf({ rows: "<row></c>" }),
      "workbook-broken",
      { part: "xl/worksheets/sheet1.xml" },
    ],
    [
      "has no end",
      workbookOf({ rows: "<row><![CDATA[" }),
      "workbook-broken",
      { part: "xl/worksheets/sheet1.xml" },
    ],
    [
      "is no UTF-8",
      workbookOf({ more: { "xl/worksheets/sheet1.xml": Uint8Array.from([0x3c, 0xff, 0xfe]) } }),
      "workbook-broken",
      { part: "xl/worksheets/sheet1.xml" },
    ],
    [
      "names a text that is not there",
      workbookOf({ rows: `<row r="7">${cell("9", 'r="C7" t="s"')}</row>` }),
      "workbook-cell-broken",
      { sheet: "表", cell: "C7" },
    ],
    [
      "has rows in no order",
      workbookOf({ rows: '<row r="2"/><row r="1"/>' }),
      "workbook-cell-broken",
      { sheet: "表", cell: "A3" },
    ],
    [
      "has more rows than a sheet",
      workbookOf({ rows: '<row r="1048577"/>' }),
      "workbook-cell-broken",
      { sheet: "表", cell: "A1" },
    ],
    [
      "has cells beyond the last column",
      workbookOf({ rows: '<row><c r="XFE1"/></row>' }),
      "workbook-cell-broken",
      { sheet: "表", cell: "XFD1" },
    ],
    [
      "has a tag without end",
      workbookOf({ rows: `<row a="${"x".repeat(300_000)}` }),
      "workbook-broken",
      { part: "xl/worksheets/sheet1.xml" },
    ],
  ])("because it %s is told", async (_, book, issue, facts) => {
    expect(await csvOf(book)).toMatchObject({ issue, facts });
  });

  it("because one of its bytes is another never throws", async () => {
    const seen = new Set<string>();
    for (let at = 0; at < whole.length; at += 13) {
      const book = whole.slice();
      book[at] = (book[at] ?? 0) ^ 0x55;
      seen.add((await csvOf(book)).issue ?? "read");
    }
    expect([...seen].filter((issue) => !/^(read|workbook-)/.test(issue))).toEqual([]);
    expect(seen.size).toBeGreaterThan(2);
  });
});
