import { givenIn, idsIn, optionsIn } from "../../widgets/answers/prefill.ts";
import type { Language } from "../build/page.ts";

export const themes = ["auto", "light", "dark"] as const;
export const textSizes = ["normal", "large", "larger"] as const;

/** Easy Japanese, as attributes and addresses name it. */
export const easyTag = "ja-easy";

/** What a site may choose for an embedded calculator. It stands in the fragment of the address, which no server sees. */
export interface EmbedOptions {
  /** Where it is not the language of the page's own address; easy Japanese has no address of its own. */
  readonly language?: Language | typeof easyTag;
  readonly theme: (typeof themes)[number];
  readonly textSize: (typeof textSizes)[number];
  /** Answers that stand in the fields at first, by input. */
  readonly given: ReadonlyMap<string, string>;
  /** Questions and lists that are not shown as long as they hold what they began with. */
  readonly hide: readonly string[];
}

/** The keys of the fragment; `given.` begins the name of an input. They are promises. */
export const fragmentKeys = ["language", "theme", "text-size", "given.", "hide"] as const;

/** Reads `#theme=dark&text-size=large&given.people=30&hide=people`; what is not known is passed over. */
export function readOptions(fragment: string): EmbedOptions {
  const options = optionsIn(fragment.replace(/^#/, ""));
  const language = options.get("language");
  return {
    ...(language === "ja" || language === "en" || language === easyTag ? { language } : {}),
    theme: oneOf(themes, options.get("theme")),
    textSize: oneOf(textSizes, options.get("text-size")),
    given: givenIn(options),
    hide: idsIn(options.get("hide")),
  };
}

/** The fragment of some options, with its `#`; the empty text where all is as usual. */
export function writeOptions({ language, theme, textSize, given, hide }: EmbedOptions): string {
  const options = new URLSearchParams();
  if (language !== undefined) options.set("language", language);
  if (theme !== "auto") options.set("theme", theme);
  if (textSize !== "normal") options.set("text-size", textSize);
  for (const [input, text] of given) options.set(`given.${input}`, text);
  if (hide.length > 0) options.set("hide", hide.join());
  const written = options.toString();
  return written === "" ? "" : `#${written}`;
}

/** The one that is named, in whatever capitals, else the first. */
export function oneOf<Name extends string>(
  names: readonly [Name, ...Name[]],
  name: string | null,
): Name {
  return names.find((one) => one === name?.toLowerCase()) ?? names[0];
}
