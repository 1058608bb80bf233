import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startWriter } from "../../../engine/batch/byte-writer.ts";
import { codeOf, startCodes } from "../../../engine/batch/cell-codes.ts";
import { lastFigure, readFigure } from "../../../engine/batch/figures.ts";
import { viewOf } from "../../../engine/batch/view-of.ts";
import { printScaled } from "../../../engine/quantity/exact.ts";
import { expectEqual } from "../../support/expect-equal.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => {
  const bytes = bytesOf(`,${text},`);
  return readFigure(bytes, 1, bytes.length - 1);
};

describe("reading figures from bytes", () => {
  it("gives the nearest double and the digits of any decimal of up to 15 digits", () => {
    const decimal = fc.tuple(
      fc.constantFrom("", "-"),
      fc.integer({ min: 0, max: 999_999_999_999_999 }),
      fc.integer({ min: 0, max: 14 }),
    );
    fc.assert(
      fc.property(decimal, ([sign, digits, places]) => {
        const text = sign + printScaled(digits, places);
        if (text.replace(/\D/g, "").length > 15) return;
        expect(read(text)).toBe(Number(text) + 0);
        expect([lastFigure.digits, lastFigure.places]).toEqual([
          sign === "" ? digits : 0 - digits,
          places,
        ]);
      }),
    );
  });

  it.each(["", "-", ".5", "5.", "1.2.", "+5", "x", "１", "1234567890123456", "- 5", " 5"])(
    "leaves %j to be read with care",
    (text) => {
      const value = read(text);
      expect(Number.isNaN(value) || lastFigure.end < text.length + 1).toBe(true);
    },
  );

  it("tells where the unit begins", () => {
    expect(read("12.5 kL")).toBe(12.5);
    expect(lastFigure.end).toBe(5);
  });
});

describe("writing bytes", () => {
  it("writes decimals as they are written elsewhere", () => {
    const value = fc.integer({ min: -(2 ** 53) + 1, max: 2 ** 53 - 1 });
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 9 }), (digits, places) => {
        const writer = startWriter();
        writer.decimal(digits, places);
        expect(Buffer.from(writer.take()).toString()).toBe(printScaled(digits, places));
      }),
    );
  });

  it("writes what has more room than there was at first", () => {
    const writer = startWriter();
    const text = "林,".repeat(30_000);
    writer.text(text);
    writer.text("end");
    const more = viewOf(bytesOf(`${"x".repeat(90_000)}yz`));
    writer.copy(more, 10, more.byteLength);
    expect(Buffer.from(writer.take()).toString()).toBe(`${text}end${"x".repeat(89_990)}yz`);
    expect(writer.take()).toHaveLength(0);
  });

  it("takes back what was written last", () => {
    const writer = startWriter();
    writer.text("kept");
    const length = writer.length();
    writer.text("not kept");
    writer.decimal(-12, 1);
    writer.cut(length);
    writer.decimal(7, 0);
    expect(Buffer.from(writer.take()).toString()).toBe("kept7");
  });
});

const numbers = (count: number) => Array.from({ length: count }, (_, value) => value);

describe("codes of cells", () => {
  it("read each way of writing once, however many there are", () => {
    let reads = 0;
    const codes = startCodes((cell) => {
      reads += 1;
      return Number.parseInt(cell, 10);
    });
    const look = (value: number) => {
      const bytes = bytesOf(String(value));
      return codeOf(codes, bytes, viewOf(bytes), 0, bytes.length, value % 100);
    };
    for (let turn = 0; turn < 3; turn += 1) {
      for (const value of numbers(500)) expect(look(value)).toBe(value);
    }
    expect(reads).toBe(500);
    expectEqual(numbers(30_000).map(look), numbers(30_000));
  });
});
