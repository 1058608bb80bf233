import type { Question } from "../answers/question.ts";
import { normalise } from "../answers/text.ts";
import { nearest } from "../methodology/near.ts";
import { plainName } from "./cells.ts";
import { asTyped } from "./csv.ts";
import { type Named, partsOf } from "./header-names.ts";

/** What a header says by itself. */
export type HeaderMatch =
  | { readonly kind: "ours" }
  | { readonly kind: "case" | "period" }
  | {
      readonly kind: "question";
      readonly question: Question;
      readonly by: Named["by"];
      readonly unit?: string;
      /** As they are written. */
      readonly keys: readonly string[];
    }
  | { readonly kind: "ambiguous"; readonly meant: readonly string[] }
  | { readonly kind: "unknown"; readonly meant?: string };

/** Columns that we write begin so, and are left out when a file comes back. */
export const ownPrefix = "santei:";

const periodNames = ["period", "fiscal year", "fiscal_year", "年度", "期間", "認証対象期間"];
const caseNames = ["case", "案件", "ケース", "プロジェクト"];

/** Matches one header to the names of a methodology; `caseColumn` is the header of the column of cases, if one was named. */
export function matchHeader(
  names: ReadonlyMap<string, Named>,
  cell: string,
  caseColumn: string | undefined,
): HeaderMatch {
  const header = asTyped(cell).trim();
  const name = plainName(header);
  if (name.startsWith(ownPrefix)) return { kind: "ours" };
  const wantedCase = caseColumn === undefined ? caseNames : [plainName(caseColumn)];
  if (wantedCase.includes(name) && !(caseColumn === undefined && names.has(name))) {
    return { kind: "case" };
  }
  if (periodNames.includes(name) && !names.has(name)) return { kind: "period" };
  const parts = partsOf(name, normalise(header)).find((part) => names.has(part.name));
  if (parts === undefined) {
    const meant = nearest(name, names.keys());
    return meant === undefined ? { kind: "unknown" } : { kind: "unknown", meant };
  }
  const { questions, by } = names.get(parts.name) as Named;
  const [question] = questions;
  if (question === undefined || questions.length > 1) {
    return { kind: "ambiguous", meant: questions.map(({ input }) => input.id) };
  }
  const unit = parts.unit === undefined ? {} : { unit: parts.unit };
  return { kind: "question", question, by, keys: parts.keys, ...unit };
}
