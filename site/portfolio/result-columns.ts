import type { PortfolioWords } from "./portfolio-words.ts";

const ours = ["row", "status", "unused", "issue"] as const;

/** Which of our own columns a header of the results is; `undefined` for outputs, and for what was carried along. */
export function columnName(header: string): (typeof ours)[number] | undefined {
  return ours.find((name) => header === `santei:${name}`);
}

/** The header of a column of results in words: `credits[FY2021](t-CO2)` is 認証見込み量 [FY2021](t-CO2). */
export function columnWords(
  header: string,
  names: ReadonlyMap<string, string>,
  { ours: words }: Pick<PortfolioWords, "ours">,
): string {
  const own = columnName(header);
  if (own !== undefined) return words[own];
  const [id = ""] = header.split(/[[( ]/);
  const name = names.get(id);
  return name === undefined ? header : `${name}${header.slice(id.length)}`;
}
