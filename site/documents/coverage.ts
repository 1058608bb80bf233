import type { Provenance } from "../../engine/methodology/schema.ts";
import type { DocumentTree, EnumTree, RowTree, TableTree } from "../../engine/methodology/tree.ts";
import { openYears, yearsOf } from "../../engine/methodology/years-of-tables.ts";

/** A table with what is needed to say what it covers. */
export interface CoveredTable {
  readonly table: TableTree;
  readonly documents: readonly DocumentTree[];
  readonly enums: readonly EnumTree[];
  /** The editions of methodologies that use it. */
  readonly usedBy: readonly string[];
}

/** The figures of one combination of keys over the fiscal years. */
export interface YearLine {
  /** The cells of the other keys, as the rows write them. */
  readonly keys: readonly string[];
  readonly years: ReadonlyMap<number, Provenance>;
  /** The last year that has a figure; absent where a row is open above. */
  readonly last?: number;
  /** Years between the first and the last that have none. */
  readonly missing: readonly number[];
}

export interface TableCoverage {
  readonly rows: number;
  /** Cells by the weakest flag of their row or column, `none` apart. */
  readonly flags: Readonly<Record<Provenance, number>>;
  readonly open: number;
  /** Documents by how many rows name them. */
  readonly documents: readonly { readonly id: string; readonly rows: number }[];
  /** Present where the table has a key of fiscal years. */
  readonly years?: readonly number[];
  readonly lines?: readonly YearLine[];
  /** Members of a key's closed list that no row names, by key. */
  readonly absent: readonly { readonly key: string; readonly members: readonly string[] }[];
}

/** What a table covers: which keys and years have figures, from which documents, and how sure they are. */
export function coverageOf({ table, enums }: CoveredTable): TableCoverage {
  const flags: Record<Provenance, number> = {
    confirmed: 0,
    secondary: 0,
    derived: 0,
    unconfirmed: 0,
  };
  const documents = new Map<string, number>();
  let open = 0;
  for (const row of table.rows) {
    const named = new Set<string>();
    table.columns.forEach((column, at) => {
      if (column.slope !== undefined) return;
      if (row.cells[at] === "none") {
        open += 1;
        return;
      }
      const origin = table.origins[originAt(row, at)];
      if (origin === undefined) return;
      flags[origin.provenance] += 1;
      for (const { document } of origin.sources) named.add(document);
    });
    for (const id of named) documents.set(id, (documents.get(id) ?? 0) + 1);
  }
  const lines = linesOf(table);
  const all = lines?.flatMap(({ years }) => [...years.keys()]) ?? [];
  return {
    rows: table.rows.length,
    flags,
    open,
    documents: [...documents].map(([id, rows]) => ({ id, rows })),
    ...(lines === undefined ? {} : { lines, years: rangeOf(all) }),
    absent: absentOf(table, enums),
  };
}

function originAt({ origin }: RowTree, column: number): number {
  return typeof origin === "number" ? origin : (origin[column] ?? 0);
}

function rangeOf(years: readonly number[]): readonly number[] {
  if (years.length === 0) return [];
  const first = years.reduce((a, b) => Math.min(a, b));
  const last = years.reduce((a, b) => Math.max(a, b));
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

const order: readonly Provenance[] = ["confirmed", "secondary", "derived", "unconfirmed"];

function weaker(a: Provenance | undefined, b: Provenance): Provenance {
  return a === undefined || order.indexOf(b) > order.indexOf(a) ? b : a;
}

/** One line per combination of the other keys, with the years that have at least one figure. */
function linesOf(table: TableTree): readonly YearLine[] | undefined {
  const yearAt = table.keys.findIndex(({ kind }) => kind === "fiscal_year");
  if (yearAt < 0) return undefined;
  const found = new Map<
    string,
    { keys: readonly string[]; years: Map<number, Provenance>; open: boolean }
  >();
  for (const row of table.rows) {
    const years = listedYears(row.keys[yearAt]);
    const flag = row.cells.reduce<Provenance | undefined>((weakest, cell, at) => {
      const origin = table.origins[originAt(row, at)];
      return cell === "none" || origin === undefined ? weakest : weaker(weakest, origin.provenance);
    }, undefined);
    if (flag === undefined) continue;
    for (const keys of combinationsOf(row.keys.filter((_, at) => at !== yearAt))) {
      const id = keys.join("\n");
      const line = found.get(id) ?? { keys, years: new Map(), open: false };
      found.set(id, line);
      for (const year of years.listed) line.years.set(year, weaker(line.years.get(year), flag));
      line.open ||= years.open;
    }
  }
  return [...found.values()].map(({ keys, years, open }) => {
    const all = rangeOf([...years.keys()]);
    const last = all.at(-1);
    return {
      keys,
      years,
      ...(open || last === undefined ? {} : { last }),
      missing: all.filter((year) => !years.has(year)),
    };
  });
}

/** Each member of a cell that names several, with each of the others. */
function combinationsOf(cells: RowTree["keys"]): readonly (readonly string[])[] {
  return cells.reduce<readonly (readonly string[])[]>(
    (lines, cell) =>
      lines.flatMap((line) =>
        (typeof cell === "string" ? [cell] : cell).map((one) => [...line, one]),
      ),
    [[]],
  );
}

/** The years that a cell names; of a range that is open its first year, of every year none. */
function listedYears(cell: string | readonly string[] | undefined): {
  readonly listed: readonly number[];
  readonly open: boolean;
} {
  const [low, high] = yearsOf(cell);
  const open = high === openYears.to;
  if (low === openYears.from) return { listed: open ? [] : [high], open };
  return { listed: open ? [low] : rangeOf([low, high]), open };
}

function absentOf(table: TableTree, enums: readonly EnumTree[]): TableCoverage["absent"] {
  return table.keys.flatMap((key, at) => {
    if (key.kind !== "enum") return [];
    const named = new Set(table.rows.flatMap((row) => row.keys[at] ?? []));
    if (named.has("*")) return [];
    const members = enums.find(({ id }) => id === key.enum)?.members ?? [];
    const absent = members.filter(({ id }) => !named.has(id)).map(({ id }) => id);
    return absent.length === 0 ? [] : [{ key: key.id, members: absent }];
  });
}
