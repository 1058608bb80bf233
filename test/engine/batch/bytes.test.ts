import { describe, expect, it } from "vitest";
import { startBlocks } from "../../../engine/batch/bytes.ts";
import { asTyped, csvLine, harmless, splitRows } from "../../../engine/batch/csv.ts";
import { startText } from "../../../engine/batch/encoding.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (block: Uint8Array) => new TextDecoder().decode(block);

/** The cells of a file that comes in pieces of so many bytes. */
function cellsOf(file: string, size: number): readonly (readonly string[])[] {
  const blocks = startBlocks();
  const all = bytes(file);
  const cells: (readonly string[])[] = [];
  const take = (block: Uint8Array) => {
    for (const row of splitRows(text(block)).rows) cells.push(row.cells);
  };
  for (let at = 0; at < all.length; at += size) take(blocks.take(all.slice(at, at + size)));
  take(blocks.end());
  return cells;
}

describe("reading rows", () => {
  it.each([1, 2, 3, 5, 100])("finds the same rows in pieces of %i bytes", (size) => {
    const file = 'a,b\r\n"1,""x""\r\n2",3\n4 "q" 5,\r"",""""\r\n,\r\nlast,面積';
    expect(cellsOf(file, size)).toEqual([
      ["a", "b"],
      ['1,"x"\r\n2', "3"],
      ['4 "q" 5', ""],
      ["", '"'],
      ["", ""],
      ["last", "面積"],
    ]);
  });

  it("counts the lines of rows that have several", () => {
    const { rows, lines } = splitRows('a\n"1\n2",x\nb\n');
    expect([rows.map(({ line }) => line), lines]).toEqual([[0, 1, 3], 4]);
  });

  it.each([
    ["row-too-long", "x".repeat(2000)],
    ["quote-open", `"${"x\n".repeat(1000)}`],
  ])("stops at a row that does not end: %s", (fault, row) => {
    const blocks = startBlocks(1000);
    const whole = [];
    const all = bytes(`a,b\n${row}`);
    for (let at = 0; at < all.length; at += 300)
      whole.push(text(blocks.take(all.slice(at, at + 300))));
    expect([whole.join(""), blocks.fault()]).toEqual(["a,b\n", fault]);
    expect(text(blocks.end())).toBe("");
  });

  it("tells of a quote that is open at the end of the file", () => {
    const blocks = startBlocks();
    expect(text(blocks.take(bytes('a\n"b')))).toBe("a\n");
    expect([text(blocks.end()), blocks.fault()]).toEqual(["", "quote-open"]);
  });
});

describe("reading text", () => {
  const shiftJis = Uint8Array.from([0x96, 0xca, 0x90, 0xcf, 0x2c, 0x95, 0x5c, 0x0a]);

  it("knows UTF-8, its mark, and Shift_JIS with a backslash within a character", () => {
    expect(startText().read(bytes("面積\n"))).toBe("面積\n");
    expect(startText().read(bytes("\uFEFF面積\n"))).toBe("面積\n");
    const reader = startText();
    expect([reader.read(bytes("ab\n")), reader.encoding()]).toEqual(["ab\n", undefined]);
    expect([reader.read(shiftJis), reader.encoding()]).toEqual(["面積,表\n", "shift_jis"]);
  });

  it("keeps to the encoding that the file began with", () => {
    const reader = startText();
    reader.read(bytes("面積\n"));
    expect(reader.read(shiftJis)).toBeUndefined();
  });

  it.each([
    ["UTF-16", [0xff, 0xfe, 0x61, 0x00]],
    ["a zip", [0x50, 0x4b, 0x03, 0x04, 0x00, 0x00]],
    ["nonsense", [0x80, 0xff, 0xfd, 0x0a]],
  ])("refuses %s", (_, content) => {
    expect(startText().read(Uint8Array.from(content))).toBeUndefined();
  });
});

describe("writing cells", () => {
  it.each([
    ["=1+2", "'=1+2"],
    ["+81 3", "'+81 3"],
    ["-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝1+2", "'＝1+2"],
    ["\t=1", "'\t=1"],
    ["-12.5", "-12.5"],
    ["+3", "+3"],
    ["-1.5E+3", "-1.5E+3"],
    ["面積", "面積"],
    ["'quoted", "'quoted"],
  ])("%j is written %j, and read as it was", (cell, written) => {
    expect(harmless(cell)).toBe(written);
    expect(asTyped(written)).toBe(cell);
  });

  it("quotes what must be quoted", () => {
    expect(csvLine(["a", "b,c", 'd"e', "f\ng", " h", "=i,j"])).toBe(
      'a,"b,c","d""e","f\ng"," h","\'=i,j"\r\n',
    );
  });
});
