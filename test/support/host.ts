import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { unzipSync } from "fflate";
import type { FrameLocator, Locator, Page } from "playwright-core";
import type { Versions } from "../../site/embed/versions.ts";
import { builtFile, readBuilt } from "./built.ts";
import { type OpenSite, openSite } from "./site.ts";

/** Pages of others, `test/embed/hosts/<name>.html`, at an origin of their own beside the built site. */
export interface OpenHosts {
  readonly site: OpenSite;
  /** `http://localhost:…/`. */
  readonly address: string;
  /** Opens a page of somebody else. What it is told by calculators is kept in `window.told`. */
  readonly page: (name: string) => Promise<Page>;
  /** Opens a page of somebody else that holds what was pasted and has a policy. */
  readonly paste: (snippet: string, policy: string) => Promise<Page>;
  /** The folder in which somebody else has unpacked the zip of the site: `http://localhost:…/town/santei-…/`. */
  readonly ownCopy: string;
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
};

/** The files of the zip, by path; a folder is its page. */
function unpacked(path: string): ReadonlyMap<string, Uint8Array> {
  const files = Object.entries(unzipSync(readFileSync(builtFile(`site/${path}`))));
  return new Map(files.map(([name, bytes]) => [name.replace(/(^|\/)index\.html$/, "$1"), bytes]));
}

/**
 * Serves the pages of others, with the address of the built site in place of `https://santei.example/`, and of its version
 * in place of `https://santei.example/version/`.
 */
export async function openHosts(): Promise<OpenHosts> {
  const site = await openSite();
  const { newest, integrity, zip } = JSON.parse(readBuilt("site/versions.json")) as Versions;
  let copy: ReadonlyMap<string, Uint8Array> | undefined;
  let pasted = { snippet: "", policy: "" };
  const server = createServer((request, response) => {
    if (request.url === "/pasted") {
      const { snippet, policy } = pasted;
      const headers = { "content-type": "text/html; charset=utf-8" };
      response.writeHead(200, { ...headers, "content-security-policy": policy });
      response.end(`<!doctype html><title>Host</title><link rel="icon" href="data:,">${snippet}`);
      return;
    }
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname.startsWith("/town/")) {
      copy ??= unpacked(zip.path);
      const file = copy.get(pathname.slice("/town/".length));
      const type = types[extname(pathname)] ?? (pathname.endsWith("/") ? "text/html" : "");
      response.writeHead(file === undefined ? 404 : 200, { "content-type": type });
      response.end(file);
      return;
    }
    const name = (request.url ?? "/").slice(1).replace(/[^a-z-]/g, "");
    const html = readFileSync(`test/embed/hosts/${name}.html`, "utf8");
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(
      html
        .replaceAll("https://santei.example/version/", `${site.address}v/${newest}/`)
        .replaceAll("https://santei.example/", site.address)
        .replaceAll("sha384-of-element", integrity["embed/element.js"] ?? ""),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  const address = `http://localhost:${typeof bound === "object" ? bound?.port : ""}/`;
  const listening = await site.context.addInitScript(() => {
    const told: unknown[] = [];
    Reflect.set(globalThis, "told", told);
    addEventListener("santei-result", (event) => told.push((event as CustomEvent).detail));
  });
  return {
    site,
    address,
    ownCopy: `${address}town/santei-${newest}/`,
    async page(name) {
      const page = await site.context.newPage();
      await page.goto(address + name);
      return page;
    },
    async paste(snippet, policy) {
      pasted = { snippet, policy };
      const page = await site.context.newPage();
      await page.goto(`${address}pasted`);
      return page;
    },
    async close() {
      await listening.dispose();
      await site.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

type Place = Page | FrameLocator | Locator;

/** Types what a small meeting needs: the result is 13.4 kg. */
export async function fillMeeting(place: Place): Promise<void> {
  const figures = place.locator("input.figure");
  for (const [index, text] of ["30", "120", "3"].entries()) await figures.nth(index).fill(text);
}

/** Waits for the total of that meeting. */
export async function waitForTotal(place: Place, total = "13.4"): Promise<void> {
  await place.locator(".headline .total").filter({ hasText: total }).waitFor({ timeout: 45_000 });
}

/** The total that a page was last told, as it is shown. */
export function toldTotal(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    type Told = { results: { plan?: { results: { total?: { display?: string } } } } };
    const told = Reflect.get(globalThis, "told") as Told[];
    return told.at(-1)?.results.plan?.results.total?.display;
  });
}
