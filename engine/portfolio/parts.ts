import type { Result } from "../issue.ts";
import type { Plan } from "../plan.ts";
import type { EditionName } from "./types.ts";

/** Either end of a channel: a worker, its global scope, or a port. */
export interface Channel {
  postMessage(message: unknown, options?: { readonly transfer?: ArrayBuffer[] }): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  removeEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
}

/** What `servePortfolio(channel, parts)` in `serve.ts` needs of the worker it runs in. */
export interface PortfolioParts {
  /** The plan of an edition, compiled with every lane: id, or id and version. */
  readonly open: (methodology: EditionName) => Promise<Result<Plan>>;
  /** Other workers that may evaluate pieces of long files; without them, the one does all. */
  readonly helpers?: HelperParts;
  /** Rows that a sheet of a workbook holds; without it, as many as spreadsheets do. */
  readonly mostSheetRows?: number;
  /** Milliseconds of a clock that only goes forward; `performance.now` without it. */
  readonly now?: () => number;
}

/** How workers beside the leading one come to be. */
export interface HelperParts {
  readonly most: number;
  /** Starts a worker that runs `serveHelper` in `helper.ts`. `lost` is called where it could not start or has come to an end. */
  readonly start: (lost: () => void) => { readonly channel: Channel; readonly end: () => void };
  /** Milliseconds after which a helper that says nothing is taken for lost, at most; fewer once it is known how long pieces take. */
  readonly patience?: number;
  /** Files of fewer bytes are not shared; without it, that hangs on what their rows are. */
  readonly leastBytes?: number;
}
