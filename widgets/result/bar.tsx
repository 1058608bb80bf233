import type { VNode } from "preact";
import { thousandths } from "./lengths.ts";

/** A piece of a bar: where its certain part ends, and where its possible part does. */
export interface Piece {
  readonly key: string;
  /** The place of its colour among those of the theme. */
  readonly colour: number;
  readonly low: string;
  readonly high: string;
}

/** The colours of a theme; further members repeat them. */
const colours = 8;

/**
 * A bar for the eye alone: the figure stands beside it. Lengths are attributes, because a strict policy refuses styles.
 */
export function Bar({
  pieces,
  longest,
}: {
  readonly pieces: readonly Piece[];
  readonly longest: string;
}): VNode {
  let start = 0;
  return (
    <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width="1000" height="10" />
      {pieces.map(({ key, colour, low, high }) => {
        const solid = Math.max(0, thousandths(low, longest));
        const whole = Math.max(solid, thousandths(high, longest));
        const at = start;
        start += whole;
        const gap = pieces.length > 1 && whole > 4 ? 2 : 0;
        return (
          <g key={key} class={`colour-${colour % colours}`}>
            {whole > solid && (
              <rect class="loose" x={at + solid} width={whole - solid} height="10" />
            )}
            <rect x={at} width={Math.max(0, solid - gap)} height="10" />
          </g>
        );
      })}
    </svg>
  );
}

/** The square before a name in a legend. */
export function Swatch({ colour }: { readonly colour: number }): VNode {
  return (
    <svg class={`swatch colour-${colour % colours}`} viewBox="0 0 10 10" aria-hidden="true">
      <rect width="10" height="10" rx="2" />
    </svg>
  );
}
