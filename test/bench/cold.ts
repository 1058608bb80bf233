import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { serialize } from "node:v8";
import { build } from "vite";
import { readAnswers } from "../../engine/answers/read-answers.ts";
import type { AnswerSet } from "../../engine/answers/record.ts";
import { check } from "../../engine/check.ts";
import { libraryAt } from "../../engine/cli/load.ts";
import { compile } from "../../engine/compile.ts";
import { parse } from "../../engine/parse.ts";
import { decimalLane } from "../../engine/quantity/decimal.ts";
import { read } from "../../engine/read.ts";

/**
 * A cold start, each in a process of its own: loading the evaluator's script with all lanes but decimal.js, parsing the
 * checked tree, compiling it and evaluating once. Starting Node and reading the answers are not in it.
 */
const rounds = 15;
const folder = mkdtempSync(resolve("node_modules/.cache/santei/cold-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

writeFileSync(
  `${folder}/entry.ts`,
  `export { compile } from ${JSON.stringify(resolve("engine/compile.ts"))};
export { evaluate } from ${JSON.stringify(resolve("engine/evaluate.ts"))};`,
);
await build({
  configFile: false,
  logLevel: "error",
  build: {
    outDir: folder,
    emptyOutDir: false,
    target: "es2022",
    minify: true,
    rolldownOptions: {
      input: `${folder}/entry.ts`,
      preserveEntrySignatures: "strict",
      output: { entryFileNames: "evaluator.mjs" },
    },
  },
});
writeFileSync(
  `${folder}/start.mjs`,
  `import { readFileSync } from "node:fs";
import { deserialize } from "node:v8";
const text = readFileSync(process.argv[2], "utf8");
const { inputs, options } = deserialize(readFileSync(process.argv[3]));
const start = performance.now();
const { compile, evaluate } = await import("./evaluator.mjs");
const loaded = performance.now();
const plan = compile(JSON.parse(text), "");
const compiled = performance.now();
evaluate(plan, inputs, options);
const end = performance.now();
console.log(JSON.stringify([loaded - start, compiled - loaded, end - compiled, end - start]));`,
);

const library = libraryAt("methodologies");
console.log(
  "cold start, ms, median (least)        load        compile          first          total",
);
for (const { id, version } of await library.list()) {
  const input = await library.resolve(`${id}@${version}`);
  const found = input.ok ? await read(input.value) : input;
  const parsed = found.ok ? parse(found.value) : found;
  const checked = parsed.ok ? check(parsed.value) : parsed;
  if (!checked.ok) throw new Error(`${id} cannot be read`);
  const { tree, methodology } = checked.value;
  const [test] = Object.values(methodology.data.tests ?? {});
  // The script is loaded without decimal.js, so what leaves the fractions is left out.
  if (test === undefined || JSON.stringify(tree).includes('"function":"ln"')) continue;
  const mode = test.mode ?? "official";
  const { period, given } = test;
  const set = { ...(period === undefined ? {} : { period }), given } as AnswerSet;
  const plan = compile(tree, "", { decimal: decimalLane });
  const { inputs } = readAnswers(plan, set, { mode, root: [], isBare: true });
  writeFileSync(`${folder}/tree.json`, JSON.stringify(tree));
  const options = { mode, asOf: test.as_of ?? "2026-11-22" };
  writeFileSync(`${folder}/inputs`, serialize({ inputs, options }));
  const files = ["start.mjs", "tree.json", "inputs"].map((name) => `${folder}/${name}`);
  const times = Array.from({ length: rounds }, (): readonly number[] => {
    const { stdout, stderr } = spawnSync(process.execPath, files, { encoding: "utf8" });
    if (stdout === "") throw new Error(stderr);
    return JSON.parse(stdout);
  });
  const told = [0, 1, 2, 3].map((part) => {
    const sorted = times.map((one) => one[part] ?? 0).sort((left, right) => left - right);
    const text = `${(sorted[rounds >> 1] ?? 0).toFixed(1)} (${(sorted[0] ?? 0).toFixed(1)})`;
    return text.padStart(15);
  });
  console.log(`${`${id}@${version}`.padEnd(28)}${told.join("")}`);
}
