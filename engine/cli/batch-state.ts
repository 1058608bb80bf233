import { readFile, rename, rm, writeFile } from "node:fs/promises";
import type { BatchCounts } from "../batch/works.ts";

/*
 * A batch writes to `<file>.part` and keeps beside it, in `<results>.state`, how far it is: at every moment the state
 * tells of bytes that have been written. A run that was killed is gone on with from there, and only a whole file takes
 * the name that was asked for.
 */

/** How far a run has come. */
export interface BatchState {
  readonly format: "batch-state/1";
  /** What the results are made of: edition, options and the header. Another is begun anew. */
  readonly of: string;
  /** Bytes of the file that had been read, and their hash. */
  readonly read: { readonly bytes: number; readonly hash: string };
  readonly counts: BatchCounts;
  /** Bytes written to the results and to the rejects. */
  readonly written: readonly [results: number, rejects: number];
}

export const partOf = (file: string) => `${file}.part`;
export const stateOf = (file: string) => `${file}.state`;

/** The state that an earlier run left; `undefined` where there is none that can be read. */
export async function readState(results: string): Promise<BatchState | undefined> {
  const text = await readFile(stateOf(results), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const state = JSON.parse(text) as BatchState;
    return state.format === "batch-state/1" ? state : undefined;
  } catch {
    return undefined;
  }
}

/** Replaces the state in one step: it is there whole, or the one before it is. */
export async function writeState(results: string, state: BatchState): Promise<void> {
  const next = `${stateOf(results)}.next`;
  await writeFile(next, JSON.stringify(state));
  await rename(next, stateOf(results));
}

export async function removeState(results: string): Promise<void> {
  await rm(stateOf(results), { force: true });
}
