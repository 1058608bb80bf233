import type { Path } from "../issue.ts";
import type { ReadFile } from "../methodology/file.ts";
import type { Checking } from "./scope.ts";
import { report } from "./scope.ts";

/** Sections whose maps are answers and figures, not labels. */
const withoutLabels: ReadonlySet<string> = new Set(["tests", "rows"]);

/** Warns of labels without English. Japanese is there by the shape of the file. */
export function reportLabels(checking: Checking, file: ReadFile<object>): void {
  visit(file.data, []);

  function visit(value: unknown, path: Path): void {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      value.forEach((one, index) => {
        visit(one, [...path, index]);
      });
      return;
    }
    const map = value as { readonly ja?: unknown; readonly en?: unknown };
    if (typeof map.ja === "string") {
      if (map.en === undefined) {
        report(checking, { file, path }, "label-without-english", { label: map.ja }, "warning");
      }
      return;
    }
    for (const [key, one] of Object.entries(map)) {
      if (!withoutLabels.has(key)) visit(one, [...path, key]);
    }
  }
}
