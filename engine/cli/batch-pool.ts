import { availableParallelism } from "node:os";
import type { MessagePort, Worker } from "node:worker_threads";
import type { BatchOptions } from "../batch/batch-options.ts";
import { startWorkEvaluator, type WorkEvaluator } from "../batch/evaluate-works.ts";
import { readHeader } from "../batch/header.ts";
import type { Position, Work, WorkDone } from "../batch/works.ts";
import { startSimdKernels } from "../columns/simd/simd-kernels.ts";
import { compile } from "../compile.ts";
import { describe } from "../locales/describe.ts";
import { en } from "../locales/en.ts";
import { ja } from "../locales/ja.ts";
import type { Tree } from "../methodology/tree.ts";
import { decimalLane } from "../quantity/decimal.ts";
import type { Language } from "./terminal.ts";

/** Places where pieces of work are evaluated, one or several. */
export interface Pool {
  readonly evaluate: (work: Work) => Promise<WorkDone>;
  /** After the piece that was evaluated last, where pieces come one after another. */
  readonly position?: () => Position;
  readonly close: () => Promise<void>;
}

/** Everything that a worker needs to make the same evaluator, as plain data. */
export interface EvaluatorSetup {
  readonly kind: "santei-batch";
  readonly tree: Tree;
  readonly hash: string;
  readonly headerCells: readonly string[];
  readonly options: Omit<BatchOptions, "describe" | "onIssues" | "kernels">;
  readonly language: Language;
}

/** Starts the script of the command line once more, as a worker. */
export type StartWorker = (setup: EvaluatorSetup) => Worker;

const sentences = { en, ja };

/** An evaluator in this thread: pieces come one after another. */
export function poolHere(evaluator: WorkEvaluator): Pool {
  return {
    evaluate: async (work) => evaluator.evaluate(work),
    position: evaluator.position,
    close: async () => undefined,
  };
}

/** Several workers, each started when all others are busy. */
export function poolOf(jobs: number, setup: EvaluatorSetup, startWorker: StartWorker): Pool {
  interface Hand {
    readonly worker: Worker;
    answer: ((done: WorkDone) => void) | undefined;
    refuse: ((error: Error) => void) | undefined;
  }
  const hands: Hand[] = [];
  const waiting: ((hand: Hand) => void)[] = [];
  const free: Hand[] = [];

  const release = (hand: Hand): void => {
    hand.answer = undefined;
    hand.refuse = undefined;
    const next = waiting.shift();
    if (next === undefined) free.push(hand);
    else next(hand);
  };

  const hire = (): Hand => {
    const worker = startWorker(setup);
    const hand: Hand = { worker, answer: undefined, refuse: undefined };
    worker.on("message", (done: WorkDone) => {
      const { answer } = hand;
      release(hand);
      answer?.(done);
    });
    worker.on("error", (error) => hand.refuse?.(error));
    hands.push(hand);
    return hand;
  };

  const take = (): Promise<Hand> => {
    const hand = free.shift() ?? (hands.length < jobs ? hire() : undefined);
    return hand === undefined
      ? new Promise((resolve) => waiting.push(resolve))
      : Promise.resolve(hand);
  };

  return {
    async evaluate(work) {
      const hand = await take();
      return new Promise((resolve, reject) => {
        hand.answer = resolve;
        hand.refuse = reject;
        if (work.kind === "groups") return hand.worker.postMessage(work);
        // Bytes are handed over, not copied.
        const bytes = alone(work.bytes);
        hand.worker.postMessage({ ...work, bytes }, [bytes.buffer]);
      });
    },
    async close() {
      await Promise.all(hands.map(({ worker }) => worker.terminate()));
    },
  };
}

/** The evaluator that a setup tells of. */
export function evaluatorOf({
  tree,
  hash,
  headerCells,
  options,
  language,
}: EvaluatorSetup): WorkEvaluator {
  const plan = compile(tree, hash, { decimal: decimalLane });
  const { mapping, caseColumn } = options;
  const named = caseColumn === undefined ? {} : { caseColumn };
  const header = readHeader(plan, headerCells, mapping === undefined ? named : { mapping });
  if (!header.ok) throw new Error("a header that was read could not be read again");
  return startWorkEvaluator(plan, header.value, {
    ...options,
    kernels: startSimdKernels,
    describe: (issue) => describe(issue, sentences[language]),
  });
}

/** Whether the data of a worker is a setup of a batch. */
export function isEvaluatorSetup(data: unknown): data is EvaluatorSetup {
  return (
    typeof data === "object" && data !== null && "kind" in data && data.kind === "santei-batch"
  );
}

/** Serves pieces of work in a worker, until it is ended from outside. */
export function serveWorks(port: MessagePort, setup: EvaluatorSetup): void {
  const evaluator = evaluatorOf(setup);
  port.on("message", (work: Work) => {
    const done = evaluator.evaluate(work);
    const own = { ...done, results: alone(done.results), rejects: alone(done.rejects) };
    port.postMessage(own, [own.results.buffer, own.rejects.buffer]);
  });
}

/** The same bytes in memory of their own, which can be handed over. */
function alone(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer
    ? (bytes as Uint8Array<ArrayBuffer>)
    : new Uint8Array(bytes);
}

/** As many as the machine has cores. */
export function usualJobs(): number {
  return availableParallelism();
}

export const mostJobs = 64;
