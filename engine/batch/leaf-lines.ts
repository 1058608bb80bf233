import type { Cell, Leaf } from "../columns/leaf.ts";
import type { Rows } from "../columns/rows.ts";
import type { FormulaPlan, OutputPlan, Plan } from "../plan.ts";
import type { CalculationResult, OutputResult } from "../result/result.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { csvLine } from "./csv.ts";
import type { OutputColumn } from "./outputs.ts";

/** The part of a line of results behind the carried cells: what all rows of a leaf share, and columns between. */
export type Line = readonly (Uint8Array | Slot)[];

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
  const all: (string | Slot)[] = [];
  for (const piece of line) {
    const last = all.at(-1);
    if (typeof piece === "string" && typeof last === "string") all[all.length - 1] = last + piece;
    else all.push(piece);
  }
  return all.map((piece) => (typeof piece === "string" ? encoder.encode(piece) : piece));
}

const wholeTexts = new WeakMap<object, Map<number, Uint8Array>>();
const largest = 2 ** 53;

/** Whether every figure of a row can be written from its column; `place` is where it stands in the order of results. */
export function isWritable(line: Line, rows: Rows, place: number): boolean {
  for (const piece of line) {
    if (piece instanceof Uint8Array || piece.kind !== "figure") continue;
    const value = (rows.results[piece.slot] as Float64Array)[place] as number;
    if (!(Math.abs(value * piece.times) < largest)) return false;
  }
  return true;
}

/** Writes the part of a line that a leaf gives. */
export function writeLine(writer: ByteWriter, line: Line, rows: Rows, place: number): void {
  for (const piece of line) {
    if (piece instanceof Uint8Array) {
      writer.copy(piece, 0, piece.length);
      continue;
    }
    const value = (rows.results[piece.slot] as Float64Array)[place] as number;
    if (piece.kind === "figure") writer.decimal(value * piece.times, piece.places);
    else {
      const texts = wholeTexts.get(piece) ?? new Map<number, Uint8Array>();
      wholeTexts.set(piece, texts);
      const known = texts.get(value);
      const text = known ?? encoder.encode(csvLine([piece.write(value)]).slice(0, -2));
      if (known === undefined) texts.set(value, text);
      writer.copy(text, 0, text.length);
    }
  }
}
