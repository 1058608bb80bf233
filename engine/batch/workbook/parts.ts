import { type NumberKind, numberKind } from "./cell-text.ts";
import { attributeIn, type XmlSink } from "./xml.ts";

/*
 * The small parts of a workbook that say what stands in the others. Each is a sink for its XML and what has been gathered
 * from it.
 */

/** A sheet as the workbook names it; `relation` leads to its part. */
export interface SheetName {
  readonly name: string;
  readonly relation: string;
  readonly isHidden: boolean;
}

const ignored = () => undefined;

/** The sheets of a workbook, in the order of their tabs, and the day that its dates are counted from. */
export function workbookPart() {
  const sheets: SheetName[] = [];
  let is1904 = false;
  const sink: XmlSink = {
    open(name, attributes) {
      if (name === "workbookPr") {
        is1904 = /^(1|true)$/.test(attributeIn(attributes, "date1904") ?? "");
      }
      if (name !== "sheet" || sheets.length >= mostSheets) return;
      sheets.push({
        name: attributeIn(attributes, "name") ?? "",
        relation: /\s(?:\w+:)?id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? "",
        isHidden: (attributeIn(attributes, "state") ?? "visible") !== "visible",
      });
    },
    close: ignored,
    text: ignored,
  };
  return { sink, sheets, is1904: () => is1904 };
}

const mostSheets = 1_000;

/** What a part leads to, by id: the kind, the last word of its type, and the path. */
export function relationsPart() {
  const relations = new Map<string, { readonly kind: string; readonly target: string }>();
  const sink: XmlSink = {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const kind = (attributeIn(attributes, "Type") ?? "").replace(/^.*\//, "");
      const target = attributeIn(attributes, "Target") ?? "";
      relations.set(attributeIn(attributes, "Id") ?? "", { kind, target });
    },
    close: ignored,
    text: ignored,
  };
  return { sink, relations };
}

/** How the numbers of cells are shown, by the style of the cell. */
export function stylesPart() {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let isInCells = false;
  const idIn = (attributes: string) =>
    Number.parseInt(attributeIn(attributes, "numFmtId") ?? "0", 10);
  const sink: XmlSink = {
    open(name, attributes) {
      if (name === "numFmt")
        codes.set(idIn(attributes), attributeIn(attributes, "formatCode") ?? "");
      if (name === "cellXfs") isInCells = true;
      if (name !== "xf" || !isInCells) return;
      const id = idIn(attributes);
      kinds.push(numberKind(id, codes.get(id)));
    },
    close(name) {
      if (name === "cellXfs") isInCells = false;
    },
    text: ignored,
  };
  return { sink, kinds };
}

/** A cell holds at most 32,767 characters; what is longer is cut where it is surely too long for a row. */
export const mostOfCell = 1024 * 1024 + 1;

/** Texts that cells share, in their order, as long as they are not too many. */
export function sharedTextsPart(mostCharacters: number) {
  const texts: string[] = [];
  let characters = 0;
  let text = "";
  let isText = false;
  let readings = 0;
  const sink: XmlSink = {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") readings += 1;
      else if (name === "t") isText = readings === 0;
    },
    close(name) {
      if (name === "t") isText = false;
      else if (name === "rPh") readings -= 1;
      else if (name === "si" && characters <= mostCharacters) {
        // A text of a row has a header of some bytes, too.
        characters += text.length + 16;
        texts.push(unescaped(text));
      }
    },
    text(part) {
      if (isText && text.length < mostOfCell) text += part;
    },
  };
  return { sink, texts, isTooLarge: () => characters > mostCharacters };
}

/** Control characters are written as `_x000D_`. */
export function unescaped(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}
