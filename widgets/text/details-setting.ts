import { once } from "../answers/once.ts";
import { type Setting, useSetting } from "../setting.ts";
import { detailsEn } from "./details-en.ts";
import { detailsJa } from "./details-ja.ts";
import type { DetailsText } from "./details-text.ts";
import { easySentences } from "./easy.ts";
import type { Text } from "./text.ts";

/** A setting with the words of the details. */
export interface DetailsSetting extends Setting {
  readonly text: Text & DetailsText;
}

/** The setting of the calculator around a component of the details. */
export function useDetailsSetting(): DetailsSetting {
  return detailed(useSetting());
}

const detailed = once(
  (setting: Setting): DetailsSetting => ({
    ...setting,
    text: { ...setting.text, ...detailsTextOf(setting) },
  }),
);

/** The words of the details in the language of a setting. */
export function detailsTextOf({ language }: Pick<Setting, "language">): DetailsText {
  const easy = language === "ja_easy" ? easySentences()?.details : undefined;
  return easy ?? (language === "en" ? detailsEn : detailsJa);
}
