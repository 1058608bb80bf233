import type { VNode } from "preact";
import { plainWords } from "../../widgets/text/language.ts";
import { Words as LabelWords, typeset } from "../../widgets/text/words.tsx";
import type { Language } from "../build/page.ts";
import { linkTo } from "../pages/links.ts";
import { ConstantsSection, TablesSection } from "./coefficients-section.tsx";
import type { SectionProps, ShownEdition } from "./context.ts";
import { ConditionsSection, FormulasSection } from "./formulas-section.tsx";
import { namesOf } from "./names.ts";
import { QuestionsSection } from "./questions-section.tsx";
import { FaultsSection, LawsSection, TestsSection } from "./tests-section.tsx";
import { WideTable } from "./wide-table.tsx";
import type { DocumentSpeech } from "./words.ts";

/** Everything that a methodology file says, to be compared with the official text line by line. */
export function ReferencePage({
  shown,
  speech,
  language,
  root,
}: {
  readonly shown: ShownEdition;
  readonly speech: DocumentSpeech;
  readonly language: Language;
  readonly root: string;
}): VNode {
  const { words } = speech;
  const { tree } = shown;
  const hand = { names: namesOf(tree), language, words: words.math };
  const props: SectionProps = { shown, speech, language, hand };
  const sections = [
    ["documents", <DocumentsSection {...props} />],
    ["conditions", tree.conditions.length > 0 && <ConditionsSection {...props} />],
    ["formulas", <FormulasSection {...props} />],
    ["questions", <QuestionsSection {...props} />],
    ["constants", tree.constants.length > 0 && <ConstantsSection {...props} />],
    ["tables", tree.tables.length > 0 && <TablesSection {...props} />],
    ["tests", shown.data.tests !== undefined && <TestsSection {...props} />],
    ["laws", shown.data.properties !== undefined && <LawsSection {...props} />],
    ["faults", shown.data.known_faults !== undefined && <FaultsSection {...props} />],
  ] as const;
  const present = sections.filter(([, section]) => section !== false);
  return (
    <div class="document">
      <h1>
        <LabelWords label={tree.title} language={language} />
        <span class="of">{words.reference}</span>
      </h1>
      <p class="edition">
        <span>{tree.id}</span>
        <span>
          {words.edition} {tree.version}
        </span>
        <a href={linkTo(root, language, tree.id)}>{words.calculator}</a>
      </p>
      <p class="lead">{words.referenceLead}</p>
      <nav aria-label={words.contents}>
        <ul class="contents">
          {present.map(([id]) => (
            <li key={id}>
              <a href={`#${id}`}>{words.sections[id]}</a>
            </li>
          ))}
        </ul>
      </nav>
      {present.map(([, section]) => section)}
    </div>
  );
}

function DocumentsSection({ shown, speech, language }: SectionProps): VNode {
  const { words } = speech;
  const { tree, hash } = shown;
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{words.sections.documents}</h2>
      <WideTable
        label={words.sections.documents}
        heads={[words.document, words.edition, words.date, words.standing]}
      >
        {tree.documents.map((document) => (
          <tr id={`document-${document.id}`} key={document.id}>
            <th scope="row">
              {document.url === undefined ? (
                typeset(plainWords(document.title, language))
              ) : (
                <a href={document.url} rel="noreferrer">
                  {typeset(plainWords(document.title, language))}
                </a>
              )}
            </th>
            <td>{document.edition}</td>
            <td>{document.date}</td>
            <td>{words.standings[document.standing] ?? document.standing}</td>
          </tr>
        ))}
      </WideTable>
      <p>
        {words.hash}: <code>{hash}</code>
      </p>
      {tree.uses.length > 0 && (
        <>
          <p>{words.uses}:</p>
          <ul>
            {tree.uses.map(({ id, version, hash: own }) => (
              <li key={id}>
                {id} {version} <code>{own.slice(0, 12)}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
