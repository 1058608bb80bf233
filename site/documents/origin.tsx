import type { ComponentChildren, VNode } from "preact";
import type { DocumentTree, Origin, SourceTree } from "../../engine/methodology/tree.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { typeset } from "../../widgets/text/words.tsx";
import type { Language } from "../build/page.ts";
import type { DocumentSpeech } from "./words.ts";

/** How sure a figure or formula is, by its flag in words. */
export function Certainty({
  origin,
  speech,
}: {
  readonly origin: Pick<Origin, "provenance" | "confidence">;
  readonly speech: DocumentSpeech;
}): VNode {
  const { provenance, confidence } = origin;
  return (
    <span class={`provenance ${provenance}`}>
      {speech.details.provenances[provenance] ?? provenance}
      {confidence === "low" && ` (${speech.words.low})`}
    </span>
  );
}

/** Where something is said: document, clause, page, table, and a note. */
export function Sources({
  sources,
  documents,
  language,
  page = "",
}: {
  readonly sources: readonly SourceTree[];
  readonly documents: readonly DocumentTree[];
  readonly language: Language;
  /** The page that lists the documents; this one unless told otherwise. */
  readonly page?: string;
}): ComponentChildren {
  return sources.map((source, at) => {
    const document = documents.find(({ id }) => id === source.document);
    const title = document === undefined ? source.document : plainWords(document.title, language);
    const places = [source.clause, source.page && `p. ${source.page}`, source.table].filter(
      (place) => place !== undefined && place !== "",
    );
    return (
      <span class="source" key={at}>
        <a href={`${page}#document-${source.document}`}>{typeset(title)}</a>
        {places.length > 0 && ` ${places.join(", ")}`}
        {source.note !== undefined && <span class="note"> — {typeset(source.note)}</span>}
      </span>
    );
  });
}
