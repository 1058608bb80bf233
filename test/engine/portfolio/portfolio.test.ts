import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { splitRows } from "../../../engine/batch/csv.ts";
import { describe as say } from "../../../engine/locales/describe.ts";
import { en } from "../../../engine/locales/en.ts";
import type { Plan } from "../../../engine/plan.ts";
import type { RowFilter } from "../../../engine/portfolio/types.ts";
import { runLane } from "../../support/both-lanes.ts";
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

const count = 7_000;
const rows = Array.from({ length: count }, (_, at) =>
  at % 1000 === 999
    ? `coal,${at},x,"g ${at % 7}"`
    : `${at % 2 === 0 ? "oil" : "gas"},${at % 5000}.25,名${at},g ${at % 7}`,
);
const file = `fuel,heat(GJ),name,group\n${rows.join("\n")}\n`;
const blob = (text: string) => new Blob([text]);

/** The results that the batch gives for the same file, as cells. */
function plainly(text: string) {
  const { results, rejects } = runLane(plan, text, "columns", {
    period: "FY2021",
    describe: (issue) => say(issue, en),
  });
  const [header = [], ...lines] = splitRows(results.replace("\uFEFF", "")).rows.map(
    ({ cells }) => cells,
  );
  return { results, rejects, header, lines };
}

