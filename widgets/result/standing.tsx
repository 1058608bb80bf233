import type { VNode } from "preact";
import type { CalculationResult } from "../../engine/result/result.ts";
import { focusField } from "../calculator/focus-field.ts";
import { useDetailsSetting } from "../text/details-setting.ts";

/** How firm a figure is, in a few words right under it, each a way to what it rests on. */
export function Standing({ result }: { readonly result: CalculationResult }): VNode {
  const { text, prefix } = useDetailsSetting();
  const { unconfirmed, assumed } = result;
  const marks = [
    {
      name: "unconfirmed",
      words: text.standsUnconfirmed(unconfirmed.length),
      count: unconfirmed.length,
    },
    { name: "assumed", words: text.standsAssumed(assumed.length), count: assumed.length },
    { name: "explanation", words: text.explanation, count: 1 },
  ];
  return (
    <ul class="standing">
      {marks
        .filter(({ count }) => count > 0)
        .map(({ name, words }) => (
          <li key={name}>
            <a
              class={`mark ${name}`}
              href={`#${prefix}-${name}`}
              onClick={(event) => {
                event.preventDefault();
                focusField(event.currentTarget, `${prefix}-${name}`);
              }}
            >
              {words}
            </a>
          </li>
        ))}
    </ul>
  );
}
