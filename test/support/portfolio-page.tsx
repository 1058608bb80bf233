import { Blob } from "node:buffer";
import { MessageChannel } from "node:worker_threads";
import { fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { ok } from "../../engine/issue.ts";
import type { Plan } from "../../engine/plan.ts";
import type { Channel } from "../../engine/portfolio/parts.ts";
import { servePortfolio } from "../../engine/portfolio/serve.ts";
import type { Language } from "../../site/build/page.ts";
import { connectEngine } from "../../site/portfolio/engine.ts";
import { Portfolio } from "../../site/portfolio/portfolio.tsx";

/** The page of portfolios on the screen, with the real worker's side behind a channel that clones as a worker does. */
export function openPortfolio(plans: readonly Plan[], language: Language = "en") {
  const { port1, port2 } = new MessageChannel();
  const byEdition = new Map(plans.map((plan) => [editionOf(plan), plan]));
  servePortfolio(port2 as unknown as Channel, {
    open: async (edition) => {
      const plan = byEdition.get(edition);
      if (plan === undefined) throw new Error(`There is no ${edition}.`);
      return ok(plan);
    },
  });
  const engine = connectEngine(port1 as unknown as Channel);
  const methodologies = plans.map((plan) => ({
    id: plan.tree.id,
    edition: editionOf(plan),
    title: plan.tree.title,
    hasPeriod: plan.tree.period !== undefined,
    hasLists: plan.tree.lists.length > 0,
  }));
  const { unmount } = render(
    <Portfolio language={language} methodologies={methodologies} engine={engine} />,
  );
  return {
    close() {
      unmount();
      engine.client.close();
      port1.close();
      port2.close();
    },
  };
}

function editionOf({ tree: { id, version } }: Plan): string {
  return `${id}@${version}`;
}

/** Chooses a file in the field of a name. */
export function chooseFile(
  field: string | RegExp,
  name: string,
  content: string | Uint8Array,
): void {
  const file = Object.assign(new Blob([content]), { name });
  const input = screen.getByLabelText(field);
  Object.defineProperty(input, "files", { value: [file], configurable: true });
  fireEvent.change(input);
}

/** Waits until the page says something. */
export async function said(words: string | RegExp): Promise<void> {
  await waitFor(() => {
    const [first] = screen.getAllByRole("status");
    const text = first?.textContent ?? "";
    const isSaid = typeof words === "string" ? text.includes(words) : words.test(text);
    if (!isSaid) throw new Error(`It says “${text}”.`);
  });
}
