import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "../../site/serve/server.ts";
import {
  buildEngineFolder,
  calculateIn,
  type EngineFolder,
  summaryOf,
  timesIn,
} from "../support/engine-page.ts";
import { amountOf } from "../support/engines.ts";
import { type OpenSite, openSite } from "../support/site.ts";
import { tinyRequest } from "../support/tiny.ts";

let built: EngineFolder;
const sites = new Map<string, OpenSite>();

beforeAll(async () => {
  built = await buildEngineFolder();
});

afterEach(() => Promise.all(pagesOf(sites.values()).map((page) => page.close())));

afterAll(async () => {
  for (const site of sites.values()) await site.close();
  await built.remove();
});

function pagesOf(opened: Iterable<OpenSite>): readonly Page[] {
  return [...opened].flatMap((site) => site.context.pages());
}

/** A page of its own, in one Chromium for each policy. */
async function openEngine(policy = contentSecurityPolicy) {
  const site = sites.get(policy) ?? (await openSite({ folder: built.folder, policy }));
  sites.set(policy, site);
  return { site, page: await site.page("/") };
}

describe("the engine in Chromium", () => {
  it("calculates in a worker, asks nobody else and breaks no rule of the policy", async () => {
    const { site, page } = await openEngine();
    expect(page.workers()).toHaveLength(0);
    expect(amountOf(await calculateIn(page, tinyRequest("1.5 kg")))).toBe("3");
    expect(page.workers()).toHaveLength(1);
    expect([site.foreign, site.reports, site.errors]).toEqual([[], [], []]);
  });

  it("answers quickly", async () => {
    const { page } = await openEngine();
    const requests = Array.from({ length: 500 }, (_, index) => tinyRequest(`${index} kg`));
    const start = performance.now();
    await calculateIn(page, tinyRequest("1 kg"));
    console.log(
      `first result, worker's start included: ${(performance.now() - start).toFixed(0)} ms`,
    );
    console.log(`answer to result: ${summaryOf(await timesIn(page, requests))}`);
  });

  it("serves twenty callers with one worker", async () => {
    const { page } = await openEngine();
    const callers = Array.from({ length: 20 }, (_, index) => String(index));
    const replies = await Promise.all(
      callers.map((caller) => calculateIn(page, tinyRequest(`${caller} kg`, { caller }))),
    );
    expect(replies.map(amountOf)).toEqual(callers.map((caller) => String(2 * Number(caller))));
    expect(page.workers()).toHaveLength(1);
  });

  it("gives the call in flight an issue when the worker is killed, and calculates on", async () => {
    const { page } = await openEngine();
    expect(amountOf(await calculateIn(page, tinyRequest("1 kg")))).toBe("2");
    await page.workers()[0]?.evaluate(() => close());
    expect(amountOf(await calculateIn(page, tinyRequest("2 kg")))).toBe("calculation-too-long");
    expect(amountOf(await calculateIn(page, tinyRequest("3 kg")))).toBe("6");
  });

  it("starts again after a worker that broke", async () => {
    const { page } = await openEngine();
    expect(amountOf(await calculateIn(page, tinyRequest("1 kg")))).toBe("2");
    await page.workers()[0]?.evaluate(() => {
      setTimeout(() => {
        throw new Error("broken on purpose");
      }, 0);
    });
    await page.waitForTimeout(100);
    expect(amountOf(await calculateIn(page, tinyRequest("3 kg")))).toBe("6");
    expect(page.workers()).toHaveLength(1);
  });

  it("calculates on the page's own thread where the policy refuses a worker", async () => {
    const policy = contentSecurityPolicy.replace("worker-src 'self'", "worker-src 'none'");
    const { site, page } = await openEngine(policy);
    expect(amountOf(await calculateIn(page, tinyRequest("1.5 kg")))).toBe("3");
    expect(amountOf(await calculateIn(page, tinyRequest("2 kg")))).toBe("4");
    expect(page.workers()).toHaveLength(0);
    expect(site.reports.length).toBeGreaterThan(0);
    expect(site.foreign).toEqual([]);
  });

  it("answers a hostile request with an issue and goes on", async () => {
    const { page } = await openEngine();
    const hostile = { ...tinyRequest("1 kg"), edition: "../../secret" };
    expect(amountOf(await calculateIn(page, hostile))).toBe("request-malformed");
    expect(amountOf(await calculateIn(page, tinyRequest("9".repeat(5_000))))).not.toBe("");
    expect(amountOf(await calculateIn(page, tinyRequest("1 kg")))).toBe("2");
  });
});
