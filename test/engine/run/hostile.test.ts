import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { describe as sentence } from "../../../engine/locales/describe.ts";
import { en } from "../../../engine/locales/en.ts";
import { ja } from "../../../engine/locales/ja.ts";
import type { Plan } from "../../../engine/plan.ts";
import { run } from "../../../engine/run.ts";
import { questions } from "../answers/questions.ts";
import { planOf } from "./plan-of.ts";

let plan: Plan;
beforeAll(async () => {
  plan = await planOf(questions);
});

const texts = fc.oneof(
  fc.constantFrom(
    "1 km",
    "250 m",
    "9,9",
    "１２％",
    "FY2023",
    "2023-04-01",
    "true",
    "gas",
    "",
    "-0",
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc
    .tuple(fc.bigInt(), fc.constantFrom(" kL", " kNm3", "%", " person", " t-CO2", ""))
    .map(([digits, unit]) => `${digits}${unit}`),
);

const names = fc.oneof(
  fc.constantFrom("share", "length", "people", "day", "by_way", "plots", "boilers", "fuel"),
  fc.constantFrom("fuel_use", "meter", "started", "plot", "road", "FY2023", "2023-04-01"),
  fc.constantFrom("__proto__", "constructor", "toString", "period", "given", "0"),
  fc.string({ maxLength: 6 }),
);

const { answer } = fc.letrec<{ answer: unknown }>((tie) => ({
  answer: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    texts,
    fc.array(tie("answer"), { maxLength: 4 }),
    fc.dictionary(names, tie("answer"), { maxKeys: 5, noNullPrototype: false }),
    fc.constantFrom(null, undefined, 7, Number.NaN, true, 10n),
  ),
}));

const period = fc.oneof(
  fc.constant("FY2023"),
  fc.constant({ from: "2023-04-01", to: "2025-03-31" }),
  answer,
);

it("ends every answer in a result or in issues with sentences", () => {
  const modes = fc.constantFrom("official", "estimate", "range");
  fc.assert(
    fc.property(period, fc.dictionary(names, answer), modes, (time, given, mode) => {
      const record = {
        format: "answers/1",
        methodology: "ASK-1",
        sets: { plan: { period: time, given } },
      };
      const reply = run(plan, record, { asOf: "2026-11-22", mode }).sets.plan;
      if (reply === undefined) throw new Error("no reply");
      const issues = reply.ok ? reply.warnings : reply.issues;
      for (const issue of [...issues, ...(reply.result?.issues ?? [])]) {
        expect(sentence(issue, en)).not.toMatch(/undefined|\[object/);
        expect(sentence(issue, ja)).not.toMatch(/undefined|\[object/);
      }
      JSON.stringify(reply);
    }),
    { numRuns: 600 },
  );
}, 30_000);

it("ends every record in a reply", () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), answer), (record) => {
      const { sets } = run(plan, record, { asOf: "2026-11-22" });
      expect(Object.keys(sets).length).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 2000 },
  );
});
