import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Desk,
  deskWith,
  kiln,
  library,
  transcript,
  transcriptFile,
} from "../../support/terminal.ts";

let desk: Desk;

beforeAll(async () => {
  desk = await deskWith({
    ...library,
    "wrong/methodology.yaml": kiln
      .replace("emission: 8.6 t-CO2,", "emission: 8.7 t-CO2,")
      .replace("status: does_not_apply", "status: applies")
      .replace("law: increasing", "law: decreasing"),
    "slip/methodology.yaml": kiln.replace("mode: official", "mode: offical"),
  });
});
afterAll(() => desk.clear());

describe("santei test", () => {
  it.each(["test", "test KILN-1 --lang ja --as-of 2026-04-01", "test KILN-1 --mutants"])(
    "%s tells what the tests show",
    async (line) => {
      const typed = await desk.type(line);
      await expect(transcript(line, "", typed)).toMatchFileSnapshot(transcriptFile(line));
    },
  );

  it.each(["test wrong", "test wrong --lang ja", "test slip KILN-1", "test wrong --mutants"])(
    "%s ends with status 1 and says why",
    async (line) => {
      const typed = await desk.type(line);
      expect(typed.status).toBe(1);
      await expect(transcript(line, "", typed)).toMatchFileSnapshot(transcriptFile(line));
    },
  );

  it("prints plain data", async () => {
    const { out } = await desk.type("test KILN-1 --json");
    const [report] = JSON.parse(out);
    expect([report.methodology, report.ok]).toEqual(["KILN-1@1-r1", true]);
    expect(report.tests).toEqual([
      { id: "oil", holds: true, differences: [] },
      { id: "gas", holds: true, differences: [] },
    ]);
    expect(report.generated.faults).toEqual([]);
  });
});
