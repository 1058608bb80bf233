import { beforeAll, describe, expect, it } from "vitest";
import type { FuzzGround } from "../support/fuzz-cases.ts";
import { holdFuzz } from "../support/hold-fuzz.ts";
import { loadLaws } from "../support/load-laws.ts";

/** Formulas of a made file at most; the bench spoils larger ones. */
const most = 3;

/**
 * Spoilt files: each ends in issues or in a result, never in an exception, never after more than a second. With the
 * spoilt answers beside this file they are five thousand.
 */
describe("a spoilt file", () => {
  let laws: Awaited<ReturnType<typeof loadLaws>>;
  let ground: FuzzGround;
  beforeAll(async () => {
    laws = await loadLaws();
    ground = await laws.fuzzGround("methodologies");
  }, 240_000);

  it("that is small ends in issues", async () => {
    const codes = await holdFuzz(1900, (seed) => laws.spoiltMadeFile(ground, seed, most));
    expect(codes.size).toBeGreaterThan(30);
  }, 600_000);

  it("of the project ends in issues", async () => {
    const codes = await holdFuzz(100, (seed) => laws.spoiltOwnFile(ground, seed));
    expect(codes.size).toBeGreaterThan(10);
  }, 600_000);
});
