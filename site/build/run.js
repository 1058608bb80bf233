/**
 * Runs a TypeScript file of the project's own tools: `node site/build/run.js site/build/build.ts [arguments]`.
 *
 * Node 20 reads no TypeScript, so the file is bundled by Vite first, packages left outside. The bundle lies below
 * `node_modules`, where those packages are found, and is deleted when the run ends.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

const [entry] = process.argv.splice(2, 1);
if (entry === undefined) {
  console.error("Usage: node site/build/run.js <file.ts> [arguments]");
  process.exit(2);
}

const name = basename(entry).replace(/\.tsx?$/, "");
const cache = resolve("node_modules/.cache/santei");
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, `${name}-`));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

await build({
  configFile: false,
  logLevel: "error",
  build: {
    ssr: resolve(entry),
    outDir: folder,
    emptyOutDir: true,
    minify: false,
    target: "node20",
    rolldownOptions: {
      output: { entryFileNames: `${name}.mjs`, chunkFileNames: "[name]-[hash].mjs" },
    },
  },
  ssr: { noExternal: ["comlink"] },
});

await import(pathToFileURL(join(folder, `${name}.mjs`)).href);
