import { hydrate, render } from "preact";
import { connectEngine } from "./engine.ts";
import type { PortfolioPage } from "./page-data.ts";
import "./portfolio.css";
import { PortfolioSite } from "./portfolio-site.tsx";

/** The script of the page for lists of many rows. */
function start(): void {
  const data = document.getElementById("page")?.textContent;
  const root = document.getElementById("portfolio");
  if (data == null || root === null) return;
  const page: PortfolioPage = JSON.parse(data);
  hydrate(<PortfolioSite page={page} />, root);
  // What is painted can be used before the rest is there.
  setTimeout(() => connect(page, root));
}

function connect(page: PortfolioPage, root: HTMLElement): void {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const engine = connectEngine(worker);
  const draw = (hasFailed: boolean): void =>
    render(<PortfolioSite page={page} engine={engine} hasFailed={hasFailed} />, root);
  worker.addEventListener("error", () => draw(true));
  draw(false);
}

start();
