import { describe, expect, it } from "vitest";
import type { ReplaceableTable } from "../../engine/methodology/form.ts";
import { readReplacement } from "../../engine/methodology/read-replacement.ts";
import type { TableTree } from "../../engine/methodology/tree.ts";
import { readLines } from "../../widgets/replacements/read-lines.ts";
import { readTable } from "../../widgets/replacements/read-table.ts";
import { problemEn, problemJa } from "../../widgets/text/table-problems.ts";

const yields: ReplaceableTable = {
  id: "yields",
  label: { ja: "収穫予想表", en: "Yield table" },
  keys: [
    { id: "species", of: "species" },
    { id: "age", unit: "yr" },
  ],
  columns: [{ id: "volume", unit: "m3/ha" }],
};

const tree: TableTree = {
  id: "yields",
  keys: [
    { id: "species", kind: "enum", enum: "species" },
    { id: "age", kind: "number", unit: "yr", interpolate: true, outside: "error" },
  ],
  columns: [{ id: "volume", type: { kind: "quantity", unit: { text: "m3/ha" } } }],
  inverse: [],
  replaceable: true,
  rows: [],
  origins: [],
};

describe("a table of an office on a page", () => {
  it.each([
    ["plain", "species,age,volume\nsugi,40,355.650\nsugi,45,400\n"],
    ["in another order, with blanks and no last line end", "volume, age ,species\n 1,2,sugi"],
    ["from a spreadsheet", '\uFEFFspecies,age,volume\r\n"sugi","40","3,5"\r\n\r\n'],
    ["with several members in a cell", "age,species,volume\n40, sugi|hinoki ,355.650\n"],
    ["with notes", 'species,age,volume,note,source.page\nsugi,40,1,"a ""b""\nc",12\nsugi,41,2,,\n'],
  ])("has the rows and the hash that the command line gives: %s", async (_, text) => {
    const here = await readTable(text, yields);
    const there = await readReplacement(text, "own.csv", tree);
    if (here.kind !== "read" || !there.ok) throw new Error("the file is not read");
    expect(here.table).toEqual(there.value);
  });

  it.each([
    ["", [{ kind: "empty" }]],
    ["species,age,volume\n", [{ kind: "empty" }]],
    ['species,age,volume\nsugi,40,"3', [{ kind: "quote", line: 2 }]],
    [
      "species,age,volume\nsugi,40\n\nsugi,40,1,2\n",
      [
        { kind: "ragged", line: 2, expected: 3, found: 2 },
        { kind: "ragged", line: 4, expected: 3, found: 4 },
      ],
    ],
    [
      "species,species,,volum\na,b,c,d\n",
      [
        { kind: "twice", column: "species" },
        { kind: "nameless" },
        { kind: "unknown", column: "volum" },
        { kind: "missing", column: "age" },
        { kind: "missing", column: "volume" },
      ],
    ],
  ])("refuses %j and says all that is wrong", async (text, problems) => {
    const read = await readTable(text as string, yields);
    expect(read).toEqual({ kind: "refused", problems });
  });

  it("takes a quote within a cell for a part of it, as the command line does", async () => {
    const text = 'species,age,volume\nsugi,4"0,3\n';
    const here = await readTable(text, yields);
    const there = await readReplacement(text, "own.csv", tree);
    expect(here.kind === "read" && here.table).toEqual(there.ok && there.value);
  });

  it("has a sentence for every problem, in both languages", () => {
    const problem = { kind: "ragged", line: 2, expected: 3, found: 4 } as const;
    expect(problemEn(problem)).toBe("Line 2 has 4 cells, but the header has 3.");
    expect(problemJa(problem)).toBe("2行目のセルは4個ですが、見出しは3個です。");
    expect(problemEn({ kind: "missing", column: "age" })).toBe(
      "The header lacks the column “age”.",
    );
    expect(problemJa({ kind: "missing", column: "age" })).toBe("見出しに列「age」がありません。");
  });

  it("counts the lines of a cell that holds line ends", () => {
    expect(readLines('a,b\n"1\n2",3\n4,5').lines.map(({ line }) => line)).toEqual([1, 2, 4]);
  });
});
