import type {
  AssessmentResult,
  Assumption,
  Bounds,
  CheckResult,
  NextQuestion,
  ProjectResult,
  TotalYear,
  VariantResult,
  YearResult,
} from "../assessment/assessment.ts";
import type { Label } from "../methodology/schema.ts";
import { exact, print } from "../quantity/exact.ts";
import { round } from "../quantity/rounding.ts";
import { assessmentWords } from "./assessment-words.ts";
import { pad, padBefore, widest } from "./columns.ts";
import type { Language } from "./terminal.ts";
import { wordsOf } from "./words.ts";

/** The next questions of each project, by its id. */
export type Questions = ReadonlyMap<string, readonly NextQuestion[]>;

/** An assessment as text: each project with its years, checks, money and what stood in, then the totals and next steps. */
export function showAssessment(
  result: AssessmentResult,
  questions: Questions,
  language: Language,
): string {
  const words = assessmentWords[language];
  const told = (label: Label | undefined): string =>
    (language === "en" ? label?.en : undefined) ?? label?.ja ?? "";
  const { totals } = result;
  const sections = [
    [words.title(result.asOf, result.guide.version)],
    ...result.projects.map((project) => showProject(project, questions.get(project.id) ?? [])),
    totals.sums === undefined
      ? []
      : [
          words.totals(totals.projects.join(", ")),
          ...indented(showYears(totals.years)),
          ...indented([
            `${words.rule}: ${told(totals.rule.label)} [${wordsOf[language].provenance[totals.rule.provenance]}]`,
          ]),
        ],
    result.overlaps.length === 0
      ? []
      : [
          words.overlaps,
          ...indented(
            result.overlaps.map(
              ({ projects, because }) => `${projects.join(" + ")}: ${told(because)}`,
            ),
          ),
        ],
    [
      words.steps,
      ...indented(result.steps.map(({ label, detail }) => `${told(label)}: ${told(detail)}`)),
    ],
    [
      words.identities,
      ...indented(
        result.identities.map(
          ({ edition, hash, title }) => `${edition}  ${hash.slice(0, 12)}  ${told(title)}`,
        ),
      ),
    ],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;

  function showProject(project: ProjectResult, next: readonly NextQuestion[]): readonly string[] {
    const { methodology, leftOut, variants } = project;
    const head = [
      `${project.id}  ${told(methodology?.title)}${methodology === undefined ? "" : ` (${methodology.edition})`}`,
      words.status[project.status] + (leftOut ? ` ${words.leftOut}` : ""),
    ];
    return [
      head.join(" · "),
      ...indented([
        ...showFigures(project),
        ...showList(
          words.variants,
          variants.map(
            (one) =>
              `${one.id}: ${words.status[one.status]} ${one.sums === undefined ? "" : range(one.sums.whole)}`,
          ),
        ),
        ...showList(words.checks, project.checks.map(showCheck)),
        ...showList(
          words.uses,
          project.uses.map(({ label, open }) => `${told(label)}: ${words.open[open]}`),
        ),
        ...showList(
          words.monitoring,
          project.monitoring.map((one) =>
            [told(one.label), one.class ?? "", told(one.how)].filter(Boolean).join(" · "),
          ),
        ),
        ...showList(words.assumptions, [...new Set(project.assumptions.map(showAssumption))]),
        ...(project.unconfirmed.length === 0
          ? []
          : [words.unconfirmed(project.unconfirmed.length)]),
        ...showList(words.next, next.map(showQuestion)),
      ]),
    ];
  }

  function showFigures({ period, years, money }: VariantResult): readonly string[] {
    const { reviews, investment, payback, paidBy } = money;
    return [
      ...(period === undefined ? [] : [words.period(period.from, period.to)]),
      ...showYears(years),
      ...showList(
        words.reviews,
        reviews.map(({ label, own }) => `${told(label)}: ${range(own)}`),
      ),
      ...(investment === undefined ? [] : [`${words.investment}: ${range(investment)}`]),
      ...(payback === undefined ? [] : [`${words.payback}: ${range(payback)}`]),
      ...(paidBy === undefined ? [] : [words.paidBy(paidBy.earliest, paidBy.latest)]),
    ];
  }

  function showYears(years: readonly (YearResult | TotalYear)[]): readonly string[] {
    if (years.length === 0) return [];
    const columns = (
      ["whole", "buffer", "received", "revenue", "reviewCost", "net", "cumulated"] as const
    ).filter((name) => years.some((year) => year[name] !== undefined));
    const rows = [
      ["", ...columns.map((name) => words.columns[name])],
      ...years.map((year) => [year.year, ...columns.map((name) => range(year[name]))]),
    ];
    const wide = rows[0]?.map((_, at) => widest(rows.map((row) => row[at] ?? ""))) ?? [];
    return rows.map((row) =>
      row
        .map((cell, at) => (at === 0 ? pad(cell, wide[at] ?? 0) : padBefore(cell, wide[at] ?? 0)))
        .join("  "),
    );
  }

  function showCheck({ label, outcome, missing, source }: CheckResult): string {
    const waits = missing.map((one) => told(one.label)).join(", ");
    const clause = source?.clause === undefined ? "" : ` [${source.clause}]`;
    return `${words.outcome[outcome]} ${told(label)}${clause}${waits === "" ? "" : ` – ${words.waits}: ${waits}`}`;
  }

  function showAssumption({ kind, label, value, members, ...one }: Assumption): string {
    const flags = value?.split(", ").map((flag) => words.flags[flag] ?? flag);
    const shown = kind === "empty" ? words.none : (members?.map(told) ?? flags)?.join(", ");
    const standing = `[${one.methodology}, ${wordsOf[language].provenance[one.provenance]}]`;
    return `${[told(label), shown].filter(Boolean).join(": ")} ${standing}`;
  }

  function showQuestion({
    label,
    place,
    because,
    width,
    widthAfter,
    methodology,
  }: NextQuestion): string {
    const narrows =
      width === undefined || widthAfter === undefined
        ? ""
        : ` (${rounded(width)} → ${rounded(widthAfter)} t-CO2/yr)`;
    return `${words.because[because]} ${told(label)} ${methodology} ${place}${narrows}`;
  }
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

function showList(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...indented(lines)];
}

/** Six significant digits, for reading; `--json` gives the exact text. */
function rounded(text: string): string {
  const value = exact(text);
  const whole = print(round(value, { mode: "half_up", to: exact("1") }));
  return whole.replace("-", "").length >= 6
    ? whole
    : print(round(value, { mode: "half_up", digits: 6 }));
}

function range(bounds: Bounds | undefined): string {
  if (bounds === undefined) return "";
  const [low, high] = [rounded(bounds.low), rounded(bounds.high)];
  return low === high ? low : `${low} … ${high}`;
}
