import { beforeAll, describe, expect, it } from "vitest";
import { startBatch } from "../../../engine/batch/batch.ts";
import type { BatchOptions } from "../../../engine/batch/batch-options.ts";
import { splitRows } from "../../../engine/batch/csv.ts";
import { readHeader } from "../../../engine/batch/header.ts";
import { describe as say } from "../../../engine/locales/describe.ts";
import { en } from "../../../engine/locales/en.ts";
import { ja } from "../../../engine/locales/ja.ts";
import type { Plan } from "../../../engine/plan.ts";
import { run } from "../../../engine/run.ts";
import { kilns } from "../../support/kilns.ts";
import { planOf } from "../run/plan-of.ts";

let plan: Plan;
beforeAll(async () => {
  plan = await planOf(kilns);
});

/** The tables that a file comes to, as rows of cells. */
function batch(file: string, options: Partial<BatchOptions> = {}, size = 1000) {
  const started = startBatch(plan, {
    rows: "projects",
    mode: "official",
    asOf: "2026-04-01",
    describe: (issue) => issue.code,
    ...options,
  });
  const all = new TextEncoder().encode(file);
  const pieces = [];
  for (let at = 0; at < all.length; at += size) pieces.push(started.take(all.slice(at, at + size)));
  pieces.push(started.end());
  const text = (all: readonly Uint8Array[]) =>
    all.map((one) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(one)).join("");
  const table = (text: string) =>
    splitRows(text.replace("\uFEFF", "")).rows.map(({ cells }) => cells);
  return {
    results: table(text(pieces.map(({ results }) => results))),
    rejects: table(text(pieces.map(({ rejects }) => rejects))),
    issues: pieces.flatMap(({ issues }) => issues.map(({ code }) => code)),
    counts: started.counts(),
    text: text(pieces.map(({ results }) => results)),
  };
}

