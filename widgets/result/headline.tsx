import type { ComponentChildren, VNode } from "preact";
import type { CalculationResult, OutputResult } from "../../engine/result/result.ts";
import { type Setting, useSetting } from "../setting.ts";
import { placeWords } from "../text/axes.ts";
import { plainWords } from "../text/language.ts";
import { typeset } from "../text/words.tsx";
import { lineOf, type Shown, showOutput } from "./values.ts";

/**
 * The main result in large, and whether it counts. The region is there before its words are, so that a screen reader
 * tells of every change; it holds this sentence and no table.
 */
export function Headline({
  result,
  placeholder,
  children,
}: {
  readonly result: CalculationResult | undefined;
  readonly placeholder: string;
  /** What can be said where there is no result yet. */
  readonly children?: ComponentChildren;
}): VNode {
  const setting = useSetting();
  const { text } = setting;
  const main = result === undefined ? [] : mainOutputs(result);
  const isOut = result?.status === "does_not_apply";
  return (
    <div role="status" aria-atomic="true" class={`headline${isOut ? " out" : ""}`}>
      {isOut && <p class="verdict">{text.notCreditable}</p>}
      {result === undefined
        ? placeholder !== "" && <p class="note">{placeholder}</p>
        : main.map(([id, output]) => <Total key={id} id={id} output={output} result={result} />)}
      {children}
      {result?.status === "undecided" && result.missing.length === 0 && (
        <p class="verdict open">{text.undecided}</p>
      )}
    </div>
  );
}

function Total({
  id,
  output,
  result,
}: {
  readonly id: string;
  readonly output: OutputResult;
  readonly result: CalculationResult;
}): VNode {
  const setting = useSetting();
  const { text } = setting;
  const isMissing = output.none === "missing";
  if (output.values !== undefined) {
    const axes = { ...setting, parts: result.parts };
    return (
      <dl class="figures">
        {output.values.map((value) => (
          <Figure
            key={JSON.stringify(value.at)}
            name={`${outputName(setting, id, output)} ${placeWords(axes, value.at)}`}
            shown={showOutput(setting, id, output, value)}
          />
        ))}
      </dl>
    );
  }
  const shown = showOutput(setting, id, output, output);
  return (
    <>
      {isMissing ? (
        <>
          <p class="name">{typeset(outputName(setting, id, output))}</p>
          <p class="note">{text.needsAnswers(result.missing.length)}</p>
        </>
      ) : (
        <Large name={outputName(setting, id, output)} shown={shown} />
      )}
      {shown.because !== undefined && (
        <p class="note">{plainWords(shown.because, setting.language)}</p>
      )}
      {output.tight !== undefined && (
        <p class="note">
          {text.rangeNote}
          {text.space}
          {output.tight ? "" : text.looseRange}
        </p>
      )}
      {output.exact === false && output.digits !== undefined && (
        <p class="note">{text.digitsNote(output.digits)}</p>
      )}
    </>
  );
}

/** The other results without axes: whole tonnes beside the unrounded figure, per person, and what else there is. */
export function Figures({ result }: { readonly result: CalculationResult }): ComponentChildren {
  const setting = useSetting();
  const others = Object.entries(result.results).filter(
    ([, output]) => !output.main && output.values === undefined && output.none !== "missing",
  );
  if (others.length === 0) return null;
  return (
    <dl class="figures">
      {others.map(([id, output]) => (
        <Figure
          key={id}
          name={outputName(setting, id, output)}
          shown={showOutput(setting, id, output, output)}
        />
      ))}
    </dl>
  );
}

function Figure({ name, shown }: { readonly name: string; readonly shown: Shown }): VNode {
  const setting = useSetting();
  return (
    <div>
      <dt>{typeset(name)}</dt>
      <dd>
        <span class="number">{typeset(lineOf(shown, setting))}</span>
        {shown.because !== undefined && (
          <span class="note">{plainWords(shown.because, setting.language)}</span>
        )}
      </dd>
    </div>
  );
}

/** A figure in large, under its name. */
export function Large({ name, shown }: { readonly name: string; readonly shown: Shown }): VNode {
  return (
    <>
      <p class="name">{typeset(name)}</p>
      <p class={shown.isNone ? "note" : "total"}>
        <span class="number">{shown.words}</span> <span class="unit">{typeset(shown.unit)}</span>
      </p>
    </>
  );
}

/** The outputs that are shown in large. */
export function mainOutputs(
  result: CalculationResult,
): readonly (readonly [string, OutputResult])[] {
  return Object.entries(result.results).filter(([, output]) => output.main);
}

/** The name of an output. */
export function outputName({ form, language }: Setting, id: string, output: OutputResult): string {
  const label = output.label ?? form.outputs.find((one) => one.id === id)?.label;
  return label === undefined ? id : plainWords(label, language);
}
