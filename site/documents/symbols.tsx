import type { ComponentChildren, VNode } from "preact";
import type { TableTree } from "../../engine/methodology/tree.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { typeset } from "../../widgets/text/words.tsx";
import type { Language } from "../build/page.ts";
import type { Names } from "./names.ts";

/** What an equation is written with: names, language, and the few words that stand inside it. */
export interface Hand {
  readonly names: Names;
  readonly language: Language;
  readonly words: MathWords;
}

/** The few words that stand inside an equation. */
export interface MathWords {
  readonly and: string;
  readonly or: string;
  readonly not: string;
  readonly known: string;
  readonly yes: string;
  readonly no: string;
  readonly otherwise: string;
  readonly noValue: string;
  readonly start: string;
  readonly end: string;
  readonly days: string;
  readonly calendar: Readonly<Record<string, string>>;
  readonly over: Readonly<Record<string, string>>;
}

/** Words inside an equation, upright. */
export function Words({ children }: { readonly children: string }): VNode {
  return <mtext>{typeset(children)}</mtext>;
}

/** Separates with commas. */
export function commas(parts: readonly ComponentChildren[]): ComponentChildren[] {
  return parts.flatMap((part, at) => (at === 0 ? [part] : [<mo separator>,</mo>, part]));
}

export function Brackets({ children }: { readonly children: ComponentChildren }): VNode {
  return (
    <mrow>
      <mo>(</mo>
      {children}
      <mo>)</mo>
    </mrow>
  );
}

/** A symbol with what stands below its line and the letters of its axes; a label where it has no symbol. */
export function NameMath({ id, hand }: { readonly id: string; readonly hand: Hand }): VNode {
  const { symbol, label, axes } = hand.names.of(id);
  const letters = axes.map((axis) => <mi key={axis}>{hand.names.letter(axis)}</mi>);
  if (symbol === undefined) {
    const words = <Words>{label === undefined ? id : plainWords(label, hand.language)}</Words>;
    return letters.length === 0 ? words : <Below base={words} below={commas(letters)} />;
  }
  const cut = symbol.indexOf("_");
  const base = <mi>{cut < 0 ? symbol : symbol.slice(0, cut)}</mi>;
  const own =
    cut < 0 ? [] : [<Words key="own">{symbol.slice(cut + 1).replace(/[{}]/g, "")}</Words>];
  const below = [...own, ...letters];
  return below.length === 0 ? base : <Below base={base} below={commas(below)} />;
}

function Below({
  base,
  below,
}: {
  readonly base: VNode;
  readonly below: readonly ComponentChildren[];
}): VNode {
  return (
    <msub>
      {base}
      <mrow>{below}</mrow>
    </msub>
  );
}

/** A number with its unit, as the clause prints it. */
export function Figure({ value, unit }: { readonly value: string; readonly unit: string }): VNode {
  const [top = "", bottom] = value.split("/");
  const number =
    bottom === undefined ? (
      <mn>{top}</mn>
    ) : (
      <mfrac>
        <mn>{top}</mn>
        <mn>{bottom}</mn>
      </mfrac>
    );
  if (unit === "1" || unit === "") return number;
  return (
    <mrow>
      {number}
      <mspace width="0.2em" />
      <Words>{unit}</Words>
    </mrow>
  );
}

/** A symbol without indices. */
export function SymbolMath({ symbol }: { readonly symbol: string }): VNode {
  const cut = symbol.indexOf("_");
  if (cut < 0) return <mi>{symbol}</mi>;
  return (
    <Below
      base={<mi>{symbol.slice(0, cut)}</mi>}
      below={[<Words key="own">{symbol.slice(cut + 1).replace(/[{}]/g, "")}</Words>]}
    />
  );
}

/** A column of a table by its symbol or label; the only one of its table by the table's label. */
export function ColumnMath({
  table,
  column,
  hand,
}: {
  readonly table: TableTree;
  readonly column: string;
  readonly hand: Hand;
}): VNode {
  const found = table.columns.find(({ id }) => id === column);
  if (found?.symbol !== undefined) return <SymbolMath symbol={found.symbol} />;
  const label = found?.label ?? (table.columns.length === 1 ? table.label : undefined);
  return <Words>{label === undefined ? column : plainWords(label, hand.language)}</Words>;
}
