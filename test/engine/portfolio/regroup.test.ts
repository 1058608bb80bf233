import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { proposeMapping } from "../../../engine/batch/propose-mapping.ts";
import type { Plan } from "../../../engine/plan.ts";
import { startPortfolio } from "../../../engine/portfolio/portfolio.ts";
import { regroup } from "../../../engine/portfolio/regroup.ts";
import { kilns } from "../../support/kilns.ts";
import { portfolioDesk } from "../../support/portfolio-desk.ts";
import { planOf } from "../run/plan-of.ts";

let plan: Plan;
let desk: ReturnType<typeof portfolioDesk>;
beforeAll(async () => {
  plan = await planOf(kilns);
});
beforeEach(() => {
  desk = portfolioDesk(plan);
});
afterEach(() => desk.close());

const projects = `fuel,heat(GJ),name,group\n${Array.from({ length: 9_000 }, (_, at) => {
  if (at % 900 === 7) return `coal,${at},x,"g\n${at % 7}"`;
  if (at % 501 === 0) return `\noil,${at}.5,=名,  `;
  return `${at % 2 === 0 ? "oil" : "gas"},${at % 5000}.25,${at % 11 === 0 ? "'=x" : `名${at % 1300}`},g ${at % 7}`;
}).join("\n")}\n`;
const items = `案件,fuel,heat(GJ),土地\n${Array.from(
  { length: 3_000 },
  (_, at) =>
    `C${Math.floor(at / 7) % 400},${at % 2 === 0 ? "oil" : "gas"},${at % 501 === 0 ? "x" : at},${at % 5}`,
).join("\n")}\n`;

/** The groups of a finished run, and the rows that a filter finds for the second of them. */
async function told() {
  const { groups, ...rest } = await desk.must(desk.client.summary({}));
  const id = groups?.groups[1]?.id ?? -1;
  const view = await desk.must(desk.client.view({ groups: [id] }));
  const { rows } = await desk.must(desk.client.rows({ view: view.id, from: 0, count: 100 }));
  return { rest, groups, count: view.count, rows };
}

describe("groups that are chosen after the run", () => {
  it.each([
    ["a column that goes along", projects, 3],
    ["a column with more groups than are told apart", projects, 2],
    ["an answer, which does not", projects, 0],
    ["a figure", projects, 1],
    ["the case of items", items, 0],
    ["an answer of items", items, 1],
  ])("are those that are chosen before it: %s", async (_, text, column) => {
    await desk.runFile(new Blob([text]), () => ({ groupBy: column }));
    const before = await told();
    await desk.runFile(new Blob([text]));
    expect((await desk.must(desk.client.summary({}))).groups).toBeUndefined();
    const summary = await desk.must(desk.client.group({ column }));
    expect(summary.groups).toEqual(before.groups);
    expect(await told()).toEqual(before);
    expect(before.count).toBeGreaterThan(0);
  });

  it("can be changed and left out; views by groups that are no more are gone", async () => {
    await desk.runFile(new Blob([projects]), () => ({ groupBy: 3 }));
    const old = await desk.must(desk.client.view({ groups: [0] }));
    const all = await desk.must(desk.client.view({}));
    const summary = await desk.must(desk.client.group({ column: 0 }));
    expect(summary.groups?.groups.map(({ name }) => name).sort()).toEqual(["coal", "gas", "oil"]);
    const gone = await desk.client.rows({ view: old.id, from: 0, count: 1 });
    expect(!gone.ok && gone.issues[0]?.code).toBe("portfolio-view-gone");
    const kept = await desk.must(desk.client.rows({ view: all.id, from: 8_999, count: 5 }));
    expect(kept.rows.map(({ row }) => row)).toEqual([9_000]);
    expect((await desk.must(desk.client.group({}))).groups).toBeUndefined();
    expect((await desk.must(desk.client.group({ column: 99 }))).groups).toBeUndefined();
  });

  it("are those of the last column where two are asked for at once", async () => {
    await desk.runFile(new Blob([projects]));
    const [, second] = await Promise.all([
      desk.client.group({ column: 0 }),
      desk.client.group({ column: 3 }),
    ]);
    expect(second.ok && second.value.groups?.header).toBe("group");
    expect((await desk.must(desk.client.summary({}))).groups?.header).toBe("group");
  });

  it("are of the rows that were computed where the run stopped in the file", async () => {
    const { last } = await desk.runFile(new Blob([projects, 'oil,"1\n']));
    expect(last.state).toBe("stopped");
    const { groups, counts } = await desk.must(desk.client.group({ column: 0 }));
    expect(groups?.groups.reduce((sum, { rows }) => sum + rows, 0)).toBe(counts.rows);
    expect(counts.rows).toBe(9_000);
  });

  it("wait for a run", async () => {
    const answer = await desk.client.group({ column: 0 });
    expect(!answer.ok && answer.issues[0]?.code).toBe("portfolio-not-begun");
  });

  it("tell how far they are, and come to nothing where the file is another by now", async () => {
    const header = ["fuel", "heat(GJ)", "name", "group"];
    const asked = { rows: "projects", period: "FY2021" } as const;
    const mapping = proposeMapping(plan, header, asked, plan.hash);
    const options = { mapping, mode: "official", asOf: "2026-04-01", language: "en" } as const;
    const portfolio = startPortfolio({ plan, ...options });
    const bytes = new TextEncoder().encode(projects);
    await portfolio.take(bytes, bytes.length);
    await portfolio.end();
    const parts: number[] = [];
    const request = {
      plan,
      options,
      portfolio,
      column: 0,
      header: "fuel",
      told: (part: number) => {
        parts.push(part);
        return true;
      },
    };
    async function* shorter() {
      yield bytes.subarray(0, 100_000);
      return undefined;
    }
    await expect(regroup({ ...request, read: shorter })).rejects.toThrow("fewer rows");
    parts.length = 0;
    const whole = async function* () {
      yield bytes;
      return undefined;
    };
    const found = await regroup({ ...request, read: whole });
    expect([parts[0], parts.length, found?.codes.length]).toEqual([0, 2, 9_000]);
    expect(await regroup({ ...request, read: whole, told: () => false })).toBeUndefined();
  });
});
