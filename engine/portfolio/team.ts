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

/** A piece is done in some tenths of a second; what takes so long has come to an end without a word. */
const usualPatience = 60_000;

/** Starts without a helper: they are started when there is something to do. */
export function startTeam({ most, start, patience = usualPatience }: HelperParts): Team {
  const all: Helper[] = [];
  const ready: Helper[] = [];
  const startOne = (): Helper => {
    const helper = startHelper(start);
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
    patience,
  });
  return {
    ahead: 2 * most,
    evaluate,
    prepare(edition) {
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

function startHelper(start: HelperParts["start"]): Helper {
  let isLost = false;
  let set: PieceSetup | undefined;
  let answer: ((done: PieceDone) => void) | undefined;
  let refuse: ((error: Error) => void) | undefined;
  const lose = (): void => {
    isLost = true;
    refuse?.(new Error("a helper has come to an end"));
  };
  const { channel, end } = start(lose);
  channel.addEventListener("message", ({ data }) => {
    const { done } = data as HelperAnswer;
    if (done === undefined) lose();
    else answer?.(done);
  });
  const post = (request: HelperRequest, transfer: ArrayBuffer[] = []): void =>
    channel.postMessage(request, { transfer });
  return {
    open: (edition) => post({ kind: "open", edition }),
    evaluate: ({ work, of }) =>
      new Promise((resolve, reject) => {
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
