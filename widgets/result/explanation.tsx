import type { ComponentChildren, VNode } from "preact";
import { useState } from "preact/hooks";
import type { At, CalculationResult, ReadResult, StepResult } from "../../engine/result/result.ts";
import { usePrinting } from "../calculator/use-printing.ts";
import { type Axes, placeWords } from "../text/axes.ts";
import { useDetailsSetting } from "../text/details-setting.ts";
import { plainWords } from "../text/language.ts";
import { SymbolText, typeset } from "../text/words.tsx";
import { Provenance } from "./notes.tsx";
import { SourceLine } from "./source-line.tsx";
import { showExact, showValue } from "./step-values.ts";
import { lineOf } from "./values.ts";

type Steps = ReadonlyMap<string, StepResult>;

/** The steps behind a result as a tree: each unfolds to its formula, what it read, and the clause that says so. */
export function Explanation({
  result,
  axes,
  onOpen,
}: {
  readonly result: CalculationResult;
  readonly axes: Axes;
  /** Called when a reader unfolds the explanation: steps are recorded only for those who read them. */
  readonly onOpen: (isOpen: boolean) => void;
}): VNode {
  const { text, prefix } = useDetailsSetting();
  const isPrinting = usePrinting();
  const steps: Steps = new Map((result.steps ?? []).map((step) => [stepName(step), step]));
  const roots = Object.entries(result.results)
    .sort(([, left], [, right]) => (left.main === right.main ? 0 : left.main ? -1 : 1))
    .flatMap(([id]) => (result.steps ?? []).filter((step) => step.id === id))
    .filter(
      (step, _, all) =>
        result.results[step.id]?.main === true || !all.some((other) => reads(other, step)),
    );
  return (
    <details class="group explanation" onToggle={(event) => onOpen(event.currentTarget.open)}>
      <summary id={`${prefix}-explanation`}>
        <h3>{text.explanation}</h3>
      </summary>
      <p class="note">{text.explanationHelp}</p>
      {isPrinting
        ? [...steps.values()].map((step) => (
            <div key={stepName(step)} class="step printed">
              <p class="step-name">
                <StepLine step={step} axes={axes} />
              </p>
              <StepBody step={step} steps={new Map()} axes={axes} />
            </div>
          ))
        : roots.map((step) => (
            <StepTree key={stepName(step)} step={step} steps={steps} axes={axes} />
          ))}
    </details>
  );
}

/** A step that unfolds; what it holds is built when it is first opened. */
function StepTree({
  step,
  steps,
  axes,
}: {
  readonly step: StepResult;
  readonly steps: Steps;
  readonly axes: Axes;
}): VNode {
  const [wasOpened, setOpened] = useState(false);
  return (
    <details
      class="step"
      onToggle={(event) => {
        if (event.currentTarget.open) setOpened(true);
      }}
    >
      <summary>
        <StepLine step={step} axes={axes} />
      </summary>
      {wasOpened && <StepBody step={step} steps={steps} axes={axes} />}
    </details>
  );
}

function StepLine({ step, axes }: { readonly step: StepResult; readonly axes: Axes }): VNode {
  const setting = useDetailsSetting();
  const { language } = setting;
  const { id, label, symbol, at, value, unit, provenance } = step;
  const place = placeWords(axes, at);
  return (
    <span class="step-line">
      <span>
        {typeset(label === undefined ? id : plainWords(label, language))}
        {symbol !== undefined && (
          <>
            {" "}
            <SymbolText symbol={symbol} />
          </>
        )}
        {place !== "" && <span class="place"> {place}</span>} <code class="id">{id}</code>
      </span>{" "}
      <strong class="number">{typeset(lineOf(showValue(setting, value, unit), setting))}</strong>
      <Provenance provenance={provenance === "unconfirmed" ? provenance : undefined} />
    </span>
  );
}

