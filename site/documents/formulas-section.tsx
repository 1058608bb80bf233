import type { VNode } from "preact";
import type {
  Axis,
  Body,
  ConditionTree,
  FormulaTree,
  Outcome,
  RoundTree,
} from "../../engine/methodology/tree.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { Words as LabelWords, typeset } from "../../widgets/text/words.tsx";
import { asWritten, type SectionProps } from "./context.ts";
import { BodyEquation, Equation, readsOf } from "./equation.tsx";
import { Certainty, Sources } from "./origin.tsx";
import { type Hand, NameMath } from "./symbols.tsx";

/** Every formula in the order of the file: equation, what its symbols mean, roundings, reasons and sources. */
export function FormulasSection(props: SectionProps): VNode {
  const { shown, speech } = props;
  return (
    <section aria-labelledby="formulas">
      <h2 id="formulas">{speech.words.sections.formulas}</h2>
      {asWritten(shown.tree.formulas, shown.data.formulas).map((formula) => (
        <FormulaEntry key={formula.id} formula={formula} {...props} />
      ))}
    </section>
  );
}

function FormulaEntry({
  formula,
  ...props
}: SectionProps & { readonly formula: FormulaTree }): VNode {
  const { shown, speech, language, hand } = props;
  const { words } = speech;
  const name = hand.names.of(formula.id);
  return (
    <article class="entry" id={name.anchor} aria-labelledby={`${name.anchor}-title`}>
      <h3 id={`${name.anchor}-title`}>
        {formula.label === undefined ? (
          formula.id
        ) : (
          <LabelWords label={formula.label} language={language} />
        )}{" "}
        <code>{formula.id}</code>
      </h3>
      <Equation formula={formula} hand={hand} />
      <Meanings body={formula.body} own={formula.per} {...props} />
      <dl class="facts">
        <div>
          <dt>{name.unit === undefined ? words.type : words.unit}</dt>
          <dd>{name.unit === undefined ? words.types[formula.type.kind] : typeset(name.unit)}</dd>
        </div>
        {formula.printed !== undefined && (
          <div>
            <dt>{words.printed}</dt>
            <dd>{typeset(formula.printed)}</dd>
          </div>
        )}
        {formula.round !== undefined && (
          <div>
            <dt>{words.rounding}</dt>
            <dd>
              <RoundingWords round={formula.round} {...props} />
            </dd>
          </div>
        )}
        <div>
          <dt>{words.source}</dt>
          <dd>
            <Certainty origin={formula.origin} speech={speech} />{" "}
            <Sources
              sources={formula.origin.sources}
              documents={shown.tree.documents}
              language={language}
            />
          </dd>
        </div>
        {formula.note !== undefined && (
          <div>
            <dt>{words.note}</dt>
            <dd lang={language === "ja" ? "en" : undefined}>{typeset(formula.note)}</dd>
          </div>
        )}
      </dl>
      <Reasons body={formula.body} {...props} />
    </article>
  );
}

function RoundingWords({
  round,
  shown,
  speech,
  language,
}: SectionProps & { readonly round: RoundTree }): VNode {
  const { details } = speech;
  const to =
    round.to === undefined ? details.roundDigits(round.digits ?? 0) : details.roundTo(round.to);
  return (
    <>
      {details.roundings[round.mode]} ({to}){" "}
      {round.origin !== undefined && (
        <>
          <Certainty origin={round.origin} speech={speech} />{" "}
          <Sources
            sources={round.origin.sources}
            documents={shown.tree.documents}
            language={language}
          />
        </>
      )}
    </>
  );
}

