import type { VNode } from "preact";
import type { FormInput } from "../../engine/methodology/form.ts";
import type { Item, Place } from "../answers/draft.ts";
import { useSetting } from "../setting.ts";
import { axisName, axisWords, placesAlong } from "../text/axes.ts";
import { plainWords } from "../text/language.ts";
import { Words } from "../text/words.tsx";
import { Control } from "./control.tsx";
import { fieldId, useForm } from "./form-context.ts";
import { HelpText, Hints } from "./hints.tsx";
import { Messages } from "./messages.tsx";

/** One question asked at several places of its axes: a row for each member, fiscal year or part of the period. */
export function AxisTable({
  input,
  item,
}: {
  readonly input: FormInput;
  readonly item: Item | undefined;
}): VNode {
  const setting = useSetting();
  const { form, language, text } = setting;
  const { cut, parts, showsAt, messages, onReach, onLeave, isAssumed } = useForm();
  const own = { input: input.id, at: "", ...(item === undefined ? {} : { item: item.key }) };
  const id = fieldId(setting, own);
  const axes = { ...setting, parts: cut };
  const rows = placesAlong(
    input.per.map((axis) => form.enums[axis]?.map((member) => member.id) ?? parts(input, item)),
  ).filter((keys) => showsAt(input, item, keys.join("/")));
  const whole = messages(own);
  return (
    <fieldset class="question" aria-describedby={`${id}-hint`}>
      <legend id={id} tabIndex={-1}>
        <Words label={input.label} language={language} />
        {input.optional && <span class="mark">{text.optional}</span>}
      </legend>
      <Hints input={input} id={`${id}-hint`} />
      <Messages id={`${id}-message`} messages={whole} />
      {rows.length === 0 ? (
        <p class="note">{text.partsLater}</p>
      ) : (
        <table class="entries">
          <thead>
            <tr>
              {input.per.map((axis) => (
                <th key={axis} scope="col">
                  {axisName(axes, axis)}
                </th>
              ))}
              <th scope="col">{text.entry}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((keys) => {
              const place: Place = { ...own, at: keys.join("/") };
              const cell = fieldId(setting, place);
              const found = messages(place);
              const words = keys.map((key, index) => axisWords(axes, input.per[index] ?? "", key));
              const label = `${plainWords(input.label, language)} ${words.join(" ")}`;
              return (
                <tr
                  key={place.at}
                  onFocusIn={() => onReach(place)}
                  onFocusOut={() => onLeave(place)}
                >
                  {words.map((word, index) => (
                    <th key={input.per[index]} scope="row">
                      {word}
                    </th>
                  ))}
                  <td>
                    <Messages id={`${cell}-message`} messages={found} />
                    <Control
                      input={input}
                      item={item}
                      place={place}
                      id={cell}
                      label={label}
                      describedBy={found.length > 0 ? `${cell}-message` : undefined}
                      isWrong={found.some(({ kind }) => kind === "error")}
                    />
                    {isAssumed(place) && <span class="mark assumed">{text.assumed}</span>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <HelpText input={input} />
    </fieldset>
  );
}
