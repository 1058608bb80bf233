import type { ComponentChildren, VNode } from "preact";
import type {
  CheckResult,
  Money,
  MonitoringItem,
  VariantResult,
} from "../../engine/assessment/assessment.ts";
import { SourceLine } from "../../widgets/result/source-line.tsx";
import { type Setting, useSetting } from "../../widgets/setting.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { writeDay, writeYear } from "../../widgets/text/times.ts";
import { writeUnit } from "../../widgets/text/units.tsx";
import { typeset, Words } from "../../widgets/text/words.tsx";
import { writeBounds } from "./bounds.ts";
import { FramedTable } from "./framed-table.tsx";
import { Mark, markOfCheck, markOfUse } from "./mark.tsx";
import type { AssessmentWords } from "./words.ts";

/** What stands behind the figures of one project: checks, uses, money, what has to be monitored. */
export function ProjectDetails({
  result,
  name,
  isPaper = false,
  words,
}: {
  readonly result: VariantResult;
  readonly name: string;
  /** Whether all of it stands open, as in a report. */
  readonly isPaper?: boolean;
  readonly words: AssessmentWords;
}): VNode {
  const { language } = useSetting();
  const { period, checks, uses, money, monitoring } = result;
  const part = { of: name, isPaper, words };
  return (
    <>
      {period !== undefined && (
        <p>
          {words.period}
          {words.colon}
          {writeDay(period.from, language)}
          {words.to}
          {writeDay(period.to, language)}
          {period.boundBy !== undefined && (
            <span class="note">
              {" "}
              (<Words label={period.boundBy} language={language} />)
            </span>
          )}
        </p>
      )}
      <Part {...part} heading={words.checks} isOpen count={checks.length}>
        <Checks checks={checks} words={words} withSources={isPaper} />
      </Part>
      <Part {...part} heading={words.uses} isOpen={false} count={uses.length}>
        <ul class="rows">
          {uses.map((use) => (
            <li key={use.id}>
              <Mark mark={markOfUse(use)}>{words.open[use.open]}</Mark>
              <span>
                <Words label={use.label} language={language} />
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <Part {...part} heading={words.money} isOpen={false} count={money.reviews.length}>
        <MoneyFacts money={money} words={words} />
      </Part>
      <Part {...part} heading={words.monitoring} isOpen={false} count={monitoring.length}>
        <Monitoring
          items={monitoring}
          name={`${words.monitoring}: ${name}`}
          isNamed={isPaper}
          words={words}
        />
      </Part>
    </>
  );
}

function Part({
  heading,
  of,
  isOpen,
  isPaper,
  count,
  words,
  children,
}: {
  readonly heading: string;
  /** The project that it belongs to. */
  readonly of: string;
  readonly isOpen: boolean;
  readonly isPaper: boolean;
  readonly count: number;
  readonly words: AssessmentWords;
  readonly children: ComponentChildren;
}): VNode | null {
  if (count === 0) return null;
  if (isPaper) {
    return (
      <div class="part">
        <h4>{heading}</h4>
        {children}
      </div>
    );
  }
  return (
    <details class="part" open={isOpen}>
      <summary>
        {heading}
        <span class="unseen">: {of}</span>
        <span class="count">{words.entries(count)}</span>
      </summary>
      {children}
    </details>
  );
}

function Checks({
  checks,
  words,
  withSources,
}: {
  readonly checks: readonly CheckResult[];
  readonly words: AssessmentWords;
  readonly withSources: boolean;
}): VNode {
  const { language } = useSetting();
  const order = { fails: 0, unknown: 1, holds: 2 } as const;
  const sorted = [...checks].sort((one, other) => order[one.outcome] - order[other.outcome]);
  return (
    <ul class="rows">
      {sorted.map((check) => (
        <li key={check.id}>
          <Mark mark={markOfCheck(check)}>{words.outcome(check.outcome, check.weight)}</Mark>
          <span>
            <Words label={check.label} language={language} />
          </span>
          {check.because !== undefined && (
            <span class="note">
              <Words label={check.because} language={language} />
            </span>
          )}
          {check.missing.length > 0 && (
            <span class="note">
              {words.waitsFor([
                ...new Set(check.missing.map(({ label }) => plainWords(label, language))),
              ])}
            </span>
          )}
          {check.provenance !== "confirmed" && (
            <span class="mark unconfirmed">{words.provenances[check.provenance]}</span>
          )}
          {withSources && check.source !== undefined && <SourceLine source={check.source} />}
        </li>
      ))}
    </ul>
  );
}

function MoneyFacts({
  money,
  words,
}: {
  readonly money: Money;
  readonly words: AssessmentWords;
}): VNode {
  const setting = useSetting();
  const { language } = setting;
  const facts = [
    [words.price, money.price],
    [words.investment, money.investment],
    [words.subsidy, money.subsidy],
    [words.payback, money.payback],
    [words.verifications, money.verifications],
    [words.revenue, money.revenue],
    [words.reviewCost, money.reviewCost],
    [words.net, money.net],
  ] as const;
  const { paidBy } = money;
  const yearWords = (year: string | null): string =>
    year === null ? words.never : writeYear(year, language);
  return (
    <>
      <FramedTable
        name={words.reviews}
        heads={[words.review, words.support, words.own]}
        rows={money.reviews.map(({ id, label, support, own }) => ({
          key: id,
          head: <Words label={label} language={language} />,
          cells: [writeBounds(setting, support), writeBounds(setting, own)],
        }))}
      />
      <dl class="facts">
        {facts.map(([name, bounds]) =>
          bounds === undefined ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{typeset(writeBounds(setting, bounds))}</dd>
            </div>
          ),
        )}
        {paidBy !== undefined && (
          <div>
            <dt>{words.paidBy}</dt>
            <dd>
              {paidBy.earliest === paidBy.latest
                ? yearWords(paidBy.earliest)
                : `${yearWords(paidBy.earliest)}${words.to}${yearWords(paidBy.latest)}`}
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

function Monitoring({
  items,
  name,
  isNamed,
  words,
}: {
  readonly items: readonly MonitoringItem[];
  readonly name: string;
  /** Whether its name stands above it already. */
  readonly isNamed: boolean;
  readonly words: AssessmentWords;
}): VNode {
  const setting = useSetting();
  const { language } = setting;
  return (
    <FramedTable
      name={name}
      heads={[words.monitored, words.unit, words.monitoringClass, words.how]}
      isText
      isNamed={isNamed}
      rows={items.map(({ input, label, unit, class: group, how }) => ({
        key: input,
        head: <Words label={label} language={language} />,
        cells: [
          // A unit that hangs on another answer is a variable.
          isVariable(setting, input) ? words.none : typeset(writeUnit(unit, setting)),
          group ?? "–",
          how === undefined ? "–" : <Words label={how} language={language} />,
        ],
      }))}
    />
  );
}

function isVariable({ form }: Setting, id: string): boolean {
  return form.inputs.find((input) => input.id === id)?.variable !== undefined;
}
