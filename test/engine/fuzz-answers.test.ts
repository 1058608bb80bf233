import { expect, it } from "vitest";
import { holdFuzz } from "../support/hold-fuzz.ts";
import { loadLaws } from "../support/load-laws.ts";

it("spoilt answers end in issues or a result, without an exception and within a second", async () => {
  const { fuzzGround, spoiltAnswers } = await loadLaws();
  const ground = await fuzzGround("methodologies");
  const codes = await holdFuzz(3000, (seed) => spoiltAnswers(ground, seed));
  expect(codes.size).toBeGreaterThan(12);
}, 600_000);
