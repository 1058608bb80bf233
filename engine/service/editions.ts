import { fail, type Issue, ok, type Result } from "../issue.ts";
import type { LaneName } from "../lanes/lanes.ts";
import type { Tree } from "../methodology/tree.ts";
import type { Manifest, ManifestEntry } from "./protocol.ts";
import { editionPattern } from "./request.ts";
import { serviceIssue } from "./service-issue.ts";

/** A checked tree as it was built, with the hash that names it. */
export interface LoadedEdition {
  readonly tree: Tree;
  readonly hash: string;
  /** Parts of the engine that it needs in any mode. */
  readonly lanes: readonly LaneName[];
}

/** Brings the tree of an edition, or of the newest edition of a bare id. */
export type LoadEdition = (edition: string) => Promise<Result<LoadedEdition>>;

/** The largest methodology here has some hundred kilobytes; a longer answer is not one of ours. */
const mostBytes = 8_000_000;

/** Unwinds the loading of one edition; it does not leave this file. */
class Failure extends Error {
  readonly issue: Issue;
  constructor(issue: Issue) {
    super();
    this.issue = issue;
  }
}

async function fetchText(address: string, edition: string): Promise<string> {
  const unreachable = (reason: string) =>
    new Failure(serviceIssue("edition-unreachable", { edition, reason }));
  let response: Response;
  try {
    response = await fetch(address, { credentials: "omit", redirect: "error" });
  } catch {
    throw unreachable("network");
  }
  if (!response.ok || response.body === null) throw unreachable(String(response.status));
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  while (true) {
    const { done, value } = await reader.read().catch(() => {
      throw unreachable("network");
    });
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > mostBytes) {
      await reader.cancel();
      const limit = String(mostBytes);
      throw new Failure(serviceIssue("edition-too-large", { edition, limit }));
    }
    text += decoder.decode(value, { stream: true });
  }
}

function readJson(text: string, edition: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure(serviceIssue("edition-changed", { edition }));
  }
}

async function fetchManifest(base: string, edition: string): Promise<Manifest> {
  const manifest = readJson(await fetchText(`${base}manifest.json`, edition), edition) as Manifest;
  if (manifest?.format !== "manifest/1") {
    throw new Failure(serviceIssue("edition-changed", { edition }));
  }
  return manifest;
}

function entryOf(manifest: Manifest, edition: string): readonly [string, ManifestEntry] {
  const name = Object.hasOwn(manifest.newest, edition) ? manifest.newest[edition] : edition;
  const entry =
    name !== undefined && Object.hasOwn(manifest.editions, name)
      ? manifest.editions[name]
      : undefined;
  if (name === undefined || entry === undefined) {
    throw new Failure(serviceIssue("edition-unknown", { edition }));
  }
  return [name, entry];
}

/** SHA-256 in hex, where the browser gives it: outside secure contexts the hash of the build is taken on trust. */
async function hashIfPossible(text: string): Promise<string | undefined> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (subtle === undefined) return undefined;
  const digest = await subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Loads editions from an address that ends in `/`, `…/methodologies/`: the manifest once, the tree of an edition beside
 * it, both at the same time where the edition is named in full.
 *
 * Errors: `edition-unknown`, `edition-unreachable`, `edition-too-large`, and `edition-changed` where what came is not
 * what the manifest names.
 */
export function loadEditionsFrom(base: string): LoadEdition {
  let manifest: Promise<Manifest> | undefined;

  async function load(edition: string): Promise<LoadedEdition> {
    if (!editionPattern.test(edition)) {
      throw new Failure(serviceIssue("edition-unknown", { edition: edition.slice(0, 100) }));
    }
    manifest ??= fetchManifest(base, edition);
    const early = edition.includes("@")
      ? fetchText(`${base}${edition}/tree.json`, edition)
      : undefined;
    early?.catch(() => {});
    const [name, entry] = entryOf(await manifest, edition);
    const text = await (early ?? fetchText(`${base}${name}/tree.json`, edition));
    const hash = await hashIfPossible(text);
    const tree = readJson(text, edition) as Tree;
    if ((hash !== undefined && hash !== entry.hash) || tree?.format !== "tree/1") {
      throw new Failure(serviceIssue("edition-changed", { edition }));
    }
    return { tree, hash: entry.hash, lanes: entry.lanes };
  }

  return async (edition) => {
    try {
      return ok(await load(edition));
    } catch (error) {
      manifest = undefined;
      if (error instanceof Failure) return fail([error.issue]);
      throw error;
    }
  };
}
