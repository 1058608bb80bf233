import type { ComponentChildren } from "preact";
import { fieldId } from "../form/form-context.ts";
import { useSetting } from "../setting.ts";
import { typeset } from "../text/words.tsx";
import { focusField } from "./focus-field.ts";
import type { PlacedMessage } from "./messages.ts";

/** What is still to be answered for a result, with a way to each question. */
export function Needs({
  messages,
}: {
  readonly messages: readonly PlacedMessage[];
}): ComponentChildren {
  const setting = useSetting();
  const { text } = setting;
  if (messages.length === 0) return null;
  return (
    <div class="needs">
      <h3>{text.needsHelp}</h3>
      <ul>
        {messages.map(({ sentence, place }) => {
          if (place === undefined) return <li key={sentence}>{typeset(sentence)}</li>;
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
                {typeset(sentence)}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
