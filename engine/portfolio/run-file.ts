import type { FileRows } from "../batch/file-rows.ts";
import { issueOf } from "../batch/issue-of.ts";
import type { Portfolio } from "./portfolio.ts";
import { turn } from "./turn.ts";
import type { Progress } from "./types.ts";

/** A run over a file; whoever gives it up sets its state. */
export interface FileRun {
  readonly portfolio: Portfolio;
  state: Progress["state"];
}

export interface RunParts {
  readonly file: FileRows;
  readonly name: string;
  readonly sheet: string | undefined;
  /** Bytes of the file that have been asked for, of all. */
  readonly bytes: { read: number; readonly all: number };
  readonly now: () => number;
  readonly progress: (progress: Progress) => void;
}

export const millisecondsOfProgress = 100;

/** Reads the file to its end, unless another run or a person stops it. */
export async function runFile(
  run: FileRun,
  { file, name, sheet, bytes, now, progress }: RunParts,
): Promise<void> {
  const { portfolio } = run;
  const start = now();
  let told = start;
  const tell = () => {
    const milliseconds = now() - start;
    const counts = portfolio.counts();
    const part = bytes.all === 0 ? 1 : portfolio.mark() / bytes.all;
    progress({
      state: run.state,
      bytes: run.state === "ended" ? bytes.all : portfolio.mark(),
      bytesOfFile: bytes.all,
      counts,
      seconds: milliseconds / 1000,
      rowsPerSecond: milliseconds > 0 ? (1000 * counts.rows) / milliseconds : 0,
      ...(run.state === "running" && part > 0 && milliseconds > 1000
        ? { secondsLeft: (milliseconds / 1000 / part) * (1 - part) }
        : {}),
      issues: portfolio.issues(),
    });
  };
  bytes.read = 0;
  const isRunning = () => run.state === "running";
  const pieces = file.read(sheet);
  try {
    for (;;) {
      const { done, value } = await pieces.next();
      if (!isRunning()) break;
      if (done !== true) await portfolio.take(value, bytes.read);
      else if (value === undefined) await portfolio.end();
      else portfolio.stop([value]);
      if (!isRunning()) break;
      if (portfolio.isStopped()) run.state = "stopped";
      else if (done === true) run.state = "ended";
      if (!isRunning()) break;
      if (now() - told >= millisecondsOfProgress) {
        told = now();
        tell();
      }
      await turn();
    }
    await pieces.return(undefined);
  } catch {
    // The file was moved or changed under our hands.
    if (isRunning()) {
      portfolio.stop([issueOf("batch-file-unreadable", { file: name, reason: "" })]);
      run.state = "stopped";
    }
  }
  tell();
}
