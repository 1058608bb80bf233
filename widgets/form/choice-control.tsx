import type { VNode } from "preact";
import { useSetting } from "../setting.ts";
import { typeset } from "../text/words.tsx";
import type { ControlProps } from "./text-control.tsx";

export interface ChoiceProps extends ControlProps {
  readonly options: readonly { readonly value: string; readonly words: string }[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
  /** Whether a choice can be taken back, so that the question is open again. */
  readonly canUnanswer: boolean;
}

/** A few answers side by side, inside a group that carries name, hint and message. None is chosen until a person chooses, and a choice can be taken back. */
export function Radios({ id, options, value, onChoose, canUnanswer }: ChoiceProps): VNode {
  const { text } = useSetting();
  return (
    <div class="radios">
      {options.map((option, index) => (
        <label key={option.value} class="radio">
          <input
            type="radio"
            name={id}
            id={index === 0 ? id : `${id}-${option.value}`}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          <span>{typeset(option.words)}</span>
        </label>
      ))}
      {canUnanswer && value !== "" && (
        <button type="button" class="quiet" onClick={() => onChoose("")}>
          {text.unanswer}
        </button>
      )}
    </div>
  );
}

/** Many answers to pick from. */
export function Select({
  id,
  label,
  describedBy,
  isWrong,
  options,
  value,
  onChoose,
  canUnanswer,
}: ChoiceProps): VNode {
  const { text } = useSetting();
  return (
    <select
      id={id}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={isWrong}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {(canUnanswer || value === "") && (
        <option value="" selected={value === ""}>
          {text.choose}
        </option>
      )}
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {option.words}
        </option>
      ))}
    </select>
  );
}
