import {
  lstat,
  mkdir,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asTyped, splitRows } from "../../../engine/batch/csv.ts";
import { kilns } from "../../support/kilns.ts";
import { type Desk, deskWith } from "../../support/terminal.ts";

let desk: Desk;
const rows = Array.from({ length: 5_000 }, (_, at) =>
  at % 250 === 249 ? `coal,${at},x` : `${at % 2 === 0 ? "oil" : "gas"},${at}.25,名${at}`,
);
const many = `fuel,heat(GJ),name\n${rows.join("\n")}\n`;

beforeEach(async () => {
  desk = await deskWith({
    "library/KILNS-1/1-r1/methodology.yaml": kilns,
    "few.csv": "fuel,heat(GJ)\noil,100\ngas,x\n",
    "good.csv": "fuel,heat(GJ)\noil,100\n",
    "many.csv": many,
  });
});
afterEach(() => desk.clear());

const read = (name: string) => readFile(join(desk.folder, name), "utf8");
const line = (from: string, more = "") =>
  `batch KILNS-1 --in ${from} --out out.csv --period FY2021 --as-of 2026-04-01${more}`;

describe("santei batch", () => {
  it("writes results and rejects, and leaves nothing else behind", async () => {
    expect(await desk.type(line("few.csv", " --rejects back.csv"))).toEqual({
      status: 1,
      out: "2 rows: 1 with a result, 1 with an issue\nresults: out.csv\nrejects: back.csv\n",
      err: "",
    });
    expect(await read("out.csv")).toBe(
      "\uFEFFsantei:row,santei:status,credits(t-CO2),total[FY2021](t-CO2),emission[FY2021](t-CO2),land(ha),santei:unused,santei:issue\r\n" +
        "1,applies,7,7,7.00,0.0,,\r\n" +
        '2,issue,,,,,,"heat(GJ): “Heat” (kilns.heat) should be a figure such as 12 GJ, but it is “x”."\r\n',
    );
    expect((await read("back.csv")).split("\r\n")[1]).toMatch(/^2,.*,gas,x$/);
    expect((await readdir(desk.folder)).sort()).toEqual(
      ["back.csv", "few.csv", "good.csv", "library", "many.csv", "out.csv"].sort(),
    );
  });

  it("ends with 0 where every row has a result, and tells it as plain data", async () => {
    const { status, out } = await desk.type(line("good.csv", " --json"));
    expect([status, JSON.parse(out)]).toEqual([
      0,
      {
        format: "batch/1",
        methodology: {
          id: "KILNS-1",
          version: "1-r1",
          hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
        as_of: "2026-04-01",
        mode: "official",
        rows_are: "projects",
        complete: true,
        resumed: false,
        rows: 1,
        results: 1,
        issues: 0,
        blank: 0,
        sets: { applies: 1, does_not_apply: 0, undecided: 0 },
      },
    ]);
  });

  it("goes on after an interruption to an identical file", async () => {
    await desk.type(line("many.csv", " --rejects back.csv"));
    const [out, back] = [await read("out.csv"), await read("back.csv")];
    await rm(join(desk.folder, "out.csv"));
    // A folder of that name stops the run after its last piece, and the file ends within a row: as a kill would, this
    // leaves parts that have more in them than the state tells of.
    await mkdir(join(desk.folder, "out.csv"));
    await writeFile(join(desk.folder, "many.csv"), many.slice(0, 80_001));
    const stopped = await desk.type(line("many.csv", " --rejects back.csv"));
    expect([stopped.status, stopped.err]).toEqual([
      1,
      expect.stringContaining("[file-unwritable]"),
    ]);
    await rm(join(desk.folder, "out.csv"), { recursive: true });
    await writeFile(join(desk.folder, "many.csv"), many);
    const state = JSON.parse(await read("out.csv.state"));
    expect(state.counts.rows).toBeGreaterThan(3_000);
    expect(state.counts.rows).toBeLessThan(4_900);
    const resumed = await desk.type(line("many.csv", " --rejects back.csv --json"));
    expect([resumed.status, JSON.parse(resumed.out)]).toEqual([
      1,
      expect.objectContaining({ resumed: true, rows: 5_000, results: 4_980, issues: 20 }),
    ]);
    expect((await read("out.csv")) === out && (await read("back.csv")) === back).toBe(true);
  }, 60_000);

  it.each(["another file", "other options", "a part that was cut"])(
    "begins anew with %s",
    async (what) => {
      await mkdir(join(desk.folder, "out.csv"));
      await desk.type(line("many.csv"));
      await rm(join(desk.folder, "out.csv"), { recursive: true });
      if (what === "another file")
        await writeFile(join(desk.folder, "many.csv"), many.replace("0.25", "9.25"));
      if (what === "a part that was cut") await truncate(join(desk.folder, "out.csv.part"), 100);
      const again = await desk.type(
        line("many.csv", what === "other options" ? " --mode estimate" : ""),
      );
      expect(again.err).toContain("[batch-started-anew]");
      expect(again.out).toContain("5000 rows: 4980 with a result, 20 with an issue");
      expect((await read("out.csv")).split("\r\n").length).toBe(5_002);
    },
    60_000,
  );

  it("tells of a full disk and loses nothing", async () => {
    await writeFile(join(desk.folder, "out.csv"), "an earlier result");
    await symlink("/dev/full", join(desk.folder, "out.csv.part"));
    expect(await desk.type(line("good.csv"))).toEqual({
      status: 1,
      out: "",
      err: "error [file-unwritable] The file out.csv cannot be written (ENOSPC). Nothing is lost: make room or name another place, and the same command goes on from where it stopped.\n",
    });
    expect(await read("out.csv")).toBe("an earlier result");
  });

  it("does not put a file in the place of a device", async () => {
    await symlink("/dev/null", join(desk.folder, "device"));
    const { status, err } = await desk.type(line("good.csv", " --rejects device"));
    expect([status, err]).toEqual([
      1,
      expect.stringContaining("The file device cannot be written (ENOTSUP)."),
    ]);
    expect((await lstat(join(desk.folder, "device"))).isSymbolicLink()).toBe(true);
  });

  it("sends every row of a column of nonsense back as it was", async () => {
    const cells = ["☃", "1２,3", "=1+2", "NaN", "1e999", "9".repeat(400), "٣", "0x1F", '"', "\\"];
    const lines = cells.map((cell) => `oil,"${cell.replaceAll('"', '""')}"`);
    await writeFile(join(desk.folder, "odd.csv"), `fuel,heat(GJ)\n${lines.join("\n")}\n`);
    const { status, out } = await desk.type(line("odd.csv", " --rejects back.csv"));
    expect([status, out.split("\n")[0]]).toEqual([1, "10 rows: 0 with a result, 10 with an issue"]);
    const { rows } = splitRows((await read("back.csv")).slice(1));
    expect(rows.slice(1).map((row) => asTyped(row.cells.at(-1) ?? ""))).toEqual(cells);
  });

  it.each([
    [
      line("missing.csv"),
      1,
      "[batch-file-unreadable] The file missing.csv cannot be read (ENOENT).",
    ],
    [line("library"), 1, "[batch-file-unreadable] The file library cannot be read (EISDIR)."],
    [line("good.csv").replace("out.csv", "no/out.csv"), 1, "[file-unwritable] The file no/out.csv"],
    [
      line("good.csv").replace("out.csv", "good.csv"),
      2,
      "[batch-same-file] good.csv is named twice.",
    ],
    [line("good.csv").replace("KILNS-1", "KILNS-2"), 1, "[methodology-missing]"],
    ["batch KILNS-1 --in good.csv", 2, "required option '--out <file>' not specified"],
    [line("good.csv").replace("FY2021", "soon"), 2, "It should be a period such as FY2021"],
    [line("good.csv", " --rows cases"), 2, "Allowed choices are projects, items."],
    [line("good.csv", " --rows items --lang ja"), 1, "どの案件の行かを示す列が必要です"],
  ])("%s is told", async (typed, status, told) => {
    const { status: ended, err } = await desk.type(typed);
    expect([ended, err]).toEqual([status, expect.stringContaining(told)]);
  });

  it("stops at a row that does not end, with a clear issue and no file half done", async () => {
    await writeFile(
      join(desk.folder, "huge.csv"),
      `fuel,heat(GJ)\noil,1\noil,${"9".repeat(5_000_000)}\n`,
    );
    const { status, out, err } = await desk.type(line("huge.csv"));
    expect([status, out]).toEqual([
      1,
      "Stopped: no file has been completed.\n1 rows: 1 with a result, 0 with an issue\n",
    ]);
    expect(err).toContain("Row 2, on line 3, has more than 1048576 bytes.");
    expect(await readdir(desk.folder)).not.toContain("out.csv");
  });
});
