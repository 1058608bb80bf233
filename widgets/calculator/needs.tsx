import type { ComponentChildren } from "preact";
import type { IncompleteItem } from "../answers/incomplete-items.ts";
import { fieldId } from "../form/form-context.ts";
import { useDetailsSetting } from "../text/details-setting.ts";
import { typeset } from "../text/words.tsx";
import { focusField } from "./focus-field.ts";
import type { PlacedMessage } from "./messages.ts";

/** What is still to be answered for a result, with a way to each question. */
export function Needs({
  messages,
  items,
  onRemove,
}: {
  readonly messages: readonly PlacedMessage[];
  /** The items that lack something and may be removed, by name. */
  readonly items: readonly (readonly [string, IncompleteItem])[];
  readonly onRemove: (item: IncompleteItem) => void;
}): ComponentChildren {
  const setting = useDetailsSetting();
  const { text, prefix } = setting;
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
      {items.length > 0 && (
        <p class="actions">
          {items.map(([name, item]) => (
            <button
              key={item.key}
              type="button"
              class="quiet"
              onClick={(event) => {
                focusField(event.currentTarget, `${prefix}-result`);
                onRemove(item);
              }}
            >
              {text.removeItem(name)}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