describe("rows as projects", () => {
  it("evaluates each row as an answer set of its own, floors and all", () => {
    const { results, rejects, issues } = batch(
      '名称,燃料,熱量（低位）（MJ）,面積(ha),屋内か\r\nA,油,"１２３,４５６",1.25,いいえ\r\nB,gas,19990 MJ,300 m2,\r\nC,Oil,1 GJ,,はい\r\n',
      { period: "FY2021" },
    );
    expect(issues).toEqual(["batch-column-unknown"]);
    expect(results).toEqual([
      [
        "santei:row",
        "santei:status",
        "名称",
        "credits(t-CO2)",
        "total[FY2021](t-CO2)",
        "emission[FY2021](t-CO2)",
        "land(ha)",
        "santei:unused",
        "santei:issue",
      ],
      ["1", "applies", "A", "8", "8", "8.64", "1.3", "", ""],
      ["2", "applies", "B", "0", "0", "1.00", "0.0", "", ""],
      ["3", "applies", "C", "0", "0", "0.07", "0.0", "", ""],
    ]);
    expect(rejects).toEqual([
      ["santei:row", "santei:issue", "名称", "燃料", "熱量（低位）（MJ）", "面積(ha)", "屋内か"],
    ]);
  });

  it("agrees with one evaluation of the same answers", () => {
    const { results } = batch("fuel,kilns.heat[FY2021](GJ),heat(GJ)[FY2022]\noil,300.5,299.9\n", {
      period: "2021-04-01..2023-03-31",
    });
    const reply = run(
      plan,
      {
        period: { from: "2021-04-01", to: "2023-03-31" },
        kilns: [{ fuel: "oil", heat: { FY2021: "300.5 GJ", FY2022: "299.9 GJ" } }],
      },
      { asOf: "2026-04-01" },
    );
    const set = reply.sets.plan;
    expect(set?.ok && set.result.results.credits?.display).toBe("41");
    expect(results[1]?.slice(2, 5)).toEqual(["41", "21", "20"]);
  });

  it("gives each row its result or its issue, and the rejects as they were", () => {
    const file =
      "fuel,heat(GJ),note\noil,100,=x\ncoal,12,b\ngas,-1,c\n,,\noil,,d\noil,1 kL,e\noil,1\noil,2,f,g\n";
    const { results, rejects, counts } = batch(file, { period: "FY2021" }, 7);
    expect(
      results
        .slice(1)
        .map(([row, status, note, all, , , , , issue]) => [row, status, note, all, issue]),
    ).toEqual([
      ["1", "applies", "'=x", "7", ""],
      ["2", "issue", "b", "", "fuel: answer-not-a-member"],
      ["3", "issue", "c", "", "heat(GJ): answer-beyond-limit"],
      ["4", "issue", "d", "", "answers-missing"],
      ["5", "issue", "e", "", "heat(GJ): answer-unit-mismatch"],
      ["6", "issue", "", "", "batch-cells"],
      ["7", "issue", "f", "", "batch-cells"],
    ]);
    expect(rejects).toEqual([
      ["santei:row", "santei:issue", "fuel", "heat(GJ)", "note"],
      ["2", "fuel: answer-not-a-member", "coal", "12", "b"],
      ["3", "heat(GJ): answer-beyond-limit", "gas", "-1", "c"],
      ["4", "answers-missing", "oil", "", "d"],
      ["5", "heat(GJ): answer-unit-mismatch", "oil", "1 kL", "e"],
      ["6", "batch-cells", "oil", "1"],
      ["7", "batch-cells", "oil", "2", "f", "g"],
    ]);
    expect(counts).toEqual({
      rows: 7,
      results: 1,
      issues: 6,
      blank: 1,
      applies: 1,
      doesNotApply: 0,
      undecided: 0,
    });
  });

  it("takes rejects that were mended and sent again", () => {
    const { results, rejects } = batch(
      "santei:row,santei:issue,fuel,heat(GJ),note\n2,fuel: …,gas,200,'=x\n",
      { period: "FY2021" },
    );
    expect(results[1]).toEqual(["1", "applies", "'=x", "10", "10", "10.00", "0.0", "", ""]);
    expect(rejects[0]).toEqual(["santei:row", "santei:issue", "fuel", "heat(GJ)", "note"]);
  });

  it("takes the period of a column, and says so where a year is wanted", () => {
    const { results } = batch(
      "年度,fuel,heat(GJ)\n2021年度,oil,100\nFY2022,oil,100\n2021-10-01..2022-09-30,oil,100\nnever,oil,100\n,oil,100\n",
      { period: "FY2023" },
    );
    expect(results.map((cells) => [cells[2], cells[4], cells.at(-1)])).toEqual([
      ["年度", "total(t-CO2)", "santei:issue"],
      ["2021年度", "FY2021: 7", ""],
      ["FY2022", "FY2022: 7", ""],
      ["2021-10-01..2022-09-30", "", "batch-time-wanted"],
      ["never", "", "batch-time-wanted"],
      ["", "FY2023: 7", ""],
    ]);
  });

  it("is the same in pieces of any size", () => {
    const file = `fuel,heat(GJ)\n${Array.from({ length: 40 }, (_, at) => `${at % 3 === 0 ? "油" : "gas"},${at}.5`).join("\r\n")}`;
    const whole = batch(file, { period: "FY2021" }, 100_000).text;
    for (const size of [1, 3, 64]) expect(batch(file, { period: "FY2021" }, size).text).toBe(whole);
  });

  it("goes on behind the rows that are done", () => {
    const file = "fuel,heat(GJ)\noil,100\nx,1\ngas,100\n";
    const whole = batch(file, { period: "FY2021" });
    const done = {
      rows: 2,
      results: 1,
      issues: 1,
      blank: 0,
      applies: 1,
      doesNotApply: 0,
      undecided: 0,
    };
    const rest = batch(file, { period: "FY2021", done });
    expect(rest.results).toEqual(whole.results.slice(3));
    expect(rest.counts).toEqual(whole.counts);
  });
});

