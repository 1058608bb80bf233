import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Manifest } from "../../engine/service/protocol.ts";
import { renderFrame } from "../embed/render-frame.tsx";
import { firstPageOf } from "../first/first-page.ts";
import { renderPage } from "../pages/render.tsx";
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
  const json = form && JSON.stringify(firstPageOf(form, language, root)).replaceAll("<", "\u003c");
  return fillTemplate(template, {
    ...data,
    rendered,
    page: json === undefined ? "" : `<script type="application/json" id="page">${json}</script>`,
  });
}

/** The page of a calculator alone, below its own page, for frames of other sites. */
function frameOf(path: string, data: PageData): { readonly path: string; readonly data: PageData } {
  const [ja, en] = languages.map((other) => `../${data.alternates[other]}embed/`);
  const alternates = { ja: ja ?? "", en: en ?? "" };
  return { path: `${path}embed/`, data: { ...data, root: `../${data.root}`, alternates } };
}

/** Writes the catalogue, and two pages per methodology, in every language, from the templates that Vite has built. */
export async function writePages(
  folder: string,
  editions: readonly BuiltEdition[],
  manifest: Manifest,
): Promise<readonly string[]> {
  const template = await readFile(join(folder, "index.html"), "utf8");
  const frameFile = join(folder, "frame.html");
  const frameTemplate = await readFile(frameFile, "utf8");
  await rm(frameFile);
  const newest = editions.filter(({ tree, edition }) => manifest.newest[tree.id] === edition);
  const written: string[] = [];
  const write = async (path: string, page: string): Promise<void> => {
    const file = join(folder, path, "index.html");
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, page);
    written.push(path);
  };
  for (const language of languages) {
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
