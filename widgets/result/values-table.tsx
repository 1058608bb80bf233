import type { VNode } from "preact";
import type { CalculationResult, OutputResult, OutputValue } from "../../engine/result/result.ts";
import { type Axes, axisName, axisWords } from "../text/axes.ts";
import { useDetailsSetting } from "../text/details-setting.ts";
import { writeUnit } from "../text/units.tsx";
import { typeset } from "../text/words.tsx";
import { Bar } from "./bar.tsx";
import { outputName } from "./headline.tsx";
import { largest } from "./lengths.ts";
import { drawnOf } from "./step-values.ts";
import { lineOf, showOutput } from "./values.ts";

/** Up to so many members, a second axis runs across the table. */
const mostColumns = 4;

/**
 * The values of an output along its axes: two axes as rows and columns where that fits, else one row per value, with a
 * bar under its name where the methodology asks for bars.
 */
export function ValuesTable({
  id,
  output,
  axes,
  isTold = false,
}: {
  readonly id: string;
  readonly output: OutputResult;
  readonly axes: Axes;
  /** Whether the name of the output stands above the table already. */
  readonly isTold?: boolean;
}): VNode {
  const setting = useDetailsSetting();
  const { language, text } = setting;
  const values = output.values ?? [];
  const hasOwnUnits = values.some(({ display_unit: own }) => own !== undefined);
  const unit = hasOwnUnits ? "" : writeUnit(output.display_unit, setting);
  const name = outputName(setting, id, output);
  const [first = "", second = ""] = output.axes;
  const columns = [...new Set(values.map(({ at }) => at[second] ?? ""))];
  // Lengths of unlike units say nothing beside each other.
  const hasBars = output.chart === "bars" && !hasOwnUnits;
  const isCross = !hasBars && output.axes.length === 2 && columns.length <= mostColumns;
  const rows = [...new Set(values.map(({ at }) => at[first] ?? ""))];
  const cell = (value: OutputValue | undefined): VNode => {
    const shown = value === undefined ? undefined : showOutput(setting, id, output, value);
    const words = shown?.words ?? text.none;
    return (
      <td class={isNothing(words) ? "nothing" : undefined}>
        {hasOwnUnits && shown !== undefined ? typeset(lineOf(shown, setting)) : words}
      </td>
    );
  };
  const drawn = values.map(drawnOf);
  const longest = largest(drawn.map((ends) => ends?.high ?? "0"));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls has to be reached by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, and these are figures.
    <div class="scroll" role="group" tabIndex={0} aria-label={name}>
      <table class="values">
        <caption>
          {isTold ? <span class="unseen">{typeset(name)}</span> : typeset(name)}
          {unit !== "" && (
            <span class="unit">
              {language === "en" ? " (" : "（"}
              {typeset(unit)}
              {language === "en" ? ")" : "）"}
            </span>
          )}
        </caption>
        <thead>
          <tr>
            {(isCross ? [first] : output.axes).map((axis) => (
              <th key={axis} scope="col">
                {axisName(axes, axis)}
              </th>
            ))}
            {isCross ? (
              columns.map((key) => (
                <th key={key} scope="col" class="end">
                  {typeset(axisWords(axes, second, key))}
                </th>
              ))
            ) : (
              <th scope="col" class="end">
                {text.value}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {isCross
            ? rows.map((row) => (
                <tr key={row}>
                  <th scope="row">{typeset(axisWords(axes, first, row))}</th>
                  {columns.map((column) =>
                    cell(values.find(({ at }) => at[first] === row && at[second] === column)),
                  )}
                </tr>
              ))
            : values.map((value, index) => (
                <tr key={JSON.stringify(value.at)}>
                  {output.axes.map((axis, place) => (
                    <th key={axis} scope="row">
                      {typeset(axisWords(axes, axis, value.at[axis] ?? ""))}
                      {hasBars &&
                        place === output.axes.length - 1 &&
                        /[1-9]/.test(drawn[index]?.high ?? "") && (
                          <Bar
                            pieces={[{ key: "", colour: 0, low: "0", high: "0", ...drawn[index] }]}
                            longest={longest}
                          />
                        )}
                    </th>
                  ))}
                  {cell(value)}
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  );
}

/** The outputs that have values along axes and stand in tables of their own. */
export function tabled(result: CalculationResult): readonly (readonly [string, OutputResult])[] {
  return Object.entries(result.results).filter(
    ([, output]) => output.values?.some((value) => !("none" in value)) === true,
  );
}

/** Whether a figure says nothing: 0 in as many digits as are shown. */
function isNothing(words: string): boolean {
  return /^0(\.0+)?$/.test(words);
}
