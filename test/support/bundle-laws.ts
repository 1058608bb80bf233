import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of `laws.ts`, bundled. */
    readonly laws: string;
  }
}

/**
 * Bundles what the laws are tried with, before they are. Vitest keeps modules apart, and each call from one to another
 * then goes through a getter: a hundred thousand evaluations took a quarter longer.
 */
export async function setup(project: TestProject): Promise<() => void> {
  const cache = resolve("node_modules/.cache/santei");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "laws-"));
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      ssr: resolve("test/support/laws.ts"),
      outDir: folder,
      minify: false,
      target: "node20",
      rolldownOptions: { output: { entryFileNames: "laws.mjs" } },
    },
    ssr: { noExternal: ["comlink"] },
  });
  project.provide("laws", pathToFileURL(join(folder, "laws.mjs")).href);
  return () => rmSync(folder, { recursive: true });
}
