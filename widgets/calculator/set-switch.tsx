import type { VNode } from "preact";
import { useSetting } from "../setting.ts";
import { still } from "../still.tsx";
import { type SetId, setIds } from "./sets.ts";

/** Which of plan and actual is being entered. */
export const SetSwitch = still(function SetSwitch({
  hasInstead,
  current,
  canCopy,
  onSwitch,
  onCopy,
}: {
  /** Whether an alternative can be entered now. */
  readonly hasInstead: boolean;
  readonly current: SetId;
  readonly canCopy: boolean;
  readonly onSwitch: (set: SetId) => void;
  readonly onCopy: () => void;
}): VNode {
  const { text, prefix } = useSetting();
  const sets = setIds.filter((set) => set !== "instead" || hasInstead);
  return (
    <fieldset class="sets" aria-describedby={`${prefix}-sets-hint`}>
      <legend>{text.sets}</legend>
      <div class="radios">
        {sets.map((set) => (
          <label key={set} class="radio">
            <input
              type="radio"
              name={`${prefix}-set`}
              checked={set === current}
              onChange={() => onSwitch(set)}
            />
            <span>{text[set]}</span>
          </label>
        ))}
      </div>
      <p class="hint" id={`${prefix}-sets-hint`}>
        {text.setsHelp}
      </p>
      {canCopy && (
        <button type="button" class="quiet" onClick={onCopy}>
          {text.copyPlan(text[current])}
        </button>
      )}
    </fieldset>
  );
});
