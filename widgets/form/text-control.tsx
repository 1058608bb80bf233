import type { VNode } from "preact";
import { useState } from "preact/hooks";

/** The attributes that tie a control to its hint and message. */
export interface ControlProps {
  readonly id: string;
  readonly label?: string | undefined;
  readonly describedBy: string | undefined;
  readonly isWrong: boolean;
}

/**
 * A line of text. What an input method is still composing is shown and not handed on, so that half a word is neither
 * calculated nor overwritten.
 */
export function TextControl({
  id,
  label,
  describedBy,
  isWrong,
  value,
  inputMode,
  className,
  onText,
}: ControlProps & {
  readonly value: string;
  readonly inputMode?: "decimal" | "numeric" | "text";
  readonly className?: string;
  readonly onText: (text: string) => void;
}): VNode {
  const [composed, setComposed] = useState<string>();
  return (
    <input
      type="text"
      id={id}
      class={className}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={isWrong}
      inputMode={inputMode ?? "text"}
      autocomplete="off"
      value={composed ?? value}
      onInput={(event) => {
        const text = event.currentTarget.value;
        if (event.isComposing) setComposed(text);
        else {
          setComposed(undefined);
          onText(text);
        }
      }}
      onCompositionEnd={(event) => {
        setComposed(undefined);
        onText(event.currentTarget.value);
      }}
    />
  );
}
