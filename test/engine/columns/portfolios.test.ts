import { describe, expect, it } from "vitest";
import { quickly } from "../../../engine/batch/quickly.ts";
import { libraryAt } from "../../../engine/cli/load.ts";
import { openMethodology } from "../../../engine/cli/open.ts";
import { startSimdKernels } from "../../../engine/columns/simd/simd-kernels.ts";
import type { Plan } from "../../../engine/plan.ts";
import { bothLanes, runLane } from "../../support/both-lanes.ts";
import { expectEqual } from "../../support/expect-equal.ts";
import { monthlyBoilers, months12 } from "../../support/monthly-boilers.ts";
import {
  boilers,
  diceOf,
  type Figures,
  type Portfolio,
  photovoltaics,
  stands,
} from "../../support/portfolio.ts";
import { planOf as compiled } from "../run/plan-of.ts";

const plans = new Map<string, Promise<Plan>>();

function planOf(reference: string): Promise<Plan> {
  const known = plans.get(reference);
  if (known !== undefined) return known;
  const opened =
    reference === months12.methodology
      ? compiled(monthlyBoilers)
      : openMethodology(libraryAt("methodologies"), reference).then((result) => {
          if (!result.ok) throw new Error(`no methodology ${reference}`);
          return result.value.plan;
        });
  plans.set(reference, opened);
  return opened;
}

function fileOf({ header, row }: Portfolio, count: number, seed: number, figures: Figures): string {
  const dice = diceOf(seed);
  return [header, ...Array.from({ length: count }, () => row(dice, figures)), ""].join("\n");
}

const portfolios = { months: months12, boilers, photovoltaics, stands };
const figures = ["random", "round", "edge"] as const;

describe("rows in columns", () => {
  for (const [name, portfolio] of Object.entries(portfolios)) {
    it.each(figures)(`of ${name} are those of the exact lane, %s figures`, async (kind) => {
      const plan = await planOf(portfolio.methodology);
      const file = fileOf(portfolio, 120, 20_261_122, kind);
      const { period } = portfolio;
      const options = period === undefined ? {} : { period };
      const { columns, exact, lanes } = bothLanes(plan, file, options);
      expectEqual(columns.results.split("\r\n"), exact.results.split("\r\n"));
      expect(columns).toEqual(exact);
      expect([lanes.columns > 90, lanes.left < 10]).toEqual([true, true]);
    });
  }

  it.each(Object.keys(portfolios) as (keyof typeof portfolios)[])(
    "of %s are the same whichever rows are computed with them, and whichever loops compute them",
    async (name) => {
      const portfolio = portfolios[name];
      const plan = await planOf(portfolio.methodology);
      const { period } = portfolio;
      const options = period === undefined ? {} : { period };
      for (const kind of ["random", "edge"] as const) {
        const file = fileOf(portfolio, 2_000, 7, kind);
        const quick = { ...options, kernels: startSimdKernels, quickly };
        const together = runLane(plan, file, "columns", quick, 1 << 20);
        const apart = runLane(plan, file, "columns", options, 1 << 13);
        expectEqual(apart.results.split("\r\n"), together.results.split("\r\n"));
      }
    },
  );

  it("decide most rows on edges of roundings by the lattice, and the rest with exact numbers", async () => {
    const plan = await planOf("EN-S-001");
    const file = fileOf(boilers, 5_000, 1, "edge");
    const { lanes } = runLane(plan, file, "columns", { period: "FY2013" });
    expect(lanes.columns + lanes.exactly + lanes.left).toBe(5_000);
    expect(lanes.exactly).toBeGreaterThan(0);
    expect(lanes.exactly + lanes.left).toBeLessThan(250);
  });
});
