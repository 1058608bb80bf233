import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildMethodologies, copyForSite } from "../../site/build/methodologies.ts";
import { hashOfText } from "../support/shelf.ts";

const lamp = (
  version: string,
  status: string,
  formula = "power * hours * grid",
) => `format: methodology/1
id: LAMP-1
version: ${version}
status: ${status}
title: { ja: 照明の電力, en: Electricity of lamps }
documents:
  note: { title: { ja: 見本, en: Sample }, standing: none }
constants:
  grid: { value: 0.000434, unit: t-CO2/kWh, source: { document: note }, provenance: confirmed }
inputs:
  power: { type: quantity W, label: { ja: 消費電力, en: Power }, allowed: { min: 0 } }
  hours: { type: quantity h, label: { ja: 使用時間, en: Hours of use } }
formulas:
  emission:
    label: { ja: 排出量, en: Emissions }
    unit: t-CO2
    expr: ${formula}
    source: { document: note }
    provenance: confirmed
outputs:
  emission: { main: true, shown: { to: 0.001 } }
`;

let root: string;
let target: string;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "santei-build-"));
  root = join(folder, "methodologies");
  target = join(folder, "dist");
});

afterEach(() => rmSync(dirname(root), { recursive: true, force: true }));

function write(version: string, text: string): void {
  const folder = join(root, "LAMP-1", version);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "methodology.yaml"), text);
}

async function build() {
  const said: string[] = [];
  const built = await buildMethodologies(root, target, (text) => said.push(text));
  return { built, said: said.join("\n") };
}

const read = (path: string) => readFileSync(join(target, path), "utf8");

describe("building methodologies", () => {
  it("writes the tree whose text its hash names, the form and the file itself", async () => {
    write("1.0-r1", lamp("1.0-r1", "illustrative"));
    const { built, said } = await build();
    expect(said).toBe("");
    const { editions } = JSON.parse(read("manifest.json"));
    const text = read("LAMP-1@1.0-r1/tree.json");
    expect(editions["LAMP-1@1.0-r1"]).toEqual({
      hash: hashOfText(text),
      status: "illustrative",
    });
    const form = JSON.parse(read("LAMP-1@1.0-r1/form.json"));
    expect(form).toMatchObject({
      id: "LAMP-1",
      hash: hashOfText(text),
      initially: ["power", "hours"],
    });
    expect(read("LAMP-1/1.0-r1/methodology.yaml")).toBe(lamp("1.0-r1", "illustrative"));
    expect(built?.editions.map(({ edition }) => edition)).toEqual(["LAMP-1@1.0-r1"]);
  });

  it("lets a bare id mean the newest published edition, and the newest at all where none is", async () => {
    write("1.0-r9", lamp("1.0-r9", "illustrative"));
    write("1.0-r10", lamp("1.0-r10", "illustrative"));
    expect((await build()).built?.manifest.newest).toEqual({ "LAMP-1": "LAMP-1@1.0-r10" });
  });

  it("gives a site no YAML", async () => {
    write("1.0-r1", lamp("1.0-r1", "illustrative"));
    const { built } = await build();
    const site = join(dirname(target), "site");
    if (built !== undefined) await copyForSite(built.manifest, target, site);
    expect(readFileSync(join(site, "LAMP-1@1.0-r1", "form.json"), "utf8")).not.toBe("");
    expect(() => readFileSync(join(site, "LAMP-1", "1.0-r1", "methodology.yaml"))).toThrow();
  });

  it("ends with every issue, its place and its line where a methodology has an error", async () => {
    write("1.0-r1", lamp("1.0-r1", "illustrative", "power * grid + hourz"));
    const { built, said } = await build();
    expect(built).toBeUndefined();
    expect(said).toContain("LAMP-1/1.0-r1/methodology.yaml:17:26");
    expect(said).toContain("    expr: power * grid + hourz");
    expect(said).toContain("^^^^^");
  });

  it("marks a methodology that leaves the fractions", async () => {
    write("1.0-r1", lamp("1.0-r1", "illustrative", "power * hours * grid * exp(0)"));
    await build();
    const { lanes } = JSON.parse(read("LAMP-1@1.0-r1/figures.json"));
    expect(lanes).toEqual(["decimal", "functions", "range"]);
  });
});
