import type { ComponentChildren, VNode } from "preact";
import type {
  AssumedResult,
  CalculationResult,
  ConditionResult,
  FigureResult,
} from "../../engine/result/result.ts";
import { answerWords, joinUnit } from "../form/hints.tsx";
import type { Setting } from "../setting.ts";
import { still } from "../still.tsx";
import { type Axes, placeWords } from "../text/axes.ts";
import { type DetailsSetting, useDetailsSetting } from "../text/details-setting.ts";
import { writeFigure } from "../text/figures.ts";
import { plainWords } from "../text/language.ts";
import { sentenceOf } from "../text/sentences.ts";
import { writeUnit } from "../text/units.tsx";
import { typeset } from "../text/words.tsx";
import { SourceLine } from "./source-line.tsx";

/** The conditions that fail or are still open, with why. */
export function Conditions({
  result,
  axes,
  withWarnings,
}: {
  readonly result: CalculationResult;
  readonly axes: Axes;
  /** Warnings wait for a result: what they ask for may be about to be entered. */
  readonly withWarnings: boolean;
}): ComponentChildren {
  const { text } = useDetailsSetting();
  const failed = result.conditions.filter(({ holds }) => holds === false);
  if (failed.length === 0) return null;
  const [refused, others] = [
    failed.filter(({ effect }) => effect === "refuse"),
    failed.filter(({ effect }) => effect === "not_applicable"),
  ];
  const warned = failed.filter(({ effect }) => effect === "warn" && withWarnings);
  return (
    <>
      {refused.length > 0 && (
        <ConditionList heading={text.refused} conditions={refused} axes={axes} kind="error" />
      )}
      {others.length > 0 && (
        <ConditionList
          heading={text.notCreditable}
          help={text.notCreditableHelp}
          conditions={others}
          axes={axes}
          kind="error"
        />
      )}
      {warned.length > 0 && (
        <ConditionList heading={text.warnings} conditions={warned} axes={axes} kind="warning" />
      )}
    </>
  );
}

function ConditionList({
  heading,
  help,
  conditions,
  axes,
  kind,
}: {
  readonly heading: string;
  readonly help?: string;
  readonly conditions: readonly ConditionResult[];
  readonly axes: Axes;
  readonly kind: string;
}): VNode {
  const { language, text } = useDetailsSetting();
  return (
    <div class={`notice ${kind}`}>
      <h3>{heading}</h3>
      {help !== undefined && <p>{help}</p>}
      <ul>
        {conditions.map(({ id, at, label, because }) => {
          const place = placeWords(axes, at);
          return (
            <li key={`${id} ${place}`}>
              {typeset(label === undefined ? id : plainWords(label, language))}
              {place !== "" && ` [${place}]`}
              {because !== undefined && (
                <>
                  {text.colon}
                  {typeset(plainWords(because, language))}
                </>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What went wrong on the way, and what deserves a second look. */
export function Warnings({
  sentences,
}: {
  readonly sentences: readonly string[];
}): ComponentChildren {
  const { text } = useDetailsSetting();
  if (sentences.length === 0) return null;
  return (
    <div class="notice warning">
      <h3>{text.warnings}</h3>
      <ul>
        {[...new Set(sentences)].map((sentence) => (
          <li key={sentence}>{typeset(sentence)}</li>
        ))}
      </ul>
    </div>
  );
}

/** The sentences of what an evaluation met, but for its conditions, which have a list of their own. */
export function issueSentences(result: CalculationResult, setting: Setting): readonly string[] {
  return result.issues
    .filter(({ code }) => !code.startsWith("condition-"))
    .map((issue) => sentenceOf(issue, setting.language));
}

/** The values that stood in for empty fields, with their sources. */
export const Assumed = still(function Assumed({
  assumed,
  axes,
}: {
  readonly assumed: readonly AssumedResult[];
  readonly axes: Axes;
}): ComponentChildren {
  const setting = useDetailsSetting();
  const { form, language, text, prefix } = setting;
  if (assumed.length === 0) return null;
  return (
    <details class="group listed">
      <summary id={`${prefix}-assumed`}>
        <h3>{text.assumedList}</h3>
        <span class="count">{text.items(assumed.length)}</span>
      </summary>
      <p class="note">{text.assumedHelp}</p>
      <ul class="rows">
        {assumed.map(({ input, at, label, value, unit, provenance, source }) => {
          const field = form.inputs.find(({ id }) => id === input);
          const words =
            field === undefined || field.kind === "quantity" || field.kind === "count"
              ? joinUnit(writeFigure(value, language), writeUnit(unit, setting), language)
              : answerWords(field, value, setting);
          return (
            <li key={`${input} ${JSON.stringify(at)}`}>
              <span>
                {typeset(plainWords(label, language))}
                {Object.keys(at).length > 0 && ` [${placeWords(axes, at)}]`}
                {text.colon}
                <strong>{typeset(words)}</strong>
              </span>
              <Provenance provenance={provenance} />
              {source !== undefined && <SourceLine source={source} />}
            </li>
          );
        })}
      </ul>
    </details>
  );
});

/** The figures that reached the result and were not confirmed at their source. */
export const Unconfirmed = still(function Unconfirmed({
  figures,
}: {
  readonly figures: readonly FigureResult[];
}): ComponentChildren {
  const setting = useDetailsSetting();
  const { text, prefix } = setting;
  if (figures.length === 0) return null;
  return (
    <details class="group listed">
      <summary id={`${prefix}-unconfirmed`}>
        <h3>{text.unconfirmedList}</h3>
        <span class="count">{text.items(figures.length)}</span>
      </summary>
      <p class="note">{text.unconfirmedHelp}</p>
      <ul class="rows">
        {figures.map((figure) => (
          <li key={`${figure.kind} ${figure.id} ${figure.keys?.join(" ") ?? ""}`}>
            <span>
              <span class="kind">{text.kinds[figure.kind] ?? figure.kind}</span>{" "}
              {typeset(figureName(setting, figure))}
              {figure.value !== undefined && (
                <>
                  {text.colon}
                  <strong>{typeset(figureValue(setting, figure))}</strong>
                </>
              )}
            </span>
            <Provenance provenance={figure.provenance} />
            {figure.confidence === "low" && <span class="mark">{text.lowConfidence}</span>}
            {figure.source !== undefined && <SourceLine source={figure.source} />}
          </li>
        ))}
      </ul>
    </details>
  );
});

/** A figure that is not confirmed on one line: its name and place, and its value where it has one. */
export function figureLine(setting: DetailsSetting, figure: FigureResult): string {
  const name = figureName(setting, figure);
  if (figure.value === undefined) return name;
  return `${name}${setting.text.colon}${figureValue(setting, figure)}`;
}

function figureName({ language }: Setting, { id, label, keys }: FigureResult): string {
  const name = label === undefined ? id : plainWords(label, language);
  return keys === undefined ? name : `${name} [${keys.join(", ")}]`;
}

function figureValue(setting: Setting, { value = "", unit = "1" }: FigureResult): string {
  const { language } = setting;
  return joinUnit(writeFigure(value, language), writeUnit(unit, setting), language);
}

/** How sure a figure is; nothing is said of one that was confirmed. */
export function Provenance({
  provenance,
}: {
  readonly provenance: FigureResult["provenance"] | undefined;
}): ComponentChildren {
  const { text } = useDetailsSetting();
  if (provenance === undefined || provenance === "confirmed") return null;
  return <span class={`mark ${provenance}`}>{text.provenances[provenance]}</span>;
}
