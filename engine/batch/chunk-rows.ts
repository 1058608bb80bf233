import type { Period } from "../answers/record.ts";
import { normalise, splitFigure } from "../answers/text.ts";
import type { Room } from "../columns/chunk.ts";
import type { Classes } from "../columns/classes.ts";
import { type Rows, startRows } from "../columns/rows.ts";
import { parseDay, parseFiscalYear } from "../methodology/period.ts";
import type { Plan } from "../plan.ts";
import { blankCode, type CellCodes, startCodes, unreadCode } from "./cell-codes.ts";
import { asTyped } from "./csv.ts";
import { lastFigure, readFigure } from "./figures.ts";
import type { AnswerColumn, Header } from "./header.ts";
import { readPeriodCell } from "./period.ts";
import { type Field, layFields, startGroups } from "./row-groups.ts";
import { isBlankCell } from "./rows.ts";

/** How the cells of a column are read. */
type Reading =
  | (Answers & {
      readonly kind: "figure";
      readonly units: CellCodes;
      readonly digits: Float64Array;
      readonly places: Uint8Array;
      /** What the unit of the row before made of its set of units. */
      readonly last: { unit: number; from: number; to: number };
    })
  | (Answers & { readonly kind: "code"; readonly codes: CellCodes })
  | { readonly kind: "period"; readonly codes: CellCodes; readonly carried: number }
  | { readonly kind: "carried"; readonly carried: number }
  | { readonly kind: "skipped" };

