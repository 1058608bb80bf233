import { useEffect, useRef, useState } from "preact/hooks";
import type { Issue, Result } from "../../engine/issue.ts";

/** A search that a press begins, and what it last found. */
export interface Search<Found> {
  readonly begin: () => void;
  readonly isBusy: boolean;
  readonly found?: Found | undefined;
  readonly issues: readonly Issue[];
  /** Whether what was asked has changed since. */
  readonly isOld: boolean;
}

/**
 * Runs a search when it is asked for and keeps what it found, until another is asked for.
 *
 * `asked` is what the search depends on, as text.
 */
export function useSearch<Found>(
  asked: string,
  search: () => Promise<Result<Result<Found>>> | undefined,
): Search<Found> {
  const [isBusy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<{
    readonly asked: string;
    readonly found?: Found;
    readonly issues: readonly Issue[];
  }>();
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  const begin = async (): Promise<void> => {
    const own = turn.current + 1;
    turn.current = own;
    setBusy(true);
    const reply = await search();
    if (turn.current !== own) return;
    setBusy(false);
    if (reply === undefined) return;
    const result = reply.ok ? reply.value : reply;
    if (result.ok) setAnswer({ asked, found: result.value, issues: [] });
    else setAnswer({ asked, issues: result.issues });
  };
  return {
    begin: () => void begin(),
    isBusy,
    found: answer?.found,
    issues: answer?.issues ?? [],
    isOld: answer !== undefined && answer.asked !== asked,
  };
}
