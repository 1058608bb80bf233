import type { Tree } from "../methodology/tree.ts";
import { compare, readExact } from "../quantity/exact.ts";
import type { CalculationResult, OutputResult, ValueResult } from "../result/result.ts";
import { pad, padBefore, shortened, widest, width } from "./columns.ts";
import { showSteps, sourceIn } from "./show-steps.ts";
import { indexOf, placeIn, unitAfter, valueIn } from "./show-values.ts";
import type { Language } from "./terminal.ts";
import { certaintyIn, labelIn, wordsOf } from "./words.ts";

const wordsIn = {
  en: {
    asOf: (day: string) => `as of ${day}`,
    exactly: "exactly",
    wide: "(certain, perhaps wider than need be)",
    conditions: "Conditions that do not hold",
    missing: "Missing answers",
    clauses: "needed by",
    assumed: "Assumed",
    unconfirmed: "Not confirmed by a source, and part of this result",
    ignored: "Answers that are not used",
    replaced: "Tables in place of those of the edition",
  },
  ja: {
    asOf: (day: string) => `${day} 時点`,
    exactly: "正確には",
    wide: "（確実な範囲。必要より広いことがある）",
    conditions: "満たさない条件",
    missing: "足りない回答",
    clauses: "必要とする箇所",
    assumed: "仮定した値",
    unconfirmed: "この結果に使われた、出典で確認できていないもの",
    ignored: "使われていない回答",
    replaced: "置き換えた表",
  },
};

/** A result as text for a terminal. `set` names the answer set where there are several. */
export function showResult(
  tree: Tree,
  result: CalculationResult,
  language: Language,
  set?: string,
): string {
  const words = wordsIn[language];
  const { id, version, hash } = result.methodology;
  const { period } = result;
  const title = labelIn(tree.title, language);
  const lines = [
    set === undefined ? title : `${title} · ${set}`,
    [
      `${id}@${version}`,
      hash.slice(0, 12),
      wordsOf[language].mode[result.mode],
      ...(period === undefined ? [] : [`${period.from} – ${period.to}`]),
      words.asOf(result.as_of),
    ].join(" · "),
    ...(result.conditions.every(({ effect }) => effect === "warn")
      ? []
      : [wordsOf[language].verdict[result.status]]),
    "",
    ...showOutputs(tree, result, language),
    ...section(words.conditions, failedConditions(tree, result, language)),
    ...section(
      words.replaced,
      result.replaced.map(({ table, hash }) => `${table} · ${hash.slice(0, 12)}`),
    ),
    ...section(words.missing, missingIn(tree, result, language)),
    ...section(words.assumed, assumedIn(tree, result, language)),
    ...section(words.unconfirmed, unconfirmedIn(result, language)),
    ...section(
      words.ignored,
      result.ignored.map(({ input, at }) => `${input}${indexOf(at)}`),
    ),
    ...showSteps(result, language),
  ];
  return `${lines.join("\n")}\n`;
}

interface Line {
  readonly name: string;
  readonly figure?: string;
  readonly unit?: string;
  readonly remark?: string;
}

function showOutputs(
  tree: Tree,
  { results }: CalculationResult,
  language: Language,
): readonly string[] {
  const lines = Object.entries(results).flatMap(([id, output]): readonly Line[] => {
    const name = labelIn(output.label, language) || id;
    const mark = output.main ? "▸ " : "  ";
    if (output.values === undefined) {
      return [lineOf(`${mark}${name}`, output, output as ValueResult, language)];
    }
    return [
      { name: `${mark}${name}` },
      ...output.values.map((value) =>
        lineOf(
          `    ${placeIn(tree, value.at, language)}`,
          { ...output, ...value },
          value,
          language,
        ),
      ),
    ];
  });
  const names = widest(lines.map(({ name }) => name));
  const figures = widest(
    lines.map(({ figure }) => figure ?? "").filter((text) => width(text) <= 24),
  );
  const units = widest(lines.map(({ unit }) => unit ?? ""));
  return lines.map(({ name, figure, unit = "", remark }) => {
    if (figure === undefined) return name;
    const start = `${pad(name, names)}  ${padBefore(figure, figures)}`;
    return (
      remark === undefined ? start + unit : `${start}${pad(unit, units)}  ${remark}`
    ).trimEnd();
  });
}

