import { differences, planOf } from "../support/oracle/compare.ts";
import { generateAnswers, generateModel } from "../support/oracle/generate.ts";

/**
 * One million evaluations against the oracle: methodologies made by chance, a hundred answer sets each, figures from a
 * grid on which ties of roundings and equal comparisons are common. A difference is printed and fails the run.
 */
const evaluations = 1_000_000;
const sets = 100;
const first = 1_000_000;

const start = performance.now();
let done = 0;
let differing = 0;
let told = 0;
for (let seed = first; done < evaluations; seed += 1) {
  const model = generateModel(seed);
  const plan = await planOf(model, "flow");
  for (let set = 0; set < sets; set += 1) {
    const found = differences(model, plan, generateAnswers(model, seed * 1000 + set));
    done += 1;
    if (found.length === 0) continue;
    differing += 1;
    if (differing <= 10) console.log(`methodology ${seed}, answers ${set}: ${found[0]}`);
  }
  const share = Math.floor((10 * done) / evaluations);
  if (share > told) {
    told = share;
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.log(`${done} evaluations, ${differing} differences, ${seconds} s`);
  }
}
process.exitCode = differing === 0 ? 0 : 1;
