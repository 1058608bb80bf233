import type { OutputColumn } from "../batch/outputs.ts";
import type { Label } from "../methodology/schema.ts";
import type { Plan } from "../plan.ts";
import { type Bins, type PackedBins, startBins } from "./distribution.ts";
import { compareFigures, type Figure, printFigure, readFigureText } from "./figure.ts";
import { figureAt, isEmptyAt, type Line, textAt } from "./lines.ts";
import { type PackedSums, type Sums, startSums } from "./sums.ts";
import type { KeyedSum, OutputSummary } from "./types.ts";

/** The figures of one row, by output: over its keys added up, `undefined` where it has none. It changes with the next row. */
export type RowFigures = readonly (Figure | undefined)[];

/** Adds up the outputs of rows as they stand in the results. */
export interface OutputTally {
  /** Takes the outputs of a line of results, which stand from the `first` cell on in the order of the columns. */
  readonly take: (bytes: Uint8Array, line: Line, first: number) => RowFigures;
  /** Adds the rows of a piece that were added up elsewhere; pieces come in the order of the rows. */
  readonly merge: (packed: PackedOutputs) => void;
  readonly packed: () => PackedOutputs;
  readonly summaries: () => readonly OutputSummary[];
}

/** Outputs as they cross to another worker. */
export type PackedOutputs = readonly PackedOutput[];

export interface PackedOutput {
  readonly keys: readonly string[];
  /** By key. */
  readonly sums: PackedSums;
  readonly counts: readonly number[];
  readonly least: readonly Figure[];
  readonly most: readonly Figure[];
  readonly bins: PackedBins;
}

/** What can be said of the outputs of a file before a row is read. */
export interface OutputList {
  readonly count: number;
  /** The first that is a main one. */
  readonly main: number;
  readonly outputs: readonly ListedOutput[];
}

interface ListedOutput {
  readonly about: Omit<OutputSummary, "sums" | "distribution">;
  /** Its columns, among those of outputs. */
  readonly columns: readonly number[];
  /** The key of each column. */
  readonly keys: readonly string[];
  /** How many places it is shown with. */
  readonly places: number;
}

interface Tallied {
  readonly columns: readonly number[];
  readonly columnKeys: readonly string[];
  /** The place of each column's key; -1 before its first figure. */
  readonly placeOf: number[];
  readonly keys: Map<string, number>;
  readonly sums: Sums;
  readonly counts: number[];
  readonly least: Figure[];
  readonly most: Figure[];
  readonly bins: Bins;
}

/** Keys of one output beyond these are added up as one. */
const mostKeys = 500;
const otherKeys = "…";

export function listOutputs(plan: Plan, columns: readonly OutputColumn[]): OutputList {
  const outputs: (ListedOutput & { readonly columns: number[]; readonly keys: string[] })[] = [];
  for (const [at, { output, end, key }] of columns.entries()) {
    const id = end === undefined ? output : `${output} ${end}`;
    const known = outputs.find(({ about }) => about.id === id);
    if (known !== undefined) {
      known.columns.push(at);
      known.keys.push(key);
      continue;
    }
    const { tree } = plan.outputs.find((one) => one.tree.id === output) as Plan["outputs"][number];
    const formula = plan.formulas[plan.at.formulas.get(output) ?? -1]?.tree;
    const { unit, to = "1" } = tree.shown;
    const about = {
      id,
      label: (tree.label ?? formula?.label ?? { ja: id, en: id }) as Label,
      unit: unit === "1" ? "" : unit,
      isMain: tree.main,
    };
    const places = readFigureText(to)?.places ?? 0;
    outputs.push({ about, columns: [at], keys: [key], places });
  }
  const main = outputs.findIndex(({ about }) => about.isMain);
  return { count: outputs.length, main: Math.max(0, main), outputs };
}

