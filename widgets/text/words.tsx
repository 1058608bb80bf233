import type { ComponentChildren, VNode } from "preact";
import type { Label } from "../../engine/methodology/schema.ts";
import { type Language, tagOf, wordsOf } from "./language.ts";

/**
 * A label in the reader's language, with readings over kanji and chemical formulas as they are written: U+2082 is
 * missing from common Japanese fonts, so CO2 has a subscript of its own.
 */
export function Words({
  label,
  language,
}: {
  readonly label: Label;
  readonly language: Language;
}): ComponentChildren {
  const isForeign = language === "en" && label.en === undefined;
  const children = typeset(wordsOf(label, language));
  return isForeign ? <span lang={tagOf("ja")}>{children}</span> : children;
}

const signs =
  /｜([^《｜]+)《([^》]+)》|(CO|CH|SF|NF)([2346₂₃₄₆])(?=e?(?![a-z0-9]))|(N)([2₂])(?=O)|(?<![A-Za-z])(k?N?m)([23])(?![A-Za-z0-9])/gu;

/** Text with ruby, subscripts of gases and superscripts of square and cubic metres. */
export function typeset(text: string): ComponentChildren {
  // Most texts have none of the signs, and are many.
  if (!/[《2346₂₃₄₆]/.test(text)) return [text];
  const children: ComponentChildren[] = [];
  let end = 0;
  for (const match of text.matchAll(signs)) {
    children.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    const [, base, reading, gas, count, nitrogen, two, metre, power] = match;
    if (base !== undefined) {
      children.push(
        <ruby>
          {base}
          <rp>（</rp>
          <rt>{reading}</rt>
          <rp>）</rp>
        </ruby>,
      );
    } else if (metre !== undefined) {
      children.push(metre, <sup>{power}</sup>);
    } else {
      children.push(gas ?? nitrogen, <sub>{(count ?? two ?? "").normalize("NFKC")}</sub>);
    }
  }
  children.push(text.slice(end));
  return children;
}

/** A symbol of an equation: what follows the first `_` stands below the line. */
export function SymbolText({ symbol }: { readonly symbol: string }): VNode {
  const cut = symbol.indexOf("_");
  if (cut < 0) return <var>{symbol}</var>;
  return (
    <var>
      {symbol.slice(0, cut)}
      <sub>{symbol.slice(cut + 1).replace(/[{}]/g, "")}</sub>
    </var>
  );
}
