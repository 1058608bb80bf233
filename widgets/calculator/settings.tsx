import type { VNode } from "preact";
import type { Mode } from "../../engine/methodology/schema.ts";
import { still } from "../still.tsx";
import { useDetailsSetting } from "../text/details-setting.ts";

const modes: readonly Mode[] = ["official", "estimate", "range"];

/** How empty fields are taken, and as of which day coefficients are read. */
export const Settings = still(function Settings({
  mode,
  asOf,
  onMode,
  onAsOf,
}: {
  readonly mode: Mode;
  readonly asOf: string;
  readonly onMode: (mode: Mode) => void;
  readonly onAsOf: (day: string) => void;
}): VNode {
  const { text, prefix } = useDetailsSetting();
  const day = `${prefix}-as-of`;
  return (
    <details class="group settings">
      <summary>
        <h3>{text.settings}</h3>
        <span class="count">{text.modes[mode]}</span>
      </summary>
      <fieldset class="question">
        <legend>{text.mode}</legend>
        <div class="radios upright">
          {modes.map((one) => (
            <label key={one} class="radio">
              <input
                type="radio"
                name={`${prefix}-mode`}
                checked={one === mode}
                onChange={() => onMode(one)}
              />
              <span>
                {text.modes[one]}
                <span class="note">{text.modeHelp[one]}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="question">
        <label for={day}>{text.asOf}</label>
        <p class="hint" id={`${day}-hint`}>
          {text.asOfHelp}
        </p>
        <input
          type="date"
          class="date"
          id={day}
          aria-describedby={`${day}-hint`}
          value={asOf}
          onInput={(event) => {
            if (event.currentTarget.value !== "") onAsOf(event.currentTarget.value);
          }}
        />
      </div>
    </details>
  );
});
