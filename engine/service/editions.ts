import { fail, type Issue, ok, type Result } from "../issue.ts";
import type { Figures } from "../methodology/join-parts.ts";
import type { Manifest } from "./protocol.ts";
import { editionPattern } from "./request.ts";
import { serviceIssue } from "./service-issue.ts";

/** The figures of an edition, and the way to its other parts. */
export interface LoadedEdition {
  readonly figures: Figures;
  /** Brings the words, or the rows of the table with this id. */
  readonly part: (table?: string) => Promise<Result<unknown>>;
}

/** Brings an edition, or the newest edition of a bare id. */
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

async function settle<T>(work: Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work);
  } catch (error) {
    if (error instanceof Failure) return fail([error.issue]);
    throw error;
  }
}

/** What is fetched, and what it has to be: JSON of a format or, where a hash names it, of one text. */
interface Wanted {
  readonly address: string;
  readonly edition: string;
  readonly table?: string | undefined;
  readonly format?: string;
  readonly hash?: string | undefined;
}

async function fetchBytes({ address, edition, table }: Wanted): Promise<Uint8Array<ArrayBuffer>> {
  const unreachable = (reason: string) =>
    new Failure(
      table === undefined
        ? serviceIssue("edition-unreachable", { edition, reason })
        : serviceIssue("table-unreachable", { edition, table, reason }),
    );
  const broken = () => {
    throw unreachable("network");
  };
  const response = await fetch(address, { credentials: "omit", redirect: "error" }).catch(broken);
  if (!response.ok) throw unreachable(String(response.status));
  const bytes = new Uint8Array(await response.arrayBuffer().catch(broken));
  if (bytes.length <= mostBytes) return bytes;
  const limit = String(mostBytes);
  throw new Failure(serviceIssue("edition-too-large", { edition, limit }));
}

/** SHA-256 in hex, where the browser gives it: outside secure contexts the build is taken at its word. */
async function hashIfPossible(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const digest = await crypto.subtle?.digest("SHA-256", bytes);
  return (
    digest &&
    Array.from(new Uint8Array(digest), (byte) => (byte + 256).toString(16).slice(1)).join("")
  );
}

async function fetchJson(wanted: Wanted): Promise<unknown> {
  const { edition, format } = wanted;
  const bytes = await fetchBytes(wanted);
  const isNamed = format === undefined;
  const hash = isNamed ? await hashIfPossible(bytes) : undefined;
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes));
    if (isNamed ? hash === undefined || hash === wanted.hash : value?.format === format) {
      return value;
    }
  } catch {}
  throw new Failure(serviceIssue("edition-changed", { edition }));
}

/** JSON of a format at an address; `edition` names it where it cannot be had. */
export function fetchFormat(
  address: string,
  edition: string,
  format: string,
): Promise<Result<unknown>> {
  return settle(fetchJson({ address, edition, format }));
}

/**
 * Loads editions from an address that ends in `/`, `…/methodologies/`. An edition that is named in full is asked for at
 * once; the manifest says what a bare id means, and whether an edition that is not there ever was.
 *
 * Errors: `edition-unknown`, `edition-unreachable`, `edition-too-large`, and `edition-changed` where what came is not
 * what was built together.
 */
export function loadEditionsFrom(base: string): LoadEdition {
  async function newestOf(edition: string): Promise<string> {
    const format = "manifest/1";
    const manifest = await fetchJson({ address: `${base}manifest.json`, edition, format });
    const { newest, editions } = manifest as Manifest;
    const name = Object.hasOwn(newest, edition) ? (newest[edition] ?? "") : edition;
    if (Object.hasOwn(editions, name)) return name;
    throw new Failure(serviceIssue("edition-unknown", { edition }));
  }

  async function load(edition: string): Promise<LoadedEdition> {
    if (!editionPattern.test(edition)) {
      throw new Failure(serviceIssue("edition-unknown", { edition: edition.slice(0, 100) }));
    }
    const isFull = edition.includes("@");
    const folder = `${base}${isFull ? edition : await newestOf(edition)}/`;
    const bring = (path: string, wanted: Omit<Wanted, "address" | "edition">) =>
      fetchJson({ address: folder + path, edition, ...wanted });
    const figures = (await bring("figures.json", { format: "figures/1" }).catch(async (error) => {
      if (isFull) await newestOf(edition);
      throw error;
    })) as Figures;
    const { words, tables } = figures;
    return {
      figures,
      part: (table) =>
        settle(
          table === undefined
            ? bring("words.json", { hash: words })
            : bring(`tables/${table}.json`, { hash: tables[table], table }),
        ),
    };
  }

  return (edition) => settle(load(edition));
}