/** Where answers go, and the bits that tell of them. */
interface Answers {
  readonly register: number;
  readonly values: Float64Array;
  readonly word: Int32Array;
  readonly shift: number;
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
  /** Reads a cell; false where it has something in it. */
  readonly take: (column: number, bytes: Uint8Array, start: number, end: number) => void;
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
}

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
  const figures = answers.map(
    ({ input: { type } }) => type.kind === "quantity" || type.kind === "count",
  );
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
    // What stands behind a figure is its unit where any other figure would have it, too.
    const figure = splitFigure(`1${normalise(`x${rest}`).slice(1)}`);
    if (figure.kind !== "figure" || figure.digits !== "1" || figure.unit === "") return unreadCode;
    told.push({ column, unit: figure.unit });
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
  const found = startGroups(most, words + 2);
  const { of: groups } = found;
  const readings = columns.map((column, at): Reading => {
    switch (column.kind) {
      case "ours":
        return { kind: "skipped" };
      case "answer": {
        const register = registers[at] as number;
        const { word, shift } = fields[register] as Field;
        const values = rows.registers[register] as Float64Array;
        const answers = { register, values, word: found.words[word] as Int32Array, shift };
        return figures[register - 1] === true
          ? {
              kind: "figure",
              ...answers,
              units: startCodes((rest) => unitCode(at, rest)),
              digits: rows.digits[register] as Float64Array,
              places: rows.places[register] as Uint8Array,
              last: { unit: -1, from: 0, to: 0 },
            }
          : { kind: "code", ...answers, codes: startCodes(codeReader(plan, column)) };
      }
      case "period": {
        carriedCount += 1;
        const codes = startCodes((cell) => {
          if (isBlankCell(cell)) return blankCode;
          periods.push(readPeriodCell(asTyped(cell)));
          return periods.length - 1;
        });
        return { kind: "period", codes, carried: carriedCount - 1 };
      }
      default:
        carriedCount += 1;
        return { kind: "carried", carried: carriedCount - 1 };
    }
  });
  /** Behind the answers of a row: its period, and its units with a bit for long figures. */
  const rowPeriods = found.words[words] as Int32Array;
  const rowUnits = found.words[words + 1] as Int32Array;
  const spans = new Int32Array(most * carriedCount * 2);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let row = -1;
  let isUnread = false;
  const forget = () => {
    rows.scales.fill(0);
    rows.least.fill(Number.POSITIVE_INFINITY);
    rows.most.fill(Number.NEGATIVE_INFINITY);
  };
  forget();
  const fieldAt = (at: number, register: number): number => {
    const { word, shift } = fields[register] as Field;
    return ((found.words[word] as Int32Array)[at] as number) >>> shift;
  };
  const has = (at: number, register: number) =>
    (fieldAt(at, register) & (figures[register - 1] === true ? 1 : classMask)) !== 0;
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
      for (const reading of readings) if (reading.kind === "code") reading.codes.notes.fill(0);
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
    begin() {
      row += 1;
      isUnread = false;
      for (let word = 0; word < words; word += 1) (found.words[word] as Int32Array)[row] = 0;
      rowPeriods[row] = blankCode;
      rowUnits[row] = 0;
    },
    take(column, bytes, start, end) {
      const reading = readings[column];
      if (reading === undefined) return;
      if (reading.kind === "carried" || reading.kind === "period") {
        const place = 2 * (row * carriedCount + reading.carried);
        spans[place] = start;
        spans[place + 1] = end;
        if (reading.kind === "period") {
          rowPeriods[row] = start === end ? blankCode : reading.codes.codeOf(bytes, start, end);
        }
        return;
      }
      if (start === end || reading.kind === "skipped") return;
      const { register, word, shift } = reading;
      if (reading.kind === "figure") {
        const value = readFigure(bytes, start, end);
        if (Number.isNaN(value)) {
          if (!isBlankCell(decoder.decode(bytes.subarray(start, end)))) isUnread = true;
          return;
        }
        if (lastFigure.end < end) {
          const unit = reading.units.codeOf(bytes, lastFigure.end, end);
          if (unit < 0 || unit >= mostUnits || unitSets.length >= mostUnits) {
            isUnread = true;
            return;
          }
          const units = rowUnits[row] as number;
          const { last } = reading;
          if (last.unit !== unit || last.from !== units >> 1) {
            last.unit = unit;
            last.from = units >> 1;
            last.to = withUnit(units >> 1, unit);
          }
          rowUnits[row] = (last.to << 1) | (units & 1);
        }
        reading.values[row] = value;
        reading.digits[row] = lastFigure.digits;
        const { places } = lastFigure;
        reading.places[row] = places;
        if (places > mostPlaces) rowUnits[row] = (rowUnits[row] as number) | 1;
        else if (places > (rows.scales[register] as number)) rows.scales[register] = places;
        if (value < (rows.least[register] as number)) rows.least[register] = value;
        if (value > (rows.most[register] as number)) rows.most[register] = value;
        word[row] = (word[row] as number) | (1 << shift);
        return;
      }
      const code = reading.codes.codeOf(bytes, start, end);
      if (code === blankCode) return;
      if (code === unreadCode) isUnread = true;
      else {
        reading.values[row] = code;
        const { notes } = reading.codes;
        const place = reading.codes.place();
        let bits = notes[place] as number;
        if (bits === 0) {
          bits = 1 + classes.classOf(register, code);
          notes[place] = bits;
        }
        word[row] = (word[row] as number) | (bits << shift);
      }
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

/** What the cells of a column say that is no figure, as a whole number. */
function codeReader(plan: Plan, { input, read }: AnswerColumn): (cell: string) => number {
  const { type } = input;
  return (cell) => {
    if (isBlankCell(cell)) return blankCode;
    const given = read(cell);
    if (given.trim() === "" || (given.length > 200 && type.kind !== "text")) return unreadCode;
    const text = normalise(given);
    switch (type.kind) {
      case "enum": {
        const members = plan.enums[plan.at.enums.get(type.enum) ?? -1]?.members;
        return members?.get(text) ?? unreadCode;
      }
      case "boolean":
        return text === "true" ? 1 : text === "false" ? 0 : unreadCode;
      case "date":
        return dayIn(text);
      case "fiscal_year":
        return parseFiscalYear(text) ?? unreadCode;
      case "item":
        return /^[1-9]\d{0,5}$/.test(text) ? Number.parseInt(text, 10) - 1 : unreadCode;
      default:
        return 0;
    }
  };
}

/** Days before 1970 are below zero, where codes say something else: those two are read with care. */
function dayIn(text: string): number {
  const day = parseDay(text);
  return day === undefined || day === blankCode || day === unreadCode ? unreadCode : day;
}