function StepBody({
  step,
  steps,
  axes,
}: {
  readonly step: StepResult;
  readonly steps: Steps;
  readonly axes: Axes;
}): VNode {
  const setting = useDetailsSetting();
  const { text, language } = setting;
  const { branch, rounding, before_rounding: before } = step;
  const exact = showExact(setting, step.value, step.unit);
  return (
    <div class="step-body">
      <dl class="facts">
        {step.printed !== undefined && <Fact name={text.printed}>{typeset(step.printed)}</Fact>}
        {step.formula !== "" && (
          <Fact name={text.formula}>
            <code>{step.formula}</code>
          </Fact>
        )}
        {branch !== undefined && (branch.member ?? branch.when) !== undefined && (
          <Fact name={text.branch}>
            <code>{branch.when ?? branch.member}</code>
          </Fact>
        )}
        {branch?.because !== undefined && (
          <Fact name={text.because}>{typeset(plainWords(branch.because, language))}</Fact>
        )}
        {before !== undefined && (
          <Fact name={text.beforeRounding}>
            <span class="number">
              {typeset(lineOf(showValue(setting, before, step.unit), setting))}
            </span>
            <ExactText text={showExact(setting, before, step.unit)} />
          </Fact>
        )}
        {exact !== undefined && (
          <Fact name={text.exact}>
            <span class="number">{typeset(exact)}</span>
          </Fact>
        )}
        {rounding !== undefined && (
          <Fact name={text.rounding}>
            {rounding.to !== undefined && text.roundTo(rounding.to)}
            {rounding.digits !== undefined && text.roundDigits(rounding.digits)}
            {text.space}
            {text.roundings[rounding.mode] ?? rounding.mode}
            {rounding.source !== undefined && (
              <>
                {" "}
                <SourceLine source={rounding.source} />
              </>
            )}
          </Fact>
        )}
      </dl>
      {step.reads.length > 0 && (
        <>
          <p class="reads-name">{text.reads}</p>
          <ul class="reads">
            {step.reads.map((read, index) => (
              <li key={index}>
                <Read read={read} steps={steps} axes={axes} />
              </li>
            ))}
          </ul>
        </>
      )}
      {step.source !== undefined && (
        <p>
          <SourceLine source={step.source} />
        </p>
      )}
      {step.note !== undefined && <p class="note lines">{typeset(step.note)}</p>}
    </div>
  );
}

/** The exact value behind a rounded one. */
function ExactText({ text }: { readonly text: string | undefined }): ComponentChildren {
  if (text === undefined) return null;
  return <span class="exact"> = {typeset(text)}</span>;
}

function Fact({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What a step read: another step that unfolds in turn, or an entry or figure with its source. */
function Read({
  read,
  steps,
  axes,
}: {
  readonly read: ReadResult;
  readonly steps: Steps;
  readonly axes: Axes;
}): VNode {
  const setting = useDetailsSetting();
  const { text, language } = setting;
  const inner = steps.get(stepName({ id: read.id, at: read.at ?? {} }));
  if (inner !== undefined && read.kind === "formula") {
    return <StepTree step={inner} steps={steps} axes={axes} />;
  }
  const place = placeWords(axes, read.at ?? {});
  return (
    <span class="read">
      <span class="kind">{text.kinds[read.kind] ?? read.kind}</span>{" "}
      {typeset(read.label === undefined ? read.id : plainWords(read.label, language))}
      {read.symbol !== undefined && (
        <>
          {" "}
          <SymbolText symbol={read.symbol} />
        </>
      )}
      {place !== "" && <span class="place"> {place}</span>}
      {read.keys !== undefined && <span class="place"> [{read.keys.join(", ")}]</span>}{" "}
      <strong class="number">
        {typeset(lineOf(showValue(setting, read.value, read.unit), setting))}
      </strong>
      <ExactText text={showExact(setting, read.value, read.unit)} />
      {read.kind !== "condition" && (
        <>
          {" "}
          <code class="id">{read.id}</code>
        </>
      )}
      {read.assumed === true && <span class="mark assumed">{text.assumed}</span>}
      <Provenance provenance={read.provenance} />
      {read.source !== undefined && <SourceLine source={read.source} />}
    </span>
  );
}

/** Whether a step read another at first hand, so that it unfolds there. */
function reads(step: StepResult, other: StepResult): boolean {
  return step.reads.some(
    ({ kind, id, at = {} }) => kind === "formula" && stepName({ id, at }) === stepName(other),
  );
}

function stepName({ id, at }: { readonly id: string; readonly at: At }): string {
  const keys = Object.keys(at).sort();
  return [id, ...keys.map((key) => `${key}=${at[key]}`)].join(" ");
}
