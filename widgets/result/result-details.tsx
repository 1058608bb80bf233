import type { VNode } from "preact";
import type { CalculationResult } from "../../engine/result/result.ts";
import type { Draft } from "../answers/draft.ts";
import { useDetailsSetting } from "../text/details-setting.ts";
import { typeset } from "../text/words.tsx";
import { Chart } from "./chart.tsx";
import { type Compared, Comparison } from "./comparison.tsx";
import { outputName } from "./headline.tsx";
import { Conditions, issueSentences, Warnings } from "./notes.tsx";
import { Standing } from "./standing.tsx";
import { uncountedLists } from "./uncounted.ts";
import { useAxes } from "./use-axes.ts";
import { tabled, ValuesTable } from "./values-table.tsx";

/** What stands under the figures: how firm they are, what is to be noted, and how they fall apart. */
export function ResultDetails({
  result,
  draft,
  compared,
  warnings,
  isWanting,
  isTouched,
}: {
  readonly result: CalculationResult;
  readonly draft: Draft;
  /** The results of all sets, to be compared. */
  readonly compared: Compared;
  readonly warnings: readonly string[];
  /** Whether there is no result for lack of answers: then nothing is told that more answers may change. */
  readonly isWanting: boolean;
  /** Whether anything was entered, or a result asked for. */
  readonly isTouched: boolean;
}): VNode {
  const setting = useDetailsSetting();
  const axes = useAxes(result, draft);
  const uncounted = uncountedLists(setting, result, draft);
  const [first, ...others] = isWanting ? [] : tabled(result);
  return (
    <>
      {!isWanting && <Standing result={result} />}
      {!isWanting && uncounted.length > 0 && (
        <p class="note">{typeset(setting.text.uncounted(uncounted))}</p>
      )}
      {isTouched && <Conditions result={result} axes={axes} withWarnings={!isWanting} />}
      <Warnings sentences={[...issueSentences(result, setting), ...warnings]} />
      {compared.sets.length > 1 && <Comparison {...compared} />}
      {first !== undefined && (
        <div class="breakdown">
          {first[1].chart === "stacked" && <Chart id={first[0]} output={first[1]} axes={axes} />}
          <ValuesTable id={first[0]} output={first[1]} axes={axes} />
        </div>
      )}
      {others.map(([id, output]) => (
        <details key={id} class="group breakdown">
          <summary>
            <h3>{typeset(outputName(setting, id, output))}</h3>
          </summary>
          {output.chart === "stacked" && <Chart id={id} output={output} axes={axes} />}
          <ValuesTable id={id} output={output} axes={axes} isTold />
        </details>
      ))}
    </>
  );
}
