import type { VNode } from "preact";
import type { Form } from "../../engine/methodology/form.ts";
import { Calculator, type GivenResult } from "../../widgets/calculator/calculator.tsx";
import type { Drafts } from "../../widgets/calculator/sets.ts";
import { useEasy } from "../../widgets/calculator/use-easy.ts";
import { Words } from "../../widgets/text/words.tsx";
import { linkTo, type Place } from "../pages/links.ts";
import type { Speech } from "../pages/speech.ts";
import { frameWords } from "./frame-words.ts";

/** The page that stands in a frame of another site: a calculator, where it stands, and the way to its own page. */
export function FramePage({
  place,
  isEasy = false,
  form: given,
  speech,
  initial,
  hide,
  onResult,
}: {
  readonly place: Place;
  readonly isEasy?: boolean;
  readonly form: Form;
  readonly speech: Speech;
  readonly initial?: Drafts | undefined;
  readonly hide?: readonly string[];
  readonly onResult?: (given: GivenResult) => void;
}): VNode {
  const { root } = place;
  const { words, text } = speech;
  const wanted = isEasy ? "ja_easy" : place.language;
  const { form, language } = useEasy(given, wanted, text);
  const note = words.statusNotes[form.status];
  return (
    <main>
      <h1>
        <Words label={form.title} language={language} />
      </h1>
      {note !== undefined && <p class="status-note">{note}</p>}
      <noscript>
        <p class="status-note">{words.needsScript}</p>
      </noscript>
      <Calculator
        form={given}
        language={wanted}
        text={text}
        initial={initial}
        hide={hide}
        onResult={onResult}
      />
      <p class="whole">
        <a href={linkTo(root, place.language, form.id)} target="_blank" rel="noopener">
          {frameWords[place.language].whole}
        </a>
        <span>
          {form.id} {form.version}
        </span>
      </p>
    </main>
  );
}
