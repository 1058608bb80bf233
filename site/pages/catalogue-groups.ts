import type { CatalogueEntry } from "../build/page.ts";

/** The fields in which a catalogue is looked through, in this order. */
export const fields = ["energy", "agriculture", "forest", "occasions", "scheme", "others"] as const;

export type Field = (typeof fields)[number];

/** By the first part of an id, `EN` of `EN-S-001`: the scheme's own sectors, and ours. */
const fieldOf: Readonly<Record<string, Field>> = {
  EN: "energy",
  AG: "agriculture",
  FO: "forest",
  MEETING: "occasions",
  EVENT: "occasions",
  OFFSET: "occasions",
  SCHEME: "scheme",
};

/**
 * The entries of a catalogue by field, in the order of their ids. A field without any is left out, and what has no field of
 * its own comes last.
 */
export function groupEntries(
  entries: readonly CatalogueEntry[],
): readonly (readonly [Field, readonly CatalogueEntry[]])[] {
  const sorted = [...entries].sort((one, other) => (one.id < other.id ? -1 : 1));
  return fields
    .map((field) => {
      const own = sorted.filter(
        ({ id }) => (fieldOf[id.split("-")[0] ?? ""] ?? "others") === field,
      );
      return [field, own] as const;
    })
    .filter(([, own]) => own.length > 0);
}
