import type { StartWorker } from "./batch-pool.ts";

/** What a command needs of the world: streams and the working folder, so that a test can stand in for a terminal. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** All of standard input. */
  readonly input: () => Promise<string>;
  readonly folder: string;
  /** Where the built methodologies lie: `dist/methodologies`. */
  readonly library: string;
  readonly language: Language;
  /** Starts this script once more as a worker; without it, everything runs in one thread. */
  readonly startWorker?: StartWorker;
  /** How many lines a sheet of a workbook may have; as many as those of spreadsheets without it. */
  readonly mostSheetRows?: number;
}

export type Language = "ja" | "en";

/** 0 done, 1 issues in files or answers, 2 wrong usage. */
export type ExitStatus = 0 | 1 | 2;

/** The language of the environment: Japanese where the locale says so, else English. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return locale.startsWith("ja") ? "ja" : "en";
}
