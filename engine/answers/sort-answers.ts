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

/** Answers by the names of their questions. */
export interface Named {
  readonly given: Readonly<Record<string, unknown>>;
  readonly base: Path;
  /** Old names of questions that were answered by them. */
  readonly moved: ReadonlyMap<string, string>;
}

const nothingMoved: ReadonlyMap<string, string> = new Map();

/** The answer to a question, if there is one. */
export function answerTo({ given, base, moved }: Named, name: string): Found | undefined {
  const own = moved.get(name) ?? name;
  if (!Object.hasOwn(given, own) || isBlank(given[own])) return undefined;
  return { answer: given[own], path: [...base, own] };
}

export interface ListRead {
  readonly count: number;
  /** False where the list needs items and has none. */
  readonly answered: boolean;
  /** By item, by the name of the field within the list. */
  readonly items: readonly Named[];
}

export interface Sorted {
  readonly scalars: Named;
  /** By position of the list. */
  readonly lists: readonly ListRead[];
}

/** A plain object, of which only own entries count; `undefined` for anything else. */
export function plainObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return value as Readonly<Record<string, unknown>>;
}

/** Entries of a plain object, own ones only; `undefined` for anything else. */
export function ownEntries(value: unknown): ReadonlyMap<string, unknown> | undefined {
  const plain = plainObject(value);
  return plain && new Map(Object.entries(plain));
}

/** Whether nothing was entered: a form hands over an empty text for a field left blank. */
export function isBlank(answer: unknown): boolean {
  return answer === undefined || (typeof answer === "string" && answer.trim() === "");
}

/** Puts each answer to its question, moving renamed ones and telling of unknown ones. */
export function sortAnswers(
  plan: Plan,
  given: Readonly<Record<string, unknown>>,
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
    lists: plan.lists.map((list) =>
      readList(tree, list.tree, answerTo(found, list.tree.id), complaints),
    ),
  };
}

function sortNames(
  given: Readonly<Record<string, unknown>>,
  known: ReadonlySet<string>,
  base: Path,
  complaints: Complaints,
  movedTo: (id: string) => string | undefined,
  list?: string,
): Named {
  let moved = nothingMoved;
  for (const id of Object.keys(given)) {
    if (known.has(id)) continue;
    const path = [...base, id];
    const to = movedTo(id);
    if (to !== undefined && known.has(to) && !Object.hasOwn(given, to)) {
      complaints.add("answer-renamed", path, { from: id, to }, "warning");
      moved = new Map([...moved, [to, id]]);
      continue;
    }
    const suggestion = complaints.isFull() ? undefined : nearest(id, known);
    complaints.add("answer-unknown", path, {
      id: id.slice(0, 64),
      ...(list === undefined ? {} : { list }),
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
  return { given, base, moved };
}

function readList(
  tree: Tree,
  list: ListTree,
  found: Found | undefined,
  complaints: Complaints,
): ListRead {
  const nothing: ListRead = { count: 0, answered: list.minItems === 0, items: [] };
  if (found === undefined) return nothing;
  const { answer, path } = found;
  if (!Array.isArray(answer)) {
    complaints.add("list-shape", path, { ...named(list), part: "list" });
    return nothing;
  }
  const count = answer.length;
  if (count > list.maxItems) {
    // A sum over the first of them would be a figure that nobody asked for.
    complaints.add("too-many-items", path, { ...named(list), count, most: list.maxItems });
    return { count: 0, answered: false, items: [] };
  }
  // A list without items that needs some is an open question, not a slip.
  if (count > 0 && count < list.minItems) {
    complaints.add("too-few-items", path, { ...named(list), count, least: list.minItems });
  }
  const names = new Set(list.fields.map((id) => id.slice(id.lastIndexOf(".") + 1)));
  const movedTo = (name: string) => movedWithin(tree, list.id, name);
  const items = Array.from(answer, (item: unknown, position) => {
    const place = [...path, position];
    const fields = isBlank(item) ? {} : plainObject(item);
    if (fields === undefined) {
      complaints.add("list-shape", place, { ...named(list), part: "item" });
    }
    return sortNames(fields ?? {}, names, place, complaints, movedTo, list.id);
  });
  return { count: items.length, answered: items.length > 0 || list.minItems === 0, items };
}
