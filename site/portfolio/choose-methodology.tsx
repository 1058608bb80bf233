import type { VNode } from "preact";
import { plainWords } from "../../widgets/text/language.ts";
import type { Language } from "../build/page.ts";
import { Pick } from "./fields.tsx";
import type { PortfolioMethodology } from "./page-data.ts";
import { portfolioWords } from "./portfolio-words.ts";

export interface Template {
  readonly rows: "projects" | "items";
  readonly as: "csv" | "xlsx";
}

/** The first step: which methodology, and a file with its columns to fill in. */
export function ChooseMethodology({
  language,
  methodologies,
  chosen,
  onChoose,
  onTemplate,
}: {
  readonly language: Language;
  readonly methodologies: readonly PortfolioMethodology[];
  readonly chosen: PortfolioMethodology;
  readonly onChoose: (id: string) => void;
  readonly onTemplate: (template: Template) => void;
}): VNode {
  const text = portfolioWords[language];
  const rows = chosen.hasLists ? (["projects", "items"] as const) : (["projects"] as const);
  return (
    <section aria-labelledby="step-methodology">
      <h2 id="step-methodology">{text.steps.methodology}</h2>
      <Pick id="methodology" label={text.methodology} value={chosen.id} onPick={onChoose}>
        {methodologies.map(({ id, title }) => (
          <option key={id} value={id} selected={id === chosen.id}>
            {plainWords(title, language)} ({id})
          </option>
        ))}
      </Pick>
      <h3>{text.template}</h3>
      <p>{text.templateHelp}</p>
      <ul class="actions">
        {rows.flatMap((row) =>
          (["csv", "xlsx"] as const).map((as) => (
            <li key={row + as}>
              <button type="button" onClick={() => onTemplate({ rows: row, as })}>
                <span class="unseen">{text.template}: </span>
                {text.templateOf[row]} ({text.kinds[as]})
              </button>
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
