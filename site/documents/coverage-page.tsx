import type { VNode } from "preact";
import type { Provenance } from "../../engine/methodology/schema.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { typeset } from "../../widgets/text/words.tsx";
import type { Language } from "../build/page.ts";
import { type CoveredTable, coverageOf, type TableCoverage, type YearLine } from "./coverage.ts";
import { WideTable } from "./wide-table.tsx";
import type { DocumentSpeech } from "./words.ts";

interface Props {
  readonly speech: DocumentSpeech;
  readonly language: Language;
}

/** Lines of a table's years beyond this many stay folded. */
const unfoldedLines = 30;

/** For every table: which keys and years are covered, from which source, how sure, and what runs out when. */
export function CoveragePage({
  shared,
  own,
  ...props
}: Props & {
  readonly shared: readonly CoveredTable[];
  readonly own: readonly CoveredTable[];
}): VNode {
  const { words } = props.speech;
  return (
    <div class="document">
      <h1>{words.coverage}</h1>
      <p class="lead">{words.coverageLead}</p>
      <p>
        {words.legend}:{" "}
        {(Object.entries(words.marks) as [Provenance, string][]).map(([flag, mark]) => (
          <span key={flag}>
            <span class={`provenance ${flag}`}>{mark}</span>
            {props.speech.details.provenances[flag]}{" "}
          </span>
        ))}
      </p>
      {[
        { id: "shared", title: words.shared, tables: shared },
        { id: "own", title: words.own, tables: own },
      ].map(({ id, title, tables }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          {tables.map((table) => (
            <TableEntry key={anchorOf(table)} covered={table} {...props} />
          ))}
        </section>
      ))}
    </div>
  );
}

function anchorOf({ table, usedBy }: CoveredTable): string {
  return `${table.edition ?? usedBy.join("-")}-${table.id}`.replaceAll(/[^A-Za-z0-9_.-]/g, "-");
}

function TableEntry({
  covered,
  speech,
  language,
}: Props & { readonly covered: CoveredTable }): VNode {
  const { words } = speech;
  const { table, usedBy, documents } = covered;
  const coverage = coverageOf(covered);
  const label = table.label === undefined ? table.id : plainWords(table.label, language);
  const id = anchorOf(covered);
  return (
    <article class="entry" id={id} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>
        {typeset(label)} <code>{table.edition ?? table.id}</code>
      </h3>
      <dl class="facts">
        <div>
          <dt>{words.usedBy}</dt>
          <dd>{usedBy.length === 0 ? words.none : usedBy.join(", ")}</dd>
        </div>
        <div>
          <dt>{words.keys}</dt>
          <dd>
            {table.keys.map((key) => key.id).join(" × ")} · {words.rows(coverage.rows)}
          </dd>
        </div>
        <div>
          <dt>{words.certainty}</dt>
          <dd>
            <Flags coverage={coverage} speech={speech} language={language} />
          </dd>
        </div>
        {coverage.open > 0 && (
          <div>
            <dt>{words.openCells}</dt>
            <dd>{coverage.open}</dd>
          </div>
        )}
        {coverage.absent.map(({ key, members }) => (
          <div key={key}>
            <dt>
              {key}: {words.none}
            </dt>
            <dd>
              {members.map((member) => memberLabel(covered, key, member, language)).join(", ")}
            </dd>
          </div>
        ))}
        <div>
          <dt>{words.source}</dt>
          <dd>
            <ul>
              {coverage.documents.map(({ id: document, rows }) => (
                <li key={document}>
                  {typeset(titleOf(documents, document, language))} · {words.rows(rows)}
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <RunsOut coverage={coverage} speech={speech} language={language} />
      </dl>
      <Years covered={covered} coverage={coverage} speech={speech} language={language} />
    </article>
  );
}

function titleOf(documents: CoveredTable["documents"], id: string, language: Language): string {
  const document = documents.find((one) => one.id === id);
  return document === undefined ? id : plainWords(document.title, language);
}

function memberLabel(
  { table, enums }: CoveredTable,
  key: string,
  member: string,
  language: Language,
): string {
  const kind = table.keys.find(({ id }) => id === key);
  if (kind?.kind !== "enum") return member;
  const label = enums
    .find(({ id }) => id === kind.enum)
    ?.members.find(({ id }) => id === member)?.label;
  return label === undefined ? member : plainWords(label, language);
}

function Flags({ coverage, speech }: Props & { readonly coverage: TableCoverage }): VNode {
  const flags = Object.entries(coverage.flags) as [Provenance, number][];
  return (
    <>
      {flags
        .filter(([, count]) => count > 0)
        .map(([flag, count]) => (
          <span class={`provenance ${flag}`} key={flag}>
            {speech.details.provenances[flag]} {count}
          </span>
        ))}
    </>
  );
}

/** After which fiscal year how many combinations of keys have no figure any more. */
function RunsOut({ coverage, speech }: Props & { readonly coverage: TableCoverage }): VNode | null {
  const counts = new Map<number, number>();
  for (const { last } of coverage.lines ?? []) {
    if (last !== undefined) counts.set(last, (counts.get(last) ?? 0) + 1);
  }
  if (counts.size === 0) return null;
  const sorted = [...counts].sort(([a], [b]) => a - b);
  return (
    <div>
      <dt>{speech.words.lastYear}</dt>
      <dd>
        <ul>
          {sorted.map(([year, count]) => (
            <li key={year}>{speech.words.runsOut(year.toString(), count)}</li>
          ))}
        </ul>
      </dd>
    </div>
  );
}

/** The years of each combination of keys, a mark by flag in each. */
function Years({
  covered,
  coverage,
  speech,
  language,
}: Props & {
  readonly covered: CoveredTable;
  readonly coverage: TableCoverage;
}): VNode | null {
  const { lines, years = [] } = coverage;
  if (lines === undefined || years.length === 0) return null;
  const { words } = speech;
  const others = covered.table.keys.filter(({ kind }) => kind !== "fiscal_year");
  const grid = (
    <WideTable
      label={words.years}
      heads={[
        others.map(({ id }) => id).join(" × ") || words.keys,
        ...years.map((year) => year.toString()),
        words.missingYears,
      ]}
    >
      {lines.map((line) => (
        <tr key={line.keys.join()}>
          <th scope="row">
            {line.keys
              .map((cell, at) =>
                cell === "*"
                  ? words.any
                  : memberLabel(covered, others[at]?.id ?? "", cell, language),
              )
              .join(" · ") || words.any}
          </th>
          {years.map((year) => (
            <Mark key={year} line={line} year={year} speech={speech} language={language} />
          ))}
          <td>{line.missing.join(", ")}</td>
        </tr>
      ))}
    </WideTable>
  );
  if (lines.length <= unfoldedLines) return grid;
  return (
    <details>
      <summary>{words.years}</summary>
      {grid}
    </details>
  );
}

function Mark({
  line,
  year,
  speech,
}: Props & { readonly line: YearLine; readonly year: number }): VNode {
  const flag = line.years.get(year);
  if (flag === undefined) return <td class="year">–</td>;
  return (
    <td class="year">
      <span class={`provenance ${flag}`}>{speech.words.marks[flag]}</span>
    </td>
  );
}
