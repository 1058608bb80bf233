import type { Cell, Leaf } from "../columns/leaf.ts";
import type { Rows } from "../columns/rows.ts";
import type { FormulaPlan, OutputPlan, Plan } from "../plan.ts";
import type { CalculationResult, OutputResult } from "../result/result.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { csvLine } from "./csv.ts";
import type { OutputColumn } from "./outputs.ts";
import { viewOf } from "./view-of.ts";

/** The part of a line of results behind the carried cells: what all rows of a leaf share, and columns between. */
export type Line = readonly LinePart[];

/** A text that all rows share, and behind it a cell of each. */
export interface LinePart {
  readonly text: DataView;
  readonly size: number;
  /** The slot of the cells; -1 behind the last text. */
  readonly slot: number;
  /** Of figures. */
  readonly times: number;
  readonly places: number;
  /** Of others: how a cell is written, and what has been written, by its value. */
  readonly write: ((value: number) => string) | undefined;
  readonly written: Map<number, DataView>;
}

type Slot = Exclude<Cell, { kind: "text" }>;

const encoder = new TextEncoder();

const open = "\uE000";
const close = "\uE001";
const slot = /\uE000(\d+)\uE001/;

/**
 * The line of a leaf, written as the exact lane writes it, with marks where the columns stand; `undefined` where a cell
 * could not be told to be as harmless as it looks.
 */
export function lineOf(
  plan: Plan,
  columns: readonly OutputColumn[],
  { outputs, unused }: Leaf,
): Line | undefined {
  const cells: Slot[] = [];
  const textOf = (cell: Cell): string => {
    if (cell.kind === "text") return cell.text;
    cells.push(cell);
    return `${open}${cells.length - 1}${close}`;
  };
  const results: Record<string, Partial<OutputResult>> = {};
  for (const [position, values] of outputs.entries()) {
    const { tree, formula } = plan.outputs[position] as OutputPlan;
    const { axes } = (plan.formulas[formula] as FormulaPlan).space;
    const [only] = values;
    const shown = (cell: Cell | undefined) => ({ display: cell === undefined ? "" : textOf(cell) });
    results[tree.id] =
      axes.length === 0
        ? shown(only?.cell)
        : { values: values.map(({ at, cell }) => ({ at, value: "", ...shown(cell) })) };
  }
  const result = { results } as unknown as CalculationResult;
  const texts = [...columns.map(({ cell }) => cell(result, 1)), unused.join(" "), ""];
  const line: (string | Slot)[] = [];
  for (const text of texts) {
    const pieces = text.split(slot);
    if (pieces.length > 1 && !isHarmless(pieces)) return undefined;
    line.push(",");
    if (pieces.length === 1) line.push(csvLine([text]).slice(0, -2));
    else {
      for (const [at, piece] of pieces.entries()) {
        line.push(at % 2 === 0 ? piece : (cells[Number.parseInt(piece, 10)] as Slot));
      }
    }
  }
  return joined([...line, "\r\n"]);
}

/** Whether a cell needs no quotes and no apostrophe, whatever figures stand in it. */
function isHarmless(pieces: readonly string[]): boolean {
  const [first = ""] = pieces;
  const isAlone = pieces.length === 3 && first === "" && pieces[2] === "";
  const text = pieces.map((piece, at) => (at % 2 === 0 ? piece : "-1")).join("");
  return isAlone || (first !== "" && csvLine([text]) === `${text}\r\n`);
}

function joined(line: readonly (string | Slot)[]): Line {
  const parts: LinePart[] = [];
  let text = "";
  const end = (cell: Slot | undefined): void => {
    const bytes = encoder.encode(text);
    text = "";
    parts.push({
      text: padded(bytes),
      size: bytes.length,
      slot: cell?.slot ?? -1,
      times: cell?.kind === "figure" ? cell.times : 1,
      places: cell?.kind === "figure" ? cell.places : 0,
      write: cell?.kind === "whole" ? cell.write : undefined,
      written: new Map(),
    });
  };
  for (const piece of line) {
    if (typeof piece === "string") text += piece;
    else end(piece);
  }
  end(undefined);
  return parts;
}

/** The bytes with room behind them, so that they are copied four at a time. */
export function padded(bytes: Uint8Array): DataView {
  const wider = new Uint8Array(bytes.length + 3);
  wider.set(bytes);
  return viewOf(wider);
}

const largest = 2 ** 53;

/**
 * Writes the part of a line that a leaf gives; `place` is where the row stands in the order of results. False where a
 * figure cannot be written from its column: then what has been written is to be taken back.
 */
export function writeLine(
  writer: ByteWriter,
  line: Line,
  { results }: Rows,
  place: number,
): boolean {
  for (const { text, size, slot, times, places, write, written } of line) {
    writer.copy(text, 0, size);
    if (slot < 0) continue;
    const value = (results[slot] as Float64Array)[place] as number;
    if (write === undefined) {
      if (!(Math.abs(value * times) < largest)) return false;
      writer.decimal(value * times, places);
      continue;
    }
    let known = written.get(value);
    if (known === undefined) {
      known = viewOf(encoder.encode(csvLine([write(value)]).slice(0, -2)));
      written.set(value, known);
    }
    writer.copy(known, 0, known.byteLength);
  }
  return true;
}
