import type { VNode } from "preact";
import type { ColumnUse, MappedColumn } from "../../engine/batch/mapping.ts";
import type { ColumnChoice } from "../../engine/portfolio/types.ts";
import { plainWords } from "../../widgets/text/language.ts";
import type { Language } from "../build/page.ts";
import { Line, Pick } from "./fields.tsx";
import { portfolioWords } from "./portfolio-words.ts";

const bareFigure = /^[-+]?[\d.,]+$/;

/** The unit that stands in brackets at the end of a header, if it is one of these. */
function unitIn(header: string, units: readonly string[]): string | undefined {
  const unit = /\(([^()]+)\)$/.exec(header.normalize("NFKC").trim())?.[1];
  return units.find((one) => one === unit);
}

const others = ["period", "case", "kept", "ignored"] as const;

/** One column of the file: its header and first cells, what it is, why, and in what unit. */
export function ColumnItem({
  language,
  number,
  column,
  samples,
  choices,
  isByHand,
  hasIssue,
  onUse,
}: {
  readonly language: Language;
  /** From 1. */
  readonly number: number;
  readonly column: MappedColumn;
  readonly samples: readonly string[];
  readonly choices: readonly ColumnChoice[];
  readonly isByHand: boolean;
  readonly hasIssue: boolean;
  readonly onUse: (use: ColumnUse) => void;
}): VNode {
  const text = portfolioWords[language];
  const id = `column-${number}`;
  const chosen =
    column.is === "answer" ? choices.find(({ input }) => input === column.input) : undefined;
  const name = column.header === "" ? text.blankGroup : column.header;
  const reason = isByHand
    ? text.reasons.hand
    : "reason" in column && column.reason !== undefined
      ? text.reasons[column.reason]
      : column.is === "kept"
        ? text.reasons.kept
        : "";
  const isBare =
    column.is === "answer" &&
    column.unit === undefined &&
    (chosen?.units.length ?? 0) > 0 &&
    samples.some((cell) => bareFigure.test(cell.normalize("NFKC")));
  const choose = (value: string): void => {
    const other = others.find((one) => one === value);
    if (other !== undefined) onUse({ is: other });
    const choice = choices.find(({ input }) => `=${input}` === value);
    if (choice === undefined) return;
    const keys = choice.axes
      .filter(({ isTime }) => !isTime)
      .map(({ keys: [first] }) => first ?? "");
    const unit = unitIn(column.header, choice.units);
    onUse({
      is: "answer",
      input: choice.input,
      ...(keys.length === 0 ? {} : { keys }),
      ...(unit === undefined ? {} : { unit }),
    });
  };
  const change = (change: { readonly unit?: string; readonly keys?: readonly string[] }): void => {
    if (column.is !== "answer") return;
    const { input, keys, unit } = { ...column, ...change };
    onUse({
      is: "answer",
      input,
      ...(keys === undefined || keys.length === 0 ? {} : { keys }),
      ...(unit === undefined || unit === "" ? {} : { unit }),
    });
  };
  return (
    <li class={hasIssue ? "column has-issue" : "column"}>
      <h4 id={`${id}-name`}>
        <span class="number">{number}</span> {name}
      </h4>
      <p class="samples">
        <span class="hint">{text.samples}: </span>
        {samples.length === 0 ? text.noSamples : samples.join(" ／ ")}
      </p>
      <Pick
        id={id}
        label={
          <>
            <span class="unseen">{text.column(number, name)}: </span>
            {text.isWhat}
          </>
        }
        value={column.is === "answer" ? `=${column.input}` : column.is}
        isWrong={hasIssue}
        hint={reason === "" ? undefined : `${text.reason}: ${reason}`}
        onPick={choose}
      >
        <Options language={language} choices={choices} column={column} />
      </Pick>
      {column.is === "answer" && chosen !== undefined && (
        <>
          {chosen.units.length > 0 && (
            <Pick
              id={`${id}-unit`}
              label={
                <>
                  <span class="unseen">{text.column(number, name)}: </span>
                  {text.unit}
                </>
              }
              value={column.unit ?? ""}
              hint={isBare ? text.unitWanted : undefined}
              isWrong={isBare}
              onPick={(unit) => change({ unit })}
            >
              <option value="">{text.unitInCells}</option>
              {[
                ...new Set([...(column.unit === undefined ? [] : [column.unit]), ...chosen.units]),
              ].map((unit) => (
                <option key={unit} value={unit} selected={unit === column.unit}>
                  {unit}
                </option>
              ))}
            </Pick>
          )}
          <Keys
            language={language}
            id={id}
            name={text.column(number, name)}
            choice={chosen}
            given={column.keys ?? []}
            onKeys={(keys) => change({ keys })}
          />
        </>
      )}
    </li>
  );
}

/** What a column can be: what is said of rows first, then the questions, those of a list together. */
function Options({
  language,
  choices,
  column,
}: {
  readonly language: Language;
  readonly choices: readonly ColumnChoice[];
  readonly column: MappedColumn;
}): VNode {
  const text = portfolioWords[language];
  const lists = [...new Set(choices.map(({ list }) => list))];
  return (
    <>
      {others.map((one) => (
        <option key={one} value={one} selected={column.is === one}>
          {text.uses[one]}
        </option>
      ))}
      {lists.map((list) => {
        const own = choices.filter((choice) => choice.list === list);
        const options = own.map(({ input, label, isNeeded }) => (
          <option
            key={input}
            value={`=${input}`}
            selected={column.is === "answer" && column.input === input}
          >
            {plainWords(label, language)} [{input}]{isNeeded ? " *" : ""}
          </option>
        ));
        if (list === undefined) return options;
        const label = plainWords(own[0]?.listLabel ?? { ja: list }, language);
        return (
          <optgroup key={list} label={label}>
            {options}
          </optgroup>
        );
      })}
    </>
  );
}

/** For which members and times the cells of a column are. */
function Keys({
  language,
  id,
  name,
  choice: { axes },
  given,
  onKeys,
}: {
  readonly language: Language;
  readonly id: string;
  readonly name: string;
  readonly choice: ColumnChoice;
  readonly given: readonly string[];
  readonly onKeys: (keys: readonly string[]) => void;
}): VNode | null {
  const text = portfolioWords[language];
  if (axes.length === 0) return null;
  // With fewer keys than axes, the time is left open.
  let next = 0;
  const isOpen = given.length < axes.length;
  const keys = axes.map(({ isTime }) => (isTime && isOpen ? "" : (given[next++] ?? "")));
  const set = (at: number, key: string): void => {
    const all = keys.map((own, other) => (other === at ? key : own));
    onKeys(all.filter((own, other) => own.trim() !== "" || axes[other]?.isTime === false));
  };
  return (
    <>
      {axes.map((axis, at) => {
        const label = (words: string) => (
          <>
            <span class="unseen">{name}: </span>
            {words}
          </>
        );
        return axis.isTime ? (
          <Line
            key={axis.id}
            id={`${id}-key-${at}`}
            label={label(text.timeKey)}
            value={keys[at] ?? ""}
            hint={text.timeKeyHelp}
            onText={(key) => set(at, key)}
          />
        ) : (
          <Pick
            key={axis.id}
            id={`${id}-key-${at}`}
            label={label(text.key(axis.id))}
            value={keys[at] ?? ""}
            onPick={(key) => set(at, key)}
          >
            {axis.keys.map((key) => (
              <option key={key} value={key} selected={key === keys[at]}>
                {key}
              </option>
            ))}
          </Pick>
        );
      })}
    </>
  );
}
