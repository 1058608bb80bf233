import type { Channel } from "./parts.ts";
import type { PortfolioClient, PortfolioMessage, PortfolioRequest, Progress } from "./types.ts";

const calls = [
  "look",
  "map",
  "begin",
  "cancel",
  "summary",
  "view",
  "rows",
  "group",
  "download",
  "template",
] as const satisfies readonly PortfolioRequest["call"][];

/**
 * Connects a page to the worker of a portfolio. Each call is a question with an answer; progress comes by itself.
 *
 * @example
 * const portfolio = connectPortfolio(new Worker("portfolio.js", { type: "module" }), show);
 * const look = await portfolio.look({ methodology: "EN-S-001", file });
 */
export function connectPortfolio(
  channel: Channel,
  progress: (progress: Progress) => void,
  grouping: (part: number) => void = () => undefined,
): PortfolioClient {
  const open = new Map<number, (message: PortfolioMessage) => void>();
  let last = 0;
  const listen = ({ data }: { readonly data: unknown }): void => {
    const message = data as PortfolioMessage;
    if ("event" in message) {
      if (message.event === "progress") progress(message.progress);
      else grouping(message.part);
      return;
    }
    open.get(message.id)?.(message);
    open.delete(message.id);
  };
  channel.addEventListener("message", listen);
  const ask = (call: string, request: unknown) =>
    new Promise((resolve) => {
      last += 1;
      open.set(last, ({ ...message }) => resolve(message));
      channel.postMessage({ id: last, call, request });
    });
  const asked = Object.fromEntries(
    calls.map((call) => [call, (request: unknown) => ask(call, request)]),
  );
  const close = () => {
    channel.removeEventListener("message", listen);
    // Nobody answers any more.
    for (const [id, answer] of open) answer({ id, ok: false, issues: [] });
    open.clear();
  };
  return { ...asked, close } as unknown as PortfolioClient;
}
