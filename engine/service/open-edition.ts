import { compileTree } from "../compile-tree.ts";
import { fail, ok, type Result } from "../issue.ts";
import type { LaneName, Lanes } from "../lanes/lanes.ts";
import { joinParts, type PackedRows, type Words } from "../methodology/join-parts.ts";
import type { Plan } from "../plan.ts";
import type { LoadedEdition } from "./editions.ts";
import { serviceIssue } from "./service-issue.ts";

/** What a calculation needs besides the figures of its edition. */
export interface Wants {
  /** Names, sources and sentences. */
  readonly words?: boolean;
  /** Tables whose rows are loaded apart, by id. */
  readonly tables?: readonly string[] | "all";
  readonly lanes?: readonly LaneName[];
}

/** An edition as far as it has been loaded; it only grows. */
export interface OpenEdition {
  /** The plan of everything that is here, once what is wanted is. */
  readonly plan: (wants: Wants) => Promise<Result<Plan>>;
  /** Brings everything that may still be wanted; what cannot be brought now may be later. */
  readonly bringAll: () => void;
}

/** What any page may come to want; the others are named by the edition. */
const usualLanes: readonly LaneName[] = ["answers", "issues", "range", "steps", "words"];

/** Opens an edition: fetches each of its parts once, and compiles it once for each time it has grown. */
export function openEdition(
  load: () => Promise<Result<LoadedEdition>>,
  bring: (names: readonly LaneName[]) => Promise<Lanes>,
): OpenEdition {
  const fetched = new Map<string, Promise<Result<unknown>>>();
  const tables = new Map<string, PackedRows>();
  let words: Words;
  let lanes: Lanes = {};
  let plan: Plan | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** What was fetched well is kept. */
  function once<T>(name: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
    const known = fetched.get(name) ?? work();
    fetched.set(name, known);
    const forget = () => fetched.delete(name);
    known.then((result) => result.ok || forget(), forget);
    return known as Promise<Result<T>>;
  }
  const opened = () => once("figures", load);
  const part = ({ part: fetchPart }: LoadedEdition, table?: string) =>
    once(`part ${table ?? ""}`, () => fetchPart(table));

  async function grow(wants: Wants): Promise<Result<Plan>> {
    const edition = await opened();
    if (!edition.ok) return edition;
    const { figures } = edition.value;
    const wanted = [
      ...figures.lanes,
      ...(wants.lanes ?? []),
      ...(wants.words ? (["words"] as const) : []),
    ];
    const missing = wanted.filter((name) => lanes[name] === undefined);
    const names = wants.tables === "all" ? Object.keys(figures.tables) : (wants.tables ?? []);
    const away = names.filter((name) => !tables.has(name));
    const needsWords = wants.words === true && words === undefined;
    const isWhole = missing.length === 0 && away.length === 0 && !needsWords;
    if (plan !== undefined && isWhole) return ok(plan);
    const name = `${figures.tree.id}@${figures.tree.version}`;
    const facts = { edition: name, reason: "network" };
    const [brought, parts, read] = await Promise.all([
      bring(missing).then(ok, () => fail([serviceIssue("edition-unreachable", facts)])),
      Promise.all(away.map((name) => part(edition.value, name))),
      needsWords ? part(edition.value) : ok(words),
    ]);
    for (const one of [...parts, read]) if (!one.ok) return one;
    if (!brought.ok) return brought;
    lanes = { ...lanes, ...brought.value };
    parts.forEach((one, at) => {
      if (one.ok) tables.set(away[at] as string, one.value as PackedRows);
    });
    if (read.ok) words = read.value;
    const bare = joinParts(figures, tables);
    const tree = words === undefined ? bare : lanes.words?.joinWords(bare, words);
    plan = compileTree(tree ?? bare, figures.hash, lanes);
    return ok(plan);
  }

  return {
    // One after another, so that calculators that ask at once wait for the same plan.
    plan(wants) {
      const next = last.then(() => grow(wants));
      last = next.catch(() => {});
      return next;
    },
    async bringAll() {
      const edition = await opened();
      if (!edition.ok) return;
      void part(edition.value);
      for (const table of Object.keys(edition.value.figures.tables))
        void part(edition.value, table);
      await bring(usualLanes).catch(() => {});
    },
  };
}
