import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  cutPeriod,
  type Day,
  endOfFiscalYear,
  fiscalYearOf,
  fiscalYearsOf,
  monthsBetween,
  parseDay,
  parseFiscalYear,
  parsePeriod,
  printDay,
  printFiscalYear,
  startOfFiscalYear,
  yearsBetween,
} from "../../../engine/methodology/period.ts";

function day(text: string): Day {
  const value = parseDay(text);
  if (value === undefined) throw new Error(text);
  return value;
}

describe("days", () => {
  it("agrees with the calendar of the platform", () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (value) => {
        const expected = new Date(value * 86_400_000).toISOString().slice(0, 10);
        if (!/^\d{4}-/.test(expected)) return;
        expect(printDay(value)).toBe(expected);
        expect(parseDay(expected)).toBe(value);
      }),
    );
  });

  it.each([
    "2023-02-29",
    "2100-02-29",
    "2023-13-01",
    "2023-00-10",
    "2023-04-31",
    "2023-4-1",
    "2023/04/01",
    "２０２３-04-01",
    "",
  ])("does not read %j", (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  it("begins every March where the platform does", () => {
    for (let year = 1; year < 9999; year += 1) {
      const march = Date.UTC(year + 400, 2, 1) / 86_400_000 - 146_097;
      const text = `${String(year).padStart(4, "0")}-03-01`;
      expect([printDay(march), parseDay(text)]).toEqual([text, march]);
      expect(printDay(march - 1)).toMatch(/-02-2[89]$/);
    }
  });

  it("reads leap days", () => {
    expect(printDay(day("2024-02-29"))).toBe("2024-02-29");
    expect(printDay(day("2000-02-29") + 1)).toBe("2000-03-01");
  });
});

describe("fiscal years", () => {
  it.each([
    ["2023-04-01", 2023],
    ["2024-03-31", 2023],
    ["2024-01-01", 2023],
    ["2024-04-01", 2024],
  ])("puts %s into FY%i", (text, year) => {
    expect(fiscalYearOf(day(text))).toBe(year);
  });

  it("knows their ends", () => {
    expect(printDay(startOfFiscalYear(2023))).toBe("2023-04-01");
    expect(printDay(endOfFiscalYear(2023))).toBe("2024-03-31");
    expect(printFiscalYear(2023)).toBe("FY2023");
    expect(parseFiscalYear("FY2023")).toBe(2023);
    expect(parseFiscalYear("2023")).toBe(2023);
    expect(parseFiscalYear("23")).toBeUndefined();
  });
});

describe("terms", () => {
  it.each([
    ["2023-01-31", 1, "2023-03-01"],
    ["2024-01-31", 1, "2024-03-01"],
    ["2024-01-30", 1, "2024-03-01"],
    ["2024-01-29", 1, "2024-02-29"],
    ["2024-02-29", 12, "2025-03-01"],
    ["2023-08-31", 30, "2026-03-01"],
    ["2023-03-31", -1, "2023-03-01"],
    ["2023-04-15", 8 * 12, "2031-04-15"],
    ["2023-12-31", 1, "2024-01-31"],
  ])("adds to %s %i months: %s", (from, months, expected) => {
    expect(printDay(addMonths(day(from), months))).toBe(expected);
  });

  it.each([
    ["2023-04-01", "2024-03-31", 11, 0],
    ["2023-04-01", "2024-04-01", 12, 1],
    ["2023-01-31", "2023-02-28", 0, 0],
    ["2023-01-31", "2023-03-01", 1, 0],
    ["2023-04-01", "2023-04-01", 0, 0],
    ["2023-04-02", "2023-04-01", -1, -1],
    ["2024-02-29", "2025-02-28", 11, 0],
    ["2024-02-29", "2025-03-01", 12, 1],
  ])("counts from %s to %s %i months and %i years", (from, to, months, years) => {
    expect(monthsBetween(day(from), day(to))).toBe(months);
    expect(yearsBetween(day(from), day(to))).toBe(years);
  });

  it("counts the most months that do not pass the end", () => {
    const days = fc.integer({ min: 0, max: 40_000 });
    fc.assert(
      fc.property(days, days, (from, to) => {
        const months = monthsBetween(from, to);
        expect(addMonths(from, months)).toBeLessThanOrEqual(to);
        expect(addMonths(from, months + 1)).toBeGreaterThan(to);
      }),
    );
  });
});

describe("periods", () => {
  it("reads a fiscal year or two days", () => {
    expect(parsePeriod("FY2023")).toEqual({ from: day("2023-04-01"), to: day("2024-03-31") });
    expect(parsePeriod({ from: "2023-04-01", to: "2023-04-01" })).toEqual({
      from: day("2023-04-01"),
      to: day("2023-04-01"),
    });
  });

  it.each([
    ["2023-04"],
    [{ from: "2023-04-02", to: "2023-04-01" }],
    [{ from: "2023-04-31", to: "2023-05-01" }],
  ])("does not read %j", (period) => {
    expect(parsePeriod(period)).toBeUndefined();
  });

  it("lists the fiscal years it touches", () => {
    expect(fiscalYearsOf({ from: day("2022-12-01"), to: day("2024-04-01") })).toEqual([
      2022, 2023, 2024,
    ]);
  });

  it("is cut at fiscal years and at days inside it", () => {
    const period = { from: day("2023-01-15"), to: day("2024-06-30") };
    const cuts = ["2023-07-15", "2023-04-01", "2023-01-15", "2024-07-01", "2020-01-01"].map(day);
    const parts = cutPeriod(period, cuts);
    expect(parts.map(({ from, to, year }) => [printDay(from), printDay(to), year])).toEqual([
      ["2023-01-15", "2023-03-31", 2022],
      ["2023-04-01", "2023-07-14", 2023],
      ["2023-07-15", "2024-03-31", 2023],
      ["2024-04-01", "2024-06-30", 2024],
    ]);
  });

  it("is covered by its parts without gap or overlap", () => {
    const days = fc.integer({ min: 0, max: 30_000 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 4000 }), fc.array(days), (from, length, cuts) => {
        const parts = cutPeriod({ from, to: from + length }, cuts);
        expect(parts[0]?.from).toBe(from);
        expect(parts.at(-1)?.to).toBe(from + length);
        parts.forEach((part, index) => {
          expect(fiscalYearOf(part.from)).toBe(part.year);
          expect(fiscalYearOf(part.to)).toBe(part.year);
          if (index > 0) expect(part.from).toBe((parts[index - 1]?.to ?? 0) + 1);
        });
      }),
    );
  });
});
