import type { VNode } from "preact";
import type { Bounds } from "../../engine/assessment/assessment.ts";
import { useSetting } from "../../widgets/setting.ts";
import { writeYear } from "../../widgets/text/times.ts";
import { isOpen, wholeOf } from "./bounds.ts";

/** A value of one fiscal year. */
export interface YearValue {
  readonly year: string;
  readonly value: Bounds;
}

/**
 * A bar for each fiscal year, from zero to both sides, for the eye alone: the table beside it holds the figures. What is
 * certain is solid, what may be is lighter.
 */
export function YearChart({
  name,
  years,
}: {
  /** What a screen reader is told of the drawing as a whole. */
  readonly name: string;
  readonly years: readonly YearValue[];
}): VNode {
  const { language } = useSetting();
  const ends = years.map(({ value }) => [wholeOf(value.low), wholeOf(value.high)] as const);
  const least = ends.reduce((end, [low]) => (low < end ? low : end), 0n);
  const most = ends.reduce((end, [, high]) => (high > end ? high : end), 0n);
  const span = most - least;
  const at = (value: bigint): number =>
    span === 0n ? 0 : Number.parseInt((((value - least) * 1000n) / span).toString(), 10);
  const zero = at(0n);
  return (
    <div class="bars year-chart" role="img" aria-label={name}>
      {years.map(({ year, value }, index) => {
        const [low = 0n, high = 0n] = ends[index] ?? [];
        const from = at(low);
        const to = at(high);
        const solid = solidOf(from, to, zero);
        return (
          <div key={year} class="year-bar">
            <span class="bar-name">{writeYear(year, language)}</span>
            <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
              <rect class="track" width="1000" height="10" />
              <g class={high <= 0n && low < 0n ? "colour-2" : "colour-0"}>
                {isOpen(value) && (
                  <rect class="loose" x={from} width={Math.max(to - from, 2)} height="10" />
                )}
                <rect x={solid[0]} width={solid[1] - solid[0]} height="10" />
              </g>
              {zero > 0 && <rect class="zero" x={zero - 1} width="2" height="10" />}
            </svg>
          </div>
        );
      })}
    </div>
  );
}

/** What is certain of a bar: from zero to the nearer end; nothing where zero lies between both. */
function solidOf(from: number, to: number, zero: number): readonly [number, number] {
  if (from >= zero) return [zero, from];
  return to <= zero ? [to, zero] : [zero, zero];
}
