import { describe, expect, it } from "vitest";
import type { ColumnUse, Mapping } from "../../../engine/batch/mapping.ts";
import { columnKeys, handsOf, withHands } from "../../../site/portfolio/hands.ts";
import { portfolioWords } from "../../../site/portfolio/portfolio-words.ts";
import { columnWords } from "../../../site/portfolio/result-columns.ts";

const kept = (header: string) => ({ header, is: "kept" }) as const;
const area: ColumnUse = { is: "answer", input: "stands.area", unit: "ha" };

describe("columns decided by hand", () => {
  it("are told apart by header, and by place among those of the same header", () => {
    expect(columnKeys(["a", " b ", "a", ""])).toEqual(["a", "b", "a\n1", ""]);
  });

  it("are found again in another file, wherever they stand there", () => {
    const hands = new Map<string, ColumnUse>([
      ["面積", area],
      ["面積\n1", { is: "ignored" }],
      ["gone", { is: "case" }],
    ]);
    expect(withHands([kept("x"), kept("面積"), kept("面積")], hands)).toEqual([
      kept("x"),
      { header: "面積", ...area },
      { header: "面積", is: "ignored" },
    ]);
  });

  it("are those of a saved mapping beside those that it does not know", () => {
    const saved: Mapping = {
      format: "batch-mapping/1",
      methodology: { id: "FO-001", version: "1" },
      rows: "items",
      columns: [{ header: "面積", ...area }, kept("x")],
    };
    const before = new Map<string, ColumnUse>([
      ["x", { is: "period" }],
      ["y", { is: "case" }],
    ]);
    expect([...handsOf(saved, before)]).toEqual([
      ["x", { is: "kept" }],
      ["y", { is: "case" }],
      ["面積", area],
    ]);
  });
});

describe("a column of results", () => {
  it.each([
    ["santei:issue", "問題"],
    ["credits(t-CO2)", "認証見込み量(t-CO2)"],
    ["credits[FY2021](t-CO2)", "認証見込み量[FY2021](t-CO2)"],
    ["credits low(t-CO2)", "認証見込み量 low(t-CO2)"],
    ["市町村", "市町村"],
  ])("%s is %s", (header, expected) => {
    const names = new Map([["credits", "認証見込み量"]]);
    expect(columnWords(header, names, portfolioWords.ja)).toBe(expected);
  });
});
