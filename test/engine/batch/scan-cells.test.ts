import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endOfCell, lastCell } from "../../../engine/batch/scan-cells.ts";
import { countRows, isBlankRow, scanRows } from "../../../engine/batch/scan-rows.ts";
import { viewOf } from "../../../engine/batch/view-of.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Everything around the bytes that a cell or a row ends with, and characters of one to four bytes. */
const characters = fc.constantFrom(...'\t\n\r !"#+,-.09=Az\u007f\u00a0é\u3000面😀'.split(/(?:)/u));
const text = fc.string({ unit: characters, maxLength: 40 });

describe("scanning", () => {
  it("finds the end of a cell wherever it begins", () => {
    fc.assert(
      fc.property(text, fc.nat(6), (own, start) => {
        const bytes = bytesOf(`${"x".repeat(start)}${own}`);
        const end = bytes.findIndex((byte, at) => at >= start && [0x2c, 0x0a, 0x0d].includes(byte));
        expect(endOfCell(bytes, viewOf(bytes), start)).toBe(end < 0 ? bytes.length : end);
      }),
    );
  });

  it("has one hash for the same cell within a block, and another for another", () => {
    const hashOf = (cell: string, before: number) => {
      const bytes = bytesOf(`${"x".repeat(before)}${cell},and what follows`);
      endOfCell(bytes, viewOf(bytes), before);
      return lastCell.hash;
    };
    const cells = ["", "a", "ab", "b", "heavy_oil_a", "heavy_oil_c", "Site 1", "Site  1", "面積"];
    const hashes = cells.map((cell) => hashOf(cell, 0));
    expect(cells.map((cell) => hashOf(cell, 3))).toEqual(hashes);
    expect(new Set(hashes).size).toBe(cells.length);
  });

  it("counts rows and blank ones as they are found one by one", () => {
    fc.assert(
      fc.property(text, fc.boolean(), fc.nat(5), (own, isJapanese, before) => {
        const encoding = isJapanese ? "shift_jis" : "utf-8";
        const bytes = bytesOf(`${"x".repeat(before)}${own}`).subarray(before);
        const rows = [...scanRows(bytes, encoding)];
        const blank = rows.filter((row) => isBlankRow(bytes, encoding, row)).length;
        const lines = rows.reduce((sum, row) => sum + row.lines, 0);
        const isPlain = !own.includes('"');
        expect(countRows(bytes, encoding)).toEqual({
          rows: rows.length - blank,
          blank,
          lines,
          isPlain,
        });
      }),
    );
  });
});
