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
  const setting = useSetting();
  const easy = setting.language === "ja_easy" ? easySentences()?.details : undefined;
  const own = easy ?? (setting.language === "en" ? detailsEn : detailsJa);
  return { ...setting, text: { ...setting.text, ...own } };
}
