import type { ComponentChildren, VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { AnswerSet } from "../../engine/answers/record.ts";
import type { CalculationResult } from "../../engine/result/result.ts";
import { fieldName } from "../answers/answer-set.ts";
import { type Draft, entryOf, itemsOf, listOf } from "../answers/draft.ts";
import { today } from "../calculator/today.ts";
import { answerWords, joinUnit } from "../form/hints.tsx";
import { coverOf } from "../result/cost.ts";
import { costWords } from "../result/cost-question.tsx";
import { outputName } from "../result/headline.tsx";
import { figureLine } from "../result/notes.tsx";
import { uncountedLists } from "../result/uncounted.ts";
import { lineOf, showOutput } from "../result/values.ts";
import { tabled, ValuesTable } from "../result/values-table.tsx";
import { plainWords } from "../text/language.ts";
import { useOutSetting } from "../text/out-text.ts";
import { writeDay } from "../text/times.ts";
import { typeset, Words } from "../text/words.tsx";
import { printOnly } from "./print-only.ts";

/**
 * A statement of what was counted and how many credits cover it, to be printed and kept beside the registry's notice.
 * It is a draft by a calculator and says so; what it cannot know is left to be filled in.
 */
export function Statement({
  result,
  answers,
  draft,
  price,
  onClose,
}: {
  readonly result: CalculationResult;
  readonly answers: AnswerSet;
  readonly draft: Draft;
  /** Yen for a tonne of credits, as it was typed. */
  readonly price: string;
  readonly onClose: () => void;
}): VNode {
  const setting = useOutSetting();
  const { out, prefix } = setting;
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const box = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const asked = [
    ["what", out.statementWhat],
    ["who", out.statementWho],
    ["when", out.statementWhen],
    ["credits", out.statementCredits],
  ] as const;
  return (
    <section class="statement" ref={box} aria-labelledby={`${prefix}-statement`}>
      <h3 id={`${prefix}-statement`} ref={heading} tabIndex={-1}>
        {out.statement}
      </h3>
      <p class="notice warning">{out.statementNotice}</p>
      <fieldset class="statement-fields">
        <legend>{out.statementDetails}</legend>
        {asked.map(([id, name]) => (
          <div class="question" key={id}>
            <label for={`${prefix}-statement-${id}`}>{name}</label>
            <input
              type="text"
              id={`${prefix}-statement-${id}`}
              autocomplete="off"
              value={fields[id] ?? ""}
              onInput={({ currentTarget }) => setFields({ ...fields, [id]: currentTarget.value })}
            />
          </div>
        ))}
      </fieldset>
      <dl class="facts">
        {asked.map(([id, name]) => (
          <Fact key={id} name={name} isPaper>
            {fields[id] || out.toFill}
          </Fact>
        ))}
        <Amounts result={result} price={price} />
        <Fact name={out.statementSettled}>
          {out.toFill} <span class="note">{out.statementSettledHelp}</span>
        </Fact>
      </dl>
      <Breakdown result={result} draft={draft} />
      <Entries answers={answers} result={result} draft={draft} />
      <Unsure result={result} />
      <Origin result={result} />
      <p class="actions">
        <button
          type="button"
          class="primary"
          onClick={() => box.current !== null && printOnly(box.current)}
        >
          {out.statementPrint}
        </button>
        <button type="button" class="secondary" onClick={onClose}>
          {out.statementClose}
        </button>
      </p>
    </section>
  );
}

function Fact({
  name,
  isPaper = false,
  children,
}: {
  readonly name: string;
  /** Whether it is for paper alone, because a field says the same on the page. */
  readonly isPaper?: boolean;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <div class={isPaper ? "paper" : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The figures without axes, and what covering them costs where a price was entered. */
function Amounts({
  result,
  price,
}: {
  readonly result: CalculationResult;
  readonly price: string;
}): VNode {
  const setting = useOutSetting();
  const { text } = setting;
  const cover = coverOf(setting.form, result)?.[0];
  const cost = costWords(setting, result, price);
  const shown = Object.entries(result.results).filter(
    ([, output]) => output.values === undefined && output.none !== "missing",
  );
  return (
    <>
      {shown.map(([id, output]) => (
        <Fact key={id} name={outputName(setting, id, output)}>
          <span class={output.main || id === cover ? "amount" : undefined}>
            {typeset(lineOf(showOutput(setting, id, output, output), setting))}
          </span>
        </Fact>
      ))}
      {cost !== undefined && (
        <Fact name={text.cost}>
          {typeset(cost.sum)} <span class="note">{typeset(cost.terms)}</span>
        </Fact>
      )}
    </>
  );
}

/** What was counted, by the first way in which the methodology divides it, and what nothing was entered for. */
function Breakdown({
  result,
  draft,
}: {
  readonly result: CalculationResult;
  readonly draft: Draft;
}): VNode {
  const setting = useOutSetting();
  const { out, text } = setting;
  const [first] = tabled(result);
  const uncounted = uncountedLists(setting, result, draft);
  return (
    <div class="amounts">
      <h4>{out.statementAmounts}</h4>
      {first !== undefined && (
        <ValuesTable
          id={first[0]}
          output={first[1]}
          axes={{ ...setting, parts: result.parts, draft }}
        />
      )}
      {uncounted.length > 0 && <p class="note">{typeset(text.uncounted(uncounted))}</p>}
    </div>
  );
}

/** The answers that stand alone, and how many items each list has. */
function Entries({
  answers,
  result,
  draft,
}: {
  readonly answers: AnswerSet;
  readonly result: CalculationResult;
  readonly draft: Draft;
}): VNode {
  const setting = useOutSetting();
  const { out, text, form, language } = setting;
  const asked = new Set(result.asked.flatMap(({ input }) => [input, listOf(input)]));
  const entries = form.inputs.flatMap((input): (readonly [string, string])[] => {
    const answer = answers.given[fieldName(input)];
    if (input.list !== undefined || typeof answer !== "string" || !asked.has(input.id)) return [];
    const entry = entryOf(input, answer);
    const unit = entry.unit ?? "";
    const words =
      input.kind === "quantity" || input.kind === "count"
        ? answerWords(input, joinUnit(entry.text.normalize("NFKC"), unit, "en"), setting)
        : answerWords(input, answer, setting);
    return [[plainWords(input.label, language), words]];
  });
  const lists = form.lists
    .filter(({ id }) => asked.has(id) && itemsOf(draft, id).length > 0)
    .map(({ id, label }): readonly [string, string] => [
      plainWords(label, language),
      text.items(itemsOf(draft, id).length),
    ]);
  return (
    <div class="entries-of">
      <h4>{out.statementEntries}</h4>
      <dl class="facts">
        {[...entries, ...lists].map(([name, words]) => (
          <Fact key={name} name={name}>
            {typeset(words)}
          </Fact>
        ))}
      </dl>
    </div>
  );
}

/** The figures that nobody has confirmed and the values that were assumed: named, and none left out. */
function Unsure({ result }: { readonly result: CalculationResult }): VNode {
  const setting = useOutSetting();
  const { out, text, language } = setting;
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [text.unconfirmedList, result.unconfirmed.map((figure) => figureLine(setting, figure))],
    [text.assumedList, result.assumed.map(({ label }) => plainWords(label, language))],
  ];
  return (
    <>
      {lists.map(([heading, words]) => (
        <div class="unsure" key={heading}>
          <h4>{heading}</h4>
          {words.length === 0 ? (
            <p>{out.statementNone}</p>
          ) : (
            <ul>
              {[...new Set(words)].map((one) => (
                <li key={one}>{typeset(one)}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </>
  );
}

/** What the figures can be repeated from, with the whole hash, and the day the statement was made. */
function Origin({ result }: { readonly result: CalculationResult }): VNode {
  const { out, text, form, language } = useOutSetting();
  const { methodology, as_of: asOf, engine, mode } = result;
  const status = text.statuses[methodology.status] ?? methodology.status;
  return (
    <div class="origin">
      <h4>{text.identity}</h4>
      <dl class="facts">
        <Fact name={text.methodology}>
          {methodology.id} {methodology.version} ({status}) —{" "}
          <Words label={form.title} language={language} />
        </Fact>
        <Fact name={text.hash}>
          <code>{methodology.hash}</code>
        </Fact>
        <Fact name={text.asOfDate}>{writeDay(asOf, language)}</Fact>
        <Fact name={text.mode}>{text.modes[mode]}</Fact>
        <Fact name={text.engine}>santei {engine}</Fact>
        <Fact name={out.statementMade}>{writeDay(today(), language)}</Fact>
      </dl>
      {text.statusHelp[form.status] !== undefined && (
        <p class="note">{text.statusHelp[form.status]}</p>
      )}
    </div>
  );
}