/** What the names and letters of an equation stand for. */
export function Meanings({
  body,
  own,
  speech,
  language,
  hand,
}: SectionProps & { readonly body: Body; readonly own: readonly Axis[] }): VNode | null {
  const { names } = hand;
  const reads = readsOf(body, own, names);
  const symbols = reads.names.filter(
    ({ symbol, label }) => symbol !== undefined || label === undefined,
  );
  const plain = reads.names.filter(
    ({ symbol, label }) => symbol === undefined && label !== undefined,
  );
  if (reads.names.length + reads.tables.length + reads.axes.length === 0) return null;
  return (
    <div class="meanings">
      <p>{speech.words.where}</p>
      <ul>
        {symbols.map((name) => (
          <li key={name.id}>
            <math>
              <NameMath id={name.id} hand={hand} />
            </math>{" "}
            <a href={`#${name.anchor}`}>
              {name.label === undefined ? name.id : typeset(plainWords(name.label, language))}
            </a>
            {name.unit !== undefined && name.unit !== "1" && <> [{typeset(name.unit)}]</>}
          </li>
        ))}
        {plain.map((name) => (
          <li key={name.id}>
            <a href={`#${name.anchor}`}>
              {name.label !== undefined && typeset(plainWords(name.label, language))}
            </a>
            {name.unit !== undefined && name.unit !== "1" && <> [{typeset(name.unit)}]</>}
          </li>
        ))}
        {reads.tables.map((id) => (
          <li key={id}>
            <a href={`#table-${id}`}>{speech.words.tableIs(tableLabel(hand, id, language))}</a>
          </li>
        ))}
        {reads.axes.map((axis) => (
          <li key={axis}>
            <math>
              <mi>{names.letter(axis)}</mi>
            </math>{" "}
            {plainWords(names.axisLabel(axis), language)}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function tableLabel(hand: Hand, id: string, language: SectionProps["language"]): string {
  const { label } = hand.names.table(id);
  return label === undefined ? id : plainWords(label, language);
}

/** The reasons and sources of branches, where the file gives any. */
function Reasons({
  body,
  shown,
  speech,
  language,
}: SectionProps & { readonly body: Body }): VNode | null {
  const outcomes: readonly Outcome[] =
    body.kind === "expr"
      ? []
      : body.kind === "cases"
        ? [...body.cases, body.otherwise]
        : body.branches;
  const told = outcomes.filter(
    ({ because, origin }) => because !== undefined || origin !== undefined,
  );
  if (told.length === 0) return null;
  return (
    <details>
      <summary>{speech.words.branches}</summary>
      <ul class="reasons">
        {told.map(({ text, because, origin }, at) => (
          <li key={at}>
            <code>{text}</code>{" "}
            {because !== undefined && <LabelWords label={because} language={language} />}{" "}
            {origin !== undefined && (
              <>
                <Certainty origin={origin} speech={speech} />{" "}
                <Sources
                  sources={origin.sources}
                  documents={shown.tree.documents}
                  language={language}
                />
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Every applicability condition: what must hold, what happens otherwise, and its clause. */
export function ConditionsSection(props: SectionProps): VNode | null {
  const { shown, speech } = props;
  if (shown.tree.conditions.length === 0) return null;
  return (
    <section aria-labelledby="conditions">
      <h2 id="conditions">{speech.words.sections.conditions}</h2>
      {asWritten(shown.tree.conditions, shown.data.conditions).map((condition) => (
        <ConditionEntry key={condition.id} condition={condition} {...props} />
      ))}
    </section>
  );
}

function ConditionEntry({
  condition,
  ...props
}: SectionProps & { readonly condition: ConditionTree }): VNode {
  const { shown, speech, language, hand } = props;
  const { id, label, effect, body, per, origin } = condition;
  return (
    <article class="entry" id={`condition-${id}`} aria-labelledby={`condition-${id}-title`}>
      <h3 id={`condition-${id}-title`}>
        {label === undefined ? id : <LabelWords label={label} language={language} />}{" "}
        <code>{id}</code>
      </h3>
      <BodyEquation id={id} body={body} hand={hand} />
      <Meanings body={body} own={per} {...props} />
      <dl class="facts">
        <div>
          <dt>{speech.words.effect}</dt>
          <dd>{speech.words.effects[effect]}</dd>
        </div>
        <div>
          <dt>{speech.words.source}</dt>
          <dd>
            <Certainty origin={origin} speech={speech} />{" "}
            <Sources
              sources={origin.sources}
              documents={shown.tree.documents}
              language={language}
            />
          </dd>
        </div>
      </dl>
      <Reasons body={body} {...props} />
    </article>
  );
}
