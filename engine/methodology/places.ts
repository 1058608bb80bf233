import { type Document, isMap, isScalar, isSeq, type Scalar } from "yaml";
import type { Path } from "../issue.ts";
import type { FindPlace } from "./file.ts";
import type { Lines } from "./lines.ts";
import { scalarOffsets } from "./scalar-offsets.ts";

interface Found {
  /** The key under which the value stands; absent for the root and the items of a list. */
  readonly key?: Scalar;
  readonly value: unknown;
}

/**
 * Finds places in a parsed file by path. Nothing is stored beforehand: only what an issue asks for is looked up.
 *
 * A text is shown where it stands; a list or map is shown by its key, where it has one.
 */
export function findPlace(
  document: Document.Parsed,
  text: string,
  file: string,
  lines: Lines,
): FindPlace {
  return (path, options = {}) => {
    const found = walk(document.contents, path);
    const { key, value } = found;
    const isExact = found.depth === path.length;
    if (isExact && options.within !== undefined && isText(value)) {
      const offsets = scalarOffsets(value, text);
      const [start, end] = rangeWithin(offsets, options.within);
      return { file, span: lines.span(start, end) };
    }
    const isShownByKey = key !== undefined && (options.key === true || !isScalar(value));
    const [start, end] = (isShownByKey ? key : (value as Scalar)).range ?? [0, 1];
    return { file, span: lines.span(start, end) };
  };
}

function rangeWithin(
  offsets: readonly number[],
  within: { readonly start: number; readonly end: number },
): readonly [number, number] {
  const last = offsets.length - 1;
  const from = Math.max(0, Math.min(within.start, last));
  const to = Math.max(from, Math.min(within.end, last));
  const start = offsets[from] as number;
  // The end of the last character, not the start of the next: a line break may lie between them.
  const end = to > from ? (offsets[to - 1] as number) + 1 : start;
  return [start, Math.max(end, to === last ? (offsets[last] as number) : end)];
}

function isText(value: unknown): value is Scalar<string> {
  return isScalar(value) && typeof value.value === "string";
}

function walk(root: unknown, path: Path): Found & { readonly depth: number } {
  let found: Found = { value: root };
  let depth = 0;
  for (const step of path) {
    const next = child(found, step);
    if (next === undefined) {
      break;
    }
    found = next;
    depth += 1;
  }
  return { ...found, depth };
}

function child({ value }: Found, step: string | number): Found | undefined {
  if (isSeq(value)) {
    const item = value.items[Number(step)];
    return item === undefined ? undefined : { value: item };
  }
  if (isMap(value)) {
    const pair = value.items.find((one) => isScalar(one.key) && one.key.value === String(step));
    return pair === undefined ? undefined : { key: pair.key as Scalar, value: pair.value };
  }
  return undefined;
}
