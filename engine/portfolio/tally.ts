import type { OutputColumn } from "../batch/outputs.ts";
import type { Label } from "../methodology/schema.ts";
import type { Plan } from "../plan.ts";
import { type Bins, startBins } from "./distribution.ts";
import {
  compareFigures,
  type Figure,
  type FigureSum,
  printFigure,
  readFigureText,
  startSum,
} from "./figure.ts";
import { figureAt, isEmptyAt, type Line, textAt } from "./lines.ts";
import type { KeyedSum, OutputSummary } from "./types.ts";

/** The figures of one row, by output: over its keys added up, `undefined` where it has none. */
export type RowFigures = readonly (Figure | undefined)[];

/** Adds up the outputs of rows as they stand in the results. */
export interface OutputTally {
  /** Takes the outputs of a line of results, which stand from the `first` cell on in the order of the columns. */
  readonly take: (bytes: Uint8Array, line: Line, first: number) => RowFigures;
  readonly summaries: () => readonly OutputSummary[];
  /** How many outputs there are; the first that is a main one. */
  readonly count: number;
  readonly main: number;
}

interface Keyed {
  readonly sum: FigureSum;
  count: number;
  least: Figure | undefined;
  most: Figure | undefined;
}

interface Tallied {
  readonly id: string;
  readonly about: Omit<OutputSummary, "sums" | "distribution">;
  readonly columns: number[];
  readonly keys: Map<string, Keyed>;
  readonly bins: Bins;
}

/** Keys of one output beyond these are added up as one. */
const mostKeys = 500;

export function startOutputTally(plan: Plan, columns: readonly OutputColumn[]): OutputTally {
  const tallied: Tallied[] = [];
  for (const [at, { output, end }] of columns.entries()) {
    const id = end === undefined ? output : `${output} ${end}`;
    const known = tallied.find((one) => one.id === id);
    if (known !== undefined) {
      known.columns.push(at);
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
    tallied.push({ id, about, columns: [at], keys: new Map(), bins: startBins(places) });
  }

  const keyedOf = (own: Tallied, key: string): Keyed => {
    const known = own.keys.get(key) ?? (own.keys.size < mostKeys ? undefined : own.keys.get("…"));
    if (known !== undefined) return known;
    const made: Keyed = { sum: startSum(), count: 0, least: undefined, most: undefined };
    own.keys.set(own.keys.size < mostKeys - 1 ? key : "…", made);
    return made;
  };

  const note = (keyed: Keyed, figure: Figure): void => {
    keyed.sum.add(figure);
    keyed.count += 1;
    const { least, most } = keyed;
    if (least === undefined || compareFigures(figure, least) < 0) keyed.least = figure;
    if (most === undefined || compareFigures(figure, most) > 0) keyed.most = figure;
  };

  /** Columns whose cells are one figure have their sums at hand. */
  const byColumn: (Keyed | undefined)[] = columns.map(() => undefined);

  const figureOf = (bytes: Uint8Array, line: Line, first: number, own: Tallied) => {
    let whole: Figure | undefined;
    let sum: FigureSum | undefined;
    const add = (figure: Figure): void => {
      if (whole === undefined) {
        whole = figure;
        return;
      }
      if (sum === undefined) {
        sum = startSum();
        sum.add(whole);
      }
      sum.add(figure);
    };
    for (const at of own.columns) {
      if (isEmptyAt(line, first + at)) continue;
      const figure = figureAt(bytes, line, first + at);
      if (figure !== undefined) {
        let keyed = byColumn[at];
        if (keyed === undefined) {
          keyed = keyedOf(own, columns[at]?.key ?? "");
          byColumn[at] = keyed;
        }
        note(keyed, figure);
        add(figure);
        continue;
      }
      const { key } = columns[at] as OutputColumn;
      const cell = textAt(bytes, line, first + at);
      const parts = /^-?\d/.test(cell) ? [["", cell] as const] : partsOf(cell);
      for (const [inner, text] of parts) {
        const found = readFigureText(text);
        if (found === undefined) continue;
        note(keyedOf(own, [key, inner].filter((part) => part !== "").join(", ")), found);
        add(found);
      }
    }
    return sum?.figure() ?? whole;
  };

  return {
    count: tallied.length,
    main: Math.max(
      0,
      tallied.findIndex(({ about }) => about.isMain),
    ),
    take: (bytes, line, first) =>
      tallied.map((own) => {
        const figure = figureOf(bytes, line, first, own);
        if (figure !== undefined) own.bins.add(figure);
        return figure;
      }),
    summaries: () =>
      tallied.map(({ about, keys, bins }): OutputSummary => {
        const distribution = bins.distribution();
        const sums = [...keys]
          .map(
            ([key, { sum, count, least, most }]): KeyedSum => ({
              key,
              sum: sum.print(),
              count,
              least: textOf(least),
              most: textOf(most),
            }),
          )
          .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
        return { ...about, sums, ...(distribution === undefined ? {} : { distribution }) };
      }),
  };
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
