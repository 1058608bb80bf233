import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Goal, mostSteps, seek } from "../../../engine/assessment/seek.ts";
import { compile } from "../../../engine/compile.ts";
import type { Plan } from "../../../engine/plan.ts";
import { run } from "../../../engine/run.ts";
import { treeOf } from "../../support/checked.ts";
import { runs } from "../../support/runs.ts";
import { steps } from "../../support/seeking.ts";

let plan: Plan;
beforeAll(async () => {
  plan = compile(await treeOf(steps), "steps", {});
});

const given = { kind: "large", is_new: "false", load: "1 t", carts: [{ wheels: "0" }] };
const options = { asOf: "2026-11-22" };
const goal: Goal = {
  place: "load",
  from: "0 t",
  to: "12 t",
  step: "0.5 t",
  output: "credit",
  atLeast: "4",
};

const sought = (change: Partial<Goal>, record: unknown = given) =>
  seek(plan, record, { ...goal, ...change }, options);

describe("seeking an answer", () => {
  it("finds every interval, through a rounding and a fee that take a goal away again", () => {
    expect(sought({})).toEqual({
      ok: true,
      value: {
        intervals: [
          { from: "6.0 t", to: "6.5 t" },
          { from: "10.5 t", to: "12.0 t" },
        ],
        tried: 25,
        withoutValue: 0,
      },
      warnings: [],
    });
  });

  it("says that there is none", () => {
    expect(sought({ atLeast: "6 t" })).toMatchObject({ value: { intervals: [] } });
  });

  it("passes over answers that the methodology refuses", () => {
    expect(sought({ from: "11 t", to: "13 t", step: "1 t" })).toMatchObject({
      ok: true,
      value: { intervals: [{ from: "11 t", to: "12 t" }], tried: 3, withoutValue: 1 },
    });
  });

  it("changes an item of a record, and leaves the record as it was", () => {
    const record = {
      format: "answers/1",
      methodology: "STEPS-1",
      sets: { plan: { given: { ...given, carts: [{ wheels: "0" }, { wheels: "1" }] } } },
    };
    const before = JSON.stringify(record);
    const found = sought({ place: "carts[2].wheels", from: "0", to: "9", step: "1" }, record);
    expect(found).toMatchObject({ ok: true, value: { intervals: [{ from: "4", to: "9" }] } });
    expect(JSON.stringify(record)).toBe(before);
  });

  it.each<[Partial<Goal>, string]>([
    [{ place: "carts[2].wheels" }, "answer-place-unknown"],
    [{ place: "carts[1]" }, "answer-place-unknown"],
    [{ place: "a b" }, "answer-place-unknown"],
    [{ output: "fee" }, "output-unknown"],
    [{ output: "__proto__" }, "output-unknown"],
    [{ atLeast: "4 kg" }, "goal-figure"],
    [{ atLeast: "much" }, "goal-figure"],
    [{ step: "0" }, "grid-of-answers"],
    [{ step: "-1" }, "grid-of-answers"],
    [{ from: "13 t" }, "grid-of-answers"],
    [{ from: "0 kg" }, "grid-of-answers"],
    [{ from: "some" }, "grid-of-answers"],
    [{ step: "0.0001" }, "grid-of-answers"],
    [{ from: "0 kW", to: "9 kW", step: "1 kW" }, "answer-unit-mismatch"],
  ])("%o is refused as %s", (change, code) => {
    const found = sought(change);
    expect(found.ok ? found : found.issues.map((issue) => issue.code)).toEqual([code]);
  });

  it("counts how many answers are too many", () => {
    const found = sought({ step: "0.001" });
    const [issue] = found.ok ? [] : found.issues;
    expect(issue?.facts).toMatchObject({ count: "12001", most: String(mostSteps) });
  });

  it("agrees with one evaluation after another", () => {
    const tenths = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(tenths, tenths, fc.integer({ min: 1, max: 30 }), tenths, (a, b, step, least) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const text = (tenth: number) => `${Math.floor(tenth / 10)}.${tenth % 10} t`;
        const tenthsOf = (shown: string) => Math.round(10 * Number.parseFloat(shown));
        const atLeast = text(least);
        const found = sought({ from: text(low), to: text(high), step: text(step), atLeast });
        if (!found.ok) throw new Error(JSON.stringify(found.issues));
        const reached: string[] = [];
        for (let at = low; at <= high; at += step) {
          const reply = run(plan, { ...given, load: text(at) }, options);
          const value = reply.sets.plan?.result?.results.credit?.value ?? "";
          if (10 * Number(value) >= least) reached.push(text(at));
        }
        const covered = found.value.intervals.flatMap(({ from, to }) => {
          const held: string[] = [];
          for (let at = low; at <= high; at += step) {
            if (tenthsOf(from) <= at && at <= tenthsOf(to)) held.push(text(at));
          }
          return held;
        });
        expect(covered).toEqual(reached);
      }),
      { numRuns: runs(60) },
    );
  });
});
