import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { parseAssessment } from "../../engine/assessment/read-assessment.ts";
import type { Issue } from "../../engine/issue.ts";
import type { Guide } from "../../engine/methodology/guide-schema.ts";
import { useSetting } from "../../widgets/setting.ts";
import { outTextOf } from "../../widgets/text/out-text.ts";
import { useAssessor } from "./assessor-context.ts";
import type { OpenedText } from "./keep.tsx";
import { stateOf } from "./record.ts";
import { schemesOf } from "./scheme-questions.tsx";
import { textOfFragment } from "./share-assessment.ts";
import type { AssessmentChange } from "./state.ts";
import { type KnownForms, namedIn } from "./use-forms.ts";
import type { AssessmentWords } from "./words.ts";

/** A link that was followed: a new object each time, so that the same link can be followed twice. */
export interface Arrival {
  readonly fragment: string;
}

export interface Opening {
  /** What was said of the last file or link. */
  readonly opened: OpenedText | undefined;
  /** Opens the text of a file; `undefined` stands for one that is too long to be read. */
  readonly open: (text: string | undefined) => void;
  /** Takes up a thing that the applicant has, as of a day. */
  readonly have: (thing: string, today: string) => void;
  /** Things whose questions are on their way. */
  readonly coming: readonly string[];
  /** Forgets what was said. */
  readonly forget: () => void;
}

/**
 * How things, files and links come onto the page: with the forms of all methodologies that they name.
 *
 * Errors: what cannot be read is told, and leaves everything as it was.
 */
export function useOpening({
  guide,
  bring,
  change,
  arrival,
  words,
}: {
  readonly guide: Guide;
  readonly bring: KnownForms["bring"];
  readonly change: (by: AssessmentChange) => void;
  readonly arrival: Arrival | undefined;
  readonly words: AssessmentWords;
}): Opening {
  const { language } = useSetting();
  const client = useAssessor()?.client;
  const [opened, setOpened] = useState<OpenedText>();
  const [coming, setComing] = useState<readonly string[]>([]);
  const turn = useRef(0);
  const rules = schemesOf([...guide.scheme.shared, ...guide.scheme.own]);
  const said = useRef(words);
  said.current = words;

  const refuse = (sentence: string, issues: readonly Issue[] = []): void =>
    setOpened({ said: sentence, issues });

  const openText = useCallback(
    async (text: string, isLink: boolean): Promise<void> => {
      turn.current += 1;
      const own = turn.current;
      const read = parseAssessment(text);
      const failed = (): string => (isLink ? said.current.linkRefused : said.current.fileRefused);
      if (!read.ok) return refuse(failed(), read.issues);
      const reply = await client?.call("renew", read.value);
      if (reply === undefined || turn.current !== own) return;
      const renewed = reply.ok ? reply.value : reply;
      if (!renewed.ok) return refuse(failed(), renewed.issues);
      try {
        const forms = await bring([...namedIn(renewed.value), ...rules]);
        if (turn.current !== own) return;
        change({ kind: "open", state: stateOf(renewed.value, forms) });
        const isMoved = JSON.stringify(renewed.value) !== JSON.stringify(read.value);
        const { linkOpened, fileOpened, wasMoved } = said.current;
        const sentence = isLink ? linkOpened : fileOpened;
        setOpened({
          said: isMoved ? `${sentence} ${wasMoved}` : sentence,
          issues: [...(read.warnings ?? []), ...(renewed.warnings ?? [])],
        });
      } catch {
        refuse(said.current.notLoaded);
      }
    },
    [client, bring, rules.join()],
  );

  useEffect(() => {
    if (arrival === undefined || client === undefined) return;
    const unpacked = textOfFragment(arrival.fragment);
    if (unpacked.ok) void openText(unpacked.text, true);
    else refuse(outTextOf({ language }).shareProblems[unpacked.problem]);
  }, [arrival, client]);

  const have = async (thing: string, today: string): Promise<void> => {
    setComing((now) => [...now, thing]);
    const done = (): void => setComing((now) => now.filter((one) => one !== thing));
    try {
      const reply = await client?.call("start", [thing], { asOf: today });
      const started = reply?.ok ? reply.value : reply;
      if (started === undefined) return done();
      if (!started.ok) {
        refuse(words.notLoaded, started.issues);
        return done();
      }
      const forms = await bring([...namedIn(started.value), ...rules]);
      const found = stateOf(started.value, forms);
      change({ kind: "have", thing, found, order: Object.keys(guide.things) });
    } catch {
      refuse(words.notLoaded);
    }
    done();
  };

  return {
    opened,
    open: (text) => (text === undefined ? refuse(words.fileTooLong) : void openText(text, false)),
    have: (thing, today) => void have(thing, today),
    coming,
    forget: () => setOpened(undefined),
  };
}
