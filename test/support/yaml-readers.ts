import { linesOf } from "../../engine/methodology/lines.ts";
import { readPlain } from "../../engine/methodology/plain-yaml.ts";
import { nodeOf } from "../../engine/methodology/yaml-document.ts";
import type { YamlNode } from "../../engine/methodology/yaml-node.ts";
import { parseOne, plainTokens, tokenLimit } from "../../engine/methodology/yaml-syntax.ts";

/** The file by the plain reader: absent where it leaves the file to the library. */
export function byPlainReader(text: string): YamlNode | undefined {
  return readPlain(text, tokenLimit);
}

/** The file by the library, or the codes of what is wrong with it. */
export function byLibrary(text: string): YamlNode | readonly string[] {
  const codes: string[] = [];
  const add = (code: string): void => void codes.push(code);
  const tokens = plainTokens(text, add);
  const document = tokens === undefined ? undefined : parseOne(tokens, text, add);
  const node = document === undefined ? undefined : nodeOf(document, linesOf(text), add);
  return node === undefined || codes.length > 0 ? codes : node;
}

/**
 * A file without where the blocks in it end: issues show only the line in which a block starts, so that the readers may
 * differ in that.
 */
export function withoutBlockEnds(node: YamlNode, text: string): unknown {
  const { start } = node;
  const lineEnd = text.indexOf("\n", start);
  const end = Math.min(node.end, lineEnd < 0 ? text.length : lineEnd);
  switch (node.kind) {
    case "text":
      return { ...node, end };
    case "list":
      return { ...node, end, items: node.items.map((item) => withoutBlockEnds(item, text)) };
    case "map":
      return {
        ...node,
        end,
        pairs: node.pairs.map(({ key, value }) => [key, withoutBlockEnds(value, text)]),
      };
  }
}
