import { normalise, splitFigure } from "../answers/text.ts";
import type { Label } from "../methodology/schema.ts";
import type { InputTree } from "../methodology/tree.ts";
import type { Plan } from "../plan.ts";
import { asTyped } from "./csv.ts";

/** Turns the text of a cell into the text of an answer. What cannot be turned stays, for the reader to complain of. */
export type CellReader = (cell: string) => string;

const flags: ReadonlyMap<string, string> = new Map(
  Object.entries({
    true: ["true", "yes", "y", "1", "はい", "有", "有り", "あり", "○", "〇", "◯", "該当"],
    false: ["false", "no", "n", "0", "いいえ", "無", "無し", "なし", "×", "非該当"],
  }).flatMap(([flag, words]) => words.map((word) => [word, flag] as const)),
);

/** A cell of a column: `unit` is that of its header, which a bare figure is in. */
export function cellReader(plan: Plan, input: InputTree, unit: string | undefined): CellReader {
  switch (input.type.kind) {
    case "quantity":
    case "count":
      return (cell) => {
        const text = normalise(asTyped(cell));
        if (unit === undefined) return text;
        const figure = splitFigure(text);
        return figure.kind === "figure" && figure.unit === "" ? `${text} ${unit}` : text;
      };
    case "enum": {
      const ids = memberIds(plan, input.type.enum);
      return (cell) => ids.get(plainName(asTyped(cell))) ?? normalise(asTyped(cell));
    }
    case "boolean":
      return (cell) => flags.get(plainName(asTyped(cell))) ?? normalise(asTyped(cell));
    case "date":
      return (cell) => plainDay(normalise(asTyped(cell)));
    case "fiscal_year":
      return (cell) =>
        normalise(asTyped(cell))
          .replace(/年度?$/, "")
          .toUpperCase();
    case "item":
      return (cell) => normalise(asTyped(cell));
    case "text":
      return asTyped;
  }
}

/** The ids of the members of an enum, by id and by label; a label of two members names neither. */
export function memberIds(plan: Plan, id: string): ReadonlyMap<string, string> {
  const members = plan.enums[plan.at.enums.get(id) ?? -1]?.tree.members ?? [];
  const ids = new Map<string, string>();
  const twice = new Set<string>();
  for (const member of members) {
    for (const name of new Set(namesOf(member.label))) {
      if (ids.has(name)) twice.add(name);
      ids.set(name, member.id);
    }
  }
  for (const name of twice) ids.delete(name);
  for (const member of members) ids.set(plainName(member.id), member.id);
  return ids;
}

/** The names of a label in both languages, as they are compared. */
export function namesOf(label: Label | undefined): readonly string[] {
  return [label?.ja, label?.en].flatMap((text) => (text === undefined ? [] : [plainName(text)]));
}

/** A name as it is compared: of one width and one case, without readings and double spaces. */
export function plainName(text: string): string {
  return normalise(text.replace(/｜([^《]*)《[^》]*》/g, "$1"))
    .replace(/\s+/g, " ")
    .toLowerCase();
}

/** `2024/4/1` and `2024年4月1日` as `2024-04-01`. */
export function plainDay(text: string): string {
  const match = /^(\d{4})[/.年-](\d{1,2})[/.月-](\d{1,2})日?$/.exec(text);
  if (match === null) return text;
  const [, year = "", month = "", day = ""] = match;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
