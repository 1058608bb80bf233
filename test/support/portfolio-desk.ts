import { ok } from "../../engine/issue.ts";
import type { Plan } from "../../engine/plan.ts";
import { connectPortfolio } from "../../engine/portfolio/client.ts";
import type { Channel, PortfolioParts } from "../../engine/portfolio/parts.ts";
import { servePortfolio } from "../../engine/portfolio/serve.ts";
import type { BeginRequest, Look, LookRequest, Progress } from "../../engine/portfolio/types.ts";

/** A page and its worker, with a channel between them that clones as theirs does. */
export function portfolioDesk(plan: Plan, parts: Partial<PortfolioParts> = {}) {
  const { port1, port2 } = new MessageChannel();
  const told: Progress[] = [];
  let wait: (() => void) | undefined;
  servePortfolio(port2 as unknown as Channel, { open: async () => ok(plan), ...parts });
  const parted: number[] = [];
  const client = connectPortfolio(
    port1 as unknown as Channel,
    (progress) => {
      told.push(progress);
      if (progress.state !== "running") wait?.();
    },
    (part) => parted.push(part),
  );
  port1.start();
  port2.start();
  const must = async <T>(
    asked: Promise<
      { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: unknown }
    >,
  ): Promise<T> => {
    const answer = await asked;
    if (!answer.ok) throw new Error(JSON.stringify(answer.issues));
    return answer.value;
  };
  /** Looks at a file, begins and waits for its end. */
  const runFile = async (
    file: Blob,
    change: (look: Look) => Partial<BeginRequest> = () => ({}),
    more: Partial<LookRequest> = {},
  ) => {
    const look = await must(client.look({ methodology: plan.tree.id, file, ...more }));
    const ended = new Promise<void>((resolve) => {
      wait = resolve;
    });
    const begun = await must(
      client.begin({
        mapping: { ...look.mapping, period: "FY2021" },
        asOf: "2026-04-01",
        language: "en",
        ...change(look),
      }),
    );
    await ended;
    return { look, begun, last: told.at(-1) as Progress };
  };
  const close = () => {
    client.close();
    port1.close();
    port2.close();
  };
  return { client, told, parted, must, runFile, close };
}
