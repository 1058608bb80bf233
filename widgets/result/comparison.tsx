import type { VNode } from "preact";
import type { CalculationResult } from "../../engine/result/result.ts";
import { useDetailsSetting } from "../text/details-setting.ts";
import { writeUnit } from "../text/units.tsx";
import { typeset } from "../text/words.tsx";
import { outputName } from "./headline.tsx";
import { showOutput } from "./values.ts";

/** The results of several sets side by side, as the engine gave them. */
export function Comparison({
  sets,
}: {
  readonly sets: readonly (readonly [string, CalculationResult])[];
}): VNode {
  const setting = useDetailsSetting();
  const { text } = setting;
  const [first] = sets;
  const rows = Object.entries(first?.[1].results ?? {}).filter(
    ([, output]) => output.values === undefined,
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls has to be reached by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, and these are figures.
    <div class="scroll breakdown comparison" role="group" tabIndex={0} aria-label={text.comparison}>
      <table class="values">
        <caption>{text.comparison}</caption>
        <thead>
          <tr>
            <th scope="col">{text.item}</th>
            {sets.map(([name]) => (
              <th key={name} scope="col" class="end">
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
                {sets.map(([name, { results }]) => {
                  const own = results[id];
                  return (
                    <td key={name}>
                      {own === undefined ? text.none : showOutput(setting, id, own, own).words}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
