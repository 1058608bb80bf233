import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";

/** What pages may do: nothing but run their own scripts, styles, workers and pictures from their own origin. */
export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'; connect-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'";

/**
 * `/<id>/embed/`, in either language, and `/embed/engine/`, of this build or below `/v/<name>/`: the pages that are made for
 * frames of other sites.
 */
const framePage =
  /^\/(?:v\/[^/]+\/)?(?:(?:en\/)?(?!en\/|v\/)[^/]+\/embed\/|embed\/engine\/)(?:index\.html)?$/;

/** The policy of one page: other sites may show those in a frame that are made for it, and no others. */
function policyFor(pathname: string, policy: string): string {
  return `${policy}; frame-ancestors ${framePage.test(pathname) ? "*" : "'none'"}`;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".zip": "application/zip",
  ".txt": "text/plain; charset=utf-8",
};

/** How long a file may be kept: for good where its address names its bytes, shortly where other sites name a script. */
function keepFor(pathname: string): string {
  if (/^\/v\/|\/assets\//.test(pathname)) return "public, max-age=31536000, immutable";
  if (/^\/embed(\/[a-z]+)?\.js$/.test(pathname)) return "public, max-age=300";
  return "no-cache";
}

export interface SiteServer {
  readonly address: string;
  readonly close: () => Promise<void>;
}

interface FoundFile {
  readonly path: string;
  readonly size: number;
  readonly isFolder: boolean;
}

async function find(folder: string, pathname: string): Promise<FoundFile | undefined> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (decoded.includes("\0")) return undefined;
  const path = normalize(join(folder, decoded));
  if (path !== folder && !path.startsWith(folder + sep)) return undefined;
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  return { path, size: found.size, isFolder: found.isDirectory() };
}

function answerText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(text);
}

async function answer(
  folder: string,
  policy: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
  response.setHeader("content-security-policy", policyFor(pathname, policy));
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "no-referrer");
  // The versions are copies of pages that have their place.
  if (pathname.startsWith("/v/")) response.setHeader("x-robots-tag", "noindex");
  if (request.method !== "GET" && request.method !== "HEAD") {
    return answerText(response, 405, "Only GET and HEAD are answered here.\n");
  }
  let file = await find(folder, pathname);
  if (file?.isFolder) {
    if (!pathname.endsWith("/")) {
      const last = pathname.slice(pathname.lastIndexOf("/") + 1);
      response.writeHead(308, { location: `${last}/${search}` });
      response.end();
      return;
    }
    file = await find(folder, `${pathname}index.html`);
  }
  if (file === undefined || file.isFolder) return answerText(response, 404, "Not found.\n");
  const extension = extname(file.path);
  if (extension !== ".html") {
    // Everything here is public, and other sites load scripts and data of the calculators.
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("cross-origin-resource-policy", "cross-origin");
  }
  response.writeHead(200, {
    "content-type": types[extension] ?? "application/octet-stream",
    "content-length": file.size,
    "cache-control": keepFor(pathname),
  });
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  createReadStream(file.path)
    .on("error", () => response.destroy())
    .pipe(response);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/**
 * Serves a built site with its security header on this machine.
 *
 * Errors: rejects where the port is taken; port 0 takes a free one.
 */
export async function serveSite(
  folder: string,
  port = 0,
  policy = contentSecurityPolicy,
): Promise<SiteServer> {
  const root = normalize(folder);
  const server = createServer((request, response) => {
    answer(root, policy, request, response).catch(() => response.destroy());
  });
  const taken = await listen(server, port);
  return {
    address: `http://127.0.0.1:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
