import type { VNode } from "preact";
import { focusField } from "../../widgets/calculator/focus-field.ts";
import type { PlacedMessage } from "../../widgets/calculator/messages.ts";
import { fieldId } from "../../widgets/form/form-context.ts";
import { useSetting } from "../../widgets/setting.ts";
import { typeset } from "../../widgets/text/words.tsx";

/** What is wrong with the entries of one form, in the words that stand at the fields, with a way to each. */
export function EntryErrors({
  messages,
  heading,
}: {
  readonly messages: readonly PlacedMessage[];
  readonly heading: string;
}): VNode | null {
  const setting = useSetting();
  if (messages.length === 0) return null;
  const id = `${setting.prefix}-errors`;
  return (
    <section class="errors" aria-labelledby={id}>
      <h4 id={id}>{heading}</h4>
      <ul>
        {messages.map(({ sentence, place }) => {
          if (place === undefined) return null;
          const field = fieldId(setting, place);
          return (
            <li key={`${field} ${sentence}`}>
              <button
                type="button"
                class="quiet"
                onClick={(event) => focusField(event.currentTarget, field)}
              >
                {typeset(sentence)}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
