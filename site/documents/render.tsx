import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { plainWords } from "../../widgets/text/language.ts";
import type { Language, RenderedPage } from "../build/page.ts";
import { Frame } from "../pages/frame.tsx";
import { linkTo } from "../pages/links.ts";
import { wordsEn } from "../pages/words-en.ts";
import { wordsJa } from "../pages/words-ja.ts";
import { ConformancePage, type TriedEdition } from "./conformance-page.tsx";
import type { CoveredTable } from "./coverage.ts";
import { CoveragePage } from "./coverage-page.tsx";
import { ReferencePage } from "./reference-page.tsx";
import { documentSpeech } from "./words.ts";

/** What the pages about the methodologies are made from. */
export interface LibraryDocuments {
  /** The newest edition of each methodology. */
  readonly editions: readonly TriedEdition[];
  readonly shared: readonly CoveredTable[];
  readonly own: readonly CoveredTable[];
}

/** A page without scripts, by where it stands below the root of its language. */
export interface LibraryDocument {
  readonly path: string;
  readonly render: (language: Language, root: string) => RenderedPage;
}

/** The pages about the methodologies: one to compare each with its text, one of the tables, one of published examples. */
export function libraryDocuments({
  editions,
  shared,
  own,
}: LibraryDocuments): readonly LibraryDocument[] {
  const references = editions.map((shown): LibraryDocument => {
    const path = `${shown.tree.id}/reference`;
    return {
      path,
      render: (language, root) => {
        const speech = documentSpeech[language];
        const { words } = speech;
        const title = plainWords(shown.tree.title, language);
        return framed(path, language, root, {
          title: `${title}: ${words.referenceOf(shown.tree.id)}`,
          description: words.referenceLead,
          page: <ReferencePage shown={shown} speech={speech} language={language} root={root} />,
        });
      },
    };
  });
  const coverage: LibraryDocument = {
    path: "coverage",
    render: (language, root) => {
      const speech = documentSpeech[language];
      return framed("coverage", language, root, {
        title: speech.words.coverage,
        description: speech.words.coverageLead,
        page: <CoveragePage shared={shared} own={own} speech={speech} language={language} />,
      });
    },
  };
  const conformance: LibraryDocument = {
    path: "conformance",
    render: (language, root) => {
      const speech = documentSpeech[language];
      return framed("conformance", language, root, {
        title: speech.words.conformance,
        description: speech.words.conformanceLead,
        page: (
          <ConformancePage editions={editions} speech={speech} language={language} root={root} />
        ),
      });
    },
  };
  return [...references, coverage, conformance];
}

function framed(
  path: string,
  language: Language,
  root: string,
  { title, description, page }: Omit<RenderedPage, "body"> & { readonly page: VNode },
): RenderedPage {
  const words = language === "en" ? wordsEn : wordsJa;
  const body = renderToString(
    <Frame place={{ language, root, id: path }} words={words}>
      <nav class="crumbs" aria-label={words.where}>
        <a href={linkTo(root, language)}>{words.home}</a>
      </nav>
      {page}
    </Frame>,
  );
  return { title: `${title} | ${words.name}`, description, body };
}
