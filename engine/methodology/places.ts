import type { Path } from "../issue.ts";
import type { FindPlace } from "./file.ts";
import type { Lines } from "./lines.ts";
import { scalarOffsets } from "./scalar-offsets.ts";
import type { TextNode, YamlNode } from "./yaml-node.ts";

interface Found {
  /** The key under which the value stands; absent for the root and the items of a list. */
  readonly key?: TextNode;
  readonly value: YamlNode;
}

/**
 * Finds places in a file by path. Nothing is stored beforehand: only what an issue asks for is looked up.
 *
 * A text is shown where it stands; a list or map is shown by its key, where it has one.
 */
export function findPlace(root: YamlNode, text: string, file: string, lines: Lines): FindPlace {
  return (path, options = {}) => {
    const { key, value, depth } = walk(root, path);
    const isExact = depth === path.length;
    if (isExact && options.within !== undefined && value.kind === "text") {
      const offsets = scalarOffsets(value, text);
      const [start, end] = rangeWithin(offsets, options.within);
      return { file, span: lines.span(start, end) };
    }
    const isShownByKey = key !== undefined && (options.key === true || value.kind !== "text");
    const { start, end } = isShownByKey ? key : value;
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

function walk(root: YamlNode, path: Path): Found & { readonly depth: number } {
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
  if (value.kind === "list") {
    const item = value.items[Number(step)];
    return item === undefined ? undefined : { value: item };
  }
  if (value.kind === "map") {
    const name = String(step);
    return value.pairs.find(({ key }) => key.value === name);
  }
  return undefined;
}
