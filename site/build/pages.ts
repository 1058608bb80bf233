import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { withoutEasy } from "../../engine/methodology/easy-words.ts";
import type { Guide } from "../../engine/methodology/guide-schema.ts";
import { guideJson } from "../../engine/methodology/read-guide.ts";
import type { Manifest } from "../../engine/service/protocol.ts";
import type { AssessmentPageData } from "../assessment/page-data.ts";
import { renderAssessment } from "../assessment/render-assessment.tsx";
import type { GeneratorPage } from "../embed/generator.tsx";
import { renderFrame } from "../embed/render-frame.tsx";
import { renderGenerator } from "../embed/render-generator.tsx";
import { firstPageOf } from "../first/first-page.ts";
import { renderPage } from "../pages/render.tsx";
import type { PortfolioPage } from "../portfolio/page-data.ts";
import { renderPortfolio } from "../portfolio/render-portfolio.tsx";
import type { BuiltEdition } from "./methodologies.ts";
import {
  type CatalogueEntry,
  type Language,
  languages,
  type PageData,
  type RenderedPage,
} from "./page.ts";
import { fillTemplate, linkFrom, pathOf, rootFrom } from "./template.ts";

function pageData(
  language: Language,
  editions: readonly BuiltEdition[],
  shown?: BuiltEdition,
): { readonly path: string; readonly data: PageData } {
  const path = pathOf(language, shown?.tree.id);
  const catalogue = editions.map(
    ({ edition, tree }): CatalogueEntry => ({
      id: tree.id,
      version: tree.version,
      edition,
      status: tree.status,
      title: tree.title,
      ...(tree.summary === undefined ? {} : { summary: tree.summary }),
      href: linkFrom(path, pathOf(language, tree.id)),
    }),
  );
  const alternates = languages.map((other) => [
    other,
    linkFrom(path, pathOf(other, shown?.tree.id)),
  ]);
  const data: PageData = {
    kind: shown === undefined ? "catalogue" : "calculator",
    language,
    root: rootFrom(path),
    alternates: Object.fromEntries(alternates) as PageData["alternates"],
    catalogue,
    ...(shown === undefined ? {} : { edition: shown.edition, form: shown.form }),
  };
  return { path, data };
}

/** Fills the template, with what the first script of a calculator's page is given. */
function fill(template: string, data: PageData, rendered: RenderedPage): string {
  const { form, language, root } = data;
  const page = form === undefined ? "" : inPage(firstPageOf(form, language, root));
  return fillTemplate(template, { ...data, rendered, page });
}

/** Data for the script of a page, as an element that no policy refuses. */
function inPage(data: unknown): string {
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return `<script type="application/json" id="page">${json}</script>`;
}

/** A page with a name of its own, `embed/` and `en/embed/`: where it stands, and its links. */
function placeOf(language: Language, name: string) {
  const path = pathOf(language, name);
  const links = languages.map((other) => [other, linkFrom(path, pathOf(other, name))]);
  const alternates = Object.fromEntries(links) as PageData["alternates"];
  return { path, root: rootFrom(path), alternates };
}

/** The page that makes snippets for other sites. */
function fillGenerator(
  template: string,
  language: Language,
  editions: readonly BuiltEdition[],
): { readonly path: string; readonly page: string } {
  const { path, root, alternates } = placeOf(language, "embed");
  const calculators = editions.map(({ edition, tree: { id, title } }) => ({
    id,
    edition,
    title: withoutEasy(title),
  }));
  const data: GeneratorPage = { language, root, calculators };
  const rendered = renderGenerator(data);
  const page = fillTemplate(template, {
    language,
    root,
    alternates,
    rendered,
    page: inPage(data),
  });
  return { path, page };
}

/** The page that says what an applicant's equipment, land or forest may bring, `assessment/` and `en/assessment/`. */
function fillAssessment(
  template: string,
  language: Language,
  editions: readonly BuiltEdition[],
  guide: Guide,
): { readonly path: string; readonly page: string } {
  const { path, root, alternates } = placeOf(language, "assessment");
  const newest = Object.fromEntries(editions.map(({ tree, edition }) => [tree.id, edition]));
  const data: AssessmentPageData = { language, root, newest, guide };
  const rendered = renderAssessment(data);
  const page = fillTemplate(template, { language, root, alternates, rendered, page: inPage(data) });
  return { path, page };
}

/** The page that calculates lists of many rows. */
function fillPortfolio(
  template: string,
  language: Language,
  editions: readonly BuiltEdition[],
): { readonly path: string; readonly page: string } {
  const { path, root, alternates } = placeOf(language, "portfolio");
  const byId = editions.toSorted((one, other) => (one.tree.id < other.tree.id ? -1 : 1));
  const methodologies = byId.map(({ edition, form: { id, title, period, lists } }) => ({
    id,
    edition,
    title: withoutEasy(title),
    hasPeriod: period !== undefined,
    hasLists: lists.length > 0,
  }));
  const data: PortfolioPage = { language, root, methodologies };
  const rendered = renderPortfolio(data);
  const page = fillTemplate(template, { language, root, alternates, rendered, page: inPage(data) });
  return { path, page };
}

/** The page of a calculator alone, below its own page, for frames of other sites. */
function frameOf(path: string, data: PageData): { readonly path: string; readonly data: PageData } {
  const [ja, en] = languages.map((other) => `../${data.alternates[other]}embed/`);
  const alternates = { ja: ja ?? "", en: en ?? "" };
  return { path: `${path}embed/`, data: { ...data, root: `../${data.root}`, alternates } };
}

/** The hidden frame with the engine for pages of other origins. It has no words. */
const engineFrame = "embed/engine/";

/** Writes the catalogue, a page that makes snippets, one that assesses potential, one for lists of rows, and two per methodology, in every language, from the templates that Vite has built. */
export async function writePages(
  folder: string,
  editions: readonly BuiltEdition[],
  manifest: Manifest,
): Promise<readonly string[]> {
  const template = await readFile(join(folder, "index.html"), "utf8");
  const take = async (name: string): Promise<string> => {
    const text = await readFile(join(folder, name), "utf8");
    await rm(join(folder, name));
    return text;
  };
  const frameTemplate = await take("frame.html");
  const generatorTemplate = await take("generator.html");
  const assessmentTemplate = await take("assessment.html");
  const portfolioTemplate = await take("portfolio.html");
  const engineTemplate = await take("engine-frame.html");
  const guideText = await readFile(join(folder, "methodologies", guideJson), "utf8");
  const guide: Guide = withoutEasy(JSON.parse(guideText));
  const newest = editions.filter(({ tree, edition }) => manifest.newest[tree.id] === edition);
  const written: string[] = [];
  const write = async (path: string, page: string): Promise<void> => {
    const file = join(folder, path, "index.html");
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, page);
    written.push(path);
  };
  await write(engineFrame, engineTemplate.replaceAll('="./', `="${rootFrom(engineFrame)}`));
  for (const language of languages) {
    const generator = fillGenerator(generatorTemplate, language, newest);
    await write(generator.path, generator.page);
    const assessment = fillAssessment(assessmentTemplate, language, newest, guide);
    await write(assessment.path, assessment.page);
    const portfolio = fillPortfolio(portfolioTemplate, language, newest);
    await write(portfolio.path, portfolio.page);
    for (const shown of [undefined, ...newest]) {
      const { path, data } = pageData(language, newest, shown);
      await write(path, fill(template, data, renderPage(data)));
      if (shown === undefined) continue;
      const frame = frameOf(path, data);
      await write(frame.path, fill(frameTemplate, frame.data, renderFrame(frame.data)));
    }
  }
  return written;
}
