import type { ComponentChildren, VNode } from "preact";
import type { InputTree, TypeTree } from "../../engine/methodology/tree.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { Words as LabelWords, typeset } from "../../widgets/text/words.tsx";
import type { SectionProps } from "./context.ts";
import { NodeMath } from "./math.tsx";
import { Certainty, Sources } from "./origin.tsx";
import { WideTable } from "./wide-table.tsx";

/** Every question in the order in which it is asked, with what an answer may be and what happens without one. */
export function QuestionsSection(props: SectionProps): VNode {
  const { shown, speech } = props;
  const { words } = speech;
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{words.sections.questions}</h2>
      <WideTable
        label={words.sections.questions}
        heads={[words.question, words.answer, words.limits, words.asked, words.monitoring]}
      >
        {shown.tree.inputs.map((input) => (
          <QuestionRow key={input.id} input={input} {...props} />
        ))}
      </WideTable>
    </section>
  );
}

function QuestionRow({ input, ...props }: SectionProps & { readonly input: InputTree }): VNode {
  const { speech, language, hand } = props;
  const { words } = speech;
  const list = input.list === undefined ? undefined : hand.names.axisLabel(input.list);
  return (
    <tr id={`input-${input.id}`}>
      <th scope="row">
        {list !== undefined && <>{typeset(plainWords(list, language))}: </>}
        <LabelWords label={input.label} language={language} />
        <br />
        <code>{input.id}</code>
        {input.help !== undefined && (
          <p class="help">
            <LabelWords label={input.help} language={language} />
          </p>
        )}
      </th>
      <td>
        <AnswerType type={input.type} units={input.units} {...props} />
        {input.optional && <p>{words.optional}</p>}
        {input.initial !== undefined && (
          <p>
            {words.initial}: {typeset(input.initial)}
          </p>
        )}
        <Stands input={input} {...props} />
      </td>
      <td>{typeset(limitsOf(input))}</td>
      <td>
        {input.when !== undefined && (
          <math>
            <NodeMath node={input.when} hand={hand} />
          </math>
        )}
      </td>
      <td>
        {input.monitoring?.class !== undefined && <strong>{input.monitoring.class} </strong>}
        {input.monitoring?.how !== undefined && (
          <LabelWords label={input.monitoring.how} language={language} />
        )}
      </td>
    </tr>
  );
}

function AnswerType({
  type,
  units,
  speech,
  language,
  shown,
}: SectionProps & { readonly type: TypeTree; readonly units: readonly string[] }): VNode {
  const { words } = speech;
  const members =
    type.kind === "enum"
      ? (shown.tree.enums.find(({ id }) => id === type.enum)?.members ?? [])
      : [];
  return (
    <>
      {words.types[type.kind]}
      {(type.kind === "quantity" || type.kind === "count") && <> {typeset(units.join(", "))}</>}
      {members.length > 0 && (
        <details>
          <summary>{members.length}</summary>
          <ul>
            {members.map(({ id, label }) => (
              <li key={id}>
                <LabelWords label={label} language={language} /> <code>{id}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** What stands in for an answer that is not given, by mode. */
function Stands({
  input,
  shown,
  speech,
  language,
}: SectionProps & { readonly input: InputTree }): ComponentChildren {
  const { words } = speech;
  const { documents } = shown.tree;
  const stands = [
    { name: words.fallback, given: input.default, text: input.default?.value },
    {
      name: words.range,
      given: input.range,
      text: input.range === undefined ? undefined : `${input.range.low} – ${input.range.high}`,
    },
  ];
  return stands.map(
    ({ name, given, text }) =>
      given !== undefined && (
        <p key={name}>
          {name}: {typeset(text ?? "")} <Certainty origin={given.origin} speech={speech} />{" "}
          <Sources sources={given.origin.sources} documents={documents} language={language} />
        </p>
      ),
  );
}

function limitsOf({ allowed }: InputTree): string {
  if (allowed === undefined) return "";
  const low =
    allowed.min === undefined ? allowed.above && `> ${allowed.above}` : `≥ ${allowed.min}`;
  const high =
    allowed.max === undefined ? allowed.below && `< ${allowed.below}` : `≤ ${allowed.max}`;
  return [low, high].filter((end) => end !== undefined && end !== "").join(", ");
}
