import { ok } from "../../engine/issue.ts";
import type { Plan } from "../../engine/plan.ts";
import { serveHelper } from "../../engine/portfolio/helper.ts";
import type { Channel, HelperParts } from "../../engine/portfolio/parts.ts";

/** What befalls a helper: it cannot start, says nothing, or comes to an end in the middle of a piece. */
export type Fate = "works" | "never starts" | "says nothing" | { readonly diesAfter: number };

/** Helpers behind channels that clone and hand memory over as those of workers do, one for each fate. */
export function portfolioHelpers(
  plan: Plan,
  fates: readonly Fate[],
): HelperParts & { readonly pieces: () => readonly number[]; readonly close: () => void } {
  const ports: MessagePort[] = [];
  const pieces = fates.map(() => 0);
  let started = 0;
  return {
    most: fates.length,
    leastBytes: 0,
    patience: fates.includes("says nothing") ? 50 : 60_000,
    pieces: () => pieces,
    start(lost) {
      const own = started;
      started += 1;
      const fate = fates[own] ?? "works";
      if (fate === "never starts") throw new Error("no worker can be started");
      const { port1, port2 } = new MessageChannel();
      ports.push(port1, port2);
      const end = () => {
        port1.close();
        port2.close();
      };
      const inner = port2 as unknown as Channel;
      const isOver = () =>
        fate === "says nothing" ||
        (typeof fate === "object" && (pieces[own] ?? 0) > fate.diesAfter);
      const channel: Channel = {
        addEventListener: inner.addEventListener.bind(inner),
        removeEventListener: inner.removeEventListener.bind(inner),
        postMessage(message, options) {
          pieces[own] = (pieces[own] ?? 0) + 1;
          if (!isOver()) inner.postMessage(message, options);
          else if (fate !== "says nothing") {
            end();
            lost();
          }
        },
      };
      serveHelper(channel, { open: async () => ok(plan) });
      port1.start();
      port2.start();
      return { channel: port1 as unknown as Channel, end };
    },
    close: () => {
      for (const port of ports) port.close();
    },
  };
}
