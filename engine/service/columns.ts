import type { Result } from "../issue.ts";
import type { CalculationReply } from "./protocol.ts";

/**
 * Replies on their way from a worker. Posting costs by the object, and with two hundred items thousands of places are
 * asked for; so long lists of objects go as columns, what repeats in them once. A list that goes so is a `Map`, because
 * nothing in a reply is one: under `shape` the place of each row's shape, under `names` and `columns` what each shape holds.
 */
type Row = Readonly<Record<string, unknown>>;

/** What repeats in a column, and for each row which it is. */
type Repeated = readonly [of: unknown, at: Uint32Array];

const fewest = 12;

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function packColumn(column: readonly unknown[]): unknown {
  const places = new Map<unknown, number>();
  const at = new Uint32Array(column.length);
  for (let row = 0; row < column.length; row += 1) {
    const place = places.get(column[row]) ?? places.size;
    places.set(column[row], place);
    at[row] = place;
  }
  if (places.size * 2 > column.length) return packList(column);
  const repeated: Repeated = [packList([...places.keys()]), at];
  return new Map([["repeated", repeated]]);
}

interface Shape {
  readonly place: number;
  readonly names: readonly string[];
  readonly columns: unknown[][];
}

function packList(list: readonly unknown[]): unknown {
  if (list.length < fewest || !list.every(isRow)) return list;
  const shapes: Shape[] = [];
  const shape = new Uint8Array(list.length);
  let own: Shape | undefined;
  for (let at = 0; at < list.length; at += 1) {
    const row = list[at] as Row;
    const names = Object.keys(row);
    const isSame = (one: Shape) =>
      one.names.length === names.length && one.names.every((name, place) => name === names[place]);
    if (own === undefined || !isSame(own)) own = shapes.find(isSame);
    if (own === undefined) {
      // A list of very many shapes is none of ours.
      if (shapes.length === 255) return list;
      own = { place: shapes.length, names, columns: names.map(() => []) };
      shapes.push(own);
    }
    shape[at] = own.place;
    for (let column = 0; column < names.length; column += 1) {
      own.columns[column]?.push(row[names[column] as string]);
    }
  }
  return new Map<string, unknown>([
    ["shape", shape],
    ["names", shapes.map(({ names }) => names)],
    ["columns", shapes.map(({ columns }) => columns.map(packColumn))],
  ]);
}

function unpackList(packed: unknown): readonly unknown[] {
  if (!(packed instanceof Map)) return packed as readonly unknown[];
  if (packed.has("repeated")) {
    const [of, at] = packed.get("repeated") as Repeated;
    const values = unpackList(of);
    return Array.from(at, (place) => values[place]);
  }
  const names = packed.get("names") as readonly (readonly string[])[];
  const columns = (packed.get("columns") as readonly (readonly unknown[])[]).map((own) =>
    own.map(unpackList),
  );
  const next = names.map(() => 0);
  return Array.from(packed.get("shape") as Uint8Array, (shape) => {
    const row: Record<string, unknown> = {};
    const at = next[shape] as number;
    const [own, from] = [names[shape], columns[shape]] as const;
    next[shape] = at + 1;
    for (let column = 0; column < (own?.length ?? 0); column += 1) {
      row[own?.[column] as string] = from?.[column]?.[at];
    }
    return row;
  });
}

/** Does the same to every list of a result, and to the values of each output. */
function eachList(reply: Result<CalculationReply>, change: (list: never) => unknown): unknown {
  if (!reply.ok) return reply;
  const among = (holder: object, isWanted: (name: string) => boolean) =>
    Object.fromEntries(
      Object.entries(holder).map(([name, one]) => [
        name,
        isWanted(name) ? change(one as never) : one,
      ]),
    );
  const changed = Object.entries(reply.value.sets).map(([name, set]) => {
    if (set.result === undefined) return [name, set];
    const result = among(set.result, (key) => lists.has(key));
    const results = Object.entries(set.result.results).map(([id, output]) => [
      id,
      among(output, (key) => key === "values"),
    ]);
    return [name, { ...set, result: { ...result, results: Object.fromEntries(results) } }];
  });
  return { ...reply, value: { ...reply.value, sets: Object.fromEntries(changed) } };
}

const lists: ReadonlySet<string> = new Set(["asked", "conditions", "ignored", "missing"]);

/** A reply as it is posted. */
export function packReply(reply: Result<CalculationReply>): Result<CalculationReply> {
  return eachList(reply, packList) as Result<CalculationReply>;
}

/** The reply that was posted so. */
export function unpackReply(reply: Result<CalculationReply>): Result<CalculationReply> {
  return eachList(reply, unpackList) as Result<CalculationReply>;
}
