import { type Language, languages, type PageData, type RenderedPage } from "./page.ts";

/** Where a page stands below the root of the site: Japanese at the root, English under `en/`. */
export function pathOf(language: Language, id?: string): string {
  return `${language === "ja" ? "" : `${language}/`}${id === undefined ? "" : `${id}/`}`;
}

export function rootFrom(path: string): string {
  return "../".repeat(path.split("/").length - 1) || "./";
}

export function linkFrom(path: string, target: string): string {
  const root = rootFrom(path);
  return target === "" ? root : `${root === "./" ? "" : root}${target}`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Fills a template that Vite has built for the root of the site. Its own links begin with `./`. */
export function fillTemplate(
  template: string,
  {
    language,
    root,
    alternates,
    rendered: { title, description, body },
    page = "",
  }: Pick<PageData, "language" | "root" | "alternates"> & {
    readonly rendered: RenderedPage;
    /** The element that holds what the page's script reads. */
    readonly page?: string;
  },
): string {
  const links = languages.map(
    (other) => `<link rel="alternate" hreflang="${other}" href="${escapeHtml(alternates[other])}">`,
  );
  const head = [`<meta name="description" content="${escapeHtml(description)}">`, ...links].join(
    "\n    ",
  );
  const parts: Readonly<Record<string, string>> = {
    title: escapeHtml(title),
    head,
    body,
    page,
  };
  return template
    .replace('<html lang="ja"', `<html lang="${language}"`)
    .replace(/\b(src|href)="\.\//g, (_, name: string) => `${name}="${root}`)
    .replace(/<!--(title|head|body|page)-->/g, (mark, name: string) => parts[name] ?? mark);
}
