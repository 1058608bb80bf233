import type { AnswerRecord } from "../answers/record.ts";
import type { Issue } from "../issue.ts";
import type { Mode } from "../methodology/schema.ts";
import type { CalculationResult } from "../result/result.ts";

/** What a page asks of the engine: all sets of an answer record, evaluated in one call. */
export interface CalculationRequest {
  /** Which calculator asks: the newest call of a calculator wins. */
  readonly caller: string;
  /** The edition, `MEETING-1@0.1-r1`; its tree is at `methodologies/<edition>/tree.json` beside the engine. */
  readonly edition: string;
  readonly answers: AnswerRecord;
  readonly mode: Mode;
  readonly asOf: string;
  readonly steps: boolean | readonly string[];
}

/** By set (`plan`, `actual`): a result, or the issues of answers that could not be read. */
export interface CalculationReply {
  readonly sets: Readonly<Record<string, SetReply>>;
}

export type SetReply =
  | { readonly ok: true; readonly result: CalculationResult; readonly warnings: readonly Issue[] }
  | {
      readonly ok: false;
      readonly issues: readonly Issue[];
      /** What can be said with the entries that can be read, so that a form stays in use; absent if nothing. */
      readonly result?: CalculationResult;
    };
