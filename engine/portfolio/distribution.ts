import { type Figure, type FigureSum, printFigure, startSum } from "./figure.ts";
import type { Distribution } from "./types.ts";

/** Figures by size, in bins that widen as they must; the order in which figures come changes nothing. */
export interface Bins {
  readonly add: (figure: Figure) => void;
  readonly distribution: () => Distribution | undefined;
}

export const mostBins = 2_000;

/**
 * Starts without a figure. The bins are as wide as the last of `places` places, until more than the most would be needed:
 * then ten neighbours become one, again and again. Bins of a width end where those of a tenth of it do, so the counts stay
 * exact, and which width it comes to is decided by the least and the greatest figure alone.
 */
export function startBins(places: number): Bins {
  /** The width is ten to this power. */
  let power = -places;
  let first = 0;
  let counts: number[] = [];
  let sums: (FigureSum | undefined)[] = [];

  /** The bin of a figure, counted from zero; `undefined` where a double does not hold it. */
  const binOf = ({ digits, places: own }: Figure): number | undefined => {
    const shift = own + power;
    if (typeof digits === "number") {
      const over = 10 ** Math.abs(shift);
      const bin = shift >= 0 ? Math.floor(digits / over) : digits * over;
      return Math.abs(bin) <= Number.MAX_SAFE_INTEGER ? bin : undefined;
    }
    const over = 10n ** BigInt(Math.abs(shift));
    if (shift < 0) return undefined;
    const toZero = digits / over;
    const bin = digits < 0n && digits % over !== 0n ? toZero - 1n : toZero;
    const text = bin.toString();
    return text.length > 15 ? undefined : Number.parseInt(text, 10);
  };

  const widen = (): void => {
    power += 1;
    const from = Math.floor(first / 10);
    const widerCounts: number[] = [];
    const widerSums: (FigureSum | undefined)[] = [];
    for (const [at, count] of counts.entries()) {
      const bin = Math.floor((first + at) / 10) - from;
      widerCounts[bin] = (widerCounts[bin] ?? 0) + count;
      const sum = sums[at];
      if (sum === undefined) continue;
      const known = widerSums[bin];
      if (known === undefined) widerSums[bin] = sum;
      else known.add(sum.figure());
    }
    first = from;
    counts = widerCounts;
    sums = widerSums;
  };

  const reach = (bin: number): void => {
    if (counts.length === 0) {
      first = bin;
      counts = [0];
      return;
    }
    if (bin < first) {
      const more = first - bin;
      counts = [...new Array<number>(more).fill(0), ...counts];
      sums = [...new Array<undefined>(more).fill(undefined), ...sums];
      first = bin;
    }
    while (first + counts.length <= bin) counts.push(0);
  };

  return {
    add(figure) {
      let bin = binOf(figure);
      for (;;) {
        if (bin !== undefined) {
          const low = counts.length === 0 ? bin : Math.min(first, bin);
          const high = counts.length === 0 ? bin : Math.max(first + counts.length - 1, bin);
          if (high - low < mostBins) break;
        }
        widen();
        bin = binOf(figure);
      }
      reach(bin);
      const at = bin - first;
      counts[at] = (counts[at] ?? 0) + 1;
      let sum = sums[at];
      if (sum === undefined) {
        sum = startSum();
        sums[at] = sum;
      }
      sum.add(figure);
    },
    distribution() {
      if (counts.length === 0) return undefined;
      return {
        width: scaled(1, power),
        from: scaled(first, power),
        bins: counts.map((count, at) => ({ count, sum: sums[at]?.print() ?? "0" })),
      };
    },
  };
}

function scaled(bin: number, power: number): string {
  return power >= 0 ? (BigInt(bin) * 10n ** BigInt(power)).toString() : printFigure(bin, -power);
}

const mantissas = [1, 2, 5];

/**
 * The same figures in fewer bins, for a chart: as wide as the least of 1, 2 or 5 times a power of ten with which there are
 * at most `most`, or two. Counts and sums stay exact.
 */
export function coarser(distribution: Distribution, most: number): Distribution {
  const { bins } = distribution;
  // However wide bins are, those on both sides of zero stay two.
  const fewest = BigInt(Math.max(2, most));
  const width = readWide(distribution.width);
  const from = readWide(distribution.from);
  // Widths are powers of ten and edges are multiples of them, so this comes out even.
  const start =
    (from.digits * 10n ** BigInt(Math.max(0, width.places - from.places))) / width.digits;
  for (let power = 0; ; power += 1) {
    for (const mantissa of mantissas) {
      const times = BigInt(mantissa) * 10n ** BigInt(power);
      const low = floorDivide(start, times);
      const high = floorDivide(start + BigInt(bins.length - 1), times);
      if (high - low >= fewest) continue;
      const sums = Array.from(
        { length: Number.parseInt((high - low + 1n).toString(), 10) },
        () => ({
          count: 0,
          sum: startSum(),
        }),
      );
      for (const [at, { count, sum }] of bins.entries()) {
        const place = floorDivide(start + BigInt(at), times) - low;
        const own = sums[Number.parseInt(place.toString(), 10)];
        if (own === undefined || count === 0) continue;
        own.count += count;
        own.sum.add(readWide(sum));
      }
      return {
        width: printFigure(width.digits * times, width.places),
        from: printFigure(low * times * width.digits, width.places),
        bins: sums.map(({ count, sum }) => ({ count, sum: sum.print() })),
      };
    }
  }
}

function readWide(text: string): { readonly digits: bigint; readonly places: number } {
  const [whole = "0", fraction = ""] = text.split(".");
  return { digits: BigInt(whole + fraction), places: fraction.length };
}

function floorDivide(value: bigint, by: bigint): bigint {
  const toZero = value / by;
  return value < 0n && value % by !== 0n ? toZero - 1n : toZero;
}
