import type { VNode } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { CalculationResult, OutputResult } from "../../engine/result/result.ts";
import type { CalculationReply, CalculationRequest } from "../../engine/service/protocol.ts";
import type { Draft } from "../answers/draft.ts";
import { EngineContext, newCaller } from "../engine-context.ts";
import { useDetailsSetting } from "../text/details-setting.ts";
import { writeUnit } from "../text/units.tsx";
import { typeset } from "../text/words.tsx";
import { outputName } from "./headline.tsx";
import { uncountedLists } from "./uncounted.ts";
import { showOutput } from "./values.ts";

/** A set of answers with its result. */
export interface ComparedSet {
  readonly id: string;
  readonly name: string;
  readonly result: CalculationResult;
  readonly draft: Draft;
}

export interface Compared {
  readonly sets: readonly ComparedSet[];
  /** What the results answer. It is asked once more for the least and the most that they can be. */
  readonly request: Omit<CalculationRequest, "caller">;
}

/** The results of several sets side by side, as the engine gave them, each with the range that it lies in. */
export function Comparison({ sets, request }: Compared): VNode {
  const setting = useDetailsSetting();
  const { text } = setting;
  const ranges = useRanges(request);
  const [first] = sets;
  const rows = Object.entries(first?.result.results ?? {}).filter(
    ([, output]) => output.values === undefined,
  );
  const rangeOf = (set: ComparedSet, id: string): OutputResult | undefined => {
    const output = ranges?.sets[set.id]?.result?.results[id];
    return output?.low !== undefined && output.low !== output.high ? output : undefined;
  };
  const hasRanges = rows.some(([id]) => sets.some((set) => rangeOf(set, id) !== undefined));
  return (
    <div class="breakdown">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, and these are figures. */}
      <div
        class="scroll comparison"
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls has to be reached by keyboard.
        tabIndex={0}
        aria-label={text.comparison}
      >
        <table class="values">
          <caption>{text.comparison}</caption>
          <thead>
            <tr>
              <th scope="col">{text.item}</th>
              {sets.map(({ id, name }) => (
                <th key={id} scope="col" class="end">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([id, output]) => {
              const unit = writeUnit(output.display_unit, setting);
              return (
                <tr key={id}>
                  <th scope="row">
                    {typeset(outputName(setting, id, output))}
                    {unit !== "" && <span class="unit"> {typeset(unit)}</span>}
                  </th>
                  {sets.map((set) => {
                    const own = set.result.results[id];
                    const range = rangeOf(set, id);
                    return (
                      <td key={set.id}>
                        {own === undefined ? text.none : showOutput(setting, id, own, own).words}
                        {range !== undefined && (
                          <span class="note range">
                            {showOutput(setting, id, range, range).words}
                          </span>
                        )}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {hasRanges && <p class="note">{text.comparisonRange}</p>}
      {sets.map((set) => {
        const left = uncountedLists(setting, set.result, set.draft);
        if (left.length === 0) return null;
        return (
          <p class="note" key={set.id}>
            {typeset(`${set.name}${text.colon}${text.uncounted(left)}`)}
          </p>
        );
      })}
    </div>
  );
}

/** The same answers in range mode; absent until they have come, and where the figures are ranges already. */
function useRanges(request: Compared["request"]): CalculationReply | undefined {
  const client = useContext(EngineContext)?.client;
  const [ranges, setRanges] = useState<CalculationReply>();
  const [caller] = useState(newCaller);
  const { answers, edition, asOf, mode } = request;
  useEffect(() => {
    let isCurrent = true;
    setRanges(undefined);
    if (client === undefined || mode === "range") return undefined;
    const asked = { ...request, caller, mode: "range", steps: false, words: false } as const;
    void client.calculate(asked).then((reply) => {
      if (isCurrent && reply.ok) setRanges(reply.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, caller, edition, asOf, mode, JSON.stringify(answers)]);
  return ranges;
}
