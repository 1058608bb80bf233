import type { CaseGroup } from "../batch/cases.ts";
import type { Encoding } from "../batch/encoding.ts";
import type { BatchRow } from "../batch/rows.ts";
import type { Position, Work } from "../batch/works.ts";
import type { Issue } from "../issue.ts";

/** A piece of a file as it crosses to another worker: bytes, or the cells of cases in one text with columns of places. */
export type PackedWork = PackedRows | PackedCases;

interface PackedRows {
  readonly kind: "rows";
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly encoding: Encoding;
  readonly at?: Position;
  readonly blankBefore: number;
}

interface PackedCases {
  readonly kind: "cases";
  readonly blankBefore: number;
  /** All cells, one behind the other. */
  readonly text: string;
  /** Where each cell ends in it. */
  readonly ends: Uint32Array;
  /** Of each row its number, its line and how many cells it has. */
  readonly rows: Uint32Array;
  /** How many rows each case has. */
  readonly sizes: Uint32Array;
  /** What is wrong with the rows of cases, by case; few have any. */
  readonly issues: ReadonlyMap<number, readonly (readonly Issue[])[]>;
}

const ofRow = 3;

/** Packs a piece; its bytes are copied, so that they can be handed over and the piece can be done again. */
export function packWork(work: Work): PackedWork {
  if (work.kind === "rows") {
    const { bytes, encoding, at, blankBefore } = work;
    const own = { kind: "rows", bytes: new Uint8Array(bytes), encoding, blankBefore } as const;
    return at === undefined ? own : { ...own, at };
  }
  const cells: string[] = [];
  const ends: number[] = [];
  const rows: number[] = [];
  const issues = new Map<number, readonly (readonly Issue[])[]>();
  let end = 0;
  for (const [at, group] of work.groups.entries()) {
    if (group.issues !== undefined) issues.set(at, group.issues);
    for (const row of group.rows) {
      rows.push(row.row, row.line, row.cells.length);
      for (const cell of row.cells) {
        end += cell.length;
        cells.push(cell);
        ends.push(end);
      }
    }
  }
  return {
    kind: "cases",
    blankBefore: work.blankBefore,
    text: cells.join(""),
    ends: Uint32Array.from(ends),
    rows: Uint32Array.from(rows),
    sizes: Uint32Array.from(work.groups, (group) => group.rows.length),
    issues,
  };
}

/** The piece that was packed. */
export function unpackWork(packed: PackedWork): Work {
  if (packed.kind === "rows") return packed;
  const { text, ends, rows, sizes, issues, blankBefore } = packed;
  let row = 0;
  let cell = 0;
  const nextRow = (): BatchRow => {
    const [number = 0, line = 0, count = 0] = rows.subarray(row * ofRow, (row + 1) * ofRow);
    row += 1;
    const cells = Array.from({ length: count }, () => {
      const start = cell === 0 ? 0 : (ends[cell - 1] as number);
      cell += 1;
      return text.slice(start, ends[cell - 1]);
    });
    return { row: number, line, cells };
  };
  const groups = Array.from(sizes, (size, at): CaseGroup => {
    const own = Array.from({ length: size }, nextRow);
    const wrong = issues.get(at);
    return wrong === undefined ? { rows: own } : { rows: own, issues: wrong };
  });
  return { kind: "groups", groups, blankBefore };
}

/** The memory of a piece that can be handed over. */
export function memoryOf(packed: PackedWork): ArrayBuffer[] {
  return packed.kind === "rows" ? [packed.bytes.buffer] : [];
}
