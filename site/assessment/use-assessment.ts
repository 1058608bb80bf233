import { useEffect, useRef, useState } from "preact/hooks";
import type {
  AssessmentRecord,
  AssessmentResult,
  NextQuestion,
} from "../../engine/assessment/assessment.ts";
import type { Issue } from "../../engine/issue.ts";
import { useAssessor } from "./assessor-context.ts";
import { openProject } from "./open-project.ts";
import type { AssessmentState } from "./state.ts";

/** An assessment with what it follows from. */
export interface Assessed {
  readonly result: AssessmentResult;
  readonly record: AssessmentRecord;
  readonly state: AssessmentState;
}

/** The questions that are worth an answer next, of one project. */
export interface Next {
  readonly project: string;
  readonly questions: readonly NextQuestion[];
}

export interface Assessment {
  /** The last one. It stays while a newer one is on its way, and where that fails. */
  readonly assessed: Assessed | undefined;
  readonly next: Next | undefined;
  readonly isBusy: boolean;
  /** Why there is no newer one. */
  readonly issues: readonly Issue[];
  /** Asks once more, after a failure. */
  readonly again: () => void;
}

/** The pause in typing after which a record is assessed, in milliseconds. */
const pause = 200;

/**
 * Assesses whenever the record changes, after a short pause, and then asks which answer would narrow it most. What arrives
 * for a record that has changed since is dropped.
 */
export function useAssessment(record: AssessmentRecord, state: AssessmentState): Assessment {
  const client = useAssessor()?.client;
  const [assessed, setAssessed] = useState<Assessed>();
  const [next, setNext] = useState<Next>();
  const [isBusy, setBusy] = useState(false);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [turn, setTurn] = useState(0);
  const latest = useRef({ record, state });
  latest.current = { record, state };
  const text = JSON.stringify(record);

  useEffect(() => {
    if (client === undefined) return undefined;
    if (record.projects.length === 0) {
      setAssessed(undefined);
      setNext(undefined);
      setIssues([]);
      setBusy(false);
      return undefined;
    }
    let isCurrent = true;
    const assess = async (): Promise<void> => {
      const now = latest.current;
      const reply = await client.call("assess", now.record);
      if (!isCurrent) return;
      setBusy(false);
      if (!reply.ok) return setIssues(reply.issues.filter(({ code }) => !isPassedOver(code)));
      setIssues([]);
      setAssessed({ result: reply.value, ...now });
      const project = openProject(reply.value);
      if (project === undefined) return setNext(undefined);
      const found = await client.call("nextQuestions", now.record, { project });
      if (!isCurrent) return;
      setNext(found.ok && found.value.ok ? { project, questions: found.value.value } : undefined);
    };
    setBusy(true);
    const timer = setTimeout(() => void assess(), pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [client, text, turn]);
  return { assessed, next, isBusy, issues, again: () => setTurn((now) => now + 1) };
}

/** Answers to questions that a newer one, or a closed page, has made pointless. */
function isPassedOver(code: string): boolean {
  return code === "superseded" || code === "aborted";
}
