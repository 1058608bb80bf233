import type { Form } from "../../engine/methodology/form.ts";
import type { Label } from "../../engine/methodology/schema.ts";

export const languages = ["ja", "en"] as const;

export type Language = (typeof languages)[number];

/** A methodology as the catalogue lists it. */
export interface CatalogueEntry {
  readonly id: string;
  readonly version: string;
  readonly edition: string;
  readonly status: string;
  readonly title: Label;
  readonly summary?: Label;
  /** Relative link from the page that lists it. */
  readonly href: string;
}

/** What a page is made from: given to its renderer when building, and as JSON to its script. */
export interface PageData {
  readonly kind: "catalogue" | "calculator";
  readonly language: Language;
  /** Relative link to the root of the site: `./`, `../`, `../../`. */
  readonly root: string;
  /** Relative links to this page in each language. */
  readonly alternates: Readonly<Record<Language, string>>;
  readonly catalogue: readonly CatalogueEntry[];
  /** Of a calculator's page: `MEETING-1@0.1-r1`. */
  readonly edition?: string;
  /** Of a calculator's page: what the form is painted from before the engine has come. */
  readonly form?: Form;
}

export interface RenderedPage {
  readonly title: string;
  readonly description: string;
  readonly body: string;
}
