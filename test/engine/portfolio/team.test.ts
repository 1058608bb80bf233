import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Plan } from "../../../engine/plan.ts";
import type { BeginRequest, Look } from "../../../engine/portfolio/types.ts";
import { kilns } from "../../support/kilns.ts";
import { portfolioDesk } from "../../support/portfolio-desk.ts";
import { type Fate, portfolioHelpers } from "../../support/portfolio-helpers.ts";
import { planOf } from "../run/plan-of.ts";

let plan: Plan;
beforeAll(async () => {
  plan = await planOf(kilns);
});
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** Some pieces of rows: plain ones, wrong ones, quoted ones, blank ones, and figures of many sizes. */
const count = 30_000;
const projects = `fuel,heat(GJ),name,group\n${Array.from({ length: count }, (_, at) => {
  if (at % 1000 === 999) return `coal,${at},"x\n${at}","g ${at % 1200}"`;
  if (at % 777 === 0) return `\n${at % 2 === 0 ? "oil" : "gas"},${at}${at}.5,=名,g ${at % 7}`;
  return `${at % 2 === 0 ? "oil" : "gas"},${at % 5000}.25,名${at},g ${at % 1200}`;
}).join("\n")}\n`;
const items = `案件,fuel,heat(GJ)\n${Array.from(
  { length: 6_000 },
  (_, at) =>
    `C${Math.floor(at / 7) % 800},${at % 2 === 0 ? "oil" : "gas"},${at % 501 === 0 ? "x" : at}`,
).join("\n")}\n`;

/** Everything that a page can ask of a finished run. */
async function outcomeOf(
  text: string | Uint8Array<ArrayBuffer>,
  fates: readonly Fate[],
  change: (look: Look) => Partial<BeginRequest> = () => ({}),
) {
  const helpers = fates.length === 0 ? undefined : portfolioHelpers(plan, fates);
  const desk = portfolioDesk(plan, helpers === undefined ? {} : { helpers });
  closing.push(desk.close, () => helpers?.close());
  const { last } = await desk.runFile(new Blob([text]), change);
  const file = async (what: "results" | "rejects") =>
    (await desk.must(desk.client.download({ what, as: "csv" }))).text();
  const summary = await desk.must(desk.client.summary({}));
  const group = summary.groups?.groups[3]?.id;
  const view = await desk.must(desk.client.view(group === undefined ? {} : { groups: [group] }));
  const rows = await desk.must(desk.client.rows({ view: view.id, from: 5, count: 50 }));
  const { seconds: _, rowsPerSecond: __, secondsLeft: ___, ...progress } = last;
  return {
    whole: {
      results: await file("results"),
      rejects: await file("rejects"),
      summary,
      rows: rows.rows,
      progress,
    },
    pieces: helpers?.pieces(),
  };
}

/** What one worker comes to, by itself. */
let alone: ReturnType<typeof outcomeOf> | undefined;
const byOne = () => {
  alone ??= outcomeOf(projects, [], byGroup);
  return alone;
};

const half = new TextEncoder().encode(projects).slice(0, 500_000);
const broken = Uint8Array.from([...half, 0x0a, 0xff, 0xfe, 0x2c, 0x0a, ...half]);
const byGroup = () => ({ groupBy: 3 });
const byFuel = () => ({ groupBy: 0 });

describe("several workers", { timeout: 120_000 }, () => {
  it.each([
    ["projects, by a column that goes along", projects, byGroup],
    ["projects, by an answer", projects, byFuel],
    ["items of cases", items, byFuel],
    ["a file that breaks off", broken, byGroup],
    ["a quote that stays open", `${projects}oil,"1\n`, byGroup],
  ])("come to the same bytes, sums, groups and rows as one: %s", async (_, text, change) => {
    const one = await (text === projects && change === byGroup
      ? byOne()
      : outcomeOf(text, [], change));
    const three = await outcomeOf(text, ["works", "works", "works"], change);
    expect(three.whole).toEqual(one.whole);
    expect(three.pieces?.some((done) => done > 0)).toBe(true);
    expect(one.whole.progress.counts.rows).toBeGreaterThan(5_000);
  });

  it.each([
    ["all but one", ["works"]],
    ["one that dies in the middle of a piece", [{ diesAfter: 1 }, "works"]],
    ["one that dies at once, and another that says nothing", [{ diesAfter: 0 }, "says nothing"]],
    ["a second that cannot start", ["works", "never starts"]],
    ["none that can start", ["never starts", "never starts"]],
  ] satisfies [string, Fate[]][])("do without %s", async (_, fates) => {
    const other = await outcomeOf(projects, fates, byGroup);
    expect(other.whole).toEqual((await byOne()).whole);
    for (const [at, fate] of fates.entries()) {
      // A helper that has died is not asked again.
      if (typeof fate === "object") expect(other.pieces?.[at]).toBe(fate.diesAfter + 1);
    }
  });

  it("stay for the next run, and leave short files to one", async () => {
    const helpers = portfolioHelpers(plan, ["works", "works"]);
    const desk = portfolioDesk(plan, { helpers: { ...helpers, leastBytes: 1_000 } });
    closing.push(desk.close, helpers.close);
    await desk.runFile(new Blob(["fuel,heat(GJ)\noil,1\n"]));
    expect(helpers.pieces()).toEqual([0, 0]);
    await desk.runFile(new Blob([projects]));
    const first = helpers.pieces().reduce((sum, own) => sum + own, 0);
    await desk.runFile(new Blob([projects]));
    expect(helpers.pieces().reduce((sum, own) => sum + own, 0)).toBe(2 * first);
  });

  it("leave a beginning of the file's rows when they are given up", async () => {
    const helpers = portfolioHelpers(plan, ["works", "works"]);
    const desk = portfolioDesk(plan, { helpers });
    closing.push(desk.close, helpers.close);
    const file = new Blob([projects, ...Array.from({ length: 9 }, () => projects.slice(25))]);
    const look = await desk.must(desk.client.look({ methodology: "KILNS-1", file }));
    const mapping = { ...look.mapping, period: "FY2021" };
    await desk.must(desk.client.begin({ mapping, asOf: "2026-04-01", language: "en" }));
    await desk.must(desk.client.cancel({}));
    const { counts } = await desk.must(desk.client.summary({}));
    expect(counts.rows).toBeLessThan(9 * count);
    const { rows } = await desk.must(desk.client.rows({ from: 0, count: 1_000 }));
    expect(rows.map(({ row }) => row)).toEqual(
      Array.from({ length: Math.min(1_000, counts.rows) }, (_, at) => at + 1),
    );
    // The next run is not disturbed by what was under way.
    const { last } = await desk.runFile(new Blob([items]));
    expect(last.counts.rows).toBe(6_000);
  });
});
