/**
 * The one text that stands for a value: JSON without blanks, keys in the order of their UTF-16 code units, keys without
 * a value left out. The key that an inverse look-up seeks is `null` in its place.
 *
 * Errors: throws where a number is not a whole number, since figures are text.
 *
 * @example
 * canonicalText({ b: "2", a: ["1"] }); // '{"a":["1"],"b":"2"}'
 */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonicalText).join(",")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const map = value as Readonly<Record<string, unknown>>;
    const pairs = Object.keys(map)
      .filter((key) => map[key] !== undefined)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalText(map[key])}`);
    return `{${pairs.join(",")}}`;
  }
  if (value === null) {
    return "null";
  }
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new Error(`A figure is text, but ${value} is a number.`);
  }
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
    throw new Error(`There is no canonical text of ${String(value)}.`);
  }
  return JSON.stringify(value);
}

/**
 * SHA-256 of a text in UTF-8, as 64 small hexadecimal digits.
 *
 * Errors: throws where Web Crypto is missing, as in a page that is not a secure context. Hashes are made when building.
 */
export async function hashOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
