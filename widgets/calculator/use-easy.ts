import { useCallback, useContext, useEffect, useMemo, useState } from "preact/hooks";
import type { EasyWords } from "../../engine/methodology/easy-words.ts";
import type { Form } from "../../engine/methodology/form.ts";
import { EngineContext } from "../engine-context.ts";
import { easySentences, takeEasy, withEasy } from "../text/easy.ts";
import type { Language } from "../text/language.ts";
import type { Text } from "../text/text.ts";

/** What a calculator speaks with. */
export interface Spoken {
  readonly form: Form;
  readonly language: Language;
  readonly text: Text;
  /** Puts the words of that language into the labels of plain data of the engine. */
  readonly say: <T>(value: T) => T;
}

/**
 * The form and the sentences in easy Japanese where that is wanted: they are loaded then, and until they have come, or
 * where a page has none, everything is in plain Japanese.
 */
export function useEasy(form: Form, language: Language, text: Text): Spoken {
  const load = useContext(EngineContext)?.loadEasy;
  const edition = `${form.id}@${form.version}`;
  const [known, setKnown] = useState<{ readonly edition: string; readonly words: EasyWords }>();
  const isWanted = language === "ja_easy";
  const words = isWanted && known?.edition === edition ? known.words : undefined;
  useEffect(() => {
    if (!isWanted || words !== undefined || load === undefined) return undefined;
    let isCurrent = true;
    load(edition).then(
      (loaded) => {
        if (!isCurrent) return;
        takeEasy(loaded.easy);
        setKnown({ edition, words: loaded.words });
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [isWanted, words, load, edition]);
  const own = words && easySentences();
  const said = useMemo(() => (words === undefined ? form : withEasy(form, words)), [form, words]);
  const say = useCallback(
    <T>(value: T): T => (words === undefined ? value : withEasy(value, words)),
    [words],
  );
  const spoken: Language = isWanted && own === undefined ? "ja" : language;
  return { form: said, language: spoken, text: own?.text ?? text, say };
}
