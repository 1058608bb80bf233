import type { AnswerRecord, TableReplacement } from "../answers/record.ts";
import type { Issue, Result } from "../issue.ts";
import type { Mode } from "../methodology/schema.ts";
import type { CalculationResult } from "../result/result.ts";

/** What a page asks of the engine: all sets of an answer record, evaluated in one call. */
export interface CalculationRequest {
  /** Which calculator asks: the newest call of a calculator wins. */
  readonly caller: string;
  /** The edition, `MEETING-1@0.1-r1`; its parts are in `methodologies/<edition>/` beside the engine. */
  readonly edition: string;
  readonly answers: AnswerRecord;
  readonly mode: Mode;
  readonly asOf: string;
  readonly steps: boolean | readonly string[];
  /** Tables of an office in place of replaceable ones, by table id; the result lists their hashes. */
  readonly replacements?: Readonly<Record<string, TableReplacement>>;
  /**
   * `false`: the first result need not wait for names, sources and what is not confirmed. Then the reply may say that
   * it is without words. Why there is no result is told with them all the same.
   */
  readonly words?: boolean;
}

/** By set (`plan`, `actual`): a result, or the issues of answers that could not be read. */
export interface CalculationReply {
  readonly sets: Readonly<Record<string, SetReply>>;
  /** Nothing in the results is named, warnings neither, and nothing assumed or not confirmed is listed: ask again to read that. */
  readonly withoutWords?: true;
}

export type SetReply =
  | { readonly ok: true; readonly result: CalculationResult; readonly warnings: readonly Issue[] }
  | {
      readonly ok: false;
      readonly issues: readonly Issue[];
      /** What can be said with the entries that can be read, so that a form stays in use; absent if nothing. */
      readonly result?: CalculationResult;
    };

/** The engine as a page sees it, in a worker or on the page's own thread. Neither function ever throws. */
export interface Service {
  /** Answers with the engine's version as soon as the engine listens. */
  greet(): Promise<string>;
  /**
   * One message in, one consistent result out.
   *
   * Errors: every problem is an issue of the result. A call for which a newer one of the same caller has come is
   * answered with `superseded` and not calculated.
   */
  calculate(request: CalculationRequest): Promise<Result<CalculationReply>>;
}

/** `manifest.json`: the editions that a build holds, and which one a bare id means. */
export interface Manifest {
  readonly format: "manifest/1";
  readonly engine: string;
  /** By edition, `MEETING-1@0.1-r1`. */
  readonly editions: Readonly<Record<string, ManifestEntry>>;
  /** The newest edition by methodology id. */
  readonly newest: Readonly<Record<string, string>>;
}

export interface ManifestEntry {
  /** SHA-256 of the canonical text of the tree, which is the text of `tree.json`. */
  readonly hash: string;
  readonly status: string;
}
