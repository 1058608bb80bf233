import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import type { Figures } from "../../engine/methodology/join-parts.ts";

/** Where the build is. Errors: throws where there is none, because what tests it is never skipped. */
export function builtFile(path: string): string {
  const file = join("dist", path);
  if (!existsSync(file)) throw new Error(`${file} is missing: run \`npm run build\` first.`);
  return file;
}

export function readBuilt(path: string): string {
  return readFileSync(builtFile(path), "utf8");
}

/** Size as it is sent, in kB of 1,000 bytes. */
export function gzippedSize(text: string): number {
  return gzipSync(text, { level: 9 }).byteLength / 1000;
}

/** Script and style files of the site, below `dist/site/assets`. */
export function assets(): readonly string[] {
  return readdirSync(builtFile("site/assets")).map((name) => `site/assets/${name}`);
}

const staticImport = /(?:import|export)\s*(?:[\w*{}\s,$]+?from\s*)?["'](\.[^"']+)["']/g;

/** A built script with everything that it imports statically. */
export function withImports(script: string, known: Set<string> = new Set()): Set<string> {
  if (known.has(script)) return known;
  known.add(script);
  if (!script.endsWith(".js")) return known;
  for (const [, from = ""] of readBuilt(script).matchAll(staticImport)) {
    withImports(normalize(join(dirname(script), from)), known);
  }
  return known;
}

/**
 * What a page of the site loads until its first result: itself, its first scripts and styles, the worker, the figures of
 * the edition and the lanes that these name. A browser test holds that it is this and nothing else.
 */
export function loadedBy(page: string, edition: string): readonly string[] {
  const html = readBuilt(`${page}index.html`);
  const files = new Set<string>([`${page}index.html`]);
  for (const [, link = ""] of html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)) {
    withImports(normalize(join(page, link)), files);
  }
  const worker = assets().find((file) => /\/worker-[^/]+\.js$/.test(file));
  if (worker === undefined) throw new Error("The build holds no worker.");
  withImports(worker, files);
  const figures = `site/methodologies/${edition}/figures.json`;
  files.add(figures);
  for (const lane of (JSON.parse(readBuilt(figures)) as Figures).lanes) {
    // The engine on the page's own thread has lanes of its own.
    const file = assets().find(
      (one) => one.startsWith(`site/assets/${lane}-`) && withImports(one).has(worker),
    );
    if (file === undefined) throw new Error(`The build holds no lane ${lane}.`);
    withImports(file, files);
  }
  return [...files];
}

/**
 * What tells the names of an edition, and why there is no result yet: the lanes for words, for issues and for answers that
 * are read with care, and the words themselves.
 */
export function wordsOf(edition: string): readonly string[] {
  const lanes = assets().filter((file) => /^site\/assets\/(words|issues|answers)-/.test(file));
  const files = lanes.flatMap((file) => [...withImports(file)]);
  return [...files, `site/methodologies/${edition}/words.json`];
}
