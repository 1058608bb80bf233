import type { Count } from "../proof/coverage.ts";
import type { Language } from "./terminal.ts";
import type { ProofReport } from "./test-command.ts";

const wordsIn = {
  en: {
    tests: "worked tests",
    laws: "laws",
    expected: "expected",
    found: "found",
    reached: "reached by the worked tests",
    branches: "branches",
    rows: "table rows",
    generated: (count: number) => `${count.toLocaleString("en")} generated evaluations`,
    choices: "choices",
    decisions: "sides of decisions",
    edges: "rounding edges",
    limits: "ends of limits",
    gaps: "Reached by no evaluation",
    more: (count: number) => `and ${count} more`,
    mutants: "planted slips found",
    survivor: "not found",
  },
  ja: {
    tests: "計算例",
    laws: "法則",
    expected: "期待",
    found: "実際",
    reached: "計算例が通るもの",
    branches: "分岐",
    rows: "表の行",
    generated: (count: number) => `自動で作った計算 ${count.toLocaleString("en")} 件`,
    choices: "選択肢",
    decisions: "判断の両側",
    edges: "端数処理の境目",
    limits: "限度の端",
    gaps: "どの計算も通らないもの",
    more: (count: number) => `ほか ${count} 件`,
    mutants: "仕込んだ誤りのうち見つかったもの",
    survivor: "見つからない",
  },
};

const mostGaps = 12;

/** What the tests of a methodology show, as text. */
export function showProof(report: ProofReport, language: Language): string {
  const words = wordsIn[language];
  const { tests, laws, coverage, generated, mutants } = report;
  const lines = [`${mark(report.ok)} ${report.methodology}`];
  const part = (
    title: string,
    all: readonly { readonly id: string; readonly holds: boolean }[],
  ) => {
    if (all.length === 0) return;
    const held = all.filter(({ holds }) => holds).length;
    lines.push(`  ${mark(held === all.length)} ${title} ${held}/${all.length}`);
  };
  part(words.tests, tests);
  for (const { id, differences } of tests.filter(({ holds }) => !holds)) {
    lines.push(`      ✗ ${id}`);
    for (const { of, expected, found } of differences) {
      lines.push(`          ${of}: ${words.expected} ${expected}, ${words.found} ${found}`);
    }
  }
  part(words.laws, laws);
  for (const { id, broken } of laws.filter(({ holds }) => !holds)) {
    lines.push(`      ✗ ${id}`);
    if (broken !== undefined) {
      lines.push(`          ${broken.tried}: ${broken.values.join(", ")}`);
    }
  }
  if (generated !== undefined) {
    const { evaluations, faults } = generated;
    lines.push(`  ${mark(faults.length === 0)} ${words.generated(evaluations)}`);
    for (const fault of faults.slice(0, mostGaps)) lines.push(`      ✗ ${fault}`);
    if (faults.length > mostGaps) lines.push(`      ${words.more(faults.length - mostGaps)}`);
    lines.push(
      `      ${counts([
        [words.rows, generated.rows],
        [words.choices, generated.choices],
        [words.decisions, generated.decisions],
        [words.edges, generated.edges],
        [words.limits, generated.limits],
      ])}`,
    );
  }
  if (coverage !== undefined) {
    const { branches, rows } = coverage;
    const reached = counts([
      [words.branches, branches],
      [words.rows, rows],
    ]);
    lines.push(`  ${words.reached}: ${reached}`);
  }
  if (mutants !== undefined) {
    const { planted, found, survivors } = mutants;
    lines.push(`  ${words.mutants} ${found}/${planted}`);
    for (const survivor of survivors) lines.push(`      ${words.survivor}: ${survivor}`);
  }
  const gaps = generated?.gaps ?? [];
  if (gaps.length > 0) {
    lines.push(`  ${words.gaps}`, ...gaps.slice(0, mostGaps).map((gap) => `      ${gap}`));
    if (gaps.length > mostGaps) lines.push(`      ${words.more(gaps.length - mostGaps)}`);
  }
  return `${lines.join("\n")}\n`;
}

const mark = (holds: boolean): string => (holds ? "✓" : "✗");

/** `table rows 12/14 · choices 8/8`, without what there is none of. */
function counts(all: readonly (readonly [name: string, count: Count])[]): string {
  return all
    .filter(([, { all: total }]) => total > 0)
    .map(([name, { reached, all: total }]) => `${name} ${reached}/${total}`)
    .join(" · ");
}
