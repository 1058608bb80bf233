import type { Bin, Distribution } from "../../engine/portfolio/types.ts";
import { decimals, scaled } from "../../widgets/result/lengths.ts";

/** A range of figures: its ends, and the rows within. */
export interface Range extends Bin {
  readonly from: string;
  readonly to: string;
}

/** Everything below an end of a range, taken together. */
export interface Below {
  readonly to: string;
  readonly count: number;
  /** In tenths of a percent of all rows. */
  readonly rows: string;
  readonly sum: string;
  /** Of the whole sum; `undefined` where figures below zero make shares say nothing. */
  readonly share?: string;
}

/** How many bars a chart has at most. */
export const mostBars = 20;

const steps = [1n, 2n, 5n];

/**
 * Neighbouring bins put together to at most so many, whose ends are round figures: multiples of 1, 2 or 5 of a power of
 * ten.
 */
export function rangesOf({ width, from, bins }: Distribution, most = mostBars): readonly Range[] {
  const places = Math.max(decimals(width), decimals(from), ...bins.map(({ sum }) => decimals(sum)));
  const unit = scaled(width, places);
  const start = scaled(from, places);
  const last = start + unit * BigInt(bins.length);
  if (unit <= 0n || bins.length === 0) return [];
  let step = unit;
  for (let power = unit; ; power *= 10n) {
    const found = steps
      .map((times) => power * times)
      .find((wide) => ceil(last, wide) - floor(start, wide) <= BigInt(most));
    if (found !== undefined) {
      step = found;
      break;
    }
  }
  const first = floor(start, step);
  const count = ceil(last, step) - first;
  const ranges: { count: number; sum: bigint }[] = [];
  for (let at = 0n; at < count; at += 1n) ranges.push({ count: 0, sum: 0n });
  for (const [at, bin] of bins.entries()) {
    const place = floor(start + unit * BigInt(at), step) - first;
    const own = ranges[Number.parseInt(place.toString(), 10)];
    if (own === undefined) continue;
    own.count += bin.count;
    own.sum += scaled(bin.sum, places);
  }
  return ranges.map(({ count: rows, sum }, at) => ({
    from: written((first + BigInt(at)) * step, places),
    to: written((first + BigInt(at) + 1n) * step, places),
    count: rows,
    sum: written(sum, places),
  }));
}

/** What the rows below each end come to. */
export function cumulated(ranges: readonly Range[]): readonly Below[] {
  const places = Math.max(0, ...ranges.map(({ sum }) => decimals(sum)));
  const sums = ranges.map(({ sum }) => scaled(sum, places));
  const whole = sums.reduce((all, sum) => all + sum, 0n);
  const rows = ranges.reduce((all, { count }) => all + count, 0);
  const hasShares = whole > 0n && sums.every((sum) => sum >= 0n);
  let count = 0;
  let sum = 0n;
  return ranges.map((range, at) => {
    count += range.count;
    sum += sums[at] ?? 0n;
    return {
      to: range.to,
      count,
      rows: percent(BigInt(count), BigInt(rows)),
      sum: written(sum, places),
      ...(hasShares ? { share: percent(sum, whole) } : {}),
    };
  });
}

/** A part of a whole in percent with one place, rounded half up. */
function percent(part: bigint, whole: bigint): string {
  if (whole === 0n) return "0.0";
  const tenths = ((part * 2000n + whole) / (2n * whole)).toString().padStart(2, "0");
  return `${tenths.slice(0, -1)}.${tenths.slice(-1)}`;
}

function floor(value: bigint, step: bigint): bigint {
  const towardsZero = value / step;
  return value < 0n && value % step !== 0n ? towardsZero - 1n : towardsZero;
}

function ceil(value: bigint, step: bigint): bigint {
  return -floor(-value, step);
}

/** Decimal text again, without noughts at its end. */
function written(value: bigint, places: number): string {
  const sign = value < 0n ? "-" : "";
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, "0");
  if (places === 0) return sign + digits;
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return sign + text.replace(/\.?0+$/, "");
}
