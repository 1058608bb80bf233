import { resolve } from "node:path";
import type { BrowserContext, ConsoleMessage, Page, Request, WebError } from "playwright-core";
import { contentSecurityPolicy, serveSite } from "../../site/serve/server.ts";
import { openChromium } from "./chromium.ts";

/** The built site, served as `npm start` serves it and open in Chromium, with a record of all that it does. */
export interface OpenSite {
  /** `http://127.0.0.1:…/`. */
  readonly address: string;
  readonly context: BrowserContext;
  /** Opens a page of the site, `/en/MEETING-1/`, and waits for its scripts. */
  readonly page: (path: string) => Promise<Page>;
  /** The address of every request so far, workers' included. */
  readonly requests: string[];
  /** Those that went to another origin. */
  readonly foreign: string[];
  /** What the security policy refused. */
  readonly reports: string[];
  /** Uncaught exceptions and messages on the console that are errors. */
  readonly errors: string[];
  readonly close: () => Promise<void>;
}

/** Opens the built site, or another folder, under the site's security policy or one that refuses more. */
export async function openSite(
  options: { readonly folder?: string; readonly policy?: string } = {},
): Promise<OpenSite> {
  const { folder = "dist/site", policy = contentSecurityPolicy } = options;
  const server = await serveSite(resolve(folder), 0, policy);
  const chromium = await openChromium();
  const { context } = chromium;
  const requests: string[] = [];
  const foreign: string[] = [];
  const reports: string[] = [];
  const errors: string[] = [];

  const onRequest = (request: Request) => {
    const address = request.url();
    if (address.startsWith("data:") || address.startsWith("about:")) return;
    requests.push(address);
    if (!address.startsWith(server.address)) foreign.push(address);
  };
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() !== "error") return;
    const text = message.text();
    (text.includes("Content Security Policy") ? reports : errors).push(text);
  };
  const onError = (error: WebError) => errors.push(String(error.error()));
  context.on("request", onRequest);
  context.on("console", onConsole);
  context.on("weberror", onError);
  // Under a name of its own: the Chromium may have another site open.
  const name = `reportRefusal${new URL(server.address).port}`;
  const reporting = await context.exposeFunction(name, (refusal: string) => reports.push(refusal));
  const watching = await context.addInitScript((told) => {
    addEventListener("securitypolicyviolation", (event) => {
      const report = Reflect.get(globalThis, told) as (refusal: string) => void;
      report(`${event.effectiveDirective} refused ${event.blockedURI || "inline"}`);
    });
  }, name);

  return {
    address: server.address,
    context,
    requests,
    foreign,
    reports,
    errors,
    async page(path) {
      const page = await context.newPage();
      await page.goto(new URL(path.replace(/^\//, ""), server.address).href, {
        waitUntil: "load",
      });
      return page;
    },
    async close() {
      context.off("request", onRequest);
      context.off("console", onConsole);
      context.off("weberror", onError);
      await watching.dispose();
      await reporting.dispose();
      await chromium.close();
      await server.close();
    },
  };
}
