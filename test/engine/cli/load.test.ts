import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareVersions, libraryAt } from "../../../engine/cli/load.ts";
import { told } from "../../support/caret.ts";

const texts: Readonly<Record<string, string>> = {
  "EN-S-001/2.0-r9/methodology.yaml": "status: published\n",
  "EN-S-001/2.0-r9/notes.md": "nine",
  "EN-S-001/2.0-r10/methodology.yaml": 'status: "published" # since 2024\n',
  "EN-S-001/2.0-r11/methodology.yaml": "status: draft\n",
  "EN-S-001/1.0-r1/methodology.yaml": "status: published\n",
  "AG-004/2.0-r1/methodology.yaml": "status: draft\n",
  "AG-004/2.0-r2/methodology.yaml": "status: draft\n",
  "AG-004/3.0-r1/notes.md": "no methodology here",
  "coefficients/fuels/1-r2/table.yaml": "two",
  "coefficients/fuels/1-r10/table.yaml": "ten",
  "coefficients/fuels/10-r1/table.yaml": "another edition",
  "coefficients/fuels/1-r10/fuels.csv": "a,b",
  "components/grid/1-r1/component.yaml": "grid",
  "README.md": "beside them",
};

let root = "";

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "santei-"));
  for (const [name, text] of Object.entries(texts)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
});

afterAll(() => rm(root, { recursive: true }));

describe("libraryAt", () => {
  it("lists methodologies by id, the newest edition first", async () => {
    const list = await libraryAt(root).list();
    expect(list.map(({ id, version }) => `${id}@${version}`)).toEqual([
      "AG-004@2.0-r2",
      "AG-004@2.0-r1",
      "EN-S-001@2.0-r11",
      "EN-S-001@2.0-r10",
      "EN-S-001@2.0-r9",
      "EN-S-001@1.0-r1",
    ]);
  });

  it.each([
    ["EN-S-001", "EN-S-001/2.0-r10/methodology.yaml"],
    ["EN-S-001@2.0", "EN-S-001/2.0-r10/methodology.yaml"],
    ["EN-S-001@2.0-r9", "EN-S-001/2.0-r9/methodology.yaml"],
    ["EN-S-001@2.0-r11", "EN-S-001/2.0-r11/methodology.yaml"],
    ["EN-S-001@1.0", "EN-S-001/1.0-r1/methodology.yaml"],
    ["AG-004", "AG-004/2.0-r2/methodology.yaml"],
  ])("finds %s as %s", async (reference, expected) => {
    const found = await libraryAt(root).resolve(reference);
    expect(found.ok && found.value.file).toBe(join(root, expected));
  });

  it("finds a file or its folder by path", async () => {
    const folder = join(root, "AG-004/2.0-r1");
    for (const path of [folder, join(folder, "methodology.yaml")]) {
      const found = await libraryAt(root).resolve(path);
      expect(found.ok && found.value.file).toBe(join(folder, "methodology.yaml"));
    }
  });

  it.each([
    ["EN-S-01", "EN-S-001"],
    ["en-s-001", "EN-S-001"],
    ["EN-S-001@2.0-r12", "EN-S-001@2.0-r11"],
    ["nothing-like-it", undefined],
    ["", undefined],
    ["../..", undefined],
  ])("says that there is no %s", async (reference, meant) => {
    const found = await libraryAt(root).resolve(reference);
    expect(told(found.ok ? [] : found.issues)).toEqual(["methodology-missing"]);
    expect(found.ok ? undefined : found.issues[0]?.facts).toEqual(
      meant === undefined ? { reference } : { reference, meant },
    );
  });

  it.each<["table" | "component", string, string | undefined]>([
    ["table", "fuels/1", "ten"],
    ["table", "fuels/1-r2", "two"],
    ["table", "fuels/10", "another edition"],
    ["table", "fuels/2", undefined],
    ["table", "../fuels/1", undefined],
    ["table", "fuels/..", undefined],
    ["table", "fuels", undefined],
    ["component", "grid/1", "grid"],
    ["component", "fuels/1", undefined],
  ])("finds the %s %s: %s", async (kind, reference, expected) => {
    expect((await libraryAt(root).edition(kind, reference))?.text).toBe(expected);
  });

  it("gives what stands beside a file, and nothing from elsewhere", async () => {
    const found = await libraryAt(root).resolve("EN-S-001@2.0-r9");
    const beside = found.ok ? found.value.beside : async () => "unfound";
    expect(await beside("notes.md")).toBe("nine");
    expect(await beside("other.csv")).toBe(undefined);
    expect(await beside("../../README.md")).toBe(undefined);
  });

  it("is empty where there is no folder", async () => {
    expect(await libraryAt(join(root, "none")).list()).toEqual([]);
  });
});

it.each([
  ["2.0-r9", "2.0-r10", -1],
  ["10.0-r1", "9.1-r1", 1],
  ["1-r1", "1-r1", 0],
  ["1-r1", "1-r1a", -1],
  ["1", "1-r1", -1],
  ["1-r01", "1-r1", 0],
])("orders %s and %s as people count", (a, b, expected) => {
  expect(compareVersions(a, b)).toBe(expected);
});
