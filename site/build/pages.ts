import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Manifest } from "../../engine/service/protocol.ts";
import { firstPageOf } from "../first/first-page.ts";
import { renderPage } from "../pages/render.tsx";
import type { BuiltEdition } from "./methodologies.ts";
import { type CatalogueEntry, type Language, languages, type PageData } from "./page.ts";

/** Where a page stands below the root of the site: Japanese at the root, English under `en/`. */
function pathOf(language: Language, id?: string): string {
  return `${language === "ja" ? "" : `${language}/`}${id === undefined ? "" : `${id}/`}`;
}

function rootFrom(path: string): string {
  return "../".repeat(path.split("/").length - 1) || "./";
}

function linkFrom(path: string, target: string): string {
  const root = rootFrom(path);
  return target === "" ? root : `${root === "./" ? "" : root}${target}`;
}

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

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Fills the template that Vite has built for the root of the site. Its own links begin with `./`. */
function fill(template: string, data: PageData): string {
  const { title, description, body } = renderPage(data);
  const links = languages.map(
    (language) =>
      `<link rel="alternate" hreflang="${language}" href="${escapeHtml(data.alternates[language])}">`,
  );
  const head = [`<meta name="description" content="${escapeHtml(description)}">`, ...links].join(
    "\n    ",
  );
  const { form, language, root } = data;
  const json = form && JSON.stringify(firstPageOf(form, language, root)).replaceAll("<", "\\u003c");
  const parts: Readonly<Record<string, string>> = {
    title: escapeHtml(title),
    head,
    body,
    page: json === undefined ? "" : `<script type="application/json" id="page">${json}</script>`,
  };
  return template
    .replace('<html lang="ja"', `<html lang="${data.language}"`)
    .replace(/\b(src|href)="\.\//g, (_, name: string) => `${name}="${data.root}`)
    .replace(/<!--(title|head|body|page)-->/g, (mark, name: string) => parts[name] ?? mark);
}

/** Writes the catalogue and a page per methodology, in every language, from the template that Vite has built. */
export async function writePages(
  folder: string,
  editions: readonly BuiltEdition[],
  manifest: Manifest,
): Promise<readonly string[]> {
  const template = await readFile(join(folder, "index.html"), "utf8");
  const newest = editions.filter(({ tree, edition }) => manifest.newest[tree.id] === edition);
  const written: string[] = [];
  for (const language of languages) {
    for (const shown of [undefined, ...newest]) {
      const { path, data } = pageData(language, newest, shown);
      const file = join(folder, path, "index.html");
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, fill(template, data));
      written.push(path);
    }
  }
  return written;
}
