/** The sentences around a calculator; a language that lacks one does not compile. */
export interface SiteWords {
  readonly name: string;
  readonly tagline: string;
  readonly skip: string;
  readonly languages: string;
  readonly otherLanguage: string;
  /** The page that calculates lists of many rows. */
  readonly portfolio: string;
  readonly home: string;
  /** Pages that stand beside the calculators, in the header of every page. */
  readonly pages: string;
  readonly assessment: string;
  readonly where: string;
  readonly version: string;
  readonly statuses: Readonly<Record<string, string>>;
  readonly statusNotes: Readonly<Record<string, string>>;
  readonly footer: string;
  readonly needsScript: string;
  /** The page that shows every formula and figure with its source. */
  readonly reference: string;
}
