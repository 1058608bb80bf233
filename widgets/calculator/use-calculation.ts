import {
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "preact/hooks";
import type { Issue } from "../../engine/issue.ts";
import type { CalculationReply, CalculationRequest } from "../../engine/service/protocol.ts";
import { EngineContext, newCaller } from "../engine-context.ts";

/** What is asked, without who asks, and what has to be remembered until the answer comes. */
export interface Question<Memory> {
  readonly request: Omit<CalculationRequest, "caller">;
  readonly memory: Memory;
}

/** The last answer: a reply with what was remembered for it, or the issues of an engine that gave none. */
export interface Outcome<Memory> {
  readonly reply?: CalculationReply;
  readonly memory?: Memory;
  readonly issues: readonly Issue[];
}

type Answer<Memory> = Promise<Outcome<Memory> | undefined>;

export interface Calculation<Memory> {
  readonly outcome: Outcome<Memory>;
  readonly isBusy: boolean;
  /** Asks at once, and hands over the answer: the newest one, where the question changed meanwhile. */
  readonly calculate: () => Answer<Memory>;
}

/** The pause in typing after which a question is asked, in milliseconds. */
const pause = 120;

/** Most answers come within a frame, in milliseconds: that one was waited for is not drawn then. */
const unseen = 16;

/**
 * Asks the engine whenever the question is another one, after a short pause. An answer that arrives for a question that has
 * changed since is dropped.
 */
export function useCalculation<Memory>(
  question: Question<Memory> | undefined,
): Calculation<Memory> {
  const client = useContext(EngineContext)?.client;
  const [outcome, setOutcome] = useState<Outcome<Memory>>({ issues: [] });
  const [isBusy, setBusy] = useState(false);
  const latest = useRef(question);
  latest.current = question;
  const caller = useRef("");
  const asked = useRef(0);
  const askedText = useRef("");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busyTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const newest = useRef<Answer<Memory>>(undefined);

  const ask = useCallback(async () => {
    clearTimeout(timer.current);
    const now = latest.current;
    if (client === undefined || now === undefined) return undefined;
    if (caller.current === "") caller.current = newCaller();
    asked.current += 1;
    askedText.current = JSON.stringify(now.request);
    const turn = asked.current;
    clearTimeout(busyTimer.current);
    busyTimer.current = setTimeout(() => setBusy(true), unseen);
    const answer = await client.calculate({ ...now.request, caller: caller.current });
    if (turn !== asked.current) return undefined;
    const next: Outcome<Memory> = answer.ok
      ? { reply: answer.value, memory: now.memory, issues: [] }
      : { issues: answer.issues };
    if (next.issues.some(({ code }) => isPassedOver(code))) return undefined;
    clearTimeout(busyTimer.current);
    setBusy(false);
    setOutcome((last) => (answer.ok ? next : { ...last, issues: next.issues }));
    return next;
  }, [client]);
  const calculate = useCallback(() => {
    const own: Answer<Memory> = ask().then((answer) =>
      // Who pressed the button is owed an answer, though the question has changed since.
      answer === undefined && newest.current !== own ? newest.current : answer,
    );
    newest.current = own;
    return own;
  }, [ask]);

  const first = useRef(true);
  // The pause begins with the key, and not with the next frame.
  useLayoutEffect(() => {
    if (question === undefined) return undefined;
    const askAnew = (): void => {
      // What a press of the button has asked already is not asked again: its answer would be dropped.
      if (JSON.stringify(question.request) !== askedText.current) void calculate();
    };
    timer.current = setTimeout(askAnew, first.current ? 0 : pause);
    first.current = false;
    return () => clearTimeout(timer.current);
  }, [question, calculate]);
  useEffect(
    () => () => {
      asked.current += 1;
      clearTimeout(busyTimer.current);
    },
    [],
  );
  return { outcome, isBusy, calculate };
}

/** Answers to questions that a newer one, or a closed page, has made pointless. */
function isPassedOver(code: string): boolean {
  return code === "superseded" || code === "aborted";
}
