const ascii = /^[\x20-\x7e]*$/;

/**
 * Answers as they are typed: full-width digits, `，`, `．`, `％`, `－` and compatibility signs (`㎥`, `℃`) become what
 * a keyboard without an input method writes. Files are never treated so; only answers are.
 */
export function normalise(text: string): string {
  if (ascii.test(text)) return text.trim();
  return text
    .normalize("NFKC")
    .replace(/[\u2212\u2010\u2011\u2012\u2013]/g, "-")
    .trim();
}

/** Longer answers are no figures, dates or ids of any methodology. */
export const mostCharacters = 200;

/** The most digits that a person may type into one answer. */
export const mostDigits = 60;

export type FigureText =
  | { readonly kind: "figure"; readonly digits: string; readonly unit: string }
  | { readonly kind: "separators" }
  | { readonly kind: "long" }
  | { readonly kind: "none" };

/** A unit begins with a letter, or after a space with `1/` and a name: `2 1/yr`, while `2 1/3` is no figure at all. */
const figurePattern =
  /^([+-]?)([\d,]+)(?:\.(\d+))?(?![\d.,])(?:\s*([\p{L}°%].*)|\s+(1\s*\/\s*[\p{L}°%(].*))?$/u;
const groupedPattern = /^\d{1,3}(,\d{3})+$/;

/**
 * Parts a normalised answer into decimal text and a unit, which may be empty. `1,234` is 1234; `1,23` is refused,
 * because nobody can say whether it is 1.23 or 123.
 */
export function splitFigure(text: string): FigureText {
  const match = figurePattern.exec(text);
  if (match === null) return { kind: /\d,\d/.test(text) ? "separators" : "none" };
  const [, sign = "", whole = "", fraction = "", named, unit = named ?? ""] = match;
  if (whole.includes(",") && !groupedPattern.test(whole)) return { kind: "separators" };
  const figures = whole.replaceAll(",", "");
  if (figures.length + fraction.length > mostDigits) return { kind: "long" };
  const digits = `${sign === "-" ? "-" : ""}${figures}${fraction === "" ? "" : `.${fraction}`}`;
  return { kind: "figure", digits, unit: unit.trim() };
}
