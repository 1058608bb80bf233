/** What a value in a file may be: a text, a list of values, or a map of keys to values. */
export type ValueKind = "text" | "list" | "map";

/** What the author may have meant; absent where nothing is near. */
interface Meant {
  readonly meant?: string;
}

/** The facts behind each issue of this phase, by code. `found` is the author's own text. */
export type ReadingFacts = {
  "file-too-large": { readonly limit: string };
  "file-too-long": { readonly limit: number };
  "file-empty": Record<string, never>;
  "not-utf8": { readonly character: string };
  "byte-order-mark": Record<string, never>;
  "control-character": { readonly character: string };
  "yaml-indent": Record<string, never>;
  "yaml-tab": Record<string, never>;
  "yaml-colon": Record<string, never>;
  "yaml-unclosed": Record<string, never>;
  "yaml-escape": Record<string, never>;
  "yaml-start": { readonly found: string };
  "yaml-quotes": Record<string, never>;
  "yaml-syntax": Record<string, never>;
  "yaml-anchor": { readonly found: string };
  "yaml-alias": { readonly found: string };
  "yaml-tag": { readonly found: string };
  "yaml-merge": Record<string, never>;
  "yaml-directive": { readonly found: string };
  "yaml-documents": Record<string, never>;
  "nested-too-deep": { readonly limit: number };
  "key-not-text": Record<string, never>;
  "key-reserved": { readonly key: string };
  "key-twice": { readonly key: string; readonly line: number };
  "value-empty": { readonly key: string };
  "wrong-kind": { readonly expected: readonly ValueKind[]; readonly found: ValueKind };
  "key-unknown": { readonly key: string; readonly known: readonly string[] } & Meant;
  "key-missing": { readonly key: string };
  "not-one-of": { readonly found: string; readonly choices: readonly string[] } & Meant;
  /** `write` is empty where no id can be suggested. */
  "id-form": { readonly found: string; readonly write: string };
  "list-in-list": Record<string, never>;
  "format-unknown": { readonly found: string; readonly expected: string };
  "csv-name": { readonly found: string };
  "csv-missing": { readonly name: string };
  "csv-quote": Record<string, never>;
  "csv-empty": Record<string, never>;
  "csv-ragged": { readonly expected: number; readonly found: number };
  "csv-header-empty": Record<string, never>;
  "csv-header-twice": { readonly column: string };
  "csv-column-missing": { readonly column: string };
  "rows-too-many": { readonly limit: number };
  "rows-many": { readonly rows: number; readonly limit: number };
  "row-cell-unknown": { readonly column: string; readonly known: readonly string[] } & Meant;
  "row-cell-missing": { readonly column: string };
  "row-cell-empty": { readonly column: string };
  "row-twice": { readonly key: string; readonly file: string; readonly line: number };
  "edition-form": { readonly found: string };
  "edition-missing": { readonly kind: "table" | "component"; readonly reference: string };
  "edition-other": {
    readonly kind: "table" | "component";
    readonly reference: string;
    readonly found: string;
  };
  "editions-too-many": { readonly limit: number };
  "component-circle": { readonly circle: readonly string[] };
  "methodology-missing": { readonly reference: string } & Meant;
};