/** Starts adding up: the rows of a piece, or all pieces. */
export function startOutputTally({ outputs }: OutputList): OutputTally {
  const tallied = outputs.map(
    ({ columns, keys, places }): Tallied => ({
      columns,
      columnKeys: keys,
      placeOf: columns.map(() => -1),
      keys: new Map(),
      sums: startSums(),
      counts: [],
      least: [],
      most: [],
      bins: startBins(places),
    }),
  );
  const row: (Figure | undefined)[] = tallied.map(() => undefined);

  const figureOf = (
    bytes: Uint8Array,
    line: Line,
    first: number,
    own: Tallied,
  ): Figure | undefined => {
    let whole: Figure | undefined;
    let sum: Sums | undefined;
    const add = (figure: Figure): void => {
      if (whole === undefined) {
        whole = figure;
        return;
      }
      if (sum === undefined) {
        sum = startSums();
        sum.add(0, whole.digits, whole.places);
      }
      sum.add(0, figure.digits, figure.places);
    };
    for (let at = 0; at < own.columns.length; at += 1) {
      const cell = first + (own.columns[at] as number);
      if (isEmptyAt(line, cell)) continue;
      const figure = figureAt(bytes, line, cell);
      if (figure !== undefined) {
        let place = own.placeOf[at] as number;
        if (place < 0) {
          place = placeOf(own, own.columnKeys[at] as string);
          own.placeOf[at] = place;
        }
        note(own, place, figure);
        add(figure);
        continue;
      }
      const text = textAt(bytes, line, cell);
      for (const [inner, part] of /^-?\d/.test(text) ? [["", text] as const] : partsOf(text)) {
        const found = readFigureText(part);
        if (found === undefined) continue;
        const key = [own.columnKeys[at] as string, inner].filter((one) => one !== "").join(", ");
        note(own, placeOf(own, key), found);
        add(found);
      }
    }
    return sum?.figure(0) ?? whole;
  };

  return {
    take(bytes, line, first) {
      for (const [at, own] of tallied.entries()) {
        const figure = figureOf(bytes, line, first, own);
        if (figure !== undefined) own.bins.add(figure.digits, figure.places);
        row[at] = figure;
      }
      return row;
    },
    merge(packed) {
      for (const [at, { keys, ...more }] of packed.entries()) {
        const own = tallied[at] as Tallied;
        for (const [from, key] of keys.entries()) {
          const place = limitedPlaceOf(own, key);
          own.sums.merge(place, more.sums, from);
          own.counts[place] = (own.counts[place] ?? 0) + (more.counts[from] ?? 0);
          reachTo(own, place, more.least[from] as Figure);
          reachTo(own, place, more.most[from] as Figure);
        }
        own.bins.merge(more.bins);
      }
    },
    packed: () =>
      tallied.map(({ keys, sums, counts, least, most, bins }) => ({
        keys: [...keys.keys()],
        sums: sums.packed(),
        counts,
        least,
        most,
        bins: bins.packed(),
      })),
    summaries: () =>
      tallied.map(({ keys, sums, counts, least, most, bins }, at): OutputSummary => {
        const distribution = bins.distribution();
        const keyed = [...keys]
          .map(
            ([key, place]): KeyedSum => ({
              key,
              sum: sums.print(place) ?? "0",
              count: counts[place] ?? 0,
              least: textOf(least[place]),
              most: textOf(most[place]),
            }),
          )
          .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
        const { about } = outputs[at] as ListedOutput;
        return { ...about, sums: keyed, ...(distribution === undefined ? {} : { distribution }) };
      }),
  };
}

/** The place of a key; a new one comes behind the others. */
function placeOf({ keys }: Tallied, key: string): number {
  const known = keys.get(key);
  if (known !== undefined) return known;
  keys.set(key, keys.size);
  return keys.size - 1;
}

/** The same, with one place for all keys beyond the most. */
function limitedPlaceOf(own: Tallied, key: string): number {
  const { keys } = own;
  return placeOf(own, keys.has(key) || keys.size < mostKeys - 1 ? key : otherKeys);
}

function note(own: Tallied, place: number, figure: Figure): void {
  own.sums.add(place, figure.digits, figure.places);
  own.counts[place] = (own.counts[place] ?? 0) + 1;
  reachTo(own, place, figure);
}

function reachTo({ least, most }: Tallied, place: number, figure: Figure): void {
  const low = least[place];
  if (low === undefined || compareFigures(figure, low) < 0) least[place] = figure;
  const high = most[place];
  if (high === undefined || compareFigures(figure, high) > 0) most[place] = figure;
}

function textOf(figure: Figure | undefined): string {
  return figure === undefined ? "" : printFigure(figure.digits, figure.places);
}

/** The parts of a cell along axes: `FY2021: 12; FY2022: 13`. */
function partsOf(cell: string): readonly (readonly [key: string, text: string])[] {
  return cell.split("; ").flatMap((part) => {
    const at = part.lastIndexOf(": ");
    return at < 0 ? [] : [[part.slice(0, at), part.slice(at + 2)] as const];
  });
}