function lineOf(
  name: string,
  shown: Pick<OutputResult, "display" | "display_low" | "display_high" | "display_unit" | "unit">,
  value: ValueResult,
  language: Language,
): Line {
  const words = wordsIn[language];
  const unit = unitAfter(shown.display_unit);
  if ("none" in value) return { name, figure: "–", remark: valueIn(value, "", language).slice(2) };
  if ("low" in value) {
    const low = shown.display_low ?? shortened(value.low);
    const high = shown.display_high ?? shortened(value.high);
    return {
      name,
      figure: `${low} … ${high}`,
      unit,
      ...(value.tight ? {} : { remark: words.wide }),
    };
  }
  const figure = shown.display ?? shortened(value.value);
  if ("digits" in value)
    return { name, figure, unit, remark: valueIn(value, shown.unit, language) };
  const exact = readExact(value.value);
  const seen = readExact(figure);
  const isAll =
    exact === undefined ||
    (seen !== undefined && shown.unit === shown.display_unit && compare(exact, seen) === 0);
  const remark = `${words.exactly} ${valueIn(value, shown.unit, language)}`;
  return isAll ? { name, figure, unit } : { name, figure, unit, remark };
}

function section(title: string, entries: readonly string[]): readonly string[] {
  return entries.length === 0 ? [] : ["", title, ...entries.map((entry) => `  ${entry}`)];
}

function failedConditions(
  tree: Tree,
  { conditions }: CalculationResult,
  language: Language,
): readonly string[] {
  return conditions
    .filter(({ holds }) => holds === false)
    .map(({ id, at, label, because, effect }) =>
      [
        [labelIn(label, language) || id, placeIn(tree, at, language)].filter(Boolean).join(", "),
        labelIn(because, language),
        wordsOf[language].effect[effect],
      ]
        .filter((part) => part !== "")
        .join(" · "),
    );
}

function missingIn(
  tree: Tree,
  { missing }: CalculationResult,
  language: Language,
): readonly string[] {
  return missing.map(({ input, at, label, needed_by: neededBy }) => {
    const needs = neededBy.map(({ id, clause }) => (clause === undefined ? id : `${id} ${clause}`));
    const place = placeIn(tree, at, language);
    const name = [labelIn(label, language), place].filter((part) => part !== "").join(", ");
    const because = needs.length === 0 ? "" : ` · ${wordsIn[language].clauses} ${needs.join(", ")}`;
    return `${name} · ${input}${indexOf(at)}${because}`;
  });
}

function assumedIn(
  tree: Tree,
  { assumed }: CalculationResult,
  language: Language,
): readonly string[] {
  return assumed.map((one) => {
    const place = placeIn(tree, one.at, language);
    const name = [labelIn(one.label, language), place].filter((part) => part !== "").join(", ");
    const origin = [certaintyIn(one, language), sourceIn(one.source, language)];
    return [
      `${name} · ${one.input}${indexOf(one.at)} = ${one.value}${unitAfter(one.unit)}`,
      ...origin.filter((part) => part !== ""),
    ].join(" · ");
  });
}

function unconfirmedIn({ unconfirmed }: CalculationResult, language: Language): readonly string[] {
  return unconfirmed.map((figure) => {
    const { id, label, keys, value, unit } = figure;
    const name = labelIn(label, language);
    const at = keys === undefined ? "" : `[${keys.join(", ")}]`;
    const size = value === undefined ? "" : ` = ${shortened(value)}${unitAfter(unit)}`;
    return [
      ...(name === "" ? [] : [name]),
      `${id}${at}${size}`,
      certaintyIn(figure, language),
      ...[sourceIn(figure.source, language)].filter((part) => part !== ""),
    ].join(" · ");
  });
}
