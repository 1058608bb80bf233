import { type Figure, printFigure } from "./figure.ts";
import { type PackedSums, startSums } from "./sums.ts";
import type { Distribution } from "./types.ts";

/** Figures by size, in bins that widen as they must; the order in which figures come changes nothing. */
export interface Bins {
  readonly add: (digits: Figure["digits"], places: number) => void;
  /** Adds what was counted elsewhere. */
  readonly merge: (packed: PackedBins) => void;
  readonly packed: () => PackedBins;
  readonly distribution: () => Distribution | undefined;
}

/** Bins as they cross to another worker, in columns; those without a figure are left out. */
export interface PackedBins {
  /** The width is ten to this power. */
  readonly power: number;
  /** Each lower edge in widths. */
  readonly bins: Float64Array;
  readonly counts: Float64Array;
  readonly sums: PackedSums;
}

export const mostBins = 2_000;

/** Bins that are held at a time are never further apart than the most, so each has a slot of its own. */
const slots = 2_048;
const powers = Float64Array.from({ length: 23 }, (_, power) => 10 ** power);

/**
 * Starts without a figure. The bins are as wide as the last of `places` places, until more than the most would be needed:
 * then ten neighbours become one, again and again. Bins of a width end where those of a tenth of it do, so the counts stay
 * exact, and which width it comes to is decided by the least and the greatest figure alone.
 */
export function startBins(places: number): Bins {
  let power = -places;
  /** The first and the last bin with a figure, counted from zero. */
  let first = 0;
  let last = -1;
  let counts = new Float64Array(slots);
  let sums = startSums();

  const slotOf = (bin: number): number => ((bin % slots) + slots) % slots;

  /** The bin of a figure; `undefined` where a double does not hold it. */
  const binOf = (digits: Figure["digits"], own: number): number | undefined => {
    const shift = own + power;
    if (typeof digits === "number") {
      const over = powers[Math.abs(shift)] ?? 10 ** Math.abs(shift);
      const bin = shift >= 0 ? Math.floor(digits / over) : digits * over;
      return bin <= Number.MAX_SAFE_INTEGER && bin >= Number.MIN_SAFE_INTEGER ? bin : undefined;
    }
    if (shift < 0) return undefined;
    const text = floorDivide(digits, 10n ** BigInt(shift)).toString();
    return text.length > 15 ? undefined : Number.parseInt(text, 10);
  };

  /** Puts every ten bins together. */
  const widen = (): void => {
    const [narrow, before, from, to] = [counts, sums.packed(), first, last];
    power += 1;
    counts = new Float64Array(slots);
    sums = startSums();
    for (let bin = from; bin <= to; bin += 1) {
      const old = slotOf(bin);
      if (narrow[old] === 0) continue;
      const slot = slotOf(Math.floor(bin / 10));
      counts[slot] = (counts[slot] as number) + (narrow[old] as number);
      sums.merge(slot, before, old);
    }
    first = Math.floor(from / 10);
    last = to < from ? first - 1 : Math.floor(to / 10);
  };

  /** Makes room for a bin; false where bins have to be wider for it. */
  const reach = (bin: number): boolean => {
    if (last < first) {
      first = bin;
      last = bin;
      return true;
    }
    const low = bin < first ? bin : first;
    const high = bin > last ? bin : last;
    if (high - low >= mostBins) return false;
    first = low;
    last = high;
    return true;
  };

  return {
    add(digits, own) {
      let bin = binOf(digits, own);
      while (bin === undefined || !reach(bin)) {
        widen();
        bin = binOf(digits, own);
      }
      const slot = slotOf(bin);
      counts[slot] = (counts[slot] as number) + 1;
      sums.add(slot, digits, own);
    },
    merge(packed) {
      while (power < packed.power) widen();
      const { bins } = packed;
      for (let at = 0; at < bins.length; at += 1) {
        const own = bins[at] as number;
        let bin = Math.floor(own / (powers[power - packed.power] ?? 10 ** (power - packed.power)));
        while (!reach(bin)) {
          widen();
          bin = Math.floor(bin / 10);
        }
        const slot = slotOf(bin);
        counts[slot] = (counts[slot] as number) + (packed.counts[at] as number);
        sums.merge(slot, packed.sums, at);
      }
    },
    packed() {
      const held: number[] = [];
      for (let bin = first; bin <= last; bin += 1) if (counts[slotOf(bin)] !== 0) held.push(bin);
      const own = sums.packed();
      const packed = startSums();
      for (const [at, bin] of held.entries()) packed.merge(at, own, slotOf(bin));
      return {
        power,
        bins: Float64Array.from(held),
        counts: Float64Array.from(held, (bin) => counts[slotOf(bin)] as number),
        sums: packed.packed(),
      };
    },
    distribution() {
      if (last < first) return undefined;
      const bins = Array.from({ length: last - first + 1 }, (_, at) => {
        const slot = slotOf(first + at);
        return { count: counts[slot] as number, sum: sums.print(slot) ?? "0" };
      });
      return { width: scaled(1, power), from: scaled(first, power), bins };
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
      const length = Number.parseInt((high - low + 1n).toString(), 10);
      const counts = new Array<number>(length).fill(0);
      const sums = startSums();
      for (const [at, { count, sum }] of bins.entries()) {
        if (count === 0) continue;
        const place = floorDivide(start + BigInt(at), times) - low;
        const own = Number.parseInt(place.toString(), 10);
        counts[own] = (counts[own] ?? 0) + count;
        const wide = readWide(sum);
        sums.add(own, wide.digits, wide.places);
      }
      return {
        width: printFigure(width.digits * times, width.places),
        from: printFigure(low * times * width.digits, width.places),
        bins: counts.map((count, at) => ({ count, sum: sums.print(at) ?? "0" })),
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
