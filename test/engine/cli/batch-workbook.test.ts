import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { kilns } from "../../support/kilns.ts";
import { type Desk, deskWith } from "../../support/terminal.ts";
import { csvOf, workbookOf } from "../../support/workbooks.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await deskWith({
    "library/KILNS-1/1-r1/methodology.yaml": kilns,
    "rows.csv": "a,heat(MJ),=memo\noil,1234.5,=1+2\ngas,x,b\n",
    "wrong.csv": "fuel,heat(GJ)\ncoal,1\ncoal,2\n",
    "few.csv": "fuel,heat(GJ)\noil,94.6\n",
  });
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const book = workbookOf({
    rows: `<row>${["a", "heat(MJ)", "=memo"].map(cell).join("")}</row><row>${cell("oil")}<c><v>1234.5</v></c>${cell("=1+2")}</row><row>${["gas", "x", "b"].map(cell).join("")}</row>`,
  });
  await writeFile(join(desk.folder, "rows.xlsx"), book);
});
afterEach(() => desk.clear());

const read = (name: string) => readFile(join(desk.folder, name), "utf8");
const batch = (more: string) => desk.type(`batch KILNS-1 ${more}`);
const run = (more: string) => batch(`${more} --period FY2021 --as-of 2026-04-01`);

describe("santei batch to a sheet", () => {
  it.each([
    ["--in wrong.csv --out o.xlsx", 2],
    ["--in wrong.csv --out o.csv --rejects r.xlsx", 2],
  ])("refuses more lines than it holds: %s", async (line, most) => {
    const more = `${line} --period FY2021 --as-of 2026-04-01`;
    const refused = await desk.type(`batch KILNS-1 ${more}`, { mostSheetRows: most });
    expect([refused.status, refused.out]).toEqual([1, ""]);
    expect(refused.err).toMatch(
      /^error \[workbook-too-many-rows\] A sheet holds at most 2 lines, and there are more results\. /,
    );
    const names = await readdir(desk.folder);
    expect(names.filter((name) => /^[or]\.xlsx$/.test(name))).toEqual([]);
    const { out } = await desk.type(`batch KILNS-1 ${more}`, { mostSheetRows: 3 });
    expect(out).toContain("2 rows: 0 with a result, 2 with an issue");
    expect(await readdir(desk.folder)).toContain(line.includes("r.xlsx") ? "r.xlsx" : "o.xlsx");
  });
});

describe("santei batch with a mapping", () => {
  it("proposes one, which is looked over and used for CSV and workbook alike", async () => {
    expect(await batch("--in rows.csv --write-mapping m.json --period FY2021")).toEqual({
      status: 0,
      out: "3 columns, 1 with answers\nmapping: m.json\n",
      err: "warning [batch-inputs-unmapped] No column answers kilns.fuel. Every row would come back for that.\n",
    });
    const text = await read("m.json");
    expect(text).toContain(
      '{"header":"heat(MJ)","is":"answer","input":"kilns.heat","unit":"MJ","reason":"id"}',
    );
    expect((await batch("--in rows.csv --write-mapping m.json")).err).toContain("[file-there]");
    await writeFile(
      join(desk.folder, "m.json"),
      text.replace(
        '{"header":"a","is":"kept"}',
        '{"header":"a","is":"answer","input":"kilns.fuel"}',
      ),
    );
    const mapped = "--mapping m.json --as-of 2026-04-01";
    expect(await batch(`--in rows.csv --out c.csv --rejects cr.csv ${mapped}`)).toMatchObject({
      status: 1,
      out: expect.stringContaining("2 rows: 1 with a result, 1 with an issue"),
      err: "",
    });
    expect((await read("c.csv")).split("\r\n")[1]).toBe("1,applies,'=1+2,0,0,0.09,0.0,,");
    expect((await read("cr.csv")).split("\r\n")[1]).toMatch(/^2,.*,gas,x,b$/);
    await batch(`--in rows.xlsx --out x.csv --rejects xr.csv ${mapped}`);
    expect([await read("x.csv"), await read("xr.csv")]).toEqual([
      await read("c.csv"),
      await read("cr.csv"),
    ]);
    // A workbook of rejects is mended and sent again as it is.
    await batch(`--in rows.xlsx --out x.xlsx --rejects xr.xlsx ${mapped}`);
    const rejects = await csvOf(await readFile(join(desk.folder, "xr.xlsx")));
    expect(rejects.csv.split("\n")[0]).toBe("santei:row,santei:issue,a,heat(MJ),=memo");
    const again = await batch(`--in xr.xlsx --out again.csv ${mapped}`);
    expect([again.err, again.out]).toEqual([
      "",
      expect.stringContaining("1 rows: 0 with a result, 1 with an issue"),
    ]);
    expect((await csvOf(await readFile(join(desk.folder, "x.xlsx")))).csv.split("\n")[1]).toBe(
      "1,applies,=1+2,0,0,0.09,0.0,,",
    );
    expect((await readdir(desk.folder)).filter((name) => /part|state|next/.test(name))).toEqual([]);
  });

  it.each([
    ["--in few.csv --out o.csv --mapping no.json", "[batch-file-unreadable]"],
    ["--in few.csv --out o.csv --mapping rows.csv", "[batch-mapping-shape]"],
    ["--in few.csv --out o.csv --mapping few.csv", "[batch-same-file]"],
    [
      "--in rows.xlsx --out o.csv --sheet Q",
      '[workbook-sheet-missing] The workbook has no sheet "Q". It has "表".',
    ],
    ["--in few.csv --out o.csv --jobs 0", "It should be a whole number from 1 to 64."],
    ["--out o.csv", "required option '--in <file>' not specified"],
  ])("%s is told", async (more, told) => {
    expect((await run(more)).err).toContain(told);
  });
});

describe("santei batch --template", () => {
  it("writes an empty file that is read again once it is filled in", async () => {
    expect(await batch("--template t.csv --rows items --lang ja")).toEqual({
      status: 0,
      out: "6列: t.csv\n",
      err: "",
    });
    await writeFile(join(desk.folder, "t.csv"), `${await read("t.csv")}A,2021年度,,,油,94.6\n`);
    const filled = await desk.type(
      "batch KILNS-1 --in t.csv --out o.csv --rows items --as-of 2026-04-01",
    );
    expect([filled.status, filled.err]).toEqual([0, ""]);
    expect((await read("o.csv")).split("\r\n")[1]).toBe(
      "1,applies,A,2021年度,6,FY2021: 6,FY2021: 6.62,0.0,,",
    );
    expect((await batch("--template t.csv")).err).toContain("[file-there]");
    expect(await batch("--template t.xlsx")).toMatchObject({
      status: 0,
      out: "5 columns: t.xlsx\n",
    });
    expect((await csvOf(await readFile(join(desk.folder, "t.xlsx")))).csv).toBe(
      "period,Area(ha),Indoors,Fuel,Heat(GJ)\n",
    );
  });
});
