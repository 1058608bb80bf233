import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Desk,
  deskWith,
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
