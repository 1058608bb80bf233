import type { VNode } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { adoptStyles } from "../result/adopt-styles.ts";
import { useSetting } from "../setting.ts";
import { en } from "../text/en.ts";
import { ja } from "../text/ja.ts";
import { type Language, tagOf } from "../text/language.ts";
import { useOutText } from "../text/out-text.ts";
import type { Text } from "../text/text.ts";
import type { Look } from "./look.ts";

/** Each language in its own words, so that those who read no other find it. */
const languages: readonly (readonly [Language, string])[] = [
  ["ja", "日本語"],
  ["ja_easy", "やさしい日本語"],
  ["en", "English"],
];

const texts: Readonly<Record<Language, Text>> = { ja, en, ja_easy: ja };

/** Switches for the size of letters, contrast, readings and language, which act at once and are not stored. */
export function LookPanel({
  look,
  onLook,
  onLanguage,
}: {
  readonly look: Look;
  readonly onLook: (look: Look) => void;
  /** Changes the language of the page around as well; without it that of the calculator alone changes. */
  readonly onLanguage?: ((language: Language) => void) | undefined;
}): VNode {
  const { language } = useSetting();
  const out = useOutText();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const root = box.current?.getRootNode();
    if (root instanceof Document || root instanceof ShadowRoot) adoptStyles(root);
  }, []);
  const speak = (next: Language): void => {
    if (onLanguage !== undefined) onLanguage(next);
    else onLook({ ...look, spoken: { language: next, text: texts[next] } });
  };
  const sizes = ["normal", "large", "larger"] as const;
  const contrasts = ["normal", "high"] as const;
  return (
    <div class="group look-panel" ref={box}>
      <Switch
        id="size"
        name={out.size}
        options={sizes.map((one) => ({ id: one, words: out.sizes[one] }))}
        chosen={look.size}
        onChoose={(size) => onLook({ ...look, size })}
      />
      <Switch
        id="contrast"
        name={out.contrast}
        options={contrasts.map((one) => ({ id: one, words: out.contrasts[one] }))}
        chosen={look.contrast}
        onChoose={(contrast) => onLook({ ...look, contrast })}
      />
      <Switch
        id="language"
        name={out.language}
        options={languages.map(([id, words]) => ({ id, words, lang: tagOf(id) }))}
        chosen={language}
        onChoose={speak}
      />
      {language !== "en" && (
        <Switch
          id="readings"
          name={out.readings}
          options={[
            { id: "shown", words: out.readingsShown },
            { id: "hidden", words: out.readingsHidden },
          ]}
          chosen={look.hasReadings ? "shown" : "hidden"}
          onChoose={(chosen) => onLook({ ...look, hasReadings: chosen === "shown" })}
        />
      )}
    </div>
  );
}

function Switch<Id extends string>({
  id,
  name,
  options,
  chosen,
  onChoose,
}: {
  readonly id: string;
  readonly name: string;
  readonly options: readonly { readonly id: Id; readonly words: string; readonly lang?: string }[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}): VNode {
  const { prefix } = useSetting();
  return (
    <fieldset>
      <legend>{name}</legend>
      <div class="radios">
        {options.map((option) => (
          <label key={option.id} class="radio" lang={option.lang}>
            <input
              type="radio"
              name={`${prefix}-look-${id}`}
              checked={option.id === chosen}
              onChange={() => onChoose(option.id)}
            />
            <span>{option.words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
