const strange =
  // Control characters, marks that reverse the direction of text, half of a pair, and what is no character.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is where control characters are refused.
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF\uFFFD\uFFFE\uFFFF]|\r(?!\n)|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const limit = 20;

/**
 * Reports characters that a reader cannot see or that no editor wrote on purpose. The replacement character shows that
 * the file was not in UTF-8.
 */
export function strangeCharacters(
  text: string,
  add: (
    code: "control-character" | "not-utf8",
    facts: { readonly character: string },
    start: number,
    end: number,
  ) => void,
): void {
  let count = 0;
  for (const { 0: character, index } of text.matchAll(strange)) {
    count += 1;
    if (count > limit) {
      return;
    }
    if (character === "\uFFFD") {
      add("not-utf8", { character: nameOf(character) }, index, index + 1);
      return;
    }
    add("control-character", { character: nameOf(character) }, index, index + 1);
  }
}

function nameOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
