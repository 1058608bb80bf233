import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Desk,
  deskWith,
  factors,
  kiln,
  library,
  transcript,
  transcriptFile,
} from "../../support/terminal.ts";

let desk: Desk;

beforeAll(async () => {
  desk = await deskWith({
    ...library,
    "answers.yaml": "fuel: oil\nheat: 123 GJ\n",
    "answers.json": '{ "fuel": "gas", "heat": "123 GJ" }\n',
    "both.yaml": `format: answers/1
methodology: KILN-1
as_of: 2020-01-01
sets:
  plan: { given: { fuel: oil, heat: 100 GJ } }
  actual: { given: { fuel: oil, heat: 90 GJ } }
`,
    "library/coefficients/free-factors/1-r1/table.yaml": factors
      .replace("id: factors", "id: free-factors")
      .replace("    key:", "    replaceable: true\n    key:"),
    "free/methodology.yaml": kiln.replace("use: factors/1", "use: free-factors/1, table: factors"),
    "own.csv": "factor,fuel\r\n0.1,oil|gas\r\n",
    "wrong.csv": "fuel,factor\noil,much\n",
    "ragged.csv": "fuel,factor\noil\n",
    "root/methodology.yaml": kiln.replace(
      "expr: emission / 3",
      "expr: sqrt(emission / 1 [t-CO2]) * 1 [t-CO2]",
    ),
  });
});
afterAll(() => desk.clear());

const onThatDay = "--as-of 2026-04-01";

