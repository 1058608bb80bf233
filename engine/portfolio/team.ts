import { type Hand, poolOf } from "../batch/pool.ts";
import type { HelperAnswer, HelperRequest } from "./helper.ts";
import { memoryOf, packWork } from "./pack-work.ts";
import type { HelperParts } from "./parts.ts";
import type { PieceDone } from "./piece.ts";
import type { Elsewhere, PieceSetup, PieceTask } from "./portfolio.ts";
import { turn } from "./turn.ts";
import type { EditionName } from "./types.ts";

/** The helpers of a leading worker. They stay for the next run. */
export interface Team extends Elsewhere {
  /** Lets all helpers start and open an edition, before the first piece comes. */
  readonly prepare: (edition: EditionName) => void;
}

/** Milliseconds for a first piece, before which an edition may have to be loaded. */
const usualPatience = 60_000;
/** Later ones are missed sooner: a helper may come to an end without a word, and its piece holds up all behind it. */
const leastPatience = 2_000;
/** What takes so many times as long as pieces did of late is not waited for. */
const patiencePerPiece = 5;

/** Starts without a helper: they are started when there is something to do. */
export function startTeam({ most, start, patience = usualPatience }: HelperParts): Team {
  const all: Helper[] = [];
  const ready: Helper[] = [];
  /** Milliseconds that pieces take, where the slowest weighs most: a machine may be busy with something else. */
  let pace: number | undefined;
  const done = (milliseconds: number): void => {
    pace = Math.max(milliseconds, 0.8 * (pace ?? 0));
  };
  const startOne = (): Helper => {
    const helper = startHelper(start, done);
    all.push(helper);
    return helper;
  };
  const { evaluate } = poolOf<PieceTask, PieceDone>({
    most,
    hire: () => ready.shift() ?? startOne(),
    async here({ work, here }) {
      await turn();
      return here(work);
    },
    patience: () =>
      pace === undefined ? patience : Math.min(patience, leastPatience + patiencePerPiece * pace),
  });
  return {
    ahead: 2 * most,
    evaluate,
    prepare(edition) {
      // Another edition may have to be loaded.
      pace = undefined;
      try {
        while (all.length < most) ready.push(startOne());
      } catch {
        // The pool finds the same out, and goes on with those that are there.
      }
      for (const helper of all) helper.open(edition);
    },
  };
}

interface Helper extends Hand<PieceTask, PieceDone> {
  readonly open: (edition: EditionName) => void;
}

/** `done` is told how many milliseconds each piece took. */
function startHelper(start: HelperParts["start"], done: (milliseconds: number) => void): Helper {
  let isLost = false;
  let set: PieceSetup | undefined;
  let begun = 0;
  let answer: ((done: PieceDone) => void) | undefined;
  let refuse: ((error: Error) => void) | undefined;
  const lose = (): void => {
    isLost = true;
    refuse?.(new Error("a helper has come to an end"));
  };
  const { channel, end } = start(lose);
  channel.addEventListener("message", ({ data }) => {
    const { done: piece } = data as HelperAnswer;
    if (piece === undefined) return lose();
    done(performance.now() - begun);
    answer?.(piece);
  });
  const post = (request: HelperRequest, transfer: ArrayBuffer[] = []): void =>
    channel.postMessage(request, { transfer });
  return {
    open: (edition) => post({ kind: "open", edition }),
    evaluate: ({ work, of }) =>
      new Promise((resolve, reject) => {
        begun = performance.now();
        answer = resolve;
        refuse = reject;
        if (isLost) lose();
        if (set !== of) post({ kind: "setup", setup: of });
        set = of;
        const packed = packWork(work);
        post({ kind: "piece", work: packed }, memoryOf(packed));
      }),
    close: end,
  };
}
