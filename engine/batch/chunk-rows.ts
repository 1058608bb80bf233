import type { Period } from "../answers/record.ts";
import type { Room } from "../columns/chunk.ts";
import type { Classes } from "../columns/classes.ts";
import { type Rows, startRows } from "../columns/rows.ts";
import type { Plan } from "../plan.ts";
import {
  blankCode,
  type CellCodes,
  codeOf,
  forgetNotes,
  notedIn,
  noteIn,
  startCodes,
  unreadCode,
} from "./cell-codes.ts";
import { codeReader, unitBehind } from "./code-reader.ts";
import { asTyped } from "./csv.ts";
import { findFigure, lastFigure, nearest } from "./figures.ts";
import type { Column, Header } from "./header.ts";
import { readPeriodCell } from "./period.ts";
import { type Field, layFields, startGroups } from "./row-groups.ts";
import { isBlankCell } from "./rows.ts";
import { hashOf } from "./scan-cells.ts";

/** How the cells of a column are read. All have the same fields in the same order, for the loop over the cells of a row. */
export interface Reading {
  readonly kind: "figure" | "code" | "period" | "carried" | "skipped";
  /** Where answers go, and the bits that tell of them. */
  readonly register: number;
  readonly values: Float64Array;
  readonly digits: Float64Array;
  readonly places: Uint8Array;
  readonly word: Int32Array;
  readonly shift: number;
  /** Of what is no figure, or of what stands behind one. */
  readonly codes: CellCodes;
  /** Its number among the carried columns. */
  readonly carried: number;
  /** What the unit of the row before made of its set of units. */
  lastUnit: number;
  lastFrom: number;
  lastTo: number;
}

/** Rows as they are read: answers in columns, and of each row where its cells are in the bytes at hand. */
export interface ChunkRows {
  readonly rows: Rows;
  /** Registers by column of the file; 0 for those without. */
  readonly registers: readonly number[];
  /** How many registers zeros and answers take. */
  readonly first: number;
  /** Begins a row. */
  readonly begin: () => void;
  /** Reads a cell of a column of the header; `view` is over the same bytes, `hash` one of the cell. */
  readonly take: (
    column: number,
    bytes: Uint8Array,
    view: DataView,
    start: number,
    end: number,
    hash: number,
  ) => void;
  /** Takes the row at hand back. */
  readonly drop: () => void;
  /** Ends a row; `isUneven` where it has more or fewer cells than the header. */
  readonly end: (isUneven: boolean) => void;
  readonly count: () => number;
  readonly clear: () => void;
  /** The group of each row; -1 where a row has to be read with care. */
  readonly groups: Int32Array;
  readonly groupCount: () => number;
  /** Whether a row has an answer in a register. */
  readonly has: (row: number, register: number) => boolean;
  /** The class of its answer there. */
  readonly classAt: (row: number, register: number) => number;
  readonly periodOf: (row: number) => Period | undefined;
  /** The units of a row by column of the file. */
  readonly unitsOf: (row: number) => ReadonlyMap<number, string>;
  /** Whether a row has a figure of so many places that the others would have no lattice because of it. */
  readonly isLong: (row: number) => boolean;
  /** Finds the groups of all rows anew, because classes are others than they were when they were read. */
  readonly regroup: () => void;
  /** Start and end of each carried cell, by row. */
  readonly spans: Int32Array;
  readonly carriedCount: number;
  readonly parts: ChunkParts;
}

/** What rows are read into, for those who read many at once. */
export interface ChunkParts {
  readonly readings: readonly Reading[];
  readonly words: readonly Int32Array[];
  readonly periods: Int32Array;
  /** The number of the set of units twice, and one more where a figure is long. */
  readonly units: Int32Array;
  /** The class of a code with one more, as it stands in a word. */
  readonly bitsOf: (reading: Reading, code: number) => number;
  /** Changes whenever such bits are no longer right. */
  readonly version: () => number;
  /** The set of units with one more; `undefined` where there are too many. */
  readonly withUnit: (set: number, unit: number) => number | undefined;
  /** So many rows have been read behind those that are there. */
  readonly advance: (count: number) => void;
}

const noFigures = new Float64Array(0);
const noPlaces = new Uint8Array(0);

/** Bits of a class, with 0 for a cell that has nothing in it. */
const classBits = 4;
const classMask = (1 << classBits) - 1;
/** Units, and sets of them, that are told apart. */
const mostUnits = 1 << 12;
/** Places that the figures of a chunk share; a row with more is computed with exact numbers. */
const mostPlaces = 6;

