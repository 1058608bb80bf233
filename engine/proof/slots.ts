import { normalise, splitFigure } from "../answers/text.ts";
import { parseDay, parseFiscalYear, printDay, printFiscalYear } from "../methodology/period.ts";
import type { AnswerTree } from "../methodology/schema.ts";
import type { InputTree, Tree } from "../methodology/tree.ts";
import { printScaled } from "../quantity/exact.ts";

export type Answers = Readonly<Record<string, AnswerTree>>;

/** One text among the answers of a test, and the question it answers. */
export interface Slot {
  readonly input: InputTree;
  /** Keys and, in lists, positions. */
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** Every text among answers, in their order. */
export function slotsOf(tree: Tree, given: Answers): readonly Slot[] {
  const inputs = new Map(tree.inputs.map((input) => [input.id, input]));
  const slots: Slot[] = [];
  const visit = (value: AnswerTree, input: InputTree, path: Slot["path"]): void => {
    if (typeof value === "string") slots.push({ input, path, text: value });
    else for (const [key, one] of Object.entries(value)) visit(one, input, [...path, key]);
  };
  for (const [id, value] of Object.entries(given)) {
    const input = inputs.get(id);
    if (input !== undefined) visit(value, input, [id]);
    else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        if (typeof item === "string" || Array.isArray(item)) continue;
        for (const [field, one] of Object.entries(item)) {
          const of = inputs.get(`${id}.${field}`);
          if (of !== undefined) visit(one, of, [id, index, field]);
        }
      }
    }
  }
  return slots;
}

/** The same answers with one text put in place of another. */
export function withText(given: Answers, path: Slot["path"], text: string): Answers {
  return replaced(given as AnswerTree, path, text) as Answers;
}

function replaced(value: AnswerTree, [key, ...rest]: Slot["path"], text: string): AnswerTree {
  if (key === undefined) return text;
  if (typeof value === "string") return value;
  if (Array.isArray(value)) {
    return value.map((one, index) => (`${index}` === `${key}` ? replaced(one, rest, text) : one));
  }
  return { ...value, [key]: replaced(value[key] ?? "", rest, text) };
}

/**
 * An answer on a grid of whole numbers, so that a value can be moved and two neighbours found: figures in steps of a
 * hundredth of their last digit, dates in days, fiscal years in years.
 */
export interface Grid {
  readonly at: bigint;
  readonly write: (at: bigint) => string;
}

/** The grid of an answer; absent for what is chosen and not measured. */
export function gridOf({ input, text }: Slot): Grid | undefined {
  const plain = normalise(text);
  switch (input.type.kind) {
    case "quantity":
    case "count": {
      const figure = splitFigure(plain);
      if (figure.kind !== "figure") return undefined;
      const [above = "", below = ""] = figure.digits.split(".");
      const places = input.type.kind === "count" ? below.length : below.length + 2;
      const unit = figure.unit === "" ? "" : ` ${figure.unit}`;
      return {
        at: BigInt(above + below.padEnd(places, "0")),
        write: (at) => `${printScaled(at, places)}${unit}`,
      };
    }
    case "date": {
      const day = parseDay(plain);
      return day === undefined
        ? undefined
        : { at: BigInt(day), write: (at) => printDay(Number.parseInt(`${at}`, 10)) };
    }
    case "fiscal_year": {
      const year = parseFiscalYear(plain);
      return year === undefined
        ? undefined
        : { at: BigInt(year), write: (at) => printFiscalYear(Number.parseInt(`${at}`, 10)) };
    }
    default:
      return undefined;
  }
}

/** Members that an answer may be: of its enum, or true and false. */
export function choicesOf(tree: Tree, { type }: InputTree): readonly string[] {
  if (type.kind === "boolean") return ["true", "false"];
  if (type.kind !== "enum") return [];
  return tree.enums.find(({ id }) => id === type.enum)?.members.map(({ id }) => id) ?? [];
}

/** The answers of a test, and the choices and years that it leaves to their presets; of a list in its first item. */
export function withOpenChoices(
  tree: Tree,
  given: Answers,
  slots: readonly Slot[],
): readonly Slot[] {
  const open = tree.inputs.flatMap((input): readonly Slot[] => {
    const { id, list, per, type } = input;
    if (per.length > 0 || !["enum", "boolean", "fiscal_year"].includes(type.kind)) return [];
    if (list === undefined) return id in given ? [] : [{ input, path: [id], text: "" }];
    const items = given[list];
    const [first] = Array.isArray(items) ? items : [];
    const field = id.slice(list.length + 1);
    const isOpen = typeof first === "object" && !Array.isArray(first) && !(field in first);
    return isOpen ? [{ input, path: [list, 0, field], text: "" }] : [];
  });
  return [...slots, ...open];
}
