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
    "library/BROKEN-1/1-r1/methodology.yaml": "format: methodology/1\nid: [BROKEN-1\n",
    "own/methodology.yaml": kiln,
    "slip/methodology.yaml": kiln
      .replace(/\nenums:\n.*\n/, "\n")
      .replace("expr: heat * factors[fuel].factor", "expr: heat * factor[fuel].factor"),
    "mass/table.yaml": factors.replace("t-CO2/GJ", "t-CO2/GJx"),
    "good/component.yaml": component,
    "bad/component.yaml": component.replace("amount * 2", "amout * 2"),
    "near/KILN-1/1-r1/methodology.yaml": library["library/KILN-1/1-r1/methodology.yaml"] ?? "",
    "near/coefficients/factors/1-r1/table.yaml": factors.replace("0.07", "0.08"),
  });
});
afterAll(() => desk.clear());

const component = `format: component/1
id: twice
version: 1-r1
status: draft
title: { ja: 二倍, en: Twice }
documents: { note: { title: { ja: 覚書, en: Note }, standing: publication } }
arguments: { amount: { type: quantity t, label: { ja: 量, en: Amount } } }
formulas:
  doubled: { unit: t, expr: amount * 2, source: { document: note }, provenance: confirmed, label: { ja: 二倍, en: Twice } }
`;

describe("santei list", () => {
  it("lists what can be read and tells what cannot", async () => {
    expect(await desk.type("list")).toMatchInlineSnapshot(`
      {
        "err": "library/BROKEN-1/1-r1/methodology.yaml:3:1: error [yaml-unclosed] Something is not closed or not separated here: a bracket, a quote, a comma or a colon is missing. Within { } or [ ], texts with [ ] { } or , need quotes.
      ",
        "out": "KILN-1@1-r1  published  Fuel of kilns
      ",
        "status": 1,
      }
    `);
  });

  it("speaks Japanese, without the readings of names", async () => {
    expect((await desk.type("list --lang ja")).out).toMatchInlineSnapshot(`
      "KILN-1@1-r1  公開  窯の燃料
      "
    `);
  });

  it("prints plain data", async () => {
    expect(JSON.parse((await desk.type("list --json")).out)).toEqual([
      {
        id: "KILN-1",
        version: "1-r1",
        status: "published",
        title: { ja: "｜窯《かま》の燃料", en: "Fuel of kilns" },
      },
    ]);
  });
});

describe("santei show", () => {
  it.each(["show KILN-1", "show KILN-1@1-r1 --lang ja"])(
    "%s tells what is asked and given",
    async (line) => {
      const typed = await desk.type(line);
      await expect(transcript(line, "", typed)).toMatchFileSnapshot(transcriptFile(line));
    },
  );

  it("prints plain data: ids, types, units, limits, needed or not", async () => {
    const shown = JSON.parse((await desk.type("show KILN-1 --json")).out);
    expect(shown.inputs).toMatchInlineSnapshot(`
      [
        {
          "conditional": false,
          "enum": "fuel",
          "id": "fuel",
          "label": {
            "en": "Fuel",
            "ja": "燃料",
          },
          "members": [
            {
              "id": "oil",
              "label": {
                "en": "Oil",
                "ja": "油",
              },
            },
            {
              "id": "gas",
              "label": {
                "en": "Gas",
                "ja": "ガス",
              },
            },
          ],
          "meter": false,
          "needed": true,
          "per": [],
          "type": "enum",
        },
        {
          "allowed": {
            "max": "1000",
            "min": "0",
            "soft": false,
          },
          "conditional": false,
          "default": "100 GJ",
          "id": "heat",
          "label": {
            "en": "Heat",
            "ja": "熱量",
          },
          "meter": false,
          "needed": true,
          "per": [],
          "range": {
            "high": "150 GJ",
            "low": "50 GJ",
          },
          "type": "quantity",
          "unit": "GJ",
          "units": [
            "GJ",
            "MJ",
          ],
        },
        {
          "conditional": false,
          "id": "note",
          "label": {
            "en": "Note",
            "ja": "備考",
          },
          "meter": false,
          "needed": false,
          "per": [],
          "type": "text",
        },
      ]
    `);
    expect(shown.outputs).toMatchInlineSnapshot(`
      [
        {
          "id": "emission",
          "label": {
            "en": "Emissions",
            "ja": "排出量",
          },
          "main": true,
          "per": [],
          "type": "quantity",
          "unit": "t-CO2",
        },
        {
          "id": "share",
          "label": {
            "en": "A third of it",
            "ja": "三分の一",
          },
          "main": false,
          "per": [],
          "type": "quantity",
          "unit": "kg-CO2",
        },
      ]
    `);
  });

  it("says that there is no such methodology", async () => {
    expect(await desk.type("show KILN-2")).toMatchInlineSnapshot(`
      {
        "err": "error [methodology-missing] There is no methodology KILN-2. Did you mean KILN-1?
      ",
        "out": "",
        "status": 1,
      }
    `);
  });
});