/** Starts reading rows of a file with this header, so many at a time. */
export function startChunkRows(
  plan: Plan,
  { columns }: Header,
  most: number,
  classes: Pick<Classes, "classOf">,
  room: Room,
): ChunkRows {
  const answers = columns.flatMap((column) => (column.kind === "answer" ? [column] : []));
  const figures = answers.map((column) => kindOf(column) === "figure");
  const rows = startRows(most, figures, room);
  const periods: Period[] = [];
  let next = 0;
  let carriedCount = 0;
  const registers = columns.map((column) => {
    if (column.kind !== "answer") return 0;
    next += 1;
    return next;
  });
  const told: { readonly column: number; readonly unit: string }[] = [];
  const unitCode = (column: number, rest: string): number => {
    const unit = unitBehind(rest);
    if (unit === undefined) return unreadCode;
    told.push({ column, unit });
    return told.length - 1;
  };
  const unitSets: ReadonlyMap<number, string>[] = [new Map()];
  const nextSets = new Map<number, number>();
  const withUnit = (set: number, code: number): number => {
    const key = set * mostUnits + code;
    const known = nextSets.get(key);
    if (known !== undefined) return known;
    const { column, unit } = told[code] as (typeof told)[number];
    unitSets.push(new Map([...(unitSets[set] as ReadonlyMap<number, string>), [column, unit]]));
    nextSets.set(key, unitSets.length - 1);
    return unitSets.length - 1;
  };
  const { fields, words } = layFields([0, ...figures.map((is) => (is ? 1 : classBits))]);
  const found = startGroups(most, words + 2, room);
  const { of: groups } = found;
  const periodCode = (cell: string): number => {
    if (isBlankCell(cell)) return blankCode;
    periods.push(readPeriodCell(asTyped(cell)));
    return periods.length - 1;
  };
  const noCodes = startCodes(() => unreadCode);
  const codesOf = (column: Column, at: number, kind: Reading["kind"]): CellCodes => {
    if (kind === "figure") return startCodes((rest) => unitCode(at, rest));
    if (column.kind === "answer") return startCodes(codeReader(plan, column));
    return kind === "period" ? startCodes(periodCode) : noCodes;
  };
  const readings = columns.map((column, at): Reading => {
    const register = registers[at] as number;
    const { word, shift } = fields[register] as Field;
    const kind = kindOf(column);
    if (kind === "period" || kind === "carried") carriedCount += 1;
    return {
      kind,
      register,
      values: rows.registers[register] as Float64Array,
      digits: rows.digits[register] ?? noFigures,
      places: rows.places[register] ?? noPlaces,
      word: found.words[word] as Int32Array,
      shift,
      codes: codesOf(column, at, kind),
      carried: carriedCount - 1,
      lastUnit: -1,
      lastFrom: 0,
      lastTo: 0,
    };
  });
  /** Behind the answers of a row: its period, and its units with a bit for long figures. */
  const rowPeriods = found.words[words] as Int32Array;
  const rowUnits = found.words[words + 1] as Int32Array;
  const spans = room.integers(most * carriedCount * 2);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let row = -1;
  let regrouped = 0;
  let isUnread = false;
  const forget = () => {
    rows.scales.fill(0);
    rows.least.fill(Number.POSITIVE_INFINITY);
    rows.most.fill(Number.NEGATIVE_INFINITY);
  };
  forget();
  const { scales, least, most: greatest } = rows;
  const fieldAt = (at: number, register: number): number => {
    const { word, shift } = fields[register] as Field;
    return ((found.words[word] as Int32Array)[at] as number) >>> shift;
  };
  const has = (at: number, register: number) =>
    (fieldAt(at, register) & (figures[register - 1] === true ? 1 : classMask)) !== 0;
  const takeFigure = (
    reading: Reading,
    bytes: Uint8Array,
    view: DataView,
    start: number,
    end: number,
  ): void => {
    if (!findFigure(bytes, start, end)) {
      if (!isBlankCell(decoder.decode(bytes.subarray(start, end)))) isUnread = true;
      return;
    }
    const { register, word } = reading;
    const { digits, places } = lastFigure;
    const value = nearest(digits, places);
    if (lastFigure.end < end) {
      const unit = codeOf(
        reading.codes,
        bytes,
        view,
        lastFigure.end,
        end,
        hashOf(bytes, lastFigure.end, end),
      );
      if (unit < 0 || unit >= mostUnits || unitSets.length >= mostUnits) {
        isUnread = true;
        return;
      }
      const units = rowUnits[row] as number;
      if (reading.lastUnit !== unit || reading.lastFrom !== units >> 1) {
        reading.lastUnit = unit;
        reading.lastFrom = units >> 1;
        reading.lastTo = withUnit(units >> 1, unit);
      }
      rowUnits[row] = (reading.lastTo << 1) | (units & 1);
    }
    reading.values[row] = value;
    reading.digits[row] = digits;
    reading.places[row] = places;
    if (places > mostPlaces) rowUnits[row] = (rowUnits[row] as number) | 1;
    else if (places > (scales[register] as number)) scales[register] = places;
    if (value < (least[register] as number)) least[register] = value;
    if (value > (greatest[register] as number)) greatest[register] = value;
    word[row] = (word[row] as number) | (1 << reading.shift);
  };
  const takeCode = (
    { codes, values, register, word, shift }: Reading,
    bytes: Uint8Array,
    view: DataView,
    start: number,
    end: number,
    hash: number,
  ): void => {
    const code = codeOf(codes, bytes, view, start, end, hash);
    if (code === blankCode) return;
    if (code === unreadCode) {
      isUnread = true;
      return;
    }
    values[row] = code;
    let bits = notedIn(codes);
    if (bits === 0) {
      bits = 1 + classes.classOf(register, code);
      noteIn(codes, bits);
    }
    word[row] = (word[row] as number) | (bits << shift);
  };
  return {
    rows,
    registers,
    first: next + 1,
    groups,
    groupCount: found.count,
    has,
    classAt: (at, register) => (fieldAt(at, register) & classMask) - 1,
    periodOf: (at) => periods[rowPeriods[at] as number],
    unitsOf: (at) => unitSets[(rowUnits[at] as number) >> 1] as ReadonlyMap<number, string>,
    isLong: (at) => ((rowUnits[at] as number) & 1) === 1,
    regroup() {
      found.clear();
      regrouped += 1;
      for (const reading of readings) if (reading.kind === "code") forgetNotes(reading.codes);
      for (let at = 0; at <= row; at += 1) {
        if (groups[at] === -1) continue;
        for (const [index, isFigure] of figures.entries()) {
          const register = index + 1;
          if (isFigure || !has(at, register)) continue;
          const { word, shift } = fields[register] as Field;
          const own = found.words[word] as Int32Array;
          const code = classes.classOf(
            register,
            (rows.registers[register] as Float64Array)[at] as number,
          );
          own[at] = ((own[at] as number) & ~(classMask << shift)) | ((code + 1) << shift);
        }
        found.find(at);
      }
    },
    spans,
    carriedCount,
    parts: {
      readings,
      words: found.words.slice(0, words),
      periods: rowPeriods,
      units: rowUnits,
      bitsOf: ({ codes, register }, code) => {
        const noted = notedIn(codes);
        if (noted !== 0) return noted;
        noteIn(codes, 1 + classes.classOf(register, code));
        return notedIn(codes);
      },
      version: () => regrouped,
      withUnit: (set, unit) =>
        unit >= mostUnits || unitSets.length >= mostUnits ? undefined : withUnit(set, unit),
      advance(count) {
        for (let left = count; left > 0; left -= 1) {
          row += 1;
          found.find(row);
        }
      },
    },
    begin() {
      row += 1;
      isUnread = false;
      for (let word = 0; word < words; word += 1) (found.words[word] as Int32Array)[row] = 0;
      rowPeriods[row] = blankCode;
      rowUnits[row] = 0;
    },
    take(column, bytes, view, start, end, hash) {
      const reading = readings[column] as Reading;
      const { kind } = reading;
      if (kind === "carried" || kind === "period") {
        const place = 2 * (row * carriedCount + reading.carried);
        spans[place] = start;
        spans[place + 1] = end;
        if (kind === "period" && start !== end) {
          rowPeriods[row] = codeOf(reading.codes, bytes, view, start, end, hash);
        }
      } else if (start === end || kind === "skipped") return;
      else if (kind === "figure") takeFigure(reading, bytes, view, start, end);
      else takeCode(reading, bytes, view, start, end, hash);
    },
    end(isUneven) {
      if (isUneven || isUnread) groups[row] = -1;
      else found.find(row);
    },
    drop() {
      row -= 1;
    },
    count: () => row + 1,
    clear() {
      row = -1;
      forget();
    },
  };
}

function kindOf(column: Column): Reading["kind"] {
  if (column.kind === "answer") {
    const { kind } = column.input.type;
    return kind === "quantity" || kind === "count" ? "figure" : "code";
  }
  if (column.kind === "period") return "period";
  return column.kind === "ours" ? "skipped" : "carried";
}
