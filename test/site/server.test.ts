import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type SiteServer, serveSite } from "../../site/serve/server.ts";

let folder: string;
let server: SiteServer;

beforeAll(async () => {
  const parent = mkdtempSync(join(tmpdir(), "santei-server-"));
  folder = join(parent, "site");
  mkdirSync(join(folder, "en"), { recursive: true });
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(parent, "secret.txt"), "secret");
  writeFileSync(join(parent, "site-secret.txt"), "secret");
  writeFileSync(join(folder, "index.html"), "ja");
  writeFileSync(join(folder, "en", "index.html"), "en");
  writeFileSync(join(folder, "assets", "main-1.js"), "1;");
  mkdirSync(join(folder, "v", "1.0.0-a", "MEETING-1"), { recursive: true });
  writeFileSync(join(folder, "v", "1.0.0-a", "MEETING-1", "index.html"), "v");
  writeFileSync(join(folder, "v", "1.0.0-a", "embed.js"), "2;");
  mkdirSync(join(folder, "embed"));
  for (const name of ["embed.js", "embed/frame.js", "versions.json"]) {
    writeFileSync(join(folder, name), "{}");
  }
  server = await serveSite(folder);
});

afterAll(async () => {
  await server.close();
  rmSync(join(folder, ".."), { recursive: true, force: true });
});

/** The path is sent as it is written; `fetch` would tidy it first. */
function get(path: string, method = "GET") {
  const { hostname, port } = new URL(server.address);
  return new Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      const sent = httpRequest({ hostname, port, path, method }, (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          text += chunk;
        });
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, text, headers: response.headers }),
        );
      });
      sent.on("error", reject);
      sent.end();
    },
  );
}

it.each([
  ["/", "ja", "text/html; charset=utf-8"],
  ["/en/", "en", "text/html; charset=utf-8"],
  ["/en/?period=FY2023", "en", "text/html; charset=utf-8"],
  ["/assets/main-1.js", "1;", "text/javascript; charset=utf-8"],
])("serves %s", async (path, text, type) => {
  const answer = await get(path);
  expect([answer.status, answer.text, answer.headers["content-type"]]).toEqual([200, text, type]);
});

it("leads from a folder's name to the folder", async () => {
  const answer = await get("/en?x=1");
  expect([answer.status, answer.headers.location]).toEqual([308, "en/?x=1"]);
});

const good = "public, max-age=31536000, immutable";
const short = "public, max-age=300";

it.each([
  ["/assets/main-1.js", good, "*", undefined],
  ["/v/1.0.0-a/embed.js", good, "*", "noindex"],
  ["/v/1.0.0-a/MEETING-1/", good, undefined, "noindex"],
  ["/embed.js", short, "*", undefined],
  ["/embed/frame.js", short, "*", undefined],
  ["/versions.json", "no-cache", "*", undefined],
  ["/", "no-cache", undefined, undefined],
])("says how long %s may be kept, and by whom", async (path, kept, shared, robots) => {
  const { status, headers } = await get(path);
  expect([
    status,
    headers["cache-control"],
    headers["access-control-allow-origin"],
    headers["cross-origin-resource-policy"],
    headers["x-robots-tag"],
  ]).toEqual([200, kept, shared, shared === "*" ? "cross-origin" : undefined, robots]);
});

it.each([
  "/../secret.txt",
  "/..%2fsecret.txt",
  "/%2e%2e/secret.txt",
  "/assets/..%2f..%2fsecret.txt",
  "/../site-secret.txt",
  "/..\\secret.txt",
  "/%00",
  "/%E0%A4%A",
  "/nowhere",
  "/assets/",
])("gives nothing for %s", async (path) => {
  const answer = await get(path);
  expect([answer.status, answer.text]).toEqual([404, "Not found.\n"]);
});

it("takes no other methods, and gives no body for HEAD", async () => {
  expect((await get("/", "POST")).status).toBe(405);
  const head = await get("/", "HEAD");
  expect([head.status, head.text, head.headers["content-length"]]).toEqual([200, "", "2"]);
});

it.each([
  ["/", "'none'"],
  ["/nowhere", "'none'"],
  ["/en", "'none'"],
  ["/MEETING-1/", "'none'"],
  ["/embed/", "'none'"],
  ["/en/embed/", "'none'"],
  ["/MEETING-1/embed/", "*"],
  ["/en/MEETING-1/embed/", "*"],
  ["/MEETING-1/embed/?x=1", "*"],
  ["/MEETING-1/embed/../", "'none'"],
  ["/embed/engine/", "*"],
  ["/v/1.0.0-a/embed/engine/", "*"],
  ["/v/1.0.0-a/en/MEETING-1/embed/", "*"],
  ["/v/1.0.0-a/MEETING-1/", "'none'"],
  ["/v/1.0.0-a/embed/", "'none'"],
  ["/v/1.0.0-a/en/embed/", "'none'"],
  ["/v/embed/", "'none'"],
  ["/en/embed/engine/", "'none'"],
])("sends its policy with %s, to be framed by %s", async (path, ancestors) => {
  const { headers } = await get(path);
  expect(headers["content-security-policy"]).toBe(
    `default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'; connect-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ${ancestors}`,
  );
});

it("takes the port that it is given, and says when that is taken", async () => {
  const { port } = new URL(server.address);
  await expect(serveSite(folder, Number(port))).rejects.toThrow(/EADDRINUSE/);
});
