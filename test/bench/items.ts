import { readAnswers } from "../../engine/answers/read-answers.ts";
import type { AnswerSet } from "../../engine/answers/record.ts";
import { check } from "../../engine/check.ts";
import { libraryAt } from "../../engine/cli/load.ts";
import { compile } from "../../engine/compile.ts";
import { evaluate } from "../../engine/evaluate.ts";
import { explain } from "../../engine/explain.ts";
import { parse } from "../../engine/parse.ts";
import type { Inputs } from "../../engine/plan.ts";
import { decimalLane } from "../../engine/quantity/decimal.ts";
import { read } from "../../engine/read.ts";

/**
 * Two hundred items: every methodology with the answers of its first worked test that has a list, the first item of the
 * list two hundred times. Told apart: reading the answers, evaluating them, and writing the result.
 */
const items = 200;
const rounds = 400;

type Given = AnswerSet["given"];

function withManyItems(given: Given): Given | undefined {
  const list = Object.entries(given).find(([, answer]) => Array.isArray(answer));
  if (list === undefined || !Array.isArray(list[1]) || list[1][0] === undefined) return undefined;
  const [id, [first]] = list;
  return { ...given, [id]: Array.from({ length: items }, () => first) } as Given;
}

function told(times: readonly number[]): string {
  const sorted = [...times].sort((left, right) => left - right);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2);
  return `${at(0.5).padStart(9)}${at(0.99).padStart(9)}`;
}

const library = libraryAt("methodologies");
console.log(`${items} items, ms                median      p99`);
for (const { id, version } of await library.list()) {
  const input = await library.resolve(`${id}@${version}`);
  const found = input.ok ? await read(input.value) : input;
  const parsed = found.ok ? parse(found.value) : found;
  const checked = parsed.ok ? check(parsed.value) : parsed;
  if (!checked.ok) throw new Error(`${id} cannot be read`);
  const { tree, methodology } = checked.value;
  const tests = Object.values(methodology.data.tests ?? {});
  const test = tests.find((one) => withManyItems(one.given as Given) !== undefined);
  const given = test && withManyItems(test.given as Given);
  if (test === undefined || given === undefined) continue;
  const plan = compile(tree, "bench", { decimal: decimalLane });
  const { period } = test;
  const set = { ...(period === undefined ? {} : { period }), given } as AnswerSet;
  const mode = test.mode ?? "official";
  const options = { mode, asOf: test.as_of ?? "2026-11-22" };
  const times = { reading: [] as number[], evaluating: [] as number[], writing: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const { inputs } = readAnswers(plan, set, { mode, root: [], isBare: true });
    const readAt = performance.now();
    const evaluation = evaluate(plan, inputs as Inputs, options);
    const evaluatedAt = performance.now();
    explain(plan, inputs as Inputs, evaluation);
    const end = performance.now();
    if (round < rounds / 4) continue;
    times.reading.push(readAt - start);
    times.evaluating.push(evaluatedAt - readAt);
    times.writing.push(end - evaluatedAt);
  }
  for (const [name, all] of Object.entries(times)) {
    console.log(`${id.padEnd(11)}${name.padEnd(14)}${told(all)}`);
  }
}
