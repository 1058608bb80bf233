import type { Page } from "playwright-core";
import type { AnswerRecord } from "../../engine/answers/record.ts";
import { libraryAt } from "../../engine/cli/load.ts";
import { readFile } from "../../engine/methodology/read-file.ts";
import { methodologySchema, type TestData } from "../../engine/methodology/schema.ts";
import type { CalculationRequest } from "../../engine/service/protocol.ts";
import { ensureChromium } from "../support/chromium.ts";
import {
  buildEngineFolder,
  calculateIn,
  coldStartIn,
  summaryOf,
  timesIn,
  timeTogetherIn,
} from "../support/engine-page.ts";
import { amountOf } from "../support/engines.ts";
import { openSite } from "../support/site.ts";

/**
 * From an answer to its result through the worker in Chromium, as a page sees it: posting, reading the answers, evaluating,
 * explaining and posting back. Every built methodology with the answers of its first worked test, with and without
 * steps, and with a list of items made 200 long; how long a fresh page takes to a first result, but for starting a
 * thread; and twenty calculators at once.
 */
type Given = AnswerRecord["sets"][string]["given"];

const items = 200;
const repeats = 300;

function requestOf(
  edition: string,
  test: TestData,
  given: Given,
  steps: boolean,
): CalculationRequest {
  const [methodology = ""] = edition.split("@");
  const { period } = test;
  const set = { ...(period === undefined ? {} : { period }), given };
  return {
    caller: "bench",
    edition,
    answers: { format: "answers/1", methodology, sets: { plan: set } } as AnswerRecord,
    mode: test.mode ?? "official",
    asOf: test.as_of ?? "2026-11-22",
    steps,
  };
}

/** The same answers with their first list made long by repeating its first item; none where there is no list. */
function withManyItems(given: Given): Given | undefined {
  const list = Object.entries(given).find(([, answer]) => Array.isArray(answer));
  if (list === undefined || !Array.isArray(list[1]) || list[1][0] === undefined) return undefined;
  const [id, [first]] = list;
  return { ...given, [id]: Array.from({ length: items }, () => first) };
}

const freshPages = 7;

/** Measures on pages that have loaded nothing of the engine, one after another; the first warms the browser up. */
async function onFreshPages(measure: (page: Page) => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let turn = 0; turn <= freshPages; turn += 1) {
    const fresh = await site.page("/");
    const time = await measure(fresh);
    if (turn > 0) times.push(time);
    await fresh.close();
  }
  return times;
}

ensureChromium(console.log);
const built = await buildEngineFolder({ withBuilt: true });
const site = await openSite({ folder: built.folder });
const library = libraryAt("methodologies");
try {
  const page = await site.page("/");
  for (const { id, version, file } of await library.list()) {
    const edition = `${id}@${version}`;
    const input = await library.resolve(file);
    const methodology = input.ok ? await readFile(input.value, methodologySchema) : input;
    const tests = methodology.ok ? Object.values(methodology.value.data.tests ?? {}) : [];
    const [test] = tests;
    if (test === undefined) continue;
    const given = test.given as Given;
    const start = performance.now();
    const first = await calculateIn(page, requestOf(edition, test, given, false));
    console.log(
      `${edition}: first result ${(performance.now() - start).toFixed(0)} ms, loading included`,
    );
    if (!first.ok) throw new Error(`${edition} gave no result: ${amountOf(first)}`);
    const begun = { ...requestOf(edition, test, given, false), words: false };
    const starts = await onFreshPages((fresh) => coldStartIn(fresh, begun));
    console.log(`  cold start, thread taken off: ${summaryOf(starts)} (must 15, aim 6)`);
    const twenty = Array.from({ length: 20 }, (_, at) => ({ ...begun, caller: `bench-${at}` }));
    const together = await onFreshPages((fresh) => timeTogetherIn(fresh, twenty));
    console.log(
      `  20 calculators at once, worker's start and loading included: ${summaryOf(together)} (must 150, aim 60)`,
    );
    const long = tests.find((one) => withManyItems(one.given as Given) !== undefined);
    const rows: readonly (readonly [string, TestData | undefined, Given | undefined, boolean])[] = [
      ["results only", test, given, false],
      ["all steps", test, given, true],
      [`${items} items, results only`, long, long && withManyItems(long.given as Given), false],
    ];
    for (const [name, of, answers, steps] of rows) {
      if (of === undefined || answers === undefined) continue;
      const request = requestOf(edition, of, answers, steps);
      await timesIn(
        page,
        Array.from({ length: 30 }, () => request),
      );
      const times = await timesIn(
        page,
        Array.from({ length: repeats }, () => request),
      );
      console.log(`  ${name}: ${summaryOf(times)} (must 16 ms p99, aim 5)`);
    }
  }
} finally {
  await site.close();
  built.remove();
}
