import { nearest } from "../methodology/near.ts";
import type { RowData, TableData } from "../methodology/schema.ts";
import type { ColumnTree, KeyTree, Origin, RowTree } from "../methodology/tree.ts";
import { printUnit } from "../quantity/unit.ts";
import { originOf, type Sourced } from "./build-origin.ts";
import { wholeOf } from "./context.ts";
import type { Checking, Where } from "./scope.ts";
import { report } from "./scope.ts";
import { readUnit } from "./units.ts";
import { isSameUnit } from "./variables.ts";

type Cells = Readonly<Record<string, string | readonly string[] | undefined>>;

interface RowsOf {
  readonly table: TableData;
  readonly keys: readonly KeyTree[];
  readonly columns: readonly ColumnTree[];
  readonly variable?: { readonly name: string; readonly key: string };
  readonly documents: string;
  readonly where: Where;
}

/**
 * Rows with one cell per key and column, in their order, and origins written once. Reading has made sure that every cell
 * is there.
 */
export function buildRows(
  checking: Checking,
  rows: readonly RowData[],
  of: RowsOf,
): { readonly rows: readonly RowTree[]; readonly origins: readonly Origin[] } {
  const origins: Origin[] = [];
  const positions = new Map<string, number>();
  const place = (origin: Origin): number => {
    const text = JSON.stringify(origin);
    const known = positions.get(text);
    if (known !== undefined) return known;
    positions.set(text, origins.length);
    origins.push(origin);
    return origins.length - 1;
  };
  // Rows that say nothing of where they come from say the same, and are most rows of a long table.
  let ofSilentRows: readonly number[] | undefined;
  const originsOf = (row: RowData): readonly number[] => {
    const read = () =>
      of.columns.map((column) => place(rowOrigin(of.documents, row, column.id, of.table)));
    if (saysOrigin(row)) return read();
    ofSilentRows ??= read();
    return ofSilentRows;
  };
  const membersOf = membersReader(checking);
  const built = rows.map((row, index): RowTree => {
    const where = (): Where => ({ ...of.where, path: [...of.where.path, "rows", index] });
    const cells = row as Cells;
    const keys = of.keys.map((key) => keyCell(checking, cells[key.id], key, where, membersOf));
    const unit = unitOfRow(checking, cells, keys, of, where);
    const perColumn = originsOf(row);
    const [first = 0] = perColumn;
    return {
      keys,
      cells: of.columns.map((column) =>
        columnCell(checking, cells[column.id], column, where, membersOf),
      ),
      ...(unit === undefined ? {} : { unit }),
      origin: perColumn.every((position) => position === first) ? first : perColumn,
    };
  });
  return { rows: built, origins };
}

/** The place of a row, made only where there is something to tell. */
type RowPlace = () => Where;

type MembersOf = (id: string) => ReadonlySet<string>;

/** The members of each enum, taken together once for all rows. */
function membersReader(checking: Checking): MembersOf {
  const known = new Map<string, ReadonlySet<string>>();
  return (id) => {
    const members =
      known.get(id) ?? new Set((checking.enums.get(id)?.members ?? []).map((member) => member.id));
    known.set(id, members);
    return members;
  };
}

function cellPlace(where: RowPlace, column: string): Where {
  const row = where();
  return { ...row, path: [...row.path, column] };
}

function keyCell(
  checking: Checking,
  cell: string | readonly string[] | undefined,
  key: KeyTree,
  where: RowPlace,
  membersOf: MembersOf,
): string | readonly string[] {
  if (cell === undefined) return "*";
  if (key.kind === "enum") {
    const members = membersOf(key.enum);
    const named = typeof cell === "string" ? [cell] : cell;
    named.forEach((member, index) => {
      if (members.has(member) || cell === "*") return;
      const suggestion = nearest(member, members);
      const at = cellPlace(where, key.id);
      const path = typeof cell === "string" ? at.path : [...at.path, index];
      report(checking, { ...at, path }, "unknown-name", {
        what: "member",
        name: member,
        of: key.enum,
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    });
    return cell;
  }
  if (typeof cell !== "string") {
    report(checking, cellPlace(where, key.id), "cell-list", { column: key.id });
    return "*";
  }
  return cell;
}

function columnCell(
  checking: Checking,
  cell: string | readonly string[] | undefined,
  column: ColumnTree,
  where: RowPlace,
  membersOf: MembersOf,
): string {
  if (column.slope !== undefined) return "";
  if (cell === undefined) return "none";
  if (typeof cell !== "string") {
    report(checking, cellPlace(where, column.id), "cell-list", { column: column.id });
    return "none";
  }
  if (column.type.kind === "enum" && cell !== "none") {
    const { enum: id } = column.type;
    const members = membersOf(id);
    if (!members.has(cell)) {
      const suggestion = nearest(cell, members);
      report(checking, cellPlace(where, column.id), "unknown-name", {
        what: "member",
        name: cell,
        of: id,
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    }
  }
  return cell;
}

/** The unit that the row gives its member, which must be the same wherever a table gives one. */
function unitOfRow(
  checking: Checking,
  cells: Cells,
  keys: readonly (string | readonly string[])[],
  of: RowsOf,
  where: RowPlace,
): string | undefined {
  if (of.variable === undefined) return undefined;
  const { name, key } = of.variable;
  const text = cells[name];
  const at = cellPlace(where, name);
  if (typeof text !== "string") return undefined;
  const unit = readUnit(checking, text, at);
  const position = of.keys.findIndex(({ id }) => id === key);
  const tree = of.keys[position];
  if (unit === undefined || tree?.kind !== "enum") return text;
  const whole = wholeOf(checking, tree.enum);
  const units = checking.memberUnits.get(whole) ?? new Map();
  checking.memberUnits.set(whole, units);
  const cell = keys[position] as string | readonly string[];
  const members =
    cell === "*"
      ? (checking.enums.get(tree.enum)?.members ?? []).map(({ id }) => id)
      : typeof cell === "string"
        ? [cell]
        : cell;
  for (const member of members) {
    const other = units.get(member);
    if (other === undefined) units.set(member, unit);
    else if (!isSameUnit(other, unit)) {
      report(checking, at, "unit-of-member-differs", {
        member,
        first: printUnit(other),
        second: text,
      });
    }
  }
  return text;
}

function saysOrigin(row: RowData): boolean {
  return (
    row.source !== undefined ||
    row.provenance !== undefined ||
    row.confidence !== undefined ||
    row.known !== undefined
  );
}

/** The origin of one cell: what the row says of it counts before the column, and the column before the table. */
function rowOrigin(documents: string, row: RowData, column: string, table: TableData): Origin {
  const { provenance, confidence, source, known } = row as Sourced & {
    readonly provenance?: unknown;
    readonly confidence?: unknown;
  };
  const own: Sourced = {
    source,
    known,
    provenance: perCell(provenance, column) as Sourced["provenance"],
    confidence: perCell(confidence, column) as Sourced["confidence"],
  };
  const data = table.columns[column];
  return originOf(documents, own, typeof data === "object" ? data : {}, table);
}

function perCell(said: unknown, column: string): unknown {
  if (typeof said !== "object" || said === null) return said;
  const cells = said as Readonly<Record<string, unknown>>;
  return cells[column] ?? cells["*"];
}
