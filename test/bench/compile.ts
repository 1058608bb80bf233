import { readFile } from "node:fs/promises";
import { check } from "../../engine/check.ts";
import { libraryAt } from "../../engine/cli/load.ts";
import { compile } from "../../engine/compile.ts";
import { parse } from "../../engine/parse.ts";
import { decimalLane } from "../../engine/quantity/decimal.ts";
import { read } from "../../engine/read.ts";

/**
 * From YAML to a plan, per methodology and per 40 kB of YAML, warm: the code has run before, and the shared tables and
 * components have been read before, so they are fetched and compared but not read again. They are checked and built into
 * the tree each time, and the kilobytes are those of the methodology's own file.
 *
 * Given are the median of the rounds and the best of them, which other work on the machine disturbs least. The baseline
 * of the same run is parsing the same text as JSON data once it has been read: what any reader must do at least.
 */
const rounds = 25;
const warmingUp = 5;
const library = libraryAt("methodologies");

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

console.log(
  "methodology            kB   read  parse  check  compile  total ms   per 40 kB   best   × JSON.parse",
);
for (const { id, version, file } of await library.list()) {
  const input = await library.resolve(`${id}@${version}`);
  if (!input.ok) throw new Error(`${id} cannot be resolved`);
  const size = (await readFile(file, "utf8")).length / 1024;
  const times: Record<"read" | "parse" | "check" | "compile" | "json", number[]> = {
    read: [],
    parse: [],
    check: [],
    compile: [],
    json: [],
  };
  for (let round = -warmingUp; round < rounds; round += 1) {
    const started = performance.now();
    const found = await read(input.value);
    if (!found.ok) throw new Error(JSON.stringify(found.issues[0]));
    const readAt = performance.now();
    const parsed = parse(found.value);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues[0]));
    const parsedAt = performance.now();
    const checked = check(parsed.value);
    if (!checked.ok) throw new Error(JSON.stringify(checked.issues[0]));
    const checkedAt = performance.now();
    compile(checked.value.tree, "bench", { decimal: decimalLane });
    const compiledAt = performance.now();
    const json = JSON.stringify(found.value.data);
    const jsonAt = performance.now();
    JSON.parse(json);
    if (round < 0) continue;
    times.json.push(performance.now() - jsonAt);
    times.read.push(readAt - started);
    times.parse.push(parsedAt - readAt);
    times.check.push(checkedAt - parsedAt);
    times.compile.push(compiledAt - checkedAt);
  }
  const steps = [times.read, times.parse, times.check, times.compile].map(median);
  const total = steps.reduce((sum, value) => sum + value, 0);
  const best = [times.read, times.parse, times.check, times.compile]
    .map((values) => Math.min(...values))
    .reduce((sum, value) => sum + value, 0);
  console.log(
    [
      `${id}@${version}`.padEnd(20),
      size.toFixed(0).padStart(5),
      ...steps.map((value) => value.toFixed(1).padStart(7)),
      total.toFixed(1).padStart(9),
      ((total / size) * 40).toFixed(1).padStart(12),
      ((best / size) * 40).toFixed(1).padStart(7),
      (total / median(times.json)).toFixed(0).padStart(12),
    ].join(""),
  );
}
