import type { YearsOfTable } from "../../engine/methodology/form.ts";
import type { PeriodDraft } from "../answers/draft.ts";

/** What a table by fiscal year has for one year: values of most of its keys, of some, or of none. */
export function heldIn({ most, some }: YearsOfTable, year: number): "most" | "some" | "none" {
  const holds = (span: string): boolean => {
    const [from = "", to = from] = span.split("..");
    return Number.parseInt(from, 10) <= year && (to === "" || year <= Number.parseInt(to, 10));
  };
  if (most.some(holds)) return "most";
  return some.some(holds) ? "some" : "none";
}

/** The fiscal year that stands in the field, where it is one. */
export function yearIn({ kind, year }: PeriodDraft): number | undefined {
  const digits = year.normalize("NFKC").trim();
  return kind === "fiscal_year" && /^\d{4}$/.test(digits) ? Number.parseInt(digits, 10) : undefined;
}
