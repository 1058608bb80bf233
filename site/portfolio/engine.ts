import { connectPortfolio } from "../../engine/portfolio/client.ts";
import type { Channel } from "../../engine/portfolio/parts.ts";
import type { PortfolioClient, Progress } from "../../engine/portfolio/types.ts";

/** What a page hears of its worker by itself. */
export interface Hearer {
  readonly progress: (progress: Progress) => void;
  /** How far sums by another column are, from 0 to 1. */
  readonly grouping: (part: number) => void;
}

/** The worker as the page has it. */
export interface PortfolioEngine {
  readonly client: PortfolioClient;
  /** Tells of what happens until the function that comes back is called. */
  readonly listen: (hear: Hearer) => () => void;
}

/** Connects the page to its worker. */
export function connectEngine(channel: Channel): PortfolioEngine {
  const hearers = new Set<Hearer>();
  const client = connectPortfolio(
    channel,
    (progress) => {
      for (const hear of hearers) hear.progress(progress);
    },
    (part) => {
      for (const hear of hearers) hear.grouping(part);
    },
  );
  return {
    client,
    listen(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
  };
}
