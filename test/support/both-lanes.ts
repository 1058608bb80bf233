import { startBatch } from "../../engine/batch/batch.ts";
import type { BatchOptions } from "../../engine/batch/batch-options.ts";
import { quickly } from "../../engine/batch/quickly.ts";
import { startSimdKernels } from "../../engine/columns/simd/simd-kernels.ts";
import type { Plan } from "../../engine/plan.ts";

/** What a file comes to in one lane. */
export interface LaneRun {
  readonly results: string;
  readonly rejects: string;
  readonly issues: readonly string[];
  readonly counts: unknown;
  readonly lanes: ReturnType<ReturnType<typeof startBatch>["lanes"]>;
}

/** Runs a file in one lane, in pieces of so many bytes. */
export function runLane(
  plan: Plan,
  file: string | Uint8Array,
  lane: "columns" | "exact",
  options: Partial<BatchOptions> = {},
  size = 4096,
): LaneRun {
  const batch = startBatch(plan, {
    rows: "projects",
    mode: "official",
    asOf: "2026-04-01",
    describe: ({ code, facts }) => JSON.stringify([code, facts]),
    lane,
    ...options,
  });
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  const pieces = [];
  for (let at = 0; at < bytes.length; at += size) {
    pieces.push(batch.take(bytes.slice(at, at + size)));
  }
  pieces.push(batch.end());
  const text = (all: readonly Uint8Array[]) => Buffer.concat(all).toString("utf8");
  return {
    results: text(pieces.map(({ results }) => results)),
    rejects: text(pieces.map(({ rejects }) => rejects)),
    issues: pieces.flatMap(({ issues }) => issues.map(({ code }) => code)),
    counts: batch.counts(),
    lanes: batch.lanes(),
  };
}

/** The same of both lanes, the lanes themselves left out; the columns with the quick kernels, unless others are given. */
export function bothLanes(
  plan: Plan,
  file: string | Uint8Array,
  options: Partial<BatchOptions> = {},
  size?: number,
) {
  const told = ({ lanes: _, ...run }: LaneRun) => run;
  const columns = runLane(
    plan,
    file,
    "columns",
    { kernels: startSimdKernels, quickly, ...options },
    size,
  );
  const exact = runLane(plan, file, "exact", options, size);
  return { columns: told(columns), exact: told(exact), lanes: columns.lanes };
}
