import type { Issue, Path } from "../../issue.ts";
import type { Sourced as What } from "../../locales/facts/coherence.ts";
import type { ReadFile } from "../../methodology/file.ts";
import type { DocumentData, Source } from "../../methodology/schema.ts";
import { isZero, one, readExact, subtract } from "../../quantity/exact.ts";
import { issueAt, type Spot } from "../written.ts";

/** What a part of a file says of where it comes from. */
export interface Sourced {
  readonly source?: Source | readonly Source[] | undefined;
  readonly provenance?: string | undefined;
}

/**
 * Whether a value is a neutral element, which changes nothing and comes from nowhere: 0, or 1 of the pure number. `1 %`
 * and `1 kWh/t` are figures.
 */
export function isNeutral(value: string, unit: string | undefined): boolean {
  const [digits = "", ...rest] = value.trim().split(/\s+/);
  const figure = readExact(digits);
  if (figure === undefined) return false;
  if (isZero(figure)) return unit !== "%" && rest[0] !== "%";
  const isNumber = rest.length === 0 && (unit === undefined || unit === "1");
  return isNumber && isZero(subtract(figure, one));
}

/** Whether an assumption is that there is nothing: `0`, `0 h`. */
export function isNothing(value: string): boolean {
  const figure = readExact(value.trim().split(/\s+/)[0] ?? "");
  return figure !== undefined && isZero(figure);
}

export function sourcesOf(said: Sourced): readonly Source[] {
  if (said.source === undefined) return [];
  return Array.isArray(said.source) ? said.source : [said.source as Source];
}

/** Source and provenance that are missing from all who could say them, the nearest first. */
export function originIssues(
  file: ReadFile<unknown>,
  what: What,
  id: string,
  path: Path,
  said: readonly Sourced[],
): readonly Issue[] {
  const spot: Spot = { file, path, key: true };
  const source = said.find((one) => sourcesOf(one).length > 0);
  const provenance = said.find((one) => one.provenance !== undefined)?.provenance;
  const issues: Issue[] = [];
  if (source === undefined) issues.push(issueAt(spot, "error", "source-missing", { what, id }));
  if (provenance === undefined)
    issues.push(issueAt(spot, "error", "provenance-missing", { what, id }));
  if (source !== undefined && provenance === "confirmed" && isByNobody(file, sourcesOf(source))) {
    const document = sourcesOf(source)[0]?.document ?? "";
    issues.push(issueAt(spot, "warning", "confirmed-by-nobody", { what, id, document }));
  }
  return issues;
}

/** Whether all documents that are cited are ones that nobody stands behind: placeholders for a source not at hand. */
export function isByNobody(file: ReadFile<unknown>, sources: readonly Source[]): boolean {
  const { documents } = file.data as {
    readonly documents?: Readonly<Record<string, DocumentData>>;
  };
  return sources.every(({ document }) => documents?.[document]?.standing === "none");
}
