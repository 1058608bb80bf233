import type { Mode } from "../methodology/schema.ts";

/** A place where pieces are evaluated one at a time: a thread, a worker. */
export interface Hand<Task, Done> {
  /** Rejects where the place has come to an end, or could not do it. */
  readonly evaluate: (task: Task) => Promise<Done>;
  readonly close: () => unknown;
}

/** Places where pieces are evaluated, one or several. */
export interface Pool<Task, Done> {
  readonly evaluate: (task: Task) => Promise<Done>;
  readonly close: () => Promise<void>;
}

export interface PoolOptions<Task, Done> {
  readonly most: number;
  /** Called when all others are busy. Where it throws, those that are there go on without another. */
  readonly hire: () => Hand<Task, Done>;
  /** Evaluates a piece in the place that asks, where no other can or one was lost with it. */
  readonly here: (task: Task) => Done | Promise<Done>;
  /** Milliseconds after which a hand that says nothing is taken for lost; without it, none is. */
  readonly patience?: () => number;
}

/**
 * Several hands, each hired when all others are busy. A hand that is lost is not replaced, and its piece is done again here:
 * what comes out hangs neither on how many there are nor on what befalls them.
 */
export function poolOf<Task, Done>({
  most,
  hire,
  here,
  patience,
}: PoolOptions<Task, Done>): Pool<Task, Done> {
  const hands = new Set<Hand<Task, Done>>();
  const free: Hand<Task, Done>[] = [];
  const waiting: ((hand: Hand<Task, Done> | undefined) => void)[] = [];
  let places = most;

  const hireOne = (): Hand<Task, Done> | undefined => {
    if (hands.size >= places) return undefined;
    try {
      const hand = hire();
      hands.add(hand);
      return hand;
    } catch {
      places = hands.size;
      return undefined;
    }
  };

  const take = async (): Promise<Hand<Task, Done> | undefined> => {
    const hand = free.shift() ?? hireOne();
    if (hand !== undefined || hands.size === 0) return hand;
    return new Promise((resolve) => waiting.push(resolve));
  };

  const lose = (hand: Hand<Task, Done>): void => {
    hands.delete(hand);
    places -= 1;
    void hand.close();
    if (hands.size === 0) for (const next of waiting.splice(0)) next(undefined);
  };

  const patiently = (asked: Promise<Done>): Promise<Done> => {
    if (patience === undefined) return asked;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("a hand says nothing")), patience());
      asked.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  };

  return {
    async evaluate(task) {
      const hand = await take();
      if (hand === undefined) return here(task);
      let done: Done;
      try {
        done = await patiently(hand.evaluate(task));
      } catch {
        lose(hand);
        return here(task);
      }
      const next = waiting.shift();
      if (next === undefined) free.push(hand);
      else next(hand);
      return done;
    },
    async close() {
      await Promise.all([...hands].map((hand) => hand.close()));
    },
  };
}

/** Shorter files are done before a second place has started. */
const leastOfLong = { columns: 4 * 1024 * 1024, exactly: 64 * 1024, xlsx: 512 * 1024 };

/** Whether a file of so many bytes is done sooner in several places than in one. */
export function isLongFile(
  { kind, size }: { readonly kind: "csv" | "xlsx"; readonly size: number },
  { rows, mode }: { readonly rows: "projects" | "items"; readonly mode: Mode },
): boolean {
  const isInColumns = rows === "projects" && mode !== "range";
  const least = isInColumns
    ? leastOfLong[kind === "xlsx" ? "xlsx" : "columns"]
    : leastOfLong.exactly;
  return size >= least;
}
