import type { NamedElement } from "../../widgets/element-attributes.ts";
import type { Language } from "../build/page.ts";
import { linkTo } from "../pages/links.ts";
import { namedElements } from "./named-elements.ts";
import { type EmbedOptions, writeOptions } from "./options.ts";
import type { Versions } from "./versions.ts";

/** What somebody has chosen to embed. */
export interface Choice {
  /** Where the site stands: `https://santei.example/`. */
  readonly home: string;
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly options: EmbedOptions;
  /** The addresses that never change are wanted; absent for those that always give the newest. */
  readonly version?: Versions | undefined;
}

/** One way to bring a calculator to another site: what to paste, and what the policy of that site has to allow. */
export interface Way {
  readonly kind: "frame" | "loader" | "element" | "link";
  readonly snippet: string;
  /** Absent where every policy allows it. */
  readonly policy?: string;
}

/** Where everything that is pasted leads: the site, or its version. */
function baseOf({ home, version }: Choice): string {
  return version === undefined ? home : `${home}v/${version.newest}/`;
}

/** The address of a calculator alone, for frames, with what was chosen in its fragment. */
export function frameAddress(choice: Choice): string {
  const { id, language, options } = choice;
  return `${linkTo(baseOf(choice), language, id)}embed/${writeOptions(options)}`;
}

/** The address to link to: the whole page, or where something was chosen the page that honours it. */
export function linkAddress(choice: Choice): string {
  const { id, language, options } = choice;
  return writeOptions(options) === "" ? linkTo(baseOf(choice), language, id) : frameAddress(choice);
}

/** Every way to embed what was chosen, the plainest first. */
export function waysFor(choice: Choice): readonly Way[] {
  const { id, language, title, options, version } = choice;
  const base = baseOf(choice);
  const { origin } = new URL(base);
  const page = linkTo(base, language, id);
  const frame = `<iframe${written({ src: frameAddress(choice), title, loading: "lazy", width: "100%", height: "1200" })}></iframe>`;
  const link = `<a${written({ href: linkAddress(choice) })}>${escaped(title)}</a>`;
  const marked = `<a class="santei" data-santei${written({ href: page + writeOptions(options) })}>${escaped(title)}</a>`;
  const script = (path: string, kind: string): string => {
    const integrity = version?.integrity[path] ?? "";
    const held = integrity === "" ? "" : written({ integrity, crossorigin: "anonymous" });
    return `<script${written({ type: kind, src: base + path })}${held}${kind === "" ? " async" : ""}></script>`;
  };
  const own = script(version === undefined ? "embed.js" : "embed/element.js", "module");
  return [
    { kind: "frame", snippet: frame, policy: `frame-src ${origin}` },
    {
      kind: "loader",
      snippet: `${marked}\n${script("embed/frame.js", "")}`,
      policy: `script-src ${origin}; frame-src ${origin}`,
    },
    {
      kind: "element",
      snippet: `${elementFor(choice, link)}\n${own}`,
      policy: `script-src ${origin}; connect-src ${origin}; frame-src ${origin}`,
    },
    { kind: "link", snippet: link },
  ];
}

/** The element, by its own name where the methodology has one. */
function elementFor(choice: Choice, inside: string): string {
  const { id, language, options, version } = choice;
  const [tag, named] = Object.entries(namedElements).find(
    ([, { methodology }]) => methodology === id,
  ) ?? ["santei-calculator", undefined];
  const given = new Map(options.given);
  const own: Record<string, string> = {};
  for (const [name, input] of Object.entries((named as NamedElement | undefined)?.answers ?? {})) {
    own[name] = given.get(input) ?? "";
    given.delete(input);
  }
  const attributes = written({
    methodology: named === undefined ? id : "",
    ...own,
    lang: options.language ?? language,
    theme: options.theme === "auto" ? "" : options.theme,
    "text-size": options.textSize === "normal" ? "" : options.textSize,
    answers: new URLSearchParams([...given]).toString(),
    hide: options.hide.join(),
    home: version === undefined ? "" : baseOf(choice),
  });
  return `<${tag}${attributes}>${inside}</${tag}>`;
}

/** Attributes as they are pasted; empty ones are left out. */
function written(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === "" ? "" : ` ${name}="${escaped(value)}"`))
    .join("");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
