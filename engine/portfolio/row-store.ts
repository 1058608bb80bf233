import { splitRows } from "../batch/csv.ts";
import { compareFigures, type Figure, readFigureText } from "./figure.ts";
import type { RowFilter, RowView, WindowRow } from "./types.ts";

/**
 * The lines of results, held in Blobs, which a browser may lay on the disk. In memory stays, for each so many rows, where
 * they begin; a window is read from there. A filter is looked through once and leaves for each so many rows how many of
 * them it lets through.
 */
export interface RowStore {
  /** Whole lines, without the header: where each begins, and its group. */
  readonly add: (bytes: Uint8Array, starts: Uint32Array, groups: Uint16Array) => void;
  /** Everything so far, to be put together to a file. */
  readonly blobs: () => readonly Blob[];
  readonly count: () => number;
  /** The lines of all rows so far, many at a time. */
  readonly lines: () => AsyncGenerator<Lines, void>;
  /** Gives the rows so far other groups, one for each of them; views by groups that are no more are forgotten. */
  readonly regroup: (groups: Uint16Array) => void;
  readonly view: (filter: RowFilter) => Promise<RowView>;
  /** `undefined` for a view that is no more. */
  readonly rows: (
    view: number | undefined,
    from: number,
    count: number,
  ) => Promise<readonly WindowRow[] | undefined>;
}

/** Some whole lines of results. */
interface Lines {
  readonly bytes: Uint8Array;
  readonly rows: number;
}

/** Rows that are found together. */
export const rowsOfBlock = 256;
/** A segment is closed at so many bytes; it always has whole blocks. */
const leastOfSegment = 2 * 1024 * 1024;
const mostViews = 4;

interface Segment {
  readonly blob: Blob;
  readonly groups: Blob;
  /** Where each block begins, and where the last one ends. */
  readonly starts: Float64Array;
  readonly firstRow: number;
  readonly rows: number;
}

interface View {
  readonly filter: Filter;
  readonly isByGroup: boolean;
  /** Of each block of each segment, how many rows before it the filter lets through. */
  readonly before: readonly Float64Array[];
  readonly segments: readonly Segment[];
  readonly count: number;
}

/** Whether a row is let through: its cells and its group. */
type Filter = (cells: readonly string[], group: number) => boolean;

