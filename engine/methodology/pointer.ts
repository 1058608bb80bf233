import type { Path } from "../issue.ts";

/** The JSON pointer of a path: `/formulas/heat/cases/0/when`. */
export function pointerOf(path: Path): string {
  return path
    .map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}
