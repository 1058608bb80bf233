import type { VNode } from "preact";
import type { CalculationResult } from "../../engine/result/result.ts";
import { still } from "../still.tsx";
import { useDetailsSetting } from "../text/details-setting.ts";
import { plainWords } from "../text/language.ts";
import { writeDay } from "../text/times.ts";

/** What a result can be repeated from: methodology and version, the text behind them, the engine and the day. */
export const Identity = still(function Identity({
  methodology,
  engine,
  as_of: asOf,
  mode,
  uses,
  replaced,
}: Pick<
  CalculationResult,
  "methodology" | "engine" | "as_of" | "mode" | "uses" | "replaced"
>): VNode {
  const { text, language, form, prefix } = useDetailsSetting();
  const status = text.statuses[methodology.status] ?? methodology.status;
  const short = methodology.hash.slice(0, 12);
  const heading = `${prefix}-identity`;
  return (
    <section class="identity" aria-labelledby={heading}>
      <h3 id={heading}>{text.identity}</h3>
      <dl class="facts">
        <div>
          <dt>{text.methodology}</dt>
          <dd>{methodology.id}</dd>
        </div>
        <div>
          <dt>{text.version}</dt>
          <dd>
            {methodology.version} ({status})
          </dd>
        </div>
        <div>
          <dt>{text.hash}</dt>
          <dd>
            <code title={methodology.hash}>{short}</code>
          </dd>
        </div>
        <div>
          <dt>{text.asOfDate}</dt>
          <dd>{writeDay(asOf, language)}</dd>
        </div>
        <div>
          <dt>{text.mode}</dt>
          <dd>{text.modes[mode]}</dd>
        </div>
        <div>
          <dt>{text.engine}</dt>
          <dd>santei {engine}</dd>
        </div>
        {replaced.map(({ table, hash }) => {
          const label = form.replaceable?.find(({ id }) => id === table)?.label ?? { ja: table };
          return (
            <div key={`replaced ${table}`}>
              <dt>{text.ownTableOf(plainWords(label, language))}</dt>
              <dd>
                <code title={hash}>{hash.slice(0, 12)}</code>
              </dd>
            </div>
          );
        })}
        {uses.map(({ kind, id, version }) => (
          <div key={`${kind} ${id}`}>
            <dt>{text.kinds.cell}</dt>
            <dd>
              {id}/{version}
            </dd>
          </div>
        ))}
      </dl>
      {text.statusHelp[form.status] !== undefined && (
        <p class="note">{text.statusHelp[form.status]}</p>
      )}
    </section>
  );
});
