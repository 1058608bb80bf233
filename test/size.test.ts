import { build } from "vite";
import { describe, expect, it } from "vitest";
import type { Manifest } from "../engine/service/protocol.ts";
import { assets, gzippedSize, loadedBy, readBuilt } from "./support/built.ts";

/**
 * Sizes are printed beside their targets. What is held is the ceiling reached so far: it may only be lowered, until it
 * meets the target.
 */
interface Budget {
  readonly ceiling: number;
  readonly target: number;
}

const evaluatorBudget: Budget = { ceiling: 12, target: 12 };
const workerBudget: Budget = { ceiling: 22.6, target: 18 };
const dataBudget: Budget = { ceiling: 9.5, target: 13 };
const codeBudget: Budget = { ceiling: 31.3, target: 45 };
const meetingBudget: Budget = { ceiling: 40.7, target: 45 };
const loaderBudget: Budget = { ceiling: 1, target: 1.5 };

function hold(name: string, size: number, { ceiling, target }: Budget): void {
  console.log(`${name}: ${size.toFixed(1)} kB gzipped (ceiling ${ceiling}, target ${target})`);
  expect(size, name).toBeLessThanOrEqual(ceiling);
}

/** The bundle of some modules as it would be shipped, minified. */
async function bundle(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2022",
      minify: true,
      rolldownOptions: { input: entry, preserveEntrySignatures: "strict" },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const chunks = first !== undefined && "output" in first ? first.output : [];
  return chunks.map((chunk) => (chunk.type === "chunk" ? chunk.code : "")).join("\n");
}

describe("sizes", () => {
  it("the evaluator with units and steps keeps to its budget", async () => {
    const size = gzippedSize(await bundle("test/support/evaluator-entry.ts"));
    hold("evaluator", size, evaluatorBudget);
  });

  it("the loader for other sites keeps to its budget", () => {
    hold("loader", gzippedSize(readBuilt("site/embed/frame.js")), loaderBudget);
  });

  it("the meeting calculator loads little until its first result", () => {
    const manifest = JSON.parse(readBuilt("methodologies/manifest.json")) as Manifest;
    const edition = manifest.newest["MEETING-1"] ?? "";
    const files = loadedBy("site/MEETING-1/", edition);
    const sizes = files.map((file) => [file, gzippedSize(readBuilt(file))] as const);
    for (const [file, size] of sizes) console.log(`  ${file}: ${size.toFixed(1)}`);
    const sum = (own: readonly (readonly [string, number])[]) =>
      own.reduce((whole, [, size]) => whole + size, 0);
    const code = sum(sizes.filter(([file]) => /\.(js|css)$/.test(file)));
    const data = sum(sizes.filter(([file]) => /\.(html|json)$/.test(file)));
    const worker = sum(sizes.filter(([file]) => file.includes("/worker-")));
    hold("worker of the meeting calculator", worker, workerBudget);
    hold("data of the meeting calculator (page with its form, figures)", data, dataBudget);
    hold("code of the meeting calculator (scripts, styles, worker)", code, codeBudget);
    hold("meeting calculator, code and data", sum(sizes), meetingBudget);
  });
});

describe("what is built", () => {
  const scripts = () => assets().filter((file) => file.endsWith(".js"));

  it.each([
    ["zod", /ZodError|_zod\b|invalid_union/],
    ["the YAML reader", /YAMLParseError|YAMLSemanticError|BLOCK_LITERAL/],
    ["the CSV reader", /papaparse|Papa\b|MissingQuotes/i],
    ["the parser of expressions", /expression-too-deep/],
    ["the checker", /renamed-in-use|conversion-typed|axis-name-taken/],
  ])("no script of the site holds %s", (_, trace) => {
    expect(scripts().filter((file) => trace.test(readBuilt(file)))).toEqual([]);
  });

  it("decimal.js is in scripts of its own, which nothing loads by itself", () => {
    const heavy = scripts().filter((file) => /precision[\s\S]*toExpNeg/.test(readBuilt(file)));
    expect(heavy.length).toBeGreaterThan(0);
    expect(heavy.every((file) => /\/decimal-[^/]+\.js$/.test(file))).toBe(true);
    const manifest = JSON.parse(readBuilt("methodologies/manifest.json")) as Manifest;
    const edition = manifest.newest["MEETING-1"] ?? "";
    expect(loadedBy("site/MEETING-1/", edition).filter((file) => heavy.includes(file))).toEqual([]);
  });

  it("no page holds a script or style of its own, nor an address of another origin", () => {
    const manifest = JSON.parse(readBuilt("methodologies/manifest.json")) as Manifest;
    const ids = Object.keys(manifest.newest);
    const paths = [
      "",
      "assessment/",
      "portfolio/",
      ...ids.flatMap((id) => [`${id}/`, `${id}/embed/`]),
    ];
    const pages = paths.flatMap((path) => [`site/${path}index.html`, `site/en/${path}index.html`]);
    for (const page of pages) {
      const html = readBuilt(page).replace(
        /<script type="application\/json"[\s\S]*?<\/script>/,
        "",
      );
      expect([page, /<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=/.test(html)]).toEqual([
        page,
        false,
      ]);
      expect([page, html.match(/\b(?:src|action)="(?:https?:)?\/\/[^"]*"/g)]).toEqual([page, null]);
      expect([page, html.match(/<!--(title|head|body|page)-->/g)]).toEqual([page, null]);
    }
  });

  it("the site's own copy of the methodologies is the one of the package", () => {
    expect(readBuilt("site/methodologies/manifest.json")).toBe(
      readBuilt("methodologies/manifest.json"),
    );
  });
});
