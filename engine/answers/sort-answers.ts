import type { Path } from "../issue.ts";
import { nearest } from "../methodology/near.ts";
import type { ListTree, Tree } from "../methodology/tree.ts";
import type { Plan } from "../plan.ts";
import { type Complaints, named } from "./complaints.ts";
import { movedId, movedWithin } from "./renamed.ts";

/** An answer that belongs to a question, and where it stands. */
export interface Found {
  readonly answer: unknown;
  readonly path: Path;
}

export interface ListRead {
  readonly count: number;
  /** False where the list needs items and has none. */
  readonly answered: boolean;
  /** By item, by the name of the field within the list. */
  readonly items: readonly ReadonlyMap<string, Found>[];
}

export interface Sorted {
  readonly scalars: ReadonlyMap<string, Found>;
  /** By position of the list. */
  readonly lists: readonly ListRead[];
}

/** Entries of a plain object, own ones only; `undefined` for anything else. */
export function ownEntries(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value));
}

/** Whether nothing was entered: a form hands over an empty text for a field left blank. */
export function isBlank(answer: unknown): boolean {
  return answer === undefined || (typeof answer === "string" && answer.trim() === "");
}

/** Puts each answer to its question, moving renamed ones and telling of unknown ones. */
export function sortAnswers(
  plan: Plan,
  given: ReadonlyMap<string, unknown>,
  base: Path,
  complaints: Complaints,
): Sorted {
  const { tree } = plan;
  const top = new Set([
    ...tree.inputs.filter(({ list }) => list === undefined).map(({ id }) => id),
    ...plan.at.lists.keys(),
  ]);
  const found = sortNames(given, top, base, complaints, (id) => movedId(tree, id));
  return {
    scalars: found,
    lists: plan.lists.map((list) => readList(tree, list.tree, found.get(list.tree.id), complaints)),
  };
}

function sortNames(
  entries: ReadonlyMap<string, unknown>,
  known: ReadonlySet<string>,
  base: Path,
  complaints: Complaints,
  moved: (id: string) => string | undefined,
  list?: string,
): ReadonlyMap<string, Found> {
  const sorted = new Map<string, Found>();
  for (const [id, answer] of entries) {
    const path = [...base, id];
    const to = known.has(id) ? id : moved(id);
    if (to !== undefined && known.has(to) && (to === id || !entries.has(to))) {
      if (to !== id) complaints.add("answer-renamed", path, { from: id, to }, "warning");
      sorted.set(to, { answer, path });
      continue;
    }
    const suggestion = complaints.isFull() ? undefined : nearest(id, known);
    complaints.add("answer-unknown", path, {
      id: id.slice(0, 64),
      ...(list === undefined ? {} : { list }),
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
  return sorted;
}

function readList(
  tree: Tree,
  list: ListTree,
  found: Found | undefined,
  complaints: Complaints,
): ListRead {
  const nothing: ListRead = { count: 0, answered: list.minItems === 0, items: [] };
  if (found === undefined || isBlank(found.answer)) return nothing;
  const { answer, path } = found;
  if (!Array.isArray(answer)) {
    complaints.add("list-shape", path, { ...named(list), part: "list" });
    return nothing;
  }
  const count = answer.length;
  if (count > list.maxItems) {
    complaints.add("too-many-items", path, { ...named(list), count, most: list.maxItems });
  }
  // A list without items that needs some is an open question, not a slip.
  if (count > 0 && count < list.minItems) {
    complaints.add("too-few-items", path, { ...named(list), count, least: list.minItems });
  }
  const names = new Set(list.fields.map((id) => id.slice(id.lastIndexOf(".") + 1)));
  const items = answer.slice(0, list.maxItems).map((item: unknown, position) => {
    const place = [...path, position];
    const entries = isBlank(item) ? new Map<string, unknown>() : ownEntries(item);
    if (entries === undefined) {
      complaints.add("list-shape", place, { ...named(list), part: "item" });
      return new Map<string, Found>();
    }
    const moved = (name: string) => movedWithin(tree, list.id, name);
    return sortNames(entries, names, place, complaints, moved, list.id);
  });
  return { count: items.length, answered: items.length > 0 || list.minItems === 0, items };
}
