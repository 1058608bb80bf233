import type { InputTree, OutputTree, Tree } from "../methodology/tree.ts";
import { pad, widest, wrapped } from "./columns.ts";
import type { Language } from "./terminal.ts";
import { labelIn, wordsOf } from "./words.ts";

const wordsIn = {
  en: {
    asks: "Asks",
    gives: "Gives",
    choices: "Choices",
    optional: "may stay open",
    conditional: "asked only where it matters",
    initial: (value: string) => `preset ${value}`,
    default: (value: string) => `estimate assumes ${value}`,
    range: (low: string, high: string) => `range ${low} to ${high}`,
    list: (least: number, most: number) => `list of ${least} to ${most}`,
    item: (list: string) => `number of an item of ${list}`,
    per: (axes: string) => `per ${axes}`,
    meter: "readings by date",
    period: "FY2023, or { from: 2023-04-01, to: 2024-03-31 }",
    main: "main result",
  },
  ja: {
    asks: "尋ねること",
    gives: "結果",
    choices: "選択肢",
    optional: "任意",
    conditional: "必要なときだけ尋ねる",
    initial: (value: string) => `初期値 ${value}`,
    default: (value: string) => `概算では ${value} と仮定`,
    range: (low: string, high: string) => `範囲 ${low}〜${high}`,
    list: (least: number, most: number) => `一覧 ${least}〜${most} 件`,
    item: (list: string) => `${list} の項目の番号`,
    per: (axes: string) => `${axes} ごと`,
    meter: "日付ごとの検針値",
    period: "FY2023 又は { from: 2023-04-01, to: 2024-03-31 }",
    main: "主な結果",
  },
};

type Words = (typeof wordsIn)[Language];
type Row = readonly [name: string, type: string, words: string];

/** What a methodology asks and gives, as text. */
export function showTree(tree: Tree, hash: string, language: Language): string {
  const words = wordsIn[language];
  const status = wordsOf[language].status[tree.status];
  const summary = labelIn(tree.summary, language);
  const asked = questions(tree, words, language);
  const given = tree.outputs.map((output): Row => outputRow(output, tree, words, language));
  const columns = [0, 1].map((at) =>
    widest(
      [...asked, ...given].map((row) => row[at] ?? ""),
      40,
    ),
  );
  const line = ([name, type, label]: Row) =>
    `  ${pad(name, columns[0] ?? 0)}  ${pad(type, columns[1] ?? 0)}  ${label}`.trimEnd();
  const choices = enumsAsked(tree);
  return `${[
    labelIn(tree.title, language),
    `${tree.id}@${tree.version} · ${status} · ${wordsOf[language].mode[tree.mode]}`,
    hash,
    ...(summary === "" ? [] : ["", ...paragraph(summary)]),
    "",
    words.asks,
    ...asked.map(line),
    "",
    words.gives,
    ...given.map(line),
    ...(choices.length === 0 ? [] : ["", words.choices]),
    ...choices.flatMap(({ id, members }) => [
      `  ${id}`,
      ...wrapped(
        members.map((member) => `${member.id} (${labelIn(member.label, language)})`),
        { between: ", ", indent: "    " },
      ),
    ]),
  ].join("\n")}\n`;
}

/** Japanese breaks between any characters, English between words. */
function paragraph(text: string): readonly string[] {
  const parts = text.match(/[\u0020-\u024f]+ ?|[^\u0020-\u024f]/g) ?? [];
  const words = parts.flatMap((part) => part.match(/\S+\s*|\s+/g) ?? []);
  return wrapped(words, { between: "", indent: "" }).map((line) => line.trimEnd());
}

function questions(tree: Tree, words: Words, language: Language): readonly Row[] {
  const rows: Row[] = tree.period === undefined ? [] : [["period", "", words.period]];
  let current: string | undefined;
  for (const input of tree.inputs) {
    const list = tree.lists.find(({ id }) => id === input.list);
    if (list !== undefined && list.id !== current) {
      const size = words.list(list.minItems, list.maxItems);
      rows.push([list.id, size, labelIn(list.label, language)]);
    }
    current = input.list;
    const name = list === undefined ? input.id : `  ${input.id.slice(list.id.length + 1)}`;
    rows.push([name, typeText(input, words), remarks(input, words, language)]);
  }
  return rows;
}

function outputRow(output: OutputTree, tree: Tree, words: Words, language: Language): Row {
  const formula = tree.formulas.find(({ id }) => id === output.id);
  const label = labelIn(output.label ?? formula?.label, language);
  const axes = formula === undefined || formula.per.length === 0 ? "" : perText(formula.per, words);
  const unit = output.shown.unit === "1" ? "" : output.shown.unit;
  const main = output.main ? `${label} (${words.main})` : label;
  return [output.id, [unit, axes].filter((part) => part !== "").join(" "), main];
}

const perText = (per: readonly string[], words: Words) => words.per(per.join(", "));

function typeText(input: InputTree, words: Words): string {
  const { type, per, showAs, units } = input;
  const kind =
    type.kind === "quantity" || type.kind === "count"
      ? (showAs ?? (units.length > 0 ? units.join(" | ") : type.unit.text))
      : type.kind === "enum"
        ? type.enum
        : type.kind === "item"
          ? words.item(type.list)
          : type.kind === "boolean"
            ? "true | false"
            : type.kind === "date"
              ? "2024-04-01"
              : type.kind === "fiscal_year"
                ? "FY2024"
                : "…";
  const parts = [kind === "1" ? "0.5" : kind];
  if (input.meter !== undefined) parts.push(words.meter);
  if (per.length > 0) parts.push(perText(per, words));
  return parts.join(" ");
}

function remarks(input: InputTree, words: Words, language: Language): string {
  const { allowed, initial, default: assumed, range } = input;
  const limits = [
    ...(allowed?.min === undefined ? [] : [`≥ ${allowed.min}`]),
    ...(allowed?.above === undefined ? [] : [`> ${allowed.above}`]),
    ...(allowed?.max === undefined ? [] : [`≤ ${allowed.max}`]),
    ...(allowed?.below === undefined ? [] : [`< ${allowed.below}`]),
  ];
  const said = [
    ...(limits.length === 0 ? [] : [limits.join(" ")]),
    ...(input.optional ? [words.optional] : []),
    ...(input.when === undefined ? [] : [words.conditional]),
    ...(initial === undefined ? [] : [words.initial(initial)]),
    ...(assumed === undefined ? [] : [words.default(assumed.value)]),
    ...(range === undefined ? [] : [words.range(range.low, range.high)]),
  ];
  const label = labelIn(input.label, language);
  return said.length === 0 ? label : `${label} (${said.join("; ")})`;
}

/** The enums whose members are answers, in the order of the questions. */
function enumsAsked(tree: Tree): Tree["enums"] {
  const asked = new Set(
    tree.inputs.flatMap(({ type, per }) => [...(type.kind === "enum" ? [type.enum] : []), ...per]),
  );
  return [...asked].flatMap((id) => tree.enums.find((one) => one.id === id) ?? []);
}
