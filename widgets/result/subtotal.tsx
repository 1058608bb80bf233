import type { VNode } from "preact";
import type { CalculationResult } from "../../engine/result/result.ts";
import { useDetailsSetting } from "../text/details-setting.ts";
import { Large, mainOutputs, outputName } from "./headline.tsx";
import { showOutput } from "./values.ts";

/** The main figures of what is complete, under a name that says what they leave out. */
export function Subtotal({
  result,
  left,
}: {
  readonly result: CalculationResult;
  /** The names of the items that are left out. */
  readonly left: readonly string[];
}): VNode {
  const setting = useDetailsSetting();
  return (
    <>
      {mainOutputs(result).map(([id, output]) => (
        <Large
          key={id}
          name={setting.text.without(outputName(setting, id, output), left)}
          shown={showOutput(setting, id, output, output)}
        />
      ))}
    </>
  );
}
