import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { expect, it } from "vitest";
import { nameOf, readFiles, sumsOf, zipOf } from "../../site/build/version.ts";
import { namedScripts, type Versions } from "../../site/embed/versions.ts";
import { builtFile, readBuilt } from "../support/built.ts";

const versions = JSON.parse(readBuilt("site/versions.json")) as Versions;
const folder = builtFile(`site/v/${versions.newest}`);
const files = await readFiles(folder);

it("the name of a version is the hash of all its bytes", () => {
  const listed = sumsOf(files);
  expect(new TextDecoder().decode(files.get("SHA256SUMS.txt"))).toBe(listed);
  expect(listed.split("\n").length).toBe(files.size);
  expect(nameOf(listed)).toBe(versions.newest);
  const other = new Map([...files, ["embed.js", new TextEncoder().encode("0;")] as const]);
  expect(nameOf(sumsOf(other))).not.toBe(versions.newest);
});

it("a version holds the whole site as it was built with it, and words for those who host it", async () => {
  const site = await readFiles("dist/site");
  const own = [...site].filter(([path]) => !path.startsWith("v/") && path !== "versions.json");
  const added = [...files.keys()].filter((path) => !site.has(path));
  expect(added.sort()).toEqual(["LICENSE.txt", "README.txt", "SHA256SUMS.txt"]);
  const others = own.filter(
    ([path, bytes]) => Buffer.compare(bytes, files.get(path) ?? Buffer.of()) !== 0,
  );
  expect(others.map(([path]) => path)).toEqual([]);
});

it("the hashes of scripts that browsers compare are those of the bytes", () => {
  expect(Object.keys(versions.integrity)).toEqual([...namedScripts]);
  for (const [path, integrity] of Object.entries(versions.integrity)) {
    const digest = createHash("sha384").update(files.get(path) ?? "");
    expect([path, integrity]).toEqual([path, `sha384-${digest.digest("base64")}`]);
  }
});

it.each(namedScripts)("%s runs nothing that its hash does not cover", (path) => {
  const text = new TextDecoder().decode(files.get(path));
  expect(text).not.toMatch(
    /\bimport\s*\(|\bimport\s*["'{*]|\bfrom\s*["']|importScripts|new Worker/,
  );
});

it("the zip is the version to the byte, and comes out the same each time", async () => {
  const { zip } = versions;
  const built = (await readFiles("dist/site/v")).get(`${versions.newest}.zip`);
  const bytes = new Uint8Array(built ?? []);
  expect(bytes.length).toBe(zip.bytes);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(zip.sha256);
  const unpacked = Object.entries(unzipSync(bytes));
  expect(unpacked.map(([path]) => path)).toEqual(
    [...files.keys()].sort().map((path) => `santei-${versions.newest}/${path}`),
  );
  for (const [path, content] of unpacked) {
    const own = files.get(path.slice(path.indexOf("/") + 1));
    expect([path, Buffer.compare(content, own ?? Buffer.of())]).toEqual([path, 0]);
  }
  const again = zipOf(`santei-${versions.newest}`, files);
  expect(Buffer.compare(again, bytes)).toBe(0);
});
