import type { Language } from "../build/page.ts";
import { linkTo } from "../pages/links.ts";
import { type EmbedOptions, writeOptions } from "./options.ts";

/** What somebody has chosen to embed. */
export interface Choice {
  /** Where the site stands: `https://santei.example/`. */
  readonly home: string;
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly options: EmbedOptions;
}

/** One way to bring a calculator to another site: what to paste, and what the policy of that site has to allow. */
export interface Way {
  readonly kind: "frame" | "loader" | "element" | "link";
  readonly snippet: string;
  /** Absent where every policy allows it. */
  readonly policy?: string;
}

/** The address of a calculator alone, for frames, with what was chosen in its fragment. */
export function frameAddress({ home, id, language, options }: Choice): string {
  return `${linkTo(home, language, id)}embed/${writeOptions(options)}`;
}

/** The address to link to: the whole page, or where something was chosen the page that honours it. */
export function linkAddress(choice: Choice): string {
  const { home, id, language, options } = choice;
  return writeOptions(options) === "" ? linkTo(home, language, id) : frameAddress(choice);
}

/** Every way to embed what was chosen, the plainest first. */
export function waysFor(choice: Choice): readonly Way[] {
  const { home, id, language, title, options } = choice;
  const { origin } = new URL(home);
  const page = linkTo(home, language, id);
  const frame = `<iframe src="${escaped(frameAddress(choice))}" title="${escaped(title)}" loading="lazy" width="100%" height="1200"></iframe>`;
  const link = `<a href="${escaped(linkAddress(choice))}">${escaped(title)}</a>`;
  const marked = `<a data-santei href="${escaped(page + writeOptions(options))}">${escaped(title)}</a>`;
  const attributes = [
    ["methodology", id],
    ["lang", language],
    ["theme", options.theme === "auto" ? "" : options.theme],
    ["text-size", options.textSize === "normal" ? "" : options.textSize],
    ["answers", new URLSearchParams([...options.given]).toString()],
  ].flatMap(([name, value = ""]) => (value === "" ? [] : [` ${name}="${escaped(value)}"`]));
  const element = `<santei-calculator${attributes.join("")}>${link}</santei-calculator>`;
  return [
    { kind: "frame", snippet: frame, policy: `frame-src ${origin}` },
    {
      kind: "loader",
      snippet: `${marked}\n<script src="${escaped(home)}embed/frame.js" async></script>`,
      policy: `script-src ${origin}; frame-src ${origin}`,
    },
    {
      kind: "element",
      snippet: `${element}\n<script type="module" src="${escaped(home)}embed.js"></script>`,
      policy: `script-src ${origin}; connect-src ${origin}`,
    },
    { kind: "link", snippet: link },
  ];
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