describe("a portfolio in a worker", () => {
  it("comes to the files of the batch, byte for byte, with its sums, groups, issues and windows", async () => {
    const { look, begun, last } = await desk.runFile(blob(file), () => ({ groupBy: 3 }));
    const { results, rejects, header, lines } = plainly(file);
    expect([look.kind, look.header, look.rows.length]).toEqual([
      "csv",
      ["fuel", "heat(GJ)", "name", "group"],
      20,
    ]);
    expect(begun.resultHeader).toEqual(header);
    expect([last.state, last.bytes, last.counts.rows, last.counts.issues]).toEqual([
      "ended",
      new TextEncoder().encode(file).length,
      count,
      7,
    ]);
    const [ownResults, ownRejects] = [
      await desk.must(desk.client.download({ what: "results", as: "csv" })),
      await desk.must(desk.client.download({ what: "rejects", as: "csv" })),
    ];
    const bytesOf = async (own: Blob) => Buffer.from(await own.arrayBuffer()).toString("utf8");
    expect((await bytesOf(ownResults)) === results).toBe(true);
    expect((await bytesOf(ownRejects)) === rejects).toBe(true);

    const summary = await desk.must(desk.client.summary({}));
    const at = header.indexOf("emission[FY2021](t-CO2)");
    const cents = (cells: readonly string[]) => BigInt((cells[at] ?? "").replace(".", "") || "0");
    const total = lines.reduce((sum, cells) => sum + cents(cells), 0n);
    const shown = (sum: bigint) => `${sum / 100n}.${(sum % 100n).toString().padStart(2, "0")}`;
    const emission = summary.outputs.find(({ id }) => id === "emission");
    expect(emission).toMatchObject({
      unit: "t-CO2",
      isMain: false,
      label: { ja: "排出量", en: "Emission" },
      sums: [{ key: "FY2021", sum: shown(total), count: count - 7, least: "0.02" }],
    });
    const { groups } = summary.groups ?? { groups: [] };
    expect(groups.map(({ name }) => name).sort()).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map((group) => `g ${group}`),
    );
    const [first] = groups;
    const ofFirst = lines.filter((cells) => cells[3] === first?.name);
    expect([first?.rows, first?.sums[2]]).toEqual([
      ofFirst.length,
      shown(ofFirst.reduce((sum, cells) => sum + cents(cells), 0n)),
    ]);
    expect(summary.issues).toEqual([
      {
        code: "answer-not-a-member",
        column: 0,
        header: "fuel",
        rows: 7,
        firstRow: 1000,
        example: expect.stringContaining("coal"),
      },
    ]);

    const look2 = async (filter: RowFilter, keep: (cells: readonly string[]) => boolean) => {
      const view = await desk.must(desk.client.view(filter));
      const wanted = lines.filter(keep);
      expect(view.count).toBe(wanted.length);
      for (const from of [0, 17, Math.max(0, view.count - 5)]) {
        const window = await desk.must(desk.client.rows({ view: view.id, from, count: 40 }));
        expect(window.rows.map(({ cells }) => cells)).toEqual(wanted.slice(from, from + 40));
      }
    };
    await look2({}, () => true);
    await look2({ status: ["issue"] }, ([, status]) => status === "issue");
    await look2({ text: "名29" }, (cells) => cells.some((cell) => cell.includes("名29")));
    await look2({ groups: [first?.id ?? -1] }, (cells) => cells[3] === first?.name);
    await look2(
      { between: { column: at, least: "12.5", most: "13" } },
      (cells) => cells[at] !== "" && cents(cells) >= 1250n && cents(cells) <= 1300n,
    );
    const windowOfAll = await desk.must(desk.client.rows({ from: 6_990, count: 40 }));
    expect(windowOfAll.rows.map(({ row }) => row)).toEqual(
      Array.from({ length: 10 }, (_, place) => 6_991 + place),
    );
  });

  it("takes the items of cases together and floors once", async () => {
    const { last } = await desk.runFile(
      blob("案件,fuel,heat(GJ)\nA,oil,10\nA,gas,10\nB,oil,20\nC,oil,x\n"),
      () => ({ groupBy: 0 }),
    );
    expect(last.counts).toMatchObject({ rows: 4, results: 3, issues: 1, applies: 2 });
    const summary = await desk.must(desk.client.summary({}));
    expect(summary.groups?.groups.map(({ name, rows, sums }) => [name, rows, sums[0]])).toEqual([
      ["A", 2, "1"],
      ["B", 1, "1"],
      ["C", 1, undefined],
    ]);
  });

  it("shows sheets of a workbook and stops with a clear issue where it is broken", async () => {
    const answer = await desk.client.look({
      methodology: "KILNS-1",
      file: new Blob([Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])]),
    });
    expect(!answer.ok && answer.issues.map(({ code }) => code)).toEqual(["workbook-none"]);
  });

  it("refuses a workbook of more lines than a sheet holds, and still gives the table", async () => {
    const small = portfolioDesk(plan, { mostSheetRows: 3 });
    try {
      await small.runFile(blob("fuel,heat(GJ)\noil,1\noil,2\n"));
      const asked = { what: "results", as: "xlsx" } as const;
      expect((await small.client.download(asked)).ok).toBe(true);
      await small.runFile(blob("fuel,heat(GJ)\noil,1\noil,2\noil,3\n"));
      const answer = await small.client.download(asked);
      expect(!answer.ok && answer.issues.map((issue) => say(issue, en))).toEqual([
        expect.stringMatching(/^A sheet holds at most 3 lines, and there are more results\./),
      ]);
      expect((await small.client.download({ what: "results", as: "csv" })).ok).toBe(true);
    } finally {
      small.close();
    }
  });

  it("gives a run up and keeps what it has come to", async () => {
    const long = blob(`fuel,heat(GJ)\n${"oil,12.5\n".repeat(60_000)}`);
    const look = await desk.must(desk.client.look({ methodology: "KILNS-1", file: long }));
    await desk.must(
      desk.client.begin({
        mapping: { ...look.mapping, period: "FY2021" },
        asOf: "2026-04-01",
        language: "ja",
      }),
    );
    await desk.must(desk.client.cancel({}));
    const summary = await desk.must(desk.client.summary({}));
    expect(summary.counts.rows).toBeLessThan(60_000);
    expect((await desk.must(desk.client.view({}))).count).toBe(summary.counts.rows);
  });

  it("tells what a mapping lacks, and does not begin with one that is wrong", async () => {
    const look = await desk.must(
      desk.client.look({ methodology: "KILNS-1", file: blob("brennstoff,heat(GJ)\noil,1\n") }),
    );
    expect(look.issues.map(({ code }) => code)).toEqual([
      "answers-without-period",
      "batch-inputs-unmapped",
    ]);
    const begun = await desk.client.begin({
      mapping: look.mapping,
      asOf: "2026-04-01",
      language: "en",
    });
    expect(!begun.ok && begun.issues.map(({ code }) => code)).toEqual(["answers-without-period"]);
    expect(look.choices.map(({ input, isNeeded, units }) => [input, isNeeded, units])).toEqual([
      ["area", false, ["ha", "m2"]],
      ["indoor", false, []],
      ["kilns.fuel", true, []],
      ["kilns.heat", true, ["GJ", "MJ"]],
    ]);
  });

  it("answers before it has begun that it has not", async () => {
    const answers = await Promise.all([
      desk.client.summary({}),
      desk.client.rows({ from: 0, count: 1 }),
      desk.client.download({ what: "results", as: "csv" }),
    ]);
    expect(answers.map((one) => !one.ok && one.issues[0]?.code)).toEqual(
      Array(3).fill("portfolio-not-begun"),
    );
  });
});
