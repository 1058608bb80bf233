import type { VNode } from "preact";
import type { CalculationResult, OutputResult, OutputValue } from "../../engine/result/result.ts";
import { still } from "../still.tsx";
import { type Axes, axisName, axisWords } from "../text/axes.ts";
import { useDetailsSetting } from "../text/details-setting.ts";
import { writeUnit } from "../text/units.tsx";
import { typeset } from "../text/words.tsx";
import { useKept } from "../use-kept.ts";
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
export const ValuesTable = still(function ValuesTable({
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
  const { type, display_unit, axes: along, values = [] } = output;
  const hasOwnUnits = values.some(({ display_unit: own }) => own !== undefined);
  const unit = hasOwnUnits ? "" : writeUnit(display_unit, setting);
  const name = outputName(setting, id, output);
  const [first = "", second = ""] = along;
  const columns = [...new Set(values.map(({ at }) => at[second] ?? ""))];
  // Lengths of unlike units say nothing beside each other.
  const hasBars = output.chart === "bars" && !hasOwnUnits;
  const isCross = !hasBars && along.length === 2 && columns.length <= mostColumns;
  const rows = useKept(
    isCross ? crossed(values, first, second, columns) : values.map((one) => [one]),
  );
  const longest = largest(hasBars ? values.map((value) => drawnOf(value)?.high ?? "0") : []);
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
            {(isCross ? [first] : along).map((axis) => (
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
          {rows.map((row) => {
            const at = row.find((value) => value !== undefined)?.at ?? {};
            return (
              <Row
                key={isCross ? at[first] : JSON.stringify(at)}
                id={id}
                type={type}
                display_unit={display_unit}
                axes={axes}
                names={along}
                isCross={isCross}
                values={row}
                hasOwnUnits={hasOwnUnits}
                longest={hasBars ? longest : undefined}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
});

type Cells = readonly (OutputValue | undefined)[];

/** The values of each place on the first axis, in the order of the columns. */
function crossed(
  values: readonly OutputValue[],
  first: string,
  second: string,
  columns: readonly string[],
): readonly Cells[] {
  const rows = new Map<string, (OutputValue | undefined)[]>();
  for (const value of values) {
    const key = value.at[first] ?? "";
    const row = rows.get(key) ?? columns.map(() => undefined);
    rows.set(key, row);
    row[columns.indexOf(value.at[second] ?? "")] ??= value;
  }
  return [...rows.values()];
}

/** The places that a row stands for, and its values: one for each column where two axes cross. */
const Row = still(function Row({
  id,
  type,
  display_unit,
  axes,
  names,
  isCross,
  values,
  hasOwnUnits,
  longest,
}: Pick<OutputResult, "type" | "display_unit"> & {
  readonly id: string;
  readonly axes: Axes;
  readonly names: readonly string[];
  readonly isCross: boolean;
  readonly values: Cells;
  readonly hasOwnUnits: boolean;
  /** The longest of the bars; absent where none are drawn. */
  readonly longest: string | undefined;
}): VNode {
  const setting = useDetailsSetting();
  const own = values.find((value) => value !== undefined);
  const heads = isCross ? names.slice(0, 1) : names;
  const drawn = longest === undefined || own === undefined ? undefined : drawnOf(own);
  const cells = values.map((value) => {
    const shown =
      value === undefined ? undefined : showOutput(setting, id, { type, display_unit }, value);
    const words = shown?.words ?? setting.text.none;
    return (
      <td class={isNothing(words) ? "nothing" : undefined}>
        {hasOwnUnits && shown !== undefined ? typeset(lineOf(shown, setting)) : words}
      </td>
    );
  });
  return (
    <tr>
      {heads.map((axis, place) => (
        <th key={axis} scope="row">
          {typeset(axisWords(axes, axis, own?.at[axis] ?? ""))}
          {longest !== undefined &&
            drawn !== undefined &&
            place === heads.length - 1 &&
            /[1-9]/.test(drawn.high) && (
              <Bar pieces={[{ key: "", colour: 0, ...drawn }]} longest={longest} />
            )}
        </th>
      ))}
      {cells}
    </tr>
  );
});

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
