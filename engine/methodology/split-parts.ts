import { questionsOf } from "../answers/question.ts";
import { splitFigure } from "../answers/text.ts";
import { shownFactor } from "../explain/shown-factor.ts";
import { lanesOf } from "../lanes/lanes-of.ts";
import { print } from "../quantity/exact.ts";
import { canonicalText, hashOf } from "./canonical.ts";
import { type EasyPart, easyWordsOf, withoutEasy } from "./easy-words.ts";
import {
  type Column,
  type Figures,
  joinParts,
  type PackedRows,
  type PackedTable,
  type PackedTree,
  type Words,
} from "./join-parts.ts";
import { joinWords } from "./join-words.ts";
import type { Factors, RowTree, TableTree, Tree } from "./tree.ts";

/** What a build writes beside `tree.json` for pages, as text: figures, words, easy words, and rows by table. */
export interface Parts {
  readonly figures: string;
  readonly words: string;
  /** Easy Japanese, which is in no other part: those who read it load it besides. */
  readonly easy: string;
  readonly tables: Readonly<Record<string, string>>;
}

/** What only readers need: names, sentences, sources, texts of formulas. Everything else are figures. */
const wordKeys: ReadonlySet<string> = new Set([
  "because",
  "documents",
  "groups",
  "help",
  "itemLabel",
  "label",
  "monitoring",
  "note",
  "printed",
  "sources",
  "summary",
  "symbol",
  "text",
  "title",
  "uses",
  "whenText",
  "words",
]);

/** A table of more rows waits until a look-up reaches it. */
const mostRows = 200;

/** Units of rows say how answers are read, so such a table cannot wait. */
function isLong({ rows, variable }: TableTree): boolean {
  return rows.length > mostRows && variable === undefined;
}

/** Parts a value into figures and words. The text of a unit is a figure, though it is called so too. */
function part(value: unknown, isUnit = false): readonly [figures: unknown, words: unknown] {
  if (typeof value !== "object" || value === null) return [value, undefined];
  if (Array.isArray(value)) {
    const parted = value.map((one) => part(one));
    const words = parted.map(([, own]) => own ?? 0);
    while (words.at(-1) === 0) words.pop();
    return [parted.map(([own]) => own), words.length === 0 ? undefined : words];
  }
  const figures: Record<string, unknown> = {};
  const words: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) {
    if (wordKeys.has(key) && !isUnit) {
      words[key] = one;
      continue;
    }
    const [own, more] = part(one, key === "unit");
    figures[key] = own;
    if (more !== undefined) words[key] = more;
  }
  return [figures, Object.keys(words).length === 0 ? undefined : words];
}

function packColumn<T>(values: readonly T[]): Column<T> {
  const same = (left: T | undefined, right: T) => JSON.stringify(left) === JSON.stringify(right);
  const packed = values.map((value, at) => (same(values[at - 1], value) ? null : value));
  while (packed.at(-1) === null) packed.pop();
  return packed;
}

function packRows({ rows, keys, columns }: TableTree): PackedRows {
  return {
    count: rows.length,
    keys: keys.map((_, at) => packColumn(rows.map((row) => row.keys[at] as RowTree["keys"][0]))),
    cells: columns.map((_, at) => packColumn(rows.map((row) => row.cells[at] as string))),
    unit: packColumn(rows.map(({ unit }) => unit ?? "")),
    origin: packColumn(rows.map(({ origin }) => origin)),
  };
}

function factorsOf(tree: Tree): Factors {
  const inputs = questionsOf(tree).inputs.map(({ input, scales, key }) => {
    const scale = key === undefined ? scales.get("") : undefined;
    if (scale === undefined) return null;
    const { initial, default: assumed, range, allowed, showAs, type } = input;
    const texts = [initial, assumed?.value, range?.low, range?.high, allowed?.min, allowed?.max];
    const units = [...texts, allowed?.above, allowed?.below].flatMap((text) => {
      const figure = text === undefined ? undefined : splitFigure(text);
      return figure?.kind === "figure" && figure.unit !== "" ? [figure.unit] : [];
    });
    const known = [...new Set([...scale.offered, scale.text, ...units])].flatMap((unit) => {
      const factor = scale.factor(unit);
      return factor === undefined || factor === null ? [] : [[unit, print(factor)]];
    });
    const isBare =
      type.kind === "count" || (scale.unit.dimensions.size === 0 && showAs === undefined);
    return Object.fromEntries(isBare ? [["", "1"], ...known] : known);
  });
  const outputs = tree.outputs.map((_, position) => shownFactor(tree, position));
  return { inputs, outputs };
}

/**
 * Splits a checked tree for pages.
 *
 * Errors: throws where the parts together would not be the tree again, but for its easy Japanese.
 */
export async function splitParts(whole: Tree): Promise<Parts> {
  const easy: EasyPart = { format: "easy/1", words: easyWordsOf(whole) };
  const tree = withoutEasy(whole);
  const packed = new Map(tree.tables.map((table) => [table.id, packRows(table)]));
  const bare = {
    ...tree,
    tables: tree.tables.map(({ rows, ...table }) => ({
      ...table,
      rows: isLong({ ...table, rows }) ? undefined : packed.get(table.id),
    })),
  } satisfies { tables: readonly (Omit<PackedTable, "rows"> & { rows: PackedRows | undefined })[] };
  const [figures, words] = part(bare) as readonly [PackedTree, Words];
  const long = tree.tables.filter(isLong).map(({ id }) => id);
  const rows = new Map(long.map((id) => [id, packed.get(id) as PackedRows]));
  if (canonicalText(joinWords(joinParts({ tree: figures }, rows), words)) !== canonicalText(tree)) {
    throw new Error(`the parts of ${tree.id} do not make its tree again`);
  }
  const wordsText = JSON.stringify(words);
  const tables = Object.fromEntries([...rows].map(([id, own]) => [id, JSON.stringify(own)]));
  const hashes = await Promise.all(
    Object.entries(tables).map(async ([id, own]) => [id, await hashOf(own)] as const),
  );
  const main: Figures = {
    format: "figures/1",
    hash: await hashOf(canonicalText(whole)),
    lanes: lanesOf(tree),
    tree: figures,
    factors: factorsOf(tree),
    words: await hashOf(wordsText),
    tables: Object.fromEntries(hashes),
  };
  return { figures: JSON.stringify(main), words: wordsText, easy: JSON.stringify(easy), tables };
}
