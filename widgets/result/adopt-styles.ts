import styles from "../details.css?inline";

let sheet: CSSStyleSheet | undefined;

/** Adds the styles of the details to a document or shadow tree, once. A strict policy lets a page's script do that. */
export function adoptStyles(root: Document | ShadowRoot): void {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}
