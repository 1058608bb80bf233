import type { MethodologyData } from "../../engine/methodology/schema.ts";
import type { Tree } from "../../engine/methodology/tree.ts";
import type { Language } from "../build/page.ts";
import type { Hand } from "./symbols.tsx";
import type { DocumentSpeech } from "./words.ts";

/** One edition as its reference page shows it: the checked tree, its hash, and the tests of its file. */
export interface ShownEdition {
  readonly edition: string;
  readonly tree: Tree;
  readonly hash: string;
  readonly data: Pick<
    MethodologyData,
    "conditions" | "formulas" | "constants" | "tables" | "tests" | "properties" | "known_faults"
  >;
}

/** What every section of a reference page is given. */
export interface SectionProps {
  readonly shown: ShownEdition;
  readonly speech: DocumentSpeech;
  readonly language: Language;
  readonly hand: Hand;
}

/** Puts what a tree sorts by id in the order of the file; what came from shared editions follows. */
export function asWritten<T extends { readonly id: string }>(
  all: readonly T[],
  written: Readonly<Record<string, unknown>> | undefined,
): readonly T[] {
  const places = new Map(Object.keys(written ?? {}).map((id, at) => [id, at]));
  const place = ({ id }: T) => places.get(id) ?? places.size;
  return [...all].sort((a, b) => place(a) - place(b));
}
