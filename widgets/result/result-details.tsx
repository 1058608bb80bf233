import type { VNode } from "preact";
import type { CalculationResult } from "../../engine/result/result.ts";
import type { Draft } from "../answers/draft.ts";
import { useDetailsSetting } from "../text/details-setting.ts";
import { Chart } from "./chart.tsx";
import { Comparison } from "./comparison.tsx";
import { Explanation } from "./explanation.tsx";
import { Identity } from "./identity.tsx";
import { Assumed, Conditions, issueSentences, Unconfirmed, Warnings } from "./notes.tsx";
import { tabled, ValuesTable } from "./values-table.tsx";

/** What stands under the figures: what they rest on, how they fall apart, and how they came about. */
export function ResultDetails({
  result,
  draft,
  sets,
  warnings,
  isPrinting,
  onExplain,
}: {
  readonly result: CalculationResult;
  readonly draft: Draft;
  /** Results of all sets by name, to be compared. */
  readonly sets: readonly (readonly [string, CalculationResult])[];
  readonly warnings: readonly string[];
  readonly isPrinting: boolean;
  readonly onExplain: (isOpen: boolean) => void;
}): VNode {
  const setting = useDetailsSetting();
  const axes = { ...setting, parts: result.parts, draft };
  return (
    <>
      <Conditions result={result} axes={axes} />
      <Warnings sentences={[...issueSentences(result, setting), ...warnings]} />
      {tabled(result).map(([id, output]) => (
        <div key={id} class="breakdown">
          {output.chart !== undefined && <Chart id={id} output={output} axes={axes} />}
          <ValuesTable id={id} output={output} axes={axes} />
        </div>
      ))}
      {sets.length > 1 && <Comparison sets={sets} />}
      <Assumed assumed={result.assumed} axes={axes} />
      <Unconfirmed figures={result.unconfirmed} />
      <Explanation result={result} axes={axes} isPrinting={isPrinting} onOpen={onExplain} />
      <Identity result={result} />
    </>
  );
}
