import { describe, expect, it } from "vitest";
import type { Tree } from "../../../engine/methodology/tree.ts";
import { periodOf } from "../../../engine/methodology/years-of-tables.ts";

/** A tree with tables by fiscal year, each row `fuel year`. */
function tree(tables: Readonly<Record<string, readonly string[]>>, from?: string): Tree {
  return {
    ...(from === undefined ? {} : { valid: { from } }),
    tables: Object.entries(tables).map(([id, rows]) => ({
      id,
      keys: [{ kind: "enum" }, { kind: "fiscal_year" }],
      rows: rows.map((row) => ({ keys: row.split(" ") })),
    })),
  } as unknown as Tree;
}

describe("the period that a form begins with", () => {
  it("is the newest year for which every table has most of its keys", () => {
    const period = periodOf(
      tree({
        fuels: [
          "oil 2012..2013",
          "gas 2012..2013",
          "coal 2012..2013",
          "oil 2014..2017",
          "gas 2021",
        ],
        grid: ["grid 2013..2023"],
      }),
    );
    expect(period).toEqual({
      preset: "FY2013",
      tables: [
        { label: { ja: "fuels" }, most: ["2012..2013"], some: ["2014..2017", "2021"] },
        { label: { ja: "grid" }, most: ["2013..2023"], some: [] },
      ],
    });
  });

  it("passes over tables whose last year is open", () => {
    const period = periodOf(tree({ fuels: ["oil 2019.."], grid: ["grid 2018..2022"] }));
    expect(period.preset).toBe("FY2022");
    expect(period.tables?.[0]?.most).toEqual(["2019.."]);
  });

  it("tells once of a table that comes in by two ways", () => {
    const grid = tree({ grid: ["grid 2018..2022"] });
    const [table] = grid.tables;
    const other = { ...table, id: "other.grid", label: { ja: "grid" } };
    const period = periodOf({ ...grid, tables: [table, other] } as unknown as Tree);
    expect(period.tables).toEqual([{ label: { ja: "grid" }, most: ["2018..2022"], some: [] }]);
  });

  it("is the first year in which the edition is in force where no table ends", () => {
    expect(periodOf(tree({}, "2025-06-01"))).toEqual({ preset: "FY2025" });
    expect(periodOf(tree({ all: ["oil *"] }, "2025-03-31")).preset).toBe("FY2024");
  });
});
