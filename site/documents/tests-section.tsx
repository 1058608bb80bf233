import type { ComponentChildren, VNode } from "preact";
import type { Label, TestData } from "../../engine/methodology/schema.ts";
import type { SourceTree } from "../../engine/methodology/tree.ts";
import { Words as LabelWords, typeset } from "../../widgets/text/words.tsx";
import type { SectionProps } from "./context.ts";
import { Sources } from "./origin.tsx";
import { WideTable } from "./wide-table.tsx";

type Answers = TestData["given"][string];

/** The worked tests of the file: what is given and what must come out, to the digit. */
export function TestsSection({ shown, speech, language }: SectionProps): VNode | null {
  const { words } = speech;
  const tests = Object.entries(shown.data.tests ?? {});
  if (tests.length === 0) return null;
  return (
    <section aria-labelledby="tests">
      <h2 id="tests">{words.sections.tests}</h2>
      {tests.map(([id, test]) => (
        <article class="entry" id={`test-${id}`} key={id} aria-labelledby={`test-${id}-title`}>
          <h3 id={`test-${id}-title`}>
            {test.label === undefined ? id : <LabelWords label={test.label} language={language} />}{" "}
            <code>{id}</code>
          </h3>
          <p>
            {[words.worked[test.worked], periodOf(test), test.mode].filter(Boolean).join(" · ")}{" "}
            <Sources
              sources={asSources(test.source)}
              documents={shown.tree.documents}
              language={language}
            />
          </p>
          <details>
            <summary>{words.given}</summary>
            <AnswerList answers={test.given} />
          </details>
          <dl class="facts">
            {Object.entries({ ...test.expect, ...test.shown }).map(([name, value]) => (
              <div key={name}>
                <dt>
                  <code>{name}</code>
                </dt>
                <dd class="figure">{typeset(value)}</dd>
              </div>
            ))}
            {[test.status, ...(test.missing ?? []), ...(test.issues ?? [])]
              .filter((one) => one !== undefined)
              .map((one) => (
                <div key={one}>
                  <dt>{words.outcome}</dt>
                  <dd>
                    <code>{one}</code>
                  </dd>
                </div>
              ))}
          </dl>
        </article>
      ))}
    </section>
  );
}

/** Sources as a file writes them: one or several. */
export function asSources(source: TestData["source"]): readonly SourceTree[] {
  if (source === undefined) return [];
  return (Array.isArray(source) ? source : [source]) as readonly SourceTree[];
}

function periodOf({ period }: TestData): string | undefined {
  if (period === undefined || typeof period === "string") return period;
  return `${period.from} – ${period.to}`;
}

function AnswerList({ answers }: { readonly answers: Readonly<Record<string, Answers>> }): VNode {
  return (
    <dl class="answers">
      {Object.entries(answers).map(([id, answer]) => (
        <div key={id}>
          <dt>
            <code>{id}</code>
          </dt>
          <dd>{answerText(answer)}</dd>
        </div>
      ))}
    </dl>
  );
}

function answerText(answer: Answers): ComponentChildren {
  if (typeof answer === "string") return typeset(answer);
  if (Array.isArray(answer)) {
    return (
      <ol>
        {answer.map((item, at) => (
          <li key={at}>{answerText(item)}</li>
        ))}
      </ol>
    );
  }
  return <AnswerList answers={answer} />;
}

/** The laws that every evaluation must keep. */
export function LawsSection({ shown, speech }: SectionProps): VNode | null {
  const { words } = speech;
  const laws = Object.entries(shown.data.properties ?? {});
  if (laws.length === 0) return null;
  return (
    <section aria-labelledby="laws">
      <h2 id="laws">{words.sections.laws}</h2>
      <WideTable label={words.sections.laws} heads={[words.of, words.law, words.against]}>
        {laws.map(([id, law]) => (
          <tr key={id}>
            <th scope="row">
              <code>{law.of}</code>
            </th>
            <td>{words.laws[law.law] ?? law.law}</td>
            <td>{law.in !== undefined && <code>{law.in}</code>}</td>
          </tr>
        ))}
      </WideTable>
    </section>
  );
}

/** Where published plans and sheets depart from the rule that is followed here. */
export function FaultsSection({ shown, speech, language }: SectionProps): VNode | null {
  const faults = shown.data.known_faults ?? [];
  if (faults.length === 0) return null;
  return (
    <section aria-labelledby="faults">
      <h2 id="faults">{speech.words.sections.faults}</h2>
      <ul>
        {faults.map(({ what, source }, at) => (
          <li key={at}>
            <LabelWords label={what as Label} language={language} />{" "}
            <Sources
              sources={asSources(source as TestData["source"])}
              documents={shown.tree.documents}
              language={language}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
