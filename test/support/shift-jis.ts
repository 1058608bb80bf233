/** Text as Windows writes it in Japan, which no encoder of the language does: the decoder is asked what each pair of bytes is. */
export function shiftJis(text: string): Uint8Array {
  const bytes = [...text].flatMap((character) => {
    const code = character.charCodeAt(0);
    if (code < 0x80) return [code];
    const pair = pairs().get(character);
    if (pair === undefined) throw new Error(`Shift_JIS has no ${character}.`);
    return pair;
  });
  return Uint8Array.from(bytes);
}

let known: ReadonlyMap<string, readonly number[]> | undefined;

function pairs(): ReadonlyMap<string, readonly number[]> {
  if (known !== undefined) return known;
  const decoder = new TextDecoder("shift_jis");
  const found = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    if (lead >= 0xa0 && lead < 0xe0) continue;
    for (let trail = 0x40; trail <= 0xfc; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if ([...text].length === 1 && text !== "\uFFFD" && !found.has(text)) {
        found.set(text, [lead, trail]);
      }
    }
  }
  known = found;
  return found;
}
