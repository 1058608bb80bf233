import type { Tree } from "../methodology/tree.ts";
import type { At, ValueResult } from "../result/result.ts";
import { shortened } from "./columns.ts";
import type { Language } from "./terminal.ts";
import { labelIn, wordsOf } from "./words.ts";

/** How values, places and units stand in a line of a terminal. */
const wordsIn = {
  en: {
    digits: (count: number) => `(${count} digits certain)`,
    wide: "(certain, perhaps wider than need be)",
  },
  ja: {
    digits: (count: number) => `（${count} 桁まで確実）`,
    wide: "（確実な範囲。必要より広いことがある）",
  },
};

/** A unit behind a value; a pure number has none. */
export function unitAfter(unit: string | undefined): string {
  return unit === undefined || unit === "" || unit === "1" ? "" : ` ${unit}`;
}

/** A value with its unit on one line; of a very long fraction the beginning. */
export function valueIn(value: ValueResult, unit: string | undefined, language: Language): string {
  const words = wordsIn[language];
  if ("none" in value) {
    const because = labelIn(value.because, language);
    return `– (${because === "" ? wordsOf[language].none[value.none] : because})`;
  }
  if ("low" in value) {
    const ends = `${shortened(value.low)} … ${shortened(value.high)}${unitAfter(unit)}`;
    return value.tight ? ends : `${ends} ${words.wide}`;
  }
  if ("digits" in value) {
    return `${value.value}…${unitAfter(unit)} ${words.digits(value.digits)}`;
  }
  return `${shortened(value.value)}${unitAfter(unit)}`;
}

/** `[2, FY2023]`, for the ids of a step. */
export function indexOf(at: At): string {
  const places = Object.values(at);
  return places.length === 0 ? "" : `[${places.join(", ")}]`;
}

/** `Boiler 2, FY2023, Travel`: the same place in words. */
export function placeIn(tree: Tree, at: At, language: Language): string {
  return Object.entries(at)
    .map(([axis, place]) => {
      const list = tree.lists.find(({ id }) => id === axis);
      if (list !== undefined) return `${labelIn(list.itemLabel ?? list.label, language)} ${place}`;
      const member = tree.enums
        .find(({ id }) => id === axis)
        ?.members.find(({ id }) => id === place);
      return member === undefined ? place : labelIn(member.label, language);
    })
    .join(", ");
}