export function startRowStore(): RowStore {
  const segments: Segment[] = [];
  const views = new Map<number, View>();
  let lastView = 0;
  let pieces: Uint8Array[] = [];
  let blockStarts: number[] = [];
  let groups: number[] = [];
  let bytesHeld = 0;
  let rowsHeld = 0;
  let count = 0;

  const openSegment = (): Segment => ({
    blob: new Blob(pieces as BlobPart[]),
    groups: new Blob([Uint16Array.from(groups)]),
    starts: Float64Array.from([...blockStarts, bytesHeld]),
    firstRow: count - rowsHeld,
    rows: rowsHeld,
  });

  /** Closes the segment at hand; the next begins with a block of its own. */
  const close = (): void => {
    segments.push(openSegment());
    pieces = [];
    blockStarts = [];
    groups = [];
    bytesHeld = 0;
    rowsHeld = 0;
  };

  const all = (): readonly Segment[] => (rowsHeld === 0 ? segments : [...segments, openSegment()]);

  /** The lines of some blocks of a segment. */
  const bytesOf = async (segment: Segment, first: number, last: number): Promise<Uint8Array> => {
    const from = segment.starts[first] as number;
    const bytes = await segment.blob.slice(from, segment.starts[last] as number).arrayBuffer();
    return new Uint8Array(bytes);
  };

  /** The rows of some blocks of a segment, with their groups. */
  const read = async (segment: Segment, first: number, blocks: number) => {
    const last = Math.min(first + blocks, segment.starts.length - 1);
    const bytes = await bytesOf(segment, first, last);
    const rowsFrom = first * rowsOfBlock;
    const rowsTo = Math.min(last * rowsOfBlock, segment.rows);
    const codes = await segment.groups.slice(2 * rowsFrom, 2 * rowsTo).arrayBuffer();
    const { rows } = splitRows(decoder.decode(bytes));
    return { rows: rows.map(({ cells }) => cells), groups: new Uint16Array(codes) };
  };

  const blocksAtOnce = 32;

  const view = async (wanted: RowFilter): Promise<RowView> => {
    const filter = filterOf(wanted);
    const isAll = Object.keys(wanted).length === 0;
    const known = all();
    const before: Float64Array[] = [];
    let passed = 0;
    for (const segment of known) {
      const blocks = segment.starts.length - 1;
      const own = new Float64Array(blocks);
      if (isAll) {
        before.push(own.map((_, block) => passed + block * rowsOfBlock));
        passed += segment.rows;
        continue;
      }
      for (let block = 0; block < blocks; block += blocksAtOnce) {
        const found = await read(segment, block, blocksAtOnce);
        for (const [at, cells] of found.rows.entries()) {
          if (at % rowsOfBlock === 0) own[block + at / rowsOfBlock] = passed;
          if (filter(cells, found.groups[at] ?? 0)) passed += 1;
        }
      }
      before.push(own);
    }
    lastView += 1;
    const isByGroup = wanted.groups !== undefined;
    views.set(lastView, { filter, isByGroup, before, segments: known, count: passed });
    const [oldest] = views.keys();
    if (views.size > mostViews && oldest !== undefined) views.delete(oldest);
    return { id: lastView, count: passed };
  };

  const windowOf = async (own: View, from: number, wanted: number) => {
    const rows: WindowRow[] = [];
    let at = own.before.findLastIndex(([first]) => first !== undefined && first <= from);
    if (at < 0) return rows;
    const inFirst = own.before[at] as Float64Array;
    let block = inFirst.findLastIndex((before) => before <= from);
    let passed = inFirst[block] ?? 0;
    for (; at < own.segments.length && rows.length < wanted; at += 1) {
      const segment = own.segments[at] as Segment;
      for (; block < segment.starts.length - 1 && rows.length < wanted; block += 1) {
        const counts = own.before[at] as Float64Array;
        const next = counts[block + 1] ?? own.before[at + 1]?.[0] ?? own.count;
        // Nothing in this block is let through.
        if (next === passed) continue;
        const found = await read(segment, block, 1);
        for (const [place, cells] of found.rows.entries()) {
          if (!own.filter(cells, found.groups[place] ?? 0)) continue;
          if (passed >= from && rows.length < wanted) rows.push(rowOf(cells));
          passed += 1;
        }
      }
      block = 0;
    }
    return rows;
  };

  const allRows = async (from: number, wanted: number) => {
    const rows: WindowRow[] = [];
    for (const segment of all()) {
      const end = segment.firstRow + segment.rows;
      if (end <= from || segment.firstRow >= from + wanted) continue;
      const first = Math.max(0, from - segment.firstRow);
      const block = Math.floor(first / rowsOfBlock);
      const skipped = first - block * rowsOfBlock;
      const own = Math.min(wanted - rows.length, segment.rows - first);
      const found = await read(segment, block, Math.ceil((skipped + own) / rowsOfBlock));
      rows.push(...found.rows.slice(skipped, skipped + own).map(rowOf));
    }
    return rows;
  };

  async function* lines(): AsyncGenerator<Lines, void> {
    for (const segment of all()) {
      const blocks = segment.starts.length - 1;
      for (let block = 0; block < blocks; block += blocksAtOnce) {
        const bytes = await bytesOf(segment, block, Math.min(blocks, block + blocksAtOnce));
        const left = segment.rows - block * rowsOfBlock;
        yield { bytes, rows: Math.min(left, blocksAtOnce * rowsOfBlock) };
      }
    }
  }

  return {
    add(bytes, starts, codes) {
      let at = 0;
      for (const [line, start] of starts.entries()) {
        if (rowsHeld % rowsOfBlock === 0) {
          // A segment ends where a block does.
          if (bytesHeld + start - at >= leastOfSegment) {
            pieces.push(bytes.slice(at, start));
            bytesHeld += start - at;
            at = start;
            close();
          }
          blockStarts.push(bytesHeld + start - at);
        }
        groups.push(codes[line] ?? 0);
        rowsHeld += 1;
        count += 1;
      }
      pieces.push(bytes.slice(at));
      bytesHeld += bytes.length - at;
    },
    blobs: () => all().map(({ blob }) => blob),
    count: () => count,
    lines,
    regroup(codes) {
      for (const [at, segment] of segments.entries()) {
        const own = codes.slice(segment.firstRow, segment.firstRow + segment.rows);
        segments[at] = { ...segment, groups: new Blob([own]) };
      }
      groups = [...codes.subarray(count - rowsHeld, count)];
      for (const [id, { isByGroup }] of views) if (isByGroup) views.delete(id);
    },
    view,
    async rows(id, from, wanted) {
      if (id === undefined) return allRows(from, wanted);
      const own = views.get(id);
      return own && windowOf(own, from, wanted);
    },
  };
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

function rowOf(cells: readonly string[]): WindowRow {
  return { row: Number.parseInt(cells[0] ?? "", 10), status: cells[1] ?? "", cells };
}

function filterOf({ status, groups, text, between }: RowFilter): Filter {
  const statuses = status && new Set<string>(status);
  const ids = groups && new Set(groups);
  const wanted = text?.toLowerCase();
  const least = endOf(between?.least);
  const most = endOf(between?.most);
  return (cells, group) => {
    if (statuses !== undefined && !statuses.has(cells[1] ?? "")) return false;
    if (ids !== undefined && !ids.has(group)) return false;
    if (wanted !== undefined && !cells.some((cell) => cell.toLowerCase().includes(wanted))) {
      return false;
    }
    if (between === undefined) return true;
    const figure = readFigureText(cells[between.column] ?? "");
    if (figure === undefined) return false;
    if (least !== undefined && compareFigures(figure, least) < 0) return false;
    return most === undefined || compareFigures(figure, most) <= 0;
  };
}

function endOf(text: string | undefined): Figure | undefined {
  return text === undefined ? undefined : readFigureText(text.trim());
}
