import { describe, expect, it } from "vitest";
import { readReplacement } from "../../../engine/methodology/read-replacement.ts";
import type { TableTree } from "../../../engine/methodology/tree.ts";

const yields: TableTree = {
  id: "yields",
  keys: [
    { id: "species", kind: "enum", enum: "species" },
    { id: "age", kind: "number", unit: "yr", interpolate: true, outside: "error" },
  ],
  columns: [
    { id: "volume", type: { kind: "quantity", unit: { text: "m3/ha" } } },
    {
      id: "growth",
      type: { kind: "quantity", unit: { text: "m3/(ha*yr)" } },
      slope: { of: "volume", along: "age", includes: "lower" },
    },
  ],
  inverse: [],
  replaceable: true,
  rows: [],
  origins: [],
};

async function read(text: string): Promise<unknown> {
  const result = await readReplacement(text, "own.csv", yields);
  return result.ok
    ? result.value
    : result.issues.map(({ code, span }) => [code, span?.line, span?.column]);
}

describe("a table of an office", () => {
  it("has its cells as text, a row for each member that a cell names", async () => {
    expect(await read("age,species,volume\n40, sugi|hinoki ,355.650\n")).toEqual({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      rows: [
        { species: "sugi", age: "40", volume: "355.650" },
        { species: "hinoki", age: "40", volume: "355.650" },
      ],
    });
  });

  it("is named by its rows, whatever the ends of its lines and the order of its columns", async () => {
    const one = await read("species,age,volume\nsugi,40,300\n");
    expect(await read("volume,species,age\r\n300,sugi,40\r\n")).toEqual(one);
    expect(await read("species,age,volume\nsugi,40,300.0\n")).not.toEqual(one);
  });

  it.each([
    ["nothing", "", [["csv-empty", 1, 1]]],
    ["a header alone", "species,age,volume\n", [["csv-empty", 1, 1]]],
    ["a column less", "species,age\nsugi,40\n", [["csv-column-missing", 1, 1]]],
    ["a slope", "species,age,volume,growth\nsugi,40,300,8\n", [["row-cell-unknown", 1, 20]]],
    ["a short row", "species,age,volume\nsugi,40\n", [["csv-ragged", 2, 1]]],
  ])("is refused with %s", async (_, text, issues) => {
    expect(await read(text)).toEqual(issues);
  });
});
