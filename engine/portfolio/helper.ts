import { readHeader } from "../batch/header.ts";
import type { Plan } from "../plan.ts";
import { type PackedWork, unpackWork } from "./pack-work.ts";
import type { Channel, PortfolioParts } from "./parts.ts";
import { type PieceDone, type Pieces, startPieces } from "./piece.ts";
import type { PieceSetup } from "./portfolio.ts";
import type { EditionName } from "./types.ts";

/** What the leading worker says to a helper. The setup holds for every piece behind it. */
export type HelperRequest =
  | { readonly kind: "open"; readonly edition: EditionName }
  | { readonly kind: "setup"; readonly setup: PieceSetup }
  | { readonly kind: "piece"; readonly work: PackedWork };

/** The answer to a piece; without what it came to, the helper could not do it. */
export interface HelperAnswer {
  readonly done?: PieceDone;
}

/** Evaluates pieces for the worker of a portfolio, in a worker beside it. */
export function serveHelper(channel: Channel, { open }: Pick<PortfolioParts, "open">): void {
  let opened: { readonly edition: EditionName; readonly plan: Promise<Plan> } | undefined;
  let pieces: Promise<Pieces> | undefined;

  const planOf = (edition: EditionName): Promise<Plan> => {
    if (opened?.edition === edition) return opened.plan;
    const plan = open(edition).then((found) => {
      if (!found.ok) throw new Error("an edition could not be opened");
      return found.value;
    });
    opened = { edition, plan };
    // It is told where the plan is wanted.
    plan.catch(() => undefined);
    return plan;
  };

  const begin = async ({ edition, hash, headerCells, options }: PieceSetup): Promise<Pieces> => {
    const plan = await planOf(edition);
    if (plan.hash !== hash) throw new Error("an edition is another than the leading worker's");
    const header = readHeader(plan, headerCells, { mapping: options.mapping });
    if (!header.ok) throw new Error("a header that was read could not be read again");
    return startPieces(plan, header.value, options);
  };

  const evaluate = async (work: PackedWork): Promise<void> => {
    try {
      if (pieces === undefined) throw new Error("a piece came before its setup");
      const done = (await pieces).evaluate(unpackWork(work));
      const { results, rejects, starts, ids } = done;
      const transfer = [results, rejects, starts, ids].map(({ buffer }) => buffer as ArrayBuffer);
      channel.postMessage({ done } satisfies HelperAnswer, { transfer });
    } catch {
      channel.postMessage({} satisfies HelperAnswer);
    }
  };

  channel.addEventListener("message", ({ data }) => {
    const request = data as HelperRequest;
    if (request.kind === "open") void planOf(request.edition);
    else if (request.kind === "piece") void evaluate(request.work);
    else {
      pieces = begin(request.setup);
      pieces.catch(() => undefined);
    }
  });
}
