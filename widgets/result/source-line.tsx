import type { VNode } from "preact";
import type { SourceResult } from "../../engine/result/result.ts";
import { useDetailsSetting } from "../text/details-setting.ts";
import { plainWords } from "../text/language.ts";
import { typeset } from "../text/words.tsx";

/** Where a figure or a formula comes from: document, clause and page, with a link to what is published. */
export function SourceLine({ source }: { readonly source: SourceResult }): VNode {
  const { language, text } = useDetailsSetting();
  const { title, document, edition, clause, page, table, note, url } = source;
  const name = title === undefined ? document : plainWords(title, language);
  const isLink = url !== undefined && /^https?:\/\//.test(url);
  const places = [
    edition,
    clause,
    table === undefined ? undefined : text.table(table),
    page === undefined ? undefined : text.page(page),
  ].filter((place) => place !== undefined);
  return (
    <span class="source">
      {text.source}
      {text.colon}
      {isLink ? (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {typeset(name)}
          <span class="unseen">{text.newTab}</span>
        </a>
      ) : (
        typeset(name)
      )}
      {places.length > 0 && ` ${places.join(language === "en" ? ", " : "、")}`}
      {note !== undefined && ` — ${note}`}
    </span>
  );
}
