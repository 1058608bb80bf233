import type { ComponentChildren, VNode } from "preact";

/** A list to choose from, with its label and, where it needs one, a hint. */
export function Pick({
  id,
  label,
  value,
  hint,
  isWrong = false,
  disabled = false,
  onPick,
  children,
}: {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly isWrong?: boolean;
  readonly disabled?: boolean;
  readonly onPick: (value: string) => void;
  /** Options, or groups of them. */
  readonly children: ComponentChildren;
}): VNode {
  const hintId = `${id}-hint`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        disabled={disabled}
        aria-invalid={isWrong}
        aria-describedby={hint === undefined ? undefined : hintId}
        onChange={({ currentTarget }) => onPick(currentTarget.value)}
      >
        {children}
      </select>
      {hint !== undefined && (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** A line of text, with its label and, where it needs one, a hint or a message. */
export function Line({
  id,
  label,
  value,
  hint,
  message,
  isFigure = false,
  onText,
}: {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly message?: string | undefined;
  readonly isFigure?: boolean;
  readonly onText: (text: string) => void;
}): VNode {
  const told = [hint === undefined ? "" : `${id}-hint`, message === undefined ? "" : `${id}-wrong`]
    .filter((one) => one !== "")
    .join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        type="text"
        id={id}
        value={value}
        autocomplete="off"
        inputMode={isFigure ? "decimal" : "text"}
        aria-invalid={message !== undefined}
        aria-describedby={told === "" ? undefined : told}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {message !== undefined && (
        <p class="wrong" id={`${id}-wrong`}>
          {message}
        </p>
      )}
    </div>
  );
}

/** A table that scrolls by itself where the page is narrow, reached by keyboard. */
export function Scrolled({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ComponentChildren;
}): VNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls has to be reached by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, and these are figures.
    <div class="scroll" role="group" tabIndex={0} aria-label={name}>
      {children}
    </div>
  );
}
