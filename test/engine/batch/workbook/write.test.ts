import { strFromU8, unzipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import { csvLine, splitRows } from "../../../../engine/batch/csv.ts";
import { readHeader } from "../../../../engine/batch/header.ts";
import { templateColumns, templateCsv } from "../../../../engine/batch/template.ts";
import { templateWorkbook } from "../../../../engine/batch/workbook/template-workbook.ts";
import { startWorkbookWriter } from "../../../../engine/batch/workbook/write-workbook.ts";
import type { Plan } from "../../../../engine/plan.ts";
import { kilns } from "../../../support/kilns.ts";
import { csvOf } from "../../../support/workbooks.ts";
import { planOf } from "../../run/plan-of.ts";

/** A table as a workbook, in pieces of so many bytes. */
function written(
  table: readonly (readonly string[])[],
  figures: readonly number[],
  size = 1000,
  mostRows?: number,
) {
  const writer = startWorkbookWriter("結果", figures, mostRows);
  const bytes = new TextEncoder().encode(`\uFEFF${table.map(csvLine).join("")}`);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size)
    pieces.push(writer.take(bytes.slice(at, at + size)));
  pieces.push(writer.end());
  return { book: new Uint8Array(Buffer.concat(pieces)), fault: writer.fault() };
}

const table = [
  ["santei:row", "名", "credits(t-CO2)", "emission(t-CO2)"],
  ["1", "=1+2", "12", "8.60"],
  ["2", "-12", "-3", "0.00"],
  ["3", "0012", "123456789012345678", "0.1234567890123456"],
  ["4", 'a "b", <c> & \r\n d', "", "FY2021: 1; FY2022: 2"],
  ["5", "\u0001_x0041_", "'x", "1.5"],
];

describe("a workbook of results", () => {
  it("is read by another program: figures as numbers where they survive, all else as text", async () => {
    const { book, fault } = written(table, [0, 2, 3], 7);
    expect(fault).toBeUndefined();
    expect(await readSheet(Buffer.from(book))).toEqual([
      table[0],
      [1, "=1+2", 12, 8.6],
      [2, "-12", -3, 0],
      [3, "0012", "123456789012345678", "0.1234567890123456"],
      [4, 'a "b", <c> & \r\n d', null, "FY2021: 1; FY2022: 2"],
      [5, expect.stringContaining("x0041_"), "'x", 1.5],
    ]);
  });

  it("says the same when it is read again", async () => {
    const { csv } = await csvOf(written(table, [0, 2, 3]).book);
    expect(splitRows(csv).rows.map(({ cells }) => cells)).toEqual(table);
  });

  it("holds as many lines as a sheet does, and refuses the first that is one too many", async () => {
    const { book, fault } = written(table, [0], 7, table.length);
    expect([fault, (await readSheet(Buffer.from(book))).length]).toEqual([undefined, table.length]);
    expect(written(table, [0], 7, table.length - 1).fault).toEqual({
      code: "workbook-too-many-rows",
      severity: "error",
      path: [],
      facts: { most: table.length - 1 },
    });
  });

  it("has no formula, and marks what begins like one as text", () => {
    const parts = unzipSync(written(table, [0, 2, 3]).book);
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(sheet).not.toContain("<f");
    const style = /<c r="B2" s="(\d+)" t="inlineStr">/.exec(sheet)?.[1] ?? "";
    const styles = strFromU8(parts["xl/styles.xml"] ?? new Uint8Array());
    const cells = /<cellXfs.*<\/cellXfs>/.exec(styles)?.[0].match(/<xf [^>]*>/g) ?? [];
    expect(cells[Number.parseInt(style, 10)]).toContain('quotePrefix="1"');
    // Shown with as many places as they were given.
    const figure = /<c r="D2" s="(\d+)"><v>8.60<\/v>/.exec(sheet)?.[1] ?? "";
    expect(cells[Number.parseInt(figure, 10)]).toContain('numFmtId="166"');
    expect(styles).toContain('numFmtId="166" formatCode="0.00"');
  });

  it("is the same bytes however the table comes", () => {
    expect(Buffer.compare(written(table, [0]).book, written(table, [0]).book)).toBe(0);
  });

  it("refuses what no cell holds", () => {
    expect(written([["a"], ["x".repeat(32_768)]], []).fault).toMatchObject({
      code: "workbook-text-too-long",
      facts: { row: 2, column: 1, most: 32_767 },
    });
  });
});

describe("a template", () => {
  let plan: Plan;
  beforeAll(async () => {
    plan = await planOf(kilns);
  });

  it.each(["ja", "en"] as const)("has columns that are read again (%s)", (language) => {
    const columns = templateColumns(plan, { language, rows: "items" });
    const headers = columns.map(({ header }) => header);
    expect(headers).toEqual(
      language === "ja"
        ? ["案件", "期間", "面積(ha)", "屋内か", "燃料", "熱量（低位）(GJ)"]
        : ["case", "period", "Area(ha)", "Indoors", "Fuel", "Heat(GJ)"],
    );
    expect(templateCsv(columns)).toBe(`\uFEFF${headers.join(",")}\r\n`);
    const read = readHeader(plan, headers);
    expect(
      read.ok && read.value.columns.map((one) => (one.kind === "answer" ? one.input.id : one.kind)),
    ).toEqual(["case", "period", "area", "indoor", "kilns.fuel", "kilns.heat"]);
    expect(read.ok && read.warnings).toEqual([]);
  });

  it("as a workbook has lists to choose from and says what each column is", async () => {
    const columns = templateColumns(plan, { language: "en", rows: "projects" });
    const book = templateWorkbook(columns, "en");
    expect((await csvOf(book)).csv).toBe("period,Area(ha),Indoors,Fuel,Heat(GJ)\n");
    expect((await csvOf(book, "Choices")).csv).toBe("Indoors,Fuel\nyes,Oil\nno,Gas\n");
    expect((await csvOf(book, "Columns")).csv.split("\n").slice(0, 3)).toEqual([
      "Column,id,Needed,Units,May say,Explanation",
      'period,,needed,,,"FY2021, or 2021-04-01..2022-03-31"',
      'Area(ha),area,,"ha, m2",,',
    ]);
    const sheet = strFromU8(unzipSync(book)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(sheet).toContain("sqref=\"D2:D1048576\"><formula1>'Choices'!$B$2:$B$3</formula1>");
  });
});
