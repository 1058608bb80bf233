import { availableParallelism } from "node:os";
import type { MessagePort, Worker } from "node:worker_threads";
import type { BatchOptions } from "../batch/batch-options.ts";
import { startWorkEvaluator, type WorkEvaluator } from "../batch/evaluate-works.ts";
import { readHeader } from "../batch/header.ts";
import { type Hand, type Pool, poolOf } from "../batch/pool.ts";
import { quickly } from "../batch/quickly.ts";
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
export interface WorkPool extends Pool<Work, WorkDone> {
  /** After the piece that was evaluated last, where pieces come one after another. */
  readonly position?: () => Position;
  /** What a piece came to has been written: its memory is free. */
  readonly release?: (done: WorkDone) => void;
}

/** Everything that a worker needs to make the same evaluator, as plain data. */
export interface EvaluatorSetup {
  readonly tree: Tree;
  readonly hash: string;
  readonly headerCells: readonly string[];
  readonly options: Omit<BatchOptions, "describe" | "onIssues" | "kernels" | "quickly">;
  readonly language: Language;
}

/** Starts the script of the command line once more, as a worker that has this for its data. */
export type StartWorker = (data: typeof threadData) => Worker;

export const threadData = { kind: "santei-batch" } as const;

/** Threads that are started before it is known what they have to do, because their start takes its time. */
export interface Threads {
  /** One of them, or another where all have been taken. */
  readonly take: () => Worker;
  /** Ends those that have not been taken. */
  readonly close: () => Promise<void>;
}

export function startThreads(count: number, startWorker: StartWorker): Threads {
  const start = (): Worker => {
    const worker = startWorker(threadData);
    // What is wrong with it shows where it is asked for something.
    worker.on("error", () => undefined);
    return worker;
  };
  const idle: Worker[] = [];
  try {
    while (idle.length < count) idle.push(start());
  } catch {
    // Those that could be started are enough.
  }
  return {
    take: () => idle.shift() ?? start(),
    close: async () => {
      await Promise.all(idle.splice(0).map((worker) => worker.terminate()));
    },
  };
}

const sentences = { en, ja };

/** An evaluator in this thread: pieces come one after another. */
export function poolHere(evaluator: WorkEvaluator): WorkPool {
  return {
    evaluate: async (work) => evaluator.evaluate(work),
    position: evaluator.position,
    close: async () => undefined,
  };
}

/** Several threads, each started when all others are busy. */
export function poolOfThreads(jobs: number, setup: EvaluatorSetup, threads: Threads): WorkPool {
  let own: WorkEvaluator | undefined;
  const spare: ArrayBuffer[] = [];
  const pool = poolOf<Work, WorkDone>({
    most: jobs,
    hire: () => handOf(threads.take(), setup, spare),
    here: (work) => {
      own ??= evaluatorOf(setup);
      return own.evaluate(work);
    },
  });
  return {
    ...pool,
    release({ results }) {
      if (results.length > 0 && spare.length < jobs) spare.push(results.buffer);
    },
  };
}

/** A piece as it crosses to a worker, with memory for its results. */
interface Task {
  readonly work: Work;
  readonly spare: ArrayBuffer | undefined;
}

function handOf(worker: Worker, setup: EvaluatorSetup, spare: ArrayBuffer[]): Hand<Work, WorkDone> {
  let answer: ((done: WorkDone) => void) | undefined;
  let refuse: ((error: Error) => void) | undefined;
  // Its number is gone with it.
  let isLost = worker.threadId < 0;
  const lose = (): void => {
    isLost = true;
    refuse?.(new Error("a thread has come to an end"));
  };
  worker.on("message", (done: WorkDone) => answer?.(done));
  worker.on("error", lose);
  worker.on("exit", lose);
  worker.postMessage(setup);
  return {
    evaluate: (work) =>
      new Promise((resolve, reject) => {
        answer = resolve;
        refuse = reject;
        if (isLost) return lose();
        // Bytes are shared: the piece may have to be done again.
        const task: Task = { work, spare: spare.pop() };
        worker.postMessage(task, task.spare === undefined ? [] : [task.spare]);
      }),
    close: () => worker.terminate(),
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
    quickly,
    describe: (issue) => describe(issue, sentences[language]),
  });
}

/** Whether the data of a worker is that of a thread of a batch. */
export function isThreadData(data: unknown): data is typeof threadData {
  return (
    typeof data === "object" && data !== null && "kind" in data && data.kind === threadData.kind
  );
}

/** Serves pieces of work in a worker, until it is ended from outside. The first message is the setup. */
export function serveWorks(port: MessagePort): void {
  port.once("message", (setup: EvaluatorSetup) => {
    const evaluator = evaluatorOf(setup);
    port.on("message", ({ work, spare }: Task) => {
      if (spare !== undefined) evaluator.reuse(spare);
      const done = evaluator.evaluate(work);
      port.postMessage(done, [done.results.buffer, done.rejects.buffer]);
    });
  });
}

/** As many as the machine has cores. */
export function usualJobs(): number {
  return availableParallelism();
}

export const mostJobs = 64;
