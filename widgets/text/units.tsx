import type { VNode } from "preact";
import type { Setting } from "../setting.ts";
import { plainWords } from "./language.ts";
import { typeset } from "./words.tsx";

/** A unit in the reader's words: `JPY/person` is 円/人, `kNm3` is 千Nm3. The pure number has none. */
export function writeUnit(unit: string, setting: Setting): string {
  if (unit === "1") return "";
  return unit.replace(/[\p{L}°%][\p{L}\p{N}_.°%-]*/gu, (word) => {
    const known = word.split("-").map((part) => wordOf(part, setting));
    const isTranslated = known.some((one) => one !== undefined);
    if (!isTranslated) return word;
    const parts = word.split("-").map((part, index) => known[index] ?? part);
    return parts.join(setting.language === "en" ? "-" : "・");
  });
}

/** The same with square and cubic metres and gases as they are written. */
export function Unit({
  unit,
  setting,
}: {
  readonly unit: string;
  readonly setting: Setting;
}): VNode {
  return <>{typeset(writeUnit(unit, setting))}</>;
}

function wordOf(part: string, { form, language, text }: Setting): string | undefined {
  const thing = form.things.find(({ id }) => id === part);
  if (thing !== undefined) return plainWords(thing.label, language);
  const { units, bases } = text;
  const [name = "", basis] = part.split(".");
  const word = units[name];
  if (basis === undefined) return word;
  return `${word ?? name}${bases[basis] ?? ""}`;
}
