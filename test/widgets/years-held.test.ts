import { describe, expect, it } from "vitest";
import { heldIn, yearIn } from "../../widgets/form/years-held.ts";

const table = {
  label: { ja: "係数" },
  most: ["2012..2013", "2021.."],
  some: ["2014..2016", "2018"],
};

describe("a table by fiscal year", () => {
  it.each([
    [2011, "none"],
    [2012, "most"],
    [2013, "most"],
    [2014, "some"],
    [2017, "none"],
    [2018, "some"],
    [2021, "most"],
    [2099, "most"],
  ])("for %i holds values of %s", (year, held) => {
    expect(heldIn(table, year)).toBe(held);
  });
});

describe("the year that stands in a field", () => {
  it.each([
    ["2023", 2023],
    [" ２０２３ ", 2023],
    ["", undefined],
    ["202", undefined],
    ["FY2023", undefined],
  ])("%j is %s", (year, read) => {
    expect(yearIn({ kind: "fiscal_year", year, from: "", to: "" })).toBe(read);
  });

  it("is none where days are entered", () => {
    expect(yearIn({ kind: "dates", year: "2023", from: "", to: "" })).toBe(undefined);
  });
});