describe("santei check", () => {
  it.each([
    "check KILN-1",
    "check own",
    "check own/methodology.yaml --lang ja",
    "check library/coefficients/factors/1-r1/table.yaml",
    "check library/coefficients/factors/1-r1",
    "check good/component.yaml",
  ])("%s finds nothing wrong", async (line) => {
    const { status, out, err } = await desk.type(line);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toMatch(/^\S+ {2}(checked|検査済み) · [0-9a-f]{12}\n$/);
  });

  it.each([
    "check slip/methodology.yaml",
    "check slip/methodology.yaml --lang ja",
    "check mass/table.yaml",
    "check bad",
  ])("%s points at what is wrong", async (line) => {
    const typed = await desk.type(line);
    await expect(transcript(line, "", typed)).toMatchFileSnapshot(transcriptFile(line));
  });

  it("checks everything there is, and fails where one fails", async () => {
    const { status, out } = await desk.type("check");
    expect(status).toBe(1);
    expect(out).toMatch(/^BROKEN-1@1-r1 {2}1 error\nKILN-1@1-r1 {4}checked · [0-9a-f]{12}\n$/);
  });

  it("prints issues as plain data, on standard output", async () => {
    const { status, out, err } = await desk.type("check slip KILN-1 --json");
    expect([status, err]).toEqual([1, ""]);
    const [slip, fine] = JSON.parse(out);
    expect(slip.issues.map(({ code }: { code: string }) => code)).toEqual(["unknown-name"]);
    expect(fine).toEqual({ methodology: "KILN-1", ok: true, hash: fine.hash, issues: [] });
  });

  it("takes the tables that stand in the same library as a file before its own", async () => {
    const answers = { input: "fuel: oil\nheat: 100 GJ\n" };
    const near = await desk.type("eval near/KILN-1/1-r1 --answers -", answers);
    const usual = await desk.type("eval own --answers -", answers);
    expect([near.out, usual.out].map((out) => /[\d.]+ t-CO2/.exec(out)?.[0])).toEqual([
      "8.0 t-CO2",
      "7.0 t-CO2",
    ]);
  });
});

describe("santei schema", () => {
  it.each([
    ["schema", "format"],
    ["schema methodology", "format"],
    ["schema answers", "sets"],
    ["schema result --json", "results"],
  ])("%s prints a JSON Schema with %s", async (line, property) => {
    const { status, out } = await desk.type(line);
    expect(status).toBe(0);
    expect(out).toContain(`"${property}"`);
    expect(JSON.parse(out).$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  });
});

describe("wrong usage", () => {
  it.each([
    [
      "evaal",
      "error: unknown command 'evaal'\n(Did you mean eval?)",
      "コマンド 'evaal' はありません。\nもしかして: eval",
    ],
    [
      "eval KILN-1",
      "error: required option '--answers <file>' not specified",
      "オプション '--answers <file>' が必要です。",
    ],
    ["show", "error: missing required argument 'methodology'", "引数 'methodology' が必要です。"],
    [
      "list --jsn",
      "error: unknown option '--jsn'\n(Did you mean --json?)",
      "オプション '--jsn' はありません。\nもしかして: --json",
    ],
    [
      "eval KILN-1 --answers x --mode rough",
      "error: option '--mode <mode>' argument 'rough' is invalid. Allowed choices are official, estimate, range.",
      "オプション '--mode <mode>' の値 'rough' は使えません。使えるのは official, estimate, range です。",
    ],
    [
      "eval KILN-1 --answers x --as-of 2026-02-30",
      "error: option '--as-of <date>' argument '2026-02-30' is invalid. It should be a day such as 2026-04-01.",
      "オプション '--as-of <date>' の値 '2026-02-30' は使えません。2026-04-01 のような日付にしてください。",
    ],
    [
      "schema tree",
      "error: command-argument value 'tree' is invalid for argument 'document'. Allowed choices are methodology, answers, result, assessment, guide.",
      "引数 'document' の値 'tree' は使えません。使えるのは methodology, answers, result, assessment, guide です。",
    ],
    [
      "eval KILN-1 --answers",
      "error: option '--answers <file>' argument missing",
      "オプション '--answers <file>' に値が必要です。",
    ],
    [
      "list x",
      "error: too many arguments for 'list'. Expected 0 arguments but got 1.",
      "引数が多すぎます。",
    ],
  ])("%s ends with status 2 and says what is wrong", async (line, english, japanese) => {
    const inEnglish = await desk.type(line);
    const inJapanese = await desk.type(line, { language: "ja" });
    expect([inEnglish.status, inEnglish.out]).toEqual([2, ""]);
    expect(inEnglish.err).toBe(
      `${english}\n\`santei --help\` and \`santei <command> --help\` tell what there is.\n`,
    );
    expect(inJapanese.err).toBe(
      `${japanese}\n\`santei --help\` と \`santei <コマンド> --help\` で使い方が分かります。\n`,
    );
  });

  it("without a command prints the help as an error", async () => {
    const { status, out, err } = await desk.type("");
    expect([status, out]).toEqual([2, ""]);
    expect(err).toBe((await desk.type("--help")).out);
  });
});

describe("help", () => {
  it.each(["--help", "eval --help", "help eval --lang ja", "--help --lang=ja"])(
    "%s ends well",
    async (line) => {
      const typed = await desk.type(line);
      expect([typed.status, typed.err]).toEqual([0, ""]);
      await expect(transcript(line, "", typed)).toMatchFileSnapshot(transcriptFile(line));
    },
  );

  it("tells the version", async () => {
    expect(await desk.type("--version")).toEqual({ status: 0, out: "0.1.0\n", err: "" });
  });
});
