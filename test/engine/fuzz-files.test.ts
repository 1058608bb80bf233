import { beforeAll, describe, expect, it } from "vitest";
import {
  type FuzzGround,
  fuzzGround,
  spoiltMadeFile,
  spoiltOwnFile,
} from "../support/fuzz-cases.ts";
import { holdFuzz } from "../support/hold-fuzz.ts";

/**
 * Spoilt files: each ends in issues or in a result, never in an exception, never after more than a second. With the
 * spoilt answers beside this file they are five thousand.
 */
describe("a spoilt file", () => {
  let ground: FuzzGround;
  beforeAll(async () => {
    ground = await fuzzGround("methodologies");
  }, 240_000);

  it("that is small ends in issues", async () => {
    const codes = await holdFuzz(1900, (seed) => spoiltMadeFile(ground, seed));
    expect(codes.size).toBeGreaterThan(30);
  }, 600_000);

  it("of the project ends in issues", async () => {
    const codes = await holdFuzz(100, (seed) => spoiltOwnFile(ground, seed));
    expect(codes.size).toBeGreaterThan(10);
  }, 600_000);
});
