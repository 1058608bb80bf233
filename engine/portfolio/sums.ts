import { type Figure, printFigure } from "./figure.ts";

/** Sums of figures side by side, each exact however many there are. */
export interface Sums {
  /** Adds a figure to the sum at a place, counted from 0; sums begin with their first figure. */
  readonly add: (at: number, digits: number | bigint, places: number) => void;
  /** Adds a sum that was added up elsewhere. */
  readonly merge: (at: number, packed: PackedSums, from: number) => void;
  /** `undefined` where nothing has been added. */
  readonly figure: (at: number) => Figure | undefined;
  /** Decimal text with as many places as its longest figure has. */
  readonly print: (at: number) => string | undefined;
  readonly packed: () => PackedSums;
}

/** Sums as they cross to another worker: by place, in columns. */
export interface PackedSums {
  /** What doubles hold of each sum, in units of its last place. */
  readonly small: Float64Array;
  /** What they do not, to be added. */
  readonly wide: ReadonlyMap<number, bigint>;
  /** How many places each sum has; -1 where nothing has been added. */
  readonly places: Int32Array;
}

/** Doubles hold whole numbers up to twice this, so one more sum is exact. */
const mostSmall = 2 ** 52;
const powers = Float64Array.from({ length: 16 }, (_, power) => 10 ** power);

/** Starts sums of nothing. */
export function startSums(): Sums {
  let small = new Float64Array(4);
  let places = new Int32Array(4).fill(-1);
  const wide = new Map<number, bigint>();
  let count = 0;

  const reach = (at: number): void => {
    if (at < count) return;
    count = at + 1;
    if (count <= small.length) return;
    const [fewerSums, fewerPlaces] = [small, places];
    small = new Float64Array(2 * count);
    small.set(fewerSums);
    places = new Int32Array(2 * count).fill(-1);
    places.set(fewerPlaces);
  };

  const addWide = (at: number, digits: bigint): void => {
    wide.set(at, (wide.get(at) ?? 0n) + digits);
  };

  const whole = (at: number): bigint => (wide.get(at) ?? 0n) + BigInt(small[at] as number);

  const add = (at: number, digits: number | bigint, own: number): void => {
    reach(at);
    const known = places[at] as number;
    if (own > known) {
      if (known >= 0) {
        const scaled = whole(at) * 10n ** BigInt(own - known);
        small[at] = 0;
        wide.set(at, scaled);
      }
      places[at] = own;
    }
    const power = own >= known ? 1 : powers[known - own];
    if (typeof digits === "number" && power !== undefined) {
      const scaled = digits * power;
      if (scaled <= mostSmall && scaled >= -mostSmall) {
        const sum = (small[at] as number) + scaled;
        if (sum <= mostSmall && sum >= -mostSmall) small[at] = sum;
        else {
          small[at] = 0;
          addWide(at, BigInt(sum));
        }
        return;
      }
    }
    addWide(at, BigInt(digits) * 10n ** BigInt(Math.max(0, known - own)));
  };

  const figure = (at: number): Figure | undefined => {
    const own = places[at] ?? -1;
    if (at >= count || own < 0) return undefined;
    return { digits: wide.has(at) ? whole(at) : (small[at] as number), places: own };
  };

  return {
    add,
    merge(at, packed, from) {
      const own = packed.places[from] ?? -1;
      if (own < 0) return;
      add(at, packed.small[from] as number, own);
      const more = packed.wide.get(from);
      if (more !== undefined) add(at, more, own);
    },
    figure,
    print(at) {
      const own = figure(at);
      return own && printFigure(own.digits, own.places);
    },
    packed: () => ({
      small: small.slice(0, count),
      places: places.slice(0, count),
      wide: new Map(wide),
    }),
  };
}
