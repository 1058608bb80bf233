import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** `npm run bench [name…]`: runs every program of `test/bench/`, or the named ones, one after another. */
const folder = "test/bench";
const wanted = process.argv.slice(2);
const programs = existsSync(folder)
  ? readdirSync(folder).filter((file) => file.endsWith(".ts"))
  : [];
const chosen = programs.filter(
  (file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)),
);

let failed = 0;
for (const file of chosen.sort()) {
  console.log(`\n── ${file}`);
  const command = ["site/build/run.js", join(folder, file)];
  const { status } = spawnSync(process.execPath, command, { stdio: "inherit" });
  if (status !== 0) failed += 1;
}
console.log(`\n${chosen.length} benchmarks, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
