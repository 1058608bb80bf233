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
import type { KeyedSum, OutputSummary } from "./types.ts";

/** The figures of one row, by output: over its keys added up, `undefined` where it has none. */
export type RowFigures = readonly (Figure | undefined)[];

/** Adds up the outputs of rows as they stand in the results. */
export interface OutputTally {
  /** Takes the cells of outputs of a row, in the order of the columns. */
  readonly take: (cells: readonly string[]) => RowFigures;
  readonly summaries: () => readonly OutputSummary[];
  /** How many outputs there are; the first that is a main one. */
  readonly count: number;
  readonly main: number;
}

interface Keyed {
  readonly sum: FigureSum;
  count: number;
  least: Figure;
  most: Figure;
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

  const note = (own: Tallied, key: string, figure: Figure): void => {
    let keyed = own.keys.get(key);
    if (keyed === undefined) {
      const place = own.keys.size < mostKeys ? key : "…";
      keyed = own.keys.get(place);
      if (keyed === undefined) {
        keyed = { sum: startSum(), count: 0, least: figure, most: figure };
        own.keys.set(place, keyed);
      }
    }
    keyed.sum.add(figure);
    keyed.count += 1;
    if (compareFigures(figure, keyed.least) < 0) keyed.least = figure;
    if (compareFigures(figure, keyed.most) > 0) keyed.most = figure;
  };

  return {
    count: tallied.length,
    main: Math.max(
      0,
      tallied.findIndex(({ about }) => about.isMain),
    ),
    take: (cells) =>
      tallied.map((own) => {
        let whole: Figure | undefined;
        let sum: FigureSum | undefined;
        const add = (key: string, figure: Figure) => {
          note(own, key, figure);
          if (whole === undefined) {
            whole = figure;
            return;
          }
          if (sum === undefined) {
            sum = startSum();
            sum.add(whole);
          }
          sum.add(figure);
          whole = sum.figure();
        };
        for (const at of own.columns) {
          const cell = cells[at] ?? "";
          if (cell === "") continue;
          const { key } = columns[at] as OutputColumn;
          const figure = readFigureText(cell);
          if (figure !== undefined) {
            add(key, figure);
            continue;
          }
          for (const [inner, text] of partsOf(cell)) {
            const found = readFigureText(text);
            if (found !== undefined) add(key === "" ? inner : `${key}, ${inner}`, found);
          }
        }
        if (whole !== undefined) own.bins.add(whole);
        return whole;
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
              least: printFigure(least.digits, least.places),
              most: printFigure(most.digits, most.places),
            }),
          )
          .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
        return { ...about, sums, ...(distribution === undefined ? {} : { distribution }) };
      }),
  };
}

/** The parts of a cell along axes: `FY2021: 12; FY2022: 13`. */
function partsOf(cell: string): readonly (readonly [key: string, text: string])[] {
  return cell.split("; ").flatMap((part) => {
    const at = part.lastIndexOf(": ");
    return at < 0 ? [] : [[part.slice(0, at), part.slice(at + 2)] as const];
  });
}
