import type { Label } from "../../methodology/schema.ts";

/** A label in easy Japanese, or in Japanese where it has none. */
export function inEasy(label: Label): string {
  return label.ja_easy ?? label.ja;
}
