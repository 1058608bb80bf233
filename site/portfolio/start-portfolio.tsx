import { hydrate, render } from "preact";
import { connectPortfolio } from "../../engine/portfolio/client.ts";
import type { Progress } from "../../engine/portfolio/types.ts";
import type { PortfolioPage } from "./page-data.ts";
import "./portfolio.css";
import { PortfolioSite } from "./portfolio-site.tsx";
import type { PortfolioEngine } from "./use-run.ts";

/** Connects the page to its worker. Whoever listens hears the progress of the run. */
function connect(worker: Worker): PortfolioEngine {
  const listeners = new Set<(progress: Progress) => void>();
  const client = connectPortfolio(worker, (progress) => {
    for (const hear of listeners) hear(progress);
  });
  return {
    client,
    listen(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}

/** The script of the page for lists of many rows. */
function start(): void {
  const data = document.getElementById("page")?.textContent;
  const root = document.getElementById("portfolio");
  if (data == null || root === null) return;
  const page: PortfolioPage = JSON.parse(data);
  hydrate(<PortfolioSite page={page} />, root);
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const engine = connect(worker);
  const draw = (hasFailed: boolean): void =>
    render(<PortfolioSite page={page} engine={engine} hasFailed={hasFailed} />, root);
  worker.addEventListener("error", () => draw(true));
  draw(false);
}

start();
