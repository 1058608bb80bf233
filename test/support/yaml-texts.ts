import type { Chance } from "./oracle/random.ts";

/*
 * YAML files by chance, written the way people write them and a little worse: every style of text, brackets over several
 * lines, comments, empty lines, now and then a slip.
 */
const words = [
  ...["a", "x y", "it's", "it''s", "a#b", "# c", "-5", "http://x.y/z", "炭 素", "　全角　", ""],
  ...[
    "a: b",
    "x:",
    "- x",
    "grid[year].hv",
    "{x}",
    "a, b",
    '\\"q\\"',
    "a\\n",
    "p\\\\q",
    "k  z",
    "e ",
  ],
];
const keys = ["a", "b", "c", "key one", "-d", "e.f", "g#", "'q'", '"r s"', '"t\\n"', "  u "];
const blockLines = ["x", "y z", "# no", "- a", "k: v", "w "];
const slips = [
  ...[" ", "  ", "\n", "\n\n", "\n  ", ":", "#", "'", '"'],
  ...["[", "]", "{", "}", ",", "-", "- ", "&", "a"],
];

/** A file; about every second one has a slip or two in it. */
export function yamlText(chance: Chance): string {
  let text = blockOf(chance, 3, "");
  for (let times = chance.below(4); times > 1; times -= 1) text = slipIn(text, chance);
  return chance.percent(20) ? text.trimEnd() : text;
}

function blockOf(chance: Chance, depth: number, indent: string): string {
  const isMap = chance.percent(65);
  let text = "";
  for (let entries = 1 + chance.below(3); entries > 0; entries -= 1) {
    if (chance.percent(8)) text += chance.percent(50) ? "\n" : `${indent}# note\n`;
    text += entryOf(chance, depth, indent, isMap);
  }
  return text;
}

function entryOf(chance: Chance, depth: number, indent: string, isMap: boolean): string {
  const head = indent + (isMap ? `${chance.pick(keys)}:` : "-");
  const deeper = indent + " ".repeat(chance.pick([1, 2, 2, 2, 4]));
  const note = chance.percent(10) ? " # note" : "";
  const style = chance.below(10);
  if (style < 2 && depth > 0) {
    return `${head}${note}\n${blockOf(chance, depth - 1, isMap && chance.percent(15) ? indent : deeper)}`;
  }
  if (style < 3 && depth > 0 && !isMap) {
    return `${head} ${blockOf(chance, depth - 1, `${indent}  `).slice(indent.length + 2)}`;
  }
  if (style < 5) {
    return `${head} ${bracketsOf(chance, 2, chance.percent(85) ? deeper : indent)}${note}\n`;
  }
  if (style < 6) {
    return `${head} ${chance.pick(["|", "|-", ">", ">-", ">+", "| # c"])}\n${linesOf(chance, deeper)}`;
  }
  const value = scalarOf(chance, deeper);
  return style < 7 ? `${head}\n${deeper}${value}\n` : `${head} ${value}${note}\n`;
}

function linesOf(chance: Chance, indent: string): string {
  let text = chance.percent(5) ? "\n" : "";
  for (let lines = 1 + chance.below(3); lines > 0; lines -= 1) {
    const blanks = indent + (chance.percent(8) ? " " : "");
    text += chance.percent(15) ? "\n" : `${blanks}${chance.pick(blockLines)}\n`;
  }
  return text;
}

function bracketsOf(chance: Chance, depth: number, indent: string): string {
  const isMap = chance.percent(50);
  const gap = (): string => {
    if (!chance.percent(15)) return chance.percent(70) ? " " : "";
    const note = chance.percent(15) ? `# note\n${indent}  ` : "";
    return `\n${indent}${" ".repeat(chance.below(4))}${note}`;
  };
  const items = Array.from({ length: chance.below(4) }, () => {
    const value =
      depth > 0 && chance.percent(30)
        ? bracketsOf(chance, depth - 1, indent)
        : scalarOf(chance, indent);
    const blank = (chance.percent(90) ? " " : "") + (chance.percent(10) ? gap() : "");
    return isMap ? `${chance.pick(keys)}:${blank}${value}` : value;
  });
  const inside = items.join(`,${gap()}`) + (chance.percent(10) ? "," : "");
  return `${isMap ? "{" : "["}${gap()}${inside}${gap()}${isMap ? "}" : "]"}`;
}

function scalarOf(chance: Chance, indent: string): string {
  const two = `${chance.pick(words)} ${chance.pick(words)}`;
  const isFolded = chance.percent(20);
  const text = two.replace(/ /g, () => {
    if (!isFolded || chance.percent(50)) return " ";
    return `\n${chance.percent(20) ? "\n" : ""}${indent}${" ".repeat(chance.below(4))}`;
  });
  return chance.pick([`'${text}'`, `"${text}"`, text, chance.pick(words), chance.pick(words)]);
}

function slipIn(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  return chance.percent(50)
    ? text.slice(0, at) + chance.pick(slips) + text.slice(at)
    : text.slice(0, at) + text.slice(at + 1 + chance.below(3));
}
