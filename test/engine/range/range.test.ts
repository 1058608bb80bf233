import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { compile } from "../../../engine/compile.ts";
import type { Tree } from "../../../engine/methodology/tree.ts";
import type { Plan } from "../../../engine/plan.ts";
import { compare, exact } from "../../../engine/quantity/exact.ts";
import type { OutputResult } from "../../../engine/result/result.ts";
import { run } from "../../../engine/run.ts";
import { planOf } from "../run/plan-of.ts";
import { travel } from "../run/travel.ts";
import { winding } from "./winding.ts";

let plan: Plan;
let turns: Plan;
beforeAll(async () => {
  plan = await planOf(travel);
  turns = await planOf(winding);
});

const asOf = "2026-11-22";

function outputs(of: Plan, given: unknown, mode: "range" | "official" = "range") {
  const reply = run(of, given, { asOf, mode }).sets.plan;
  if (reply?.result === undefined) throw new Error(JSON.stringify(reply));
  return reply.result.results;
}

function told(output: OutputResult | undefined): string {
  if (output?.low === undefined) return output?.value ?? output?.none ?? "nothing";
  return `${output.low}..${output.high}${output.tight === true ? "" : " at most"}`;
}

describe("a range", () => {
  it.each([
    // people × distance × detour × factor, 1/3 where shared
    [{ vehicle: "rail", people: "10", distance: "10 km" }, "emission", "1..4.5"],
    [{ vehicle: "car", people: "10", distance: "10 km" }, "emission", "10..30"],
    [{ vehicle: "rail" }, "emission", "0.5..90"],
    [{ people: "10", distance: "10 km" }, "emission", "1..30"],
    [{}, "emission", "0.5..600"],
    [{ vehicle: "car", people: "10", distance: "10 km" }, "tonnes", "0.01..0.03"],
    [{}, "long", "false..true"],
    [{ distance: "10 km" }, "long", "false"],
    [{ distance: "60 km" }, "long", "true"],
    [{}, "best", "car..rail"],
  ])("of %j: %s is %s", (given, id, expected) => {
    expect(told(outputs(plan, given)[id])).toBe(expected);
  });

  it("is the same in a step as in the output", () => {
    const reply = run(plan, {}, { asOf, mode: "range", steps: true }).sets.plan;
    const step = reply?.result?.steps?.find(({ id }) => id === "emission");
    expect(step?.value).toEqual({ low: "0.5", high: "600", tight: true });
  });

  it("is missing what has no range", () => {
    expect(told(outputs(turns, { x: "1" }).needs)).toBe("missing");
  });

  it.each([
    // x − x·x/10 turns within 0..10, at 5
    ["hill", "-10..10 at most"],
    // 2x − x rises, though x is read twice
    ["twice", "0..10"],
    // floor keeps the direction
    ["steps", "0..10"],
    // x/(1 + x) rises, but ranges alone do not tell: 10/1 is held possible
    ["share", "0..10 at most"],
    // |x − 5| has no one direction
    ["away", "0..5 at most"],
    ["falls", "1/11..1"],
    // a branch that hangs on x jumps at 5
    ["jumps", "0..20 at most"],
    ["least", "0..4"],
    ["root", "0..100"],
  ])("where x is anything from 0 to 10: %s is %s", (id, expected) => {
    expect(told(outputs(turns, {})[id])).toBe(expected);
  });
});

/** The same tree with its ranged figures set somewhere within, so that the exact lane evaluates that point. */
function held(tree: Tree, at: (low: string, value: string, high: string) => string): Plan {
  const constants = tree.constants.map((one) =>
    one.low === undefined || one.high === undefined
      ? one
      : { ...one, value: at(one.low, one.value, one.high) },
  );
  const tables = tree.tables.map((table) => {
    const position = (id: string | undefined) => table.columns.findIndex((one) => one.id === id);
    const rows = table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, column) => {
        const { low, high } = table.columns[column] ?? {};
        if (low === undefined || high === undefined) return cell;
        return at(row.cells[position(low)] ?? cell, cell, row.cells[position(high)] ?? cell);
      }),
    }));
    return { ...table, rows };
  });
  return compile({ ...tree, constants, tables }, "held");
}

/** A decimal so many thousandths of the way from one to the other. */
function between(low: string, high: string, thousandths: number): string {
  const scaled = (text: string) => Math.round(Number.parseFloat(text) * 1_000_000);
  const value =
    BigInt(scaled(low)) * BigInt(1000 - thousandths) + BigInt(scaled(high)) * BigInt(thousandths);
  const digits = value.toString().replace("-", "").padStart(10, "0");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -9)}.${digits.slice(-9)}`;
}

function expectHeld(range: OutputResult | undefined, point: OutputResult | undefined): void {
  if (point?.value === undefined || range === undefined) throw new Error("no value");
  if (range.low === undefined || range.high === undefined) {
    expect(range.value).toBe(point.value);
    return;
  }
  if (range.type !== "quantity") return;
  const value = exact(point.value);
  expect(compare(exact(range.low), value)).toBeLessThanOrEqual(0);
  expect(compare(value, exact(range.high))).toBeLessThanOrEqual(0);
}

describe("the exact lane", () => {
  const thousandths = fc.integer({ min: 0, max: 1000 });

  it("never leaves the range, whatever the unknowns are", () => {
    const range = outputs(plan, {});
    const { tree } = plan;
    fc.assert(
      fc.property(
        fc.record({
          people: fc.integer({ min: 10, max: 20 }).map(String),
          distance: thousandths.map((at) => `${between("5", "100", at)} km`),
          vehicle: fc.constantFrom("car", "rail"),
          shared: fc.constantFrom("true", "false"),
        }),
        thousandths,
        thousandths,
        (given, first, second) => {
          let turn = 0;
          const point = held(tree, (low, _, high) => {
            turn += 1;
            return between(low, high, turn % 2 === 0 ? first : second);
          });
          const results = outputs(point, given, "official");
          for (const id of Object.keys(range)) expectHeld(range[id], results[id]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("never leaves the range where the result turns, jumps and steps", () => {
    const range = outputs(turns, {});
    fc.assert(
      fc.property(thousandths, thousandths, (first, second) => {
        const given = {
          x: `${between("0", "10", first)} km`,
          y: between("-1", "1", second),
          open: "1 km",
        };
        const results = outputs(turns, given, "official");
        for (const id of Object.keys(range)) {
          if (id !== "needs") expectHeld(range[id], results[id]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