describe("santei eval", () => {
  it.each([
    `eval KILN-1 --answers answers.yaml ${onThatDay}`,
    `eval KILN-1 --answers answers.json ${onThatDay} --lang ja`,
    `eval KILN-1 --answers answers.json ${onThatDay} --explain`,
    `eval KILN-1 --answers answers.json ${onThatDay} --explain --lang ja`,
    `eval root --answers answers.yaml ${onThatDay} --explain`,
    "eval KILN-1 --answers both.yaml",
  ])("%s shows a result", async (line) => {
    const typed = await desk.type(line);
    expect([typed.status, typed.err]).toEqual([0, ""]);
    await expect(transcript(line, "", typed)).toMatchFileSnapshot(transcriptFile(line));
  });

  it.each([
    [`eval KILN-1 --answers - ${onThatDay} --mode range`, "fuel: oil\n", 0],
    [`eval KILN-1 --answers - ${onThatDay} --mode range`, "heat: 10 GJ\n", 0],
    [`eval KILN-1 --answers - ${onThatDay} --mode estimate`, "fuel: oil\n", 0],
    [`eval KILN-1 --answers - ${onThatDay} --mode official`, "fuel: oil\n", 1],
    [`eval KILN-1 --answers - ${onThatDay} --mode estimate --lang ja`, "heat: 5 GJ\n", 1],
    [`eval KILN-1 --answers - ${onThatDay}`, "fuel: gas\nheat: 5 GJ\nnote: a\n", 0],
    [`eval KILN-1 --answers - ${onThatDay}`, "fuel: coal\nheat: 123 kg\n", 1],
    [`eval KILN-1 --answers - ${onThatDay} --lang ja`, "fuel: oil\nheat: 1001 GJ\n燃料: x\n", 1],
    [`eval KILN-1 --answers - ${onThatDay}`, "fuel: [oil\n", 1],
    [`eval KILN-1 --answers - ${onThatDay}`, "- oil\n", 1],
    [`eval KILN-1 --answers - ${onThatDay}`, "", 1],
  ])("%s with %j", async (line, input, expected) => {
    const typed = await desk.type(line, { input });
    expect(typed.status).toBe(expected);
    await expect(transcript(line, input, typed)).toMatchFileSnapshot(transcriptFile(line, input));
  });

  it("prints one set as one result, figures as exact text", async () => {
    const { out } = await desk.type(`eval KILN-1 --answers answers.yaml ${onThatDay} --json`);
    const result = JSON.parse(out);
    expect(result.format).toBe("result/1");
    expect(result.as_of).toBe("2026-04-01");
    expect(result.steps).toBe(undefined);
    expect(result.results).toEqual({
      emission: {
        label: { ja: "排出量", en: "Emissions" },
        main: true,
        type: "quantity",
        unit: "t-CO2",
        display_unit: "t-CO2",
        axes: [],
        provenance: "confirmed",
        value: "8.6",
        display: "8.6",
      },
      share: {
        label: { ja: "三分の一", en: "A third of it" },
        main: false,
        type: "quantity",
        unit: "t-CO2",
        display_unit: "kg-CO2",
        axes: [],
        provenance: "confirmed",
        value: "43/15",
        display: "2867",
      },
    });
  });

  const free = `eval free --answers answers.yaml ${onThatDay}`;

  it.each([`${free} --table factors=own.csv`, `${free} --table factors=own.csv --lang ja`])(
    "%s shows a result and the table",
    async (line) => {
      const typed = await desk.type(line);
      expect([typed.status, typed.err]).toEqual([0, ""]);
      await expect(transcript(line, "", typed)).toMatchFileSnapshot(transcriptFile(line));
    },
  );

  it("calculates with a table of one's own and names it by its hash", async () => {
    const { out } = await desk.type(`${free} --table factors=own.csv --json`);
    const { replaced, results } = JSON.parse(out);
    expect(replaced).toEqual([{ table: "factors", hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(results.emission.value).toBe("12.3");
  });

  it.each([
    ["factor=own.csv", 1, /^error \[table-unknown\] .* It should be one of: factors\.\n$/],
    ["factors=none.csv", 1, /^error \[file-unreadable\] /],
    ["factors=ragged.csv", 1, /^ragged\.csv:2:1: error \[csv-ragged\] /],
    ["factors=wrong.csv", 1, /error \[replacement-unread\] .*“much” as factor/],
    ["factors", 2, /yields=own\.csv/],
    ["=own.csv", 2, /yields=own\.csv/],
  ])("tells what is wrong with --table %s", async (table, status, err) => {
    const typed = await desk.type(`${free} --table ${table}`);
    expect(typed.status).toBe(status);
    expect(typed.err).toMatch(err);
  });

  it("has no table to replace where none is replaceable", async () => {
    const { err } = await desk.type("eval KILN-1 --answers answers.yaml --table factors=own.csv");
    expect(err).toMatch(/^error \[table-unknown\] This methodology has no table/);
  });

  it("prints several sets by their names, with steps when asked, as of the record's day", async () => {
    const { out } = await desk.type("eval KILN-1 --answers both.yaml --json --explain");
    const results = JSON.parse(out);
    expect(Object.keys(results)).toEqual(["plan", "actual"]);
    expect(results.actual.as_of).toBe("2020-01-01");
    expect(results.actual.results.emission.value).toBe("6.3");
    expect(results.plan.steps.map(({ id }: { id: string }) => id)).toEqual(["emission", "share"]);
  });

  it("prints nothing but issues where nothing can be evaluated", async () => {
    const { status, out, err } = await desk.type("eval KILN-1 --answers - --json", { input: "[" });
    expect([status, out]).toEqual([1, ""]);
    expect(err).toMatch(/^stdin:\d+:\d+: error \[yaml-[a-z-]+\] /);
  });

  it.each([
    [
      "en",
      "error [file-unreadable] The file none.yaml cannot be read (ENOENT). Name a file that is there, or - for standard input.\n",
    ],
    [
      "ja",
      "誤り [file-unreadable] ファイル none.yaml を読めません（ENOENT）。あるファイルの名前か、標準入力を表す - を指定してください。\n",
    ],
  ] as const)("tells in %s that a file is not there", async (language, err) => {
    expect(await desk.type("eval KILN-1 --answers none.yaml", { language })).toEqual({
      status: 1,
      out: "",
      err,
    });
  });

  it("tells faults of methodology and answers together", async () => {
    const { status, err } = await desk.type("eval KILN-9 --answers none.yaml");
    expect(status).toBe(1);
    expect(err.match(/\[[a-z-]+\]/g)).toEqual(["[methodology-missing]", "[file-unreadable]"]);
  });
});
