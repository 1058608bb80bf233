import type { VNode } from "preact";
import type { Language } from "../build/page.ts";
import { Line } from "./fields.tsx";
import { portfolioWords } from "./portfolio-words.ts";
import type { Desk } from "./use-desk.ts";

/** The third step: what a row is decides the tonnes, so it is asked and not preset. */
export function RowMeaning({
  language,
  desk: { methodology, rows, setRows, period, setPeriod, mapping },
}: {
  readonly language: Language;
  readonly desk: Desk;
}): VNode {
  const text = portfolioWords[language];
  const periodColumn = mapping?.columns.find(({ is }) => is === "period");
  return (
    <section aria-labelledby="step-rows">
      <h2 id="step-rows">{text.steps.rows}</h2>
      <fieldset aria-describedby="rows-hint">
        <legend>{text.rowsAre}</legend>
        <p class="hint" id="rows-hint">
          {text.rowsHelp}
        </p>
        {(["projects", "items"] as const).map((one) => {
          const isOut = one === "items" && !methodology.hasLists;
          return (
            <div key={one} class="radio">
              <input
                type="radio"
                name="rows"
                id={`rows-${one}`}
                checked={rows === one}
                disabled={isOut}
                aria-describedby={`rows-${one}-hint`}
                onChange={() => setRows(one)}
              />
              <label for={`rows-${one}`}>{text[one]}</label>
              <p class="hint" id={`rows-${one}-hint`}>
                {isOut ? text.noLists : one === "items" ? text.itemsHelp : text.projectsHelp}
              </p>
            </div>
          );
        })}
      </fieldset>
      {methodology.hasPeriod ? (
        <>
          <Line
            id="period"
            label={text.period}
            value={period}
            hint={text.periodHelp}
            onText={setPeriod}
          />
          {periodColumn !== undefined && <p>{text.periodInColumn(periodColumn.header)}</p>}
        </>
      ) : (
        <p>{text.noPeriod}</p>
      )}
    </section>
  );
}
