import type { VNode } from "preact";
import { typeset, Words } from "../../widgets/text/words.tsx";
import type { PageData } from "../build/page.ts";
import { documentSpeech } from "../documents/words.ts";
import { groupEntries } from "./catalogue-groups.ts";
import { catalogueWords } from "./catalogue-words.ts";
import { linkTo } from "./links.ts";
import type { SiteWords } from "./words.ts";

/** What there is to calculate: each methodology with its title, a few words, its version and how far it has come. */
export function CataloguePage({
  page,
  words,
}: {
  readonly page: PageData;
  readonly words: SiteWords;
}): VNode {
  const { language, root, catalogue } = page;
  const { words: library } = documentSpeech[language];
  const text = { ...words, ...catalogueWords[language] };
  const groups = groupEntries(catalogue);
  return (
    <>
      <h1>{text.calculators}</h1>
      <p class="lead">{typeset(text.intro)}</p>
      <div class="cards starts">
        <section class="card" aria-labelledby="assessment">
          <h2 id="assessment">
            <a href={linkTo(root, language, "assessment")}>{text.assessment}</a>
          </h2>
          <p>{typeset(text.assessmentHelp)}</p>
        </section>
        <section class="card" aria-labelledby="portfolio">
          <h2 id="portfolio">
            <a href={linkTo(root, language, "portfolio")}>{text.portfolio}</a>
          </h2>
          <p>{typeset(text.portfolioHelp)}</p>
        </section>
      </div>
      <nav class="fields" aria-label={text.fieldsOf}>
        <ul>
          {groups.map(([field, own]) => (
            <li key={field}>
              <a href={`#${field}`}>{typeset(text.fields[field])}</a>
              <span class="count">{text.entries(own.length)}</span>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map(([field, own]) => (
        <section key={field} class="field" aria-labelledby={field}>
          <h2 id={field} tabIndex={-1}>
            {typeset(text.fields[field])}
          </h2>
          <ul class="cards">
            {own.map(({ id, version, status, title, summary, edition }) => (
              <li key={edition} class="card">
                <p class="edition">
                  <span>{id}</span>
                  <span class={`status ${status}`}>{text.statuses[status] ?? status}</span>
                </p>
                <h3>
                  <a href={linkTo(root, language, id)}>
                    <Words label={title} language={language} />
                  </a>
                </h3>
                {summary !== undefined && (
                  <p>
                    <Words label={summary} language={language} />
                  </p>
                )}
                <p class="version">
                  {text.version} {version}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <nav class="library" aria-labelledby="library">
        <h2 id="library">{library.documentsOfLibrary}</h2>
        <ul>
          <li>
            <a href={linkTo(root, language, "coverage")}>{library.coverage}</a>
          </li>
          <li>
            <a href={linkTo(root, language, "conformance")}>{library.conformance}</a>
          </li>
          <li>
            <a href={linkTo(root, language, "embed")}>{text.embed}</a>
          </li>
        </ul>
      </nav>
      <section class="principles" aria-labelledby="principles">
        <h2 id="principles">{text.principles}</h2>
        <dl>
          <div>
            <dt>{text.exact}</dt>
            <dd>{text.exactHelp}</dd>
          </div>
          <div>
            <dt>{text.explained}</dt>
            <dd>{text.explainedHelp}</dd>
          </div>
          <div>
            <dt>{text.quiet}</dt>
            <dd>{text.quietHelp}</dd>
          </div>
        </dl>
      </section>
    </>
  );
}
