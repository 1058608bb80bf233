import type { Source } from "../methodology/schema.ts";
import type { Origin, SourceTree } from "../methodology/tree.ts";

/** What a figure or formula says of where it comes from. */
export interface Sourced {
  readonly source?: Source | readonly Source[] | undefined;
  readonly provenance?: Origin["provenance"] | undefined;
  readonly confidence?: Origin["confidence"] | undefined;
  readonly known?: string | undefined;
}

/**
 * The origin in the tree. Of several places that may say it (row, column, table) the first that does counts, word by
 * word. `documents` stands before the ids of documents of a shared edition: `fuels:annex`.
 */
export function originOf(documents: string, ...said: readonly Sourced[]): Origin {
  const source = said.find((one) => one.source !== undefined && !isEmpty(one.source))?.source;
  // How sure a provenance is belongs to it: whoever states one is not held to what stands further out.
  const stated = said.findIndex((one) => one.provenance !== undefined);
  const within = stated < 0 ? said : said.slice(0, stated + 1);
  const confidence = within.find((one) => one.confidence !== undefined)?.confidence;
  const known = said.find((one) => one.known !== undefined)?.known;
  return {
    sources: sourcesOf(source, documents),
    provenance: said.find((one) => one.provenance !== undefined)?.provenance ?? "unconfirmed",
    ...(confidence === undefined ? {} : { confidence }),
    ...(known === undefined ? {} : { known }),
  };
}

/** The origin where anything is said of it; what it leaves open, `rest` says. */
export function originIfSaid(
  documents: string,
  said: Sourced,
  ...rest: readonly Sourced[]
): { readonly origin?: Origin } {
  return said.source === undefined && said.provenance === undefined
    ? {}
    : { origin: originOf(documents, said, ...rest) };
}

/** A list without sources says nothing, so what it stands in counts. */
function isEmpty(source: Source | readonly Source[]): boolean {
  return Array.isArray(source) && source.length === 0;
}

function sourcesOf(
  source: Source | readonly Source[] | undefined,
  documents: string,
): readonly SourceTree[] {
  if (source === undefined) return [];
  const sources: readonly Source[] = Array.isArray(source) ? source : [source as Source];
  return sources.map((one) => present({ ...one, document: `${documents}${one.document}` }));
}

/** The same without keys whose value is `undefined`, which have no place in plain data. */
export function present<T extends object>(value: T): Present<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, one]) => one !== undefined),
  ) as Present<T>;
}

/** Keys that may be `undefined` become keys that may be absent. */
export type Present<T> = {
  [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key];
} & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};
