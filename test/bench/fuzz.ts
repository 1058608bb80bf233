import { fuzzGround, spoiltAnswers, spoiltMadeFile, spoiltOwnFile } from "../support/fuzz-cases.ts";
import type { Outcome } from "../support/fuzz-run.ts";

/** One hundred thousand spoilt files and answers, from other numbers than the tests': no exception, nothing over a second. */
const ground = await fuzzGround("methodologies");
const runs: readonly [string, number, (seed: number) => Outcome | Promise<Outcome>][] = [
  ["small files", 46_000, (seed) => spoiltMadeFile(ground, seed)],
  ["own files", 4_000, (seed) => spoiltOwnFile(ground, seed)],
  ["answers", 50_000, (seed) => spoiltAnswers(ground, seed)],
];

let faults = 0;
for (const [name, count, attempt] of runs) {
  const codes = new Map<string, number>();
  let longest = 0;
  for (let seed = 100_000; seed < 100_000 + count; seed += 1) {
    try {
      const outcome = await attempt(seed);
      longest = Math.max(longest, outcome.milliseconds);
      if (outcome.milliseconds > 1000) {
        faults += 1;
        console.log(`${name} ${seed}: ${outcome.milliseconds.toFixed(0)} ms`);
      }
      for (const code of outcome.codes) codes.set(code, (codes.get(code) ?? 0) + 1);
    } catch (error) {
      faults += 1;
      console.log(`${name} ${seed}: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  console.log(
    `${name}: ${count} cases, ${codes.size} kinds of issue, longest ${longest.toFixed(0)} ms`,
  );
}
console.log(`${faults} exceptions or cases over a second`);
process.exitCode = faults === 0 ? 0 : 1;
