/** A seeded source of chance (mulberry32), so that a failing case can be made again from its number. */
export interface Chance {
  /** From 0 up to, not including, `below`. */
  readonly below: (below: number) => number;
  readonly pick: <T>(values: readonly T[]) => T;
  /** True so many times in a hundred. */
  readonly percent: (percent: number) => boolean;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: (values) => values[below(values.length)] as (typeof values)[number],
    percent: (percent) => below(100) < percent,
  };
}
