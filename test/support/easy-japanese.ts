/** What is wrong with a text in easy Japanese; nothing where it keeps to the house rules. */
export function faultsOfEasy(text: string): readonly string[] {
  const faults: string[] = [];
  const bare = text.replace(/｜[^｜《》]+《[^｜《》]+》/gu, "");
  const kanji = bare.match(/[\p{Script=Han}々]/gu);
  if (kanji !== null) faults.push(`without reading: ${kanji.join("")}`);
  if (/[｜《》]/u.test(bare)) faults.push("a mark without its pair");
  for (const [, base = "", reading = ""] of text.matchAll(/｜([^《]+)《([^》]+)》/gu)) {
    if (!/^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u.test(reading)) {
      faults.push(`not in kana: ${reading}`);
    }
    if (!/\p{Script=Han}/u.test(base)) faults.push(`a reading of no kanji: ${base}`);
  }
  for (const sentence of lettersOf(text).split("。")) {
    if (sentence.length > longest) faults.push(`too long (${sentence.length}): ${sentence}`);
  }
  return faults;
}

/** The most letters of a sentence, readings not counted. */
const longest = 60;

/** What stands on the line: no marks, no readings, no space of a folded line. */
function lettersOf(text: string): string {
  return text
    .replace(/｜([^《]+)《[^》]+》/gu, "$1")
    .replace(/(?<=[^\p{ASCII}]) (?=[^\p{ASCII}])/gu, "");
}
