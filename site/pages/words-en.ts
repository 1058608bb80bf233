import type { SiteWords } from "./words.ts";

export const wordsEn: SiteWords = {
  name: "Santei",
  tagline: "Calculations for J-Credits",
  skip: "Skip to the content",
  languages: "Language",
  otherLanguage: "日本語",
  portfolio: "Portfolio",
  home: "All calculators",
  pages: "Pages",
  assessment: "Potential assessment",
  where: "You are here",
  version: "Version",
  statuses: {
    draft: "draft",
    published: "published",
    withdrawn: "withdrawn",
    illustrative: "illustrative model",
  },
  statusNotes: {
    draft: "This edition is a draft. Its results are not for applications.",
    withdrawn: "This edition has been withdrawn.",
    illustrative:
      "A model of our own, for illustration. It is not the scheme's official calculation.",
  },
  footer:
    "A result does not stand in for an application, which needs a project plan and verification.",
  reference: "Formulas, figures and sources",
  needsScript: "Calculating needs JavaScript. Please turn it on in your browser.",
};