describe("rows as items", () => {
  const options = { rows: "items", period: "FY2021" } as const;

  it("adds the members unrounded and floors once", () => {
    const file = "案件,fuel,heat(GJ)\nA,oil,20\nA,gas,20\nB,oil,20\n";
    const { results } = batch(file, options);
    // 1.4 + 1.0 is 2.4, floored 2; apart they would floor to 1 and 1.
    expect(results.slice(1).map((cells) => cells.slice(2, 6))).toEqual([
      ["A", "2", "2", "1.40"],
      ["A", "", "", "1.00"],
      ["B", "1", "1", "1.40"],
    ]);
  });

  it("sends the whole case back where one row has an issue", () => {
    const file =
      "case,fuel,heat(GJ),面積(ha)\nA,oil,20,1\nA,gas,x,1\nB,oil,20,1\nB,oil,20,2\nC,oil,20,1\n";
    const { results } = batch(file, options);
    expect(results.slice(1).map((cells) => [cells[2], cells[3], cells.at(-1)])).toEqual([
      ["A", "", "batch-case-waits"],
      ["A", "", "heat(GJ): answer-not-a-figure"],
      ["B", "", "batch-case-waits"],
      ["B", "", "batch-case-differs"],
      ["C", "1", ""],
    ]);
  });

  it("tells of rows that come too late, without a case, or beyond the most", () => {
    const rows = [
      "A,oil,1",
      "B,oil,1",
      "A,oil,1",
      ",oil,1",
      ...Array(5).fill("C,oil,20"),
      "D,oil,20",
    ];
    const { results } = batch(`case,fuel,heat(GJ)\n${rows.join("\n")}\n`, options);
    expect(results.slice(1).map((cells) => cells.at(-1))).toEqual([
      "",
      "",
      "batch-case-again",
      "batch-case-blank",
      ...Array(5).fill("batch-case-too-long"),
      "",
    ]);
  });

  it.each([
    ["fuel,heat(GJ)\noil,1\n", ["batch-case-wanted"]],
    ["case,area(ha)\nA,1\n", ["batch-one-list-wanted"]],
  ])("%j cannot be read so", (file, codes) => {
    expect(batch(file, options).issues).toEqual(codes);
  });
});

describe("a file that cannot be read", () => {
  it.each([
    ["", ["batch-empty"]],
    ["\n\n", ["batch-empty"]],
    ["a,b\n1,2\n", ["batch-column-unknown", "batch-column-unknown", "batch-no-columns"]],
    ["fuel,kilns.fuel\noil,gas\n", ["batch-column-twice"]],
    ["fuel,heat(kL)\noil,1\n", ["batch-column-unit"]],
    ["fuel,heat[oil]\noil,1\n", ["batch-column-keys"]],
    ["fuel[FY2021],heat(GJ)\noil,1\n", ["batch-column-keys"]],
    [`${"x,".repeat(9_999)}fuel\n`, ["batch-too-many-columns"]],
    ['fuel,heat(GJ)\noil,1\noil,"2\n', ["batch-quote-open"]],
    [`fuel,heat(GJ)\noil,1\noil,${"2".repeat(2_000_000)}\n`, ["batch-row-too-long"]],
    ["fuel,heat(GJ)\noil,1\0\n", ["batch-encoding"]],
  ])("%j is told", (file, codes) => {
    const { issues, results } = batch(file, { period: "FY2021" }, 65_536);
    expect(issues).toEqual(codes);
    expect(results.slice(1).every(([, status]) => status === "applies")).toBe(true);
  });

  it("asks for the period before any row", () => {
    expect(batch("fuel,heat(GJ)\noil,1\n").issues).toEqual(["answers-without-period"]);
  });

  it("keeps every row before the one that does not end", () => {
    const rows = "oil,100\n".repeat(30);
    const { results } = batch(`fuel,heat(GJ)\n${rows}oil,"x\n`, { period: "FY2021" }, 50);
    expect(results.length).toBe(31);
  });

  it.each([
    [
      "en",
      en,
      'Column 2, "heat(kL)", is in kL, which this question is not asked in. It should be in GJ or MJ.',
    ],
    ["ja", ja, "2列目「heat(kL)」の単位 kL では答えられません。GJ か MJ にしてください。"],
  ] as const)("says what would be right in %s", (_, sentences, expected) => {
    const read = readHeader(plan, ["fuel", "heat(kL)"]);
    expect(read.ok ? [] : read.issues.map((issue) => say(issue, sentences))).toEqual([expected]);
  });
});
