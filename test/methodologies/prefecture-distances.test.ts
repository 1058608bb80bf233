import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { distancesAsCsv, distancesBetween, readOffices } from "../support/distances.ts";

const folder = new URL(
  "../../methodologies/coefficients/prefecture-distances/1-r1/",
  import.meta.url,
);
const read = (name: string): Promise<string> => readFile(new URL(name, folder), "utf8");

describe("distances between prefectural offices", () => {
  it("are those of the coordinates that stand beside them", async () => {
    const offices = readOffices(await read("coordinates.csv"));
    expect(offices).toHaveLength(47);
    expect(distancesAsCsv(distancesBetween(offices))).toBe(await read("distances.csv"));
  });

  it("never hang on the last digits of a double", async () => {
    const distances = distancesBetween(readOffices(await read("coordinates.csv")));
    expect(distances).toHaveLength(1081);
    expect(Math.min(...distances.map(({ fromHalf }) => fromHalf))).toBeGreaterThan(0.00001);
  });
});
