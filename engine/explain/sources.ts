import type { Origin, SourceTree, Tree } from "../methodology/tree.ts";
import type { SourceResult } from "../result/result.ts";
import { present } from "./present.ts";

const written = new WeakMap<SourceTree, SourceResult>();

/** The first source of an origin with the document that it names; `undefined` where there is none. */
export function sourceOf(tree: Tree, origin: Origin | undefined): SourceResult | undefined {
  const source = origin?.sources[0];
  if (source === undefined) return undefined;
  const known = written.get(source);
  if (known !== undefined) return known;
  const document = tree.documents.find(({ id }) => id === source.document);
  const result: SourceResult = present({
    ...source,
    title: document?.title,
    edition: document?.edition,
    url: document?.url,
  });
  written.set(source, result);
  return result;
}

/** The clause that an origin names first. */
export function clauseOf(origin: Origin | undefined): string | undefined {
  return origin?.sources.find((source) => source.clause !== undefined)?.clause;
}
