import type { VNode } from "preact";
import { useContext } from "preact/hooks";
import type { FormInput } from "../../engine/methodology/form.ts";
import { type Item, isAnswered, type Place, shownEntry } from "../answers/draft.ts";
import { useSetting } from "../setting.ts";
import { Words } from "../text/words.tsx";
import { AxisTable } from "./axis-table.tsx";
import { Control, isRadioGroup } from "./control.tsx";
import { DetailsContext, fieldId, useForm } from "./form-context.ts";
import { HelpText, Hints } from "./hints.tsx";
import { Messages } from "./messages.tsx";

/** One question with its label, hint, help and messages; along axes a small table of the same. */
export function Question({
  input,
  item,
}: {
  readonly input: FormInput;
  readonly item?: Item | undefined;
}): VNode | null {
  const setting = useSetting();
  const { draft, messages, onReach, onLeave, isAssumed } = useForm();
  const { form, language, text } = setting;
  const place: Place = {
    input: input.id,
    at: "",
    ...(item === undefined ? {} : { item: item.key }),
  };
  const id = fieldId(setting, place);
  if (input.meter) return <Meter input={input} item={item} />;
  if (input.per.length > 0) return <AxisTable input={input} item={item} />;

  const found = messages(place);
  const isWrong = found.some(({ kind }) => kind === "error");
  const describedBy = [`${id}-hint`, ...(found.length > 0 ? [`${id}-message`] : [])].join(" ");
  const isEmptied = input.initial !== undefined && !isAnswered(shownEntry(draft, input, place));
  const isAssumedNow = isAssumed(place);
  const name = (
    <>
      <Words label={input.label} language={language} />
      {input.optional && <span class="mark">{text.optional}</span>}
      {isAssumedNow && <span class="mark assumed">{text.assumed}</span>}
    </>
  );
  const body = (
    <>
      <Hints input={input} id={`${id}-hint`} isEmptied={isEmptied} />
      <Messages id={`${id}-message`} messages={found} />
      <Control
        input={input}
        item={item}
        place={place}
        id={id}
        describedBy={describedBy}
        isWrong={isWrong}
      />
      <HelpText input={input} />
    </>
  );
  const reach = (): void => onReach(place);
  const leave = (): void => onLeave(place);
  if (isRadioGroup(input, form)) {
    return (
      <div
        class="question"
        role="radiogroup"
        aria-labelledby={`${id}-name`}
        aria-describedby={describedBy}
        aria-invalid={isWrong}
        onFocusIn={reach}
        onFocusOut={leave}
      >
        <p class="label" id={`${id}-name`}>
          {name}
        </p>
        {body}
      </div>
    );
  }
  return (
    <div class="question" onFocusIn={reach} onFocusOut={leave}>
      <label for={id}>{name}</label>
      {body}
    </div>
  );
}

function Meter(props: {
  readonly input: FormInput;
  readonly item: Item | undefined;
}): VNode | null {
  const details = useContext(DetailsContext);
  return details === undefined ? null : <details.Readings {...props} />;
}
