import type { VNode } from "preact";
import type { Label, TestData } from "../../engine/methodology/schema.ts";
import { Words as LabelWords, typeset } from "../../widgets/text/words.tsx";
import type { Language } from "../build/page.ts";
import { linkTo } from "../pages/links.ts";
import type { ShownEdition } from "./context.ts";
import { Sources } from "./origin.tsx";
import { asSources } from "./tests-section.tsx";
import { WideTable } from "./wide-table.tsx";
import type { DocumentSpeech } from "./words.ts";

/** An edition with what came out when its published examples were calculated. */
export interface TriedEdition extends ShownEdition {
  /** Ids of the worked tests that hold. */
  readonly holds: ReadonlySet<string>;
}

interface Props {
  readonly editions: readonly TriedEdition[];
  readonly speech: DocumentSpeech;
  readonly language: Language;
  readonly root: string;
}

/** Every published example that the library reproduces, and every one where it departs, with the reason. */
export function ConformancePage(props: Props): VNode {
  const { words } = props.speech;
  const examples = props.editions.flatMap((shown) =>
    Object.entries(shown.data.tests ?? {})
      .filter(([, test]) => test.worked === "published")
      .map(([id, test]) => ({ shown, id, test, holds: shown.holds.has(id) })),
  );
  const held = examples.filter(({ holds }) => holds).length;
  return (
    <div class="document">
      <h1>{words.conformance}</h1>
      <p class="lead">{words.conformanceLead}</p>
      <section aria-labelledby="reproduced">
        <h2 id="reproduced">{words.reproduced}</h2>
        <p>{words.reproducedLead(held, examples.length)}</p>
        <WideTable
          label={words.reproduced}
          heads={[
            words.methodology,
            words.example,
            words.publishedValue,
            words.outcome,
            words.source,
          ]}
        >
          {examples.map(({ shown, id, test, holds }) => (
            <Example key={`${shown.edition} ${id}`} {...props} {...{ shown, id, test, holds }} />
          ))}
        </WideTable>
      </section>
      <section aria-labelledby="departs">
        <h2 id="departs">{words.departs}</h2>
        <p>{words.departsLead}</p>
        <WideTable label={words.departs} heads={[words.methodology, words.fault, words.source]}>
          {props.editions.flatMap((shown) =>
            (shown.data.known_faults ?? []).map(({ what, source }, at) => (
              <tr key={`${shown.edition} ${at}`}>
                <th scope="row">{shown.tree.id}</th>
                <td>
                  <LabelWords label={what as Label} language={props.language} />
                </td>
                <td>
                  <Sources
                    sources={asSources(source as TestData["source"])}
                    documents={shown.tree.documents}
                    language={props.language}
                    page={`${linkTo(props.root, props.language, shown.tree.id)}reference/`}
                  />
                </td>
              </tr>
            )),
          )}
        </WideTable>
      </section>
    </div>
  );
}

function Example({
  shown,
  id,
  test,
  holds,
  speech,
  language,
  root,
}: Props & {
  readonly shown: TriedEdition;
  readonly id: string;
  readonly test: TestData;
  readonly holds: boolean;
}): VNode {
  const { words } = speech;
  const page = `${linkTo(root, language, shown.tree.id)}reference/`;
  const figures = Object.entries({ ...test.expect, ...test.shown });
  return (
    <tr>
      <th scope="row">{shown.tree.id}</th>
      <td>
        <a href={`${page}#test-${id}`}>
          {test.label === undefined ? id : <LabelWords label={test.label} language={language} />}
        </a>
      </td>
      <td>
        <ul>
          {figures.map(([name, value]) => (
            <li key={name}>
              <code>{name}</code> {typeset(value)}
            </li>
          ))}
        </ul>
      </td>
      <td>{holds ? words.holds : words.differs}</td>
      <td>
        <Sources
          sources={asSources(test.source)}
          documents={shown.tree.documents}
          language={language}
          page={page}
        />
      </td>
    </tr>
  );
}
