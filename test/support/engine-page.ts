import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import type { Result } from "../../engine/issue.ts";
import type { EngineClient } from "../../engine/service/client.ts";
import type { CalculationReply, CalculationRequest } from "../../engine/service/protocol.ts";
import { bundleSite } from "../../site/build/bundles.ts";
import { filesOf } from "./shelf.ts";
import { tinyTree } from "./tiny.ts";

/** A folder like the site's, with a page that has the engine alone and the small methodology of the tests. */
export interface EngineFolder {
  readonly folder: string;
  readonly remove: () => void;
}

export async function buildEngineFolder(
  options: { readonly withBuilt?: boolean } = {},
): Promise<EngineFolder> {
  const folder = mkdtempSync(join(tmpdir(), "santei-engine-"));
  await bundleSite(folder, "test/browser/harness", {});
  const methodologies = join(folder, "methodologies");
  if (options.withBuilt) cpSync("dist/methodologies", methodologies, { recursive: true });
  else {
    for (const [path, content] of await filesOf(tinyTree)) {
      const file = join(methodologies, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, String(content));
    }
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Calls the engine of a page. Requests go there as text, because their type is too deep for playwright's. */
export function calculateIn(
  page: Page,
  request: CalculationRequest,
): Promise<Result<CalculationReply>> {
  return page.evaluate((text) => {
    const client = Reflect.get(globalThis, "client") as EngineClient;
    return client.calculate(JSON.parse(text));
  }, JSON.stringify(request));
}

/** Milliseconds from an answer to its result, for each of the requests one after another, as the page sees them. */
export function timesIn(
  page: Page,
  requests: readonly CalculationRequest[],
): Promise<readonly number[]> {
  return page.evaluate(async (text) => {
    const client = Reflect.get(globalThis, "client") as EngineClient;
    const times: number[] = [];
    for (const request of JSON.parse(text)) {
      const start = performance.now();
      await client.calculate(request);
      times.push(performance.now() - start);
    }
    return times;
  }, JSON.stringify(requests));
}

/** Milliseconds until all of some requests, asked at once, have their results. */
export function timeTogetherIn(
  page: Page,
  requests: readonly CalculationRequest[],
): Promise<number> {
  return page.evaluate(async (text) => {
    const client = Reflect.get(globalThis, "client") as EngineClient;
    const all: CalculationRequest[] = JSON.parse(text);
    const start = performance.now();
    await Promise.all(all.map((request) => client.calculate(request)));
    return performance.now() - start;
  }, JSON.stringify(requests));
}

/** Milliseconds until the engine's script, the figures and a first result are there, the start of a thread taken off. */
export function coldStartIn(page: Page, request: CalculationRequest): Promise<number> {
  return page.evaluate(async (text) => {
    const asked: CalculationRequest = JSON.parse(text);
    const client = Reflect.get(globalThis, "client") as EngineClient;
    const startThread = Reflect.get(globalThis, "startThread") as () => Promise<number>;
    await startThread();
    const thread = await startThread();
    const start = performance.now();
    const reply = await client.calculate(asked);
    if (!reply.ok) throw new Error(JSON.stringify(reply.issues));
    return performance.now() - start - thread;
  }, JSON.stringify(request));
}

/** `best 0.31 ms, median 0.42 ms, p99 1.10 ms of 500`: the best tells most where others use the machine, too. */
export function summaryOf(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return `best ${at(0).toFixed(2)} ms, median ${at(0.5).toFixed(2)} ms, p99 ${at(0.99).toFixed(2)} ms of ${times.length}`;
}
