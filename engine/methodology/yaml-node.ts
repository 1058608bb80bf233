/** A text as it stands in a YAML file: what it reads as, how it is written, and from where to where. */
export interface TextNode {
  readonly kind: "text";
  readonly value: string;
  readonly style: "plain" | "single" | "double" | "block";
  readonly start: number;
  readonly end: number;
}

export interface ListNode {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
  readonly start: number;
  readonly end: number;
}

export interface MapNode {
  readonly kind: "map";
  readonly pairs: readonly PairNode[];
  readonly start: number;
  readonly end: number;
}

export interface PairNode {
  readonly key: TextNode;
  readonly value: YamlNode;
}

/** What stands in a YAML file, by whichever reader; offsets are those of the text. */
export type YamlNode = TextNode | ListNode | MapNode;

/** Data as written: every scalar is text. Maps have no prototype, so that no key has a meaning of its own. */
export type TextTree = string | readonly TextTree[] | { readonly [key: string]: TextTree };

/** What a node says, without how it is written. */
export function dataOf(node: YamlNode): TextTree {
  switch (node.kind) {
    case "text":
      return node.value;
    case "list":
      return node.items.map(dataOf);
    case "map": {
      const map: Record<string, TextTree> = Object.create(null);
      for (const { key, value } of node.pairs) map[key.value] = dataOf(value);
      return map;
    }
  }
}

/** Whether a key may stand in a map: not one that YAML or JavaScript gives a meaning of its own. */
export function isPlainKey(key: string): boolean {
  return key !== "" && key !== "<<" && !(key in Object.prototype);
}
