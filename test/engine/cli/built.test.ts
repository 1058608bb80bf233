import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtFile } from "../../support/built.ts";

/** The built command line, started as a reader of the README starts it: in a folder of their own. */
let folder = "";
let command = "";

beforeAll(() => {
  command = resolve(builtFile("cli/santei.js"));
  folder = mkdtempSync(join(tmpdir(), "santei-built-"));
  const [methodology = "", answers = ""] = blocks(readme, "yaml");
  mkdirSync(join(folder, "my-methodology"));
  writeFileSync(join(folder, "my-methodology/methodology.yaml"), methodology);
  writeFileSync(join(folder, "answers.yaml"), answers);
  writeFileSync(join(folder, "rows.csv"), blocks(readme, "csv")[0] ?? "");
});
afterAll(() => rmSync(folder, { recursive: true }));

const readme = readFileSync("README.md", "utf8");

/** The code blocks of a page in one language. */
function blocks(page: string, language: string): readonly string[] {
  return [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, found]) => found === language)
    .map(([, , text = ""]) => text);
}

function santei(line: string, input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...line.split(" ")], {
    cwd: folder,
    input,
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  return { status, stdout, stderr };
}

const examples = [...readme.matchAll(/^npx santei (.*?)\s*(?:#.*)?$/gm)].map(
  ([, line = ""]) => line,
);

describe("the README", { timeout: 60_000 }, () => {
  it("shows every command", () => {
    expect(new Set(examples.map((line) => line.split(" ")[0]))).toEqual(
      new Set([
        "list",
        "show",
        "check",
        "test",
        "eval",
        "seek",
        "sensitivity",
        "assess",
        "batch",
        "schema",
      ]),
    );
  });

  it.each(examples)(
    "shows `santei %s`, which works",
    (line) => {
      const { status, stdout, stderr } = santei(line);
      expect({ status, stderr: stderr.replaceAll(/^.*: warning .*\n(?: .*\n)*/gm, "") }).toEqual({
        status: 0,
        stderr: "",
      });
      expect(stdout).not.toBe("");
    },
    60_000,
  );

  it("shows a methodology that can be evaluated", () => {
    const line = "eval my-methodology --answers - --as-of 2026-04-01";
    const { status, stdout, stderr } = santei(line, "power: 40 W\nhours: 2000 h\n");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.replace(/[0-9a-f]{12}/, "<hash>")).toBe(
      `Electricity of lamps
LAMP-1@1-r1 · <hash> · official mode · as of 2026-04-01

▸ Emissions  34.720 kg-CO2
`,
    );
  });

  it("shows the same commands and files in Japanese", () => {
    const japanese = readFileSync("README.ja.md", "utf8");
    const shown = [...japanese.matchAll(/^npx santei (.*?)\s*(?:#.*)?$/gm)].map(([, line]) => line);
    expect(shown).toEqual(examples);
    expect(blocks(japanese, "yaml")).toEqual(blocks(readme, "yaml"));
  });
});

describe("the built command line", { timeout: 60_000 }, () => {
  it("ends with 0, 1 or 2", () => {
    const answers = "people: 3 person\nroom_area: 20 m2\nroom_hours: 1 h\n";
    const ends = [
      santei("eval MEETING-1 --answers - --json", answers),
      santei("eval MEETING-1 --answers - --json", "people: 3 kg\n"),
      santei("eval MEETING-1 --answers missing.yaml"),
      santei("eval MEETING-1"),
    ];
    expect(ends.map(({ status }) => status)).toEqual([0, 1, 1, 2]);
    expect(JSON.parse(ends[0]?.stdout ?? "").format).toBe("result/1");
    expect(ends[2]?.stdout).toBe("");
  });

  it("does not mind a pipe that is closed early", async () => {
    const child = spawn(process.execPath, [command, "schema"], { cwd: folder });
    let err = "";
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const status = await new Promise((end) => child.on("close", end));
    expect({ status, err }).toEqual({ status: 0, err: "" });
  });

  it("is one file that needs nothing beside it but the methodologies", () => {
    const text = readFileSync(command, "utf8");
    const imports = [...text.matchAll(/^import .* from "([^"]+)";$/gm)].map(([, from]) => from);
    expect(imports.filter((from) => !from?.startsWith("node:"))).toEqual([]);
    expect(text.startsWith("#!/usr/bin/env node\n")).toBe(true);
  });
});
