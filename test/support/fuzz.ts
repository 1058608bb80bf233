import type { Chance } from "./oracle/random.ts";

/**
 * Spoils texts and answers the way hands, editors and attackers do: lines lost, doubled or swapped, characters typed
 * over, brackets without end, digits without end, words that mean something to JavaScript or YAML.
 */
const nasty = [
  "__proto__: { polluted: true }",
  "constructor: { prototype: {} }",
  "toString: 1",
  "<<: *base",
  "&anchor value",
  "*anchor",
  "!!js/function 'function () {}'",
  "!!binary aGVsbG8=",
  "--- ",
  "...",
  "? complex",
  "- - - -",
  "\t- tab",
  "key: [unclosed",
  "key: {unclosed",
  '"unclosed',
  "| \n  block",
  "null",
  "~",
  "1e309",
  "-0",
  "NaN",
  "\u0000",
  "\uFEFF",
  "\uD800",
  "\u202E",
  "🌲",
  "１２３",
  "${process.exit()}",
  "<script>alert(1)</script>",
  "'; DROP TABLE credits; --",
];

const expressions = [
  "(".repeat(5000),
  "((((((((1",
  "1 + ",
  "1 / 0",
  "a[b[c[d]]].e",
  "sum(sum(sum(",
  "not not not not true",
  "1 < 2 < 3",
  "a and b or c",
  `${"9".repeat(120)} * 2`,
  `1${" + 1".repeat(3000)}`,
  "x.constructor",
  "this",
  "known()",
  "5 [furlong]",
  "5 [kg",
  "stop",
  "year + year",
  "min()",
  "pow(2, 99999999)",
  "exp(99999999)",
];

/** A text with one to four things spoilt. */
export function spoilText(text: string, chance: Chance): string {
  let spoilt = text;
  for (let times = 1 + chance.below(4); times > 0; times -= 1) spoilt = spoilOnce(spoilt, chance);
  return spoilt;
}

function spoilOnce(text: string, chance: Chance): string {
  const lines = text.split("\n");
  const line = chance.below(lines.length);
  const current = lines[line] ?? "";
  const replace = (...with_: readonly string[]) => {
    lines.splice(line, 1, ...with_);
    return lines.join("\n");
  };
  switch (chance.below(12)) {
    case 0:
      return replace();
    case 1:
      return replace(current, current);
    case 2:
      return replace(` ${current}`);
    case 3:
      return replace(current.slice(chance.below(4)));
    case 4: {
      const indent = /^\s*/.exec(current)?.[0] ?? "";
      return replace(current, indent + chance.pick(nasty));
    }
    case 5:
      return replace(current.replace(/: .*/s, `: ${chance.pick(nasty)}`));
    case 6:
      return replace(
        current.replace(/(expr|when|then|otherwise): .*/s, `$1: "${chance.pick(expressions)}"`),
      );
    case 7:
      return replace(
        current.replace(
          /\d+(\.\d+)?/,
          chance.pick(["0", "-1", "1e5", "９", "1/0", "9".repeat(500), ".5"]),
        ),
      );
    case 8: {
      const at = chance.below(current.length + 1);
      const character = chance.pick([
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        '"',
        "'",
        "#",
        "*",
        "&",
        "%",
        "\\",
        "\t",
        "。",
      ]);
      return replace(current.slice(0, at) + character + current.slice(at));
    }
    case 9: {
      const other = chance.below(lines.length);
      const held = lines[other] ?? "";
      lines[other] = current;
      return replace(held);
    }
    case 10: {
      const words = current.match(/[a-z_]{3,}/g) ?? [];
      return words.length === 0
        ? replace()
        : replace(
            current.replace(
              chance.pick(words),
              chance.pick(["year", "none", "stop", "xyz", "sum", "part"]),
            ),
          );
    }
    default:
      return text.slice(0, chance.below(text.length + 1));
  }
}

const answers: readonly unknown[] = [
  "",
  " ",
  "0",
  "-0",
  "-5 kL",
  "1e9 kL",
  "９９９ kL",
  "1,23 kL",
  "1 furlong",
  "9".repeat(1000),
  `0.${"0".repeat(399)}1 kL`,
  "9".repeat(2_000_000),
  "NaN",
  "Infinity",
  "true",
  "__proto__",
  "constructor",
  "2023-02-30",
  "FY99999",
  "0000-01-01",
  "9999-12-31",
  null,
  5,
  true,
  [],
  {},
  [[[[[[[[[[[[]]]]]]]]]]]],
  ["1", "2"],
  { FY2023: "1" },
  { "2023-04-01": "1 kWh", "2022-01-01": "5 kWh" },
  { toString: "1" },
  JSON.parse('{"__proto__": {"polluted": "true"}}'),
];

/** Answers with one to five things spoilt: values swapped for nonsense, keys lost, renamed or invented, lists grown. */
export function spoilAnswers(given: unknown, chance: Chance): unknown {
  const copy = JSON.parse(JSON.stringify(given));
  for (let times = 1 + chance.below(5); times > 0; times -= 1) spoilInside(copy, chance, 0);
  return copy;
}

function spoilInside(value: unknown, chance: Chance, depth: number): void {
  if (typeof value !== "object" || value === null) return;
  const holder = value as Record<string, unknown>;
  // What is put in is spoilt further in its turn, and must not be the one that the next case gets.
  const nonsense = (): unknown => structuredClone(chance.pick(answers));
  const keys = Object.keys(holder);
  const key = keys.length === 0 ? "added" : chance.pick(keys);
  const inner = holder[key];
  if (typeof inner === "object" && inner !== null && depth < 6 && chance.percent(70)) {
    spoilInside(inner, chance, depth + 1);
    return;
  }
  switch (chance.below(6)) {
    case 0:
      delete holder[key];
      break;
    case 1:
      holder[chance.pick(["xyz", "toString", "given", "period", "FY2023", `${key}s`])] = inner;
      break;
    case 2:
      if (Array.isArray(inner)) {
        holder[key] = Array.from({ length: chance.pick([0, 600, 30_000]) }, () => inner[0]);
        break;
      }
      holder[key] = nonsense();
      break;
    default:
      holder[key] = nonsense();
  }
}
