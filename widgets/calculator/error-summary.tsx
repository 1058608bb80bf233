import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { fieldId } from "../form/form-context.ts";
import { useSetting } from "../setting.ts";
import { focusField } from "./focus-field.ts";
import type { PlacedMessage } from "./messages.ts";

/** After a failed submit: what is wrong, in the words that stand at the fields, with a way to each. Takes the focus. */
export function ErrorSummary({
  messages,
  turn,
}: {
  readonly messages: readonly PlacedMessage[];
  /** Counts the submits that failed; each takes the focus here. */
  readonly turn: number;
}): VNode {
  const setting = useSetting();
  const { text, prefix } = setting;
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), [turn]);
  const heading = `${prefix}-errors`;
  return (
    <section class="errors" ref={box} tabIndex={-1} aria-labelledby={heading}>
      <h3 id={heading}>{text.errors(messages.length)}</h3>
      <ul>
        {messages.map(({ sentence, place }) => {
          if (place === undefined) return <li key={sentence}>{sentence}</li>;
          const id = fieldId(setting, place);
          return (
            <li key={`${id} ${sentence}`}>
              <a
                href={`#${id}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusField(event.currentTarget, id);
                }}
              >
                {sentence}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
