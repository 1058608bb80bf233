import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import {
  bundleCommand,
  bundleElement,
  bundleLibrary,
  bundleLoader,
  bundlePortfolio,
  bundleSite,
} from "./bundles.ts";
import { writeDocuments } from "./documents.ts";
import { isBuilt } from "./fresh.ts";
import { buildMethodologies, copyForSite } from "./methodologies.ts";
import { writePages } from "./pages.ts";
import { writeVersion } from "./version.ts";

/**
 * `npm run build`: checks every methodology and writes `dist/` — methodologies, site, command line, library. Any error
 * in a methodology ends the build. With `--if-older` it does nothing where `dist/` is newer than all it is made from.
 */
const say = (line: string) => console.log(line);

/** Does one part of the build and says how long it took. */
async function part<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const value = await work();
  say(`${name} ${Math.round(performance.now() - start)} ms`);
  return value;
}

async function declareTypes(outDir: string): Promise<void> {
  const compiler = "node_modules/typescript/bin/tsc";
  const settings = ["-p", "site/build/tsconfig.types.json", "--outDir", outDir];
  const { status } = spawnSync(process.execPath, [compiler, ...settings], { stdio: "inherit" });
  if (status !== 0) throw new Error("The declarations of the library could not be written.");
}

if (process.argv.includes("--if-older") && (await isBuilt())) {
  say("dist/ is newer than its sources.");
  process.exit(0);
}

// Built beside and put in place at the end, so that a build that fails leaves the last one as it was; in a
// folder of its own, so that two builds at a time do not meet.
const cache = "node_modules/.cache/santei";
await mkdir(cache, { recursive: true });
const folder = await mkdtemp(`${cache}/build-`);
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const target = `${folder}/dist`;
const built = await part("methodologies", () =>
  buildMethodologies("methodologies", `${target}/methodologies`, say),
);
if (built === undefined) {
  say("The build ends here: every methodology has to be free of errors.");
  process.exit(1);
}
await part("site", async () => {
  await bundleSite(`${target}/site`);
  await bundlePortfolio(`${target}/site`);
  await bundleLoader(`${target}/site`);
  await bundleElement(`${target}/site`);
  await copyForSite(built.manifest, `${target}/methodologies`, `${target}/site/methodologies`);
  const pages = await writePages(`${target}/site`, built.editions, built.manifest);
  say(`${pages.length} pages`);
});
await part("documents", async () => {
  const { editions, manifest } = built;
  const pages = await writeDocuments(`${target}/site`, "methodologies", editions, manifest);
  say(`${pages.length} documents`);
});
await part("version", async () => say(await writeVersion(`${target}/site`)));
await part("command line", () => bundleCommand(`${target}/cli`));
await part("library", () => bundleLibrary(`${target}/lib`));
await part("types", () => declareTypes(`${target}/lib/types`));
const editions = Object.keys(built.manifest.editions);
await writeFile(`${target}/built.json`, JSON.stringify({ editions }));
await rm("dist", { recursive: true, force: true });
await rename(target, "dist");
