import { renderToString } from "preact-render-to-string";
import type { RenderedPage } from "../build/page.ts";
import type { PortfolioPage } from "./page-data.ts";
import { PortfolioSite, titleOf } from "./portfolio-site.tsx";
import { portfolioWords } from "./portfolio-words.ts";

/** The page for lists of many rows, as it is first painted. */
export function renderPortfolio(page: PortfolioPage): RenderedPage {
  const body = renderToString(<PortfolioSite page={page} />);
  return {
    title: titleOf(page.language),
    description: portfolioWords[page.language].intro,
    body: `<div id="portfolio">${body}</div>`,
  };
}
