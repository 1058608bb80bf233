import { useEffect, useRef, useState } from "preact/hooks";
import type { Mapping } from "../../engine/batch/mapping.ts";
import type { Issue } from "../../engine/issue.ts";
import type { PortfolioClient, Progress, Summary } from "../../engine/portfolio/types.ts";
import { today } from "../../widgets/calculator/today.ts";
import type { Language } from "../build/page.ts";

/** The worker as the page has it. */
export interface PortfolioEngine {
  readonly client: PortfolioClient;
  /** Hands progress over until the function that comes back is called. */
  readonly listen: (hear: (progress: Progress) => void) => () => void;
}

/** A run that has begun, and what it came to. */
export interface Run {
  /** Counts the runs of a visit. */
  readonly number: number;
  readonly resultHeader: readonly string[];
  readonly progress: Progress | undefined;
  /** Once the run is over. */
  readonly summary: Summary | undefined;
  /** The name of the file, without its kind. */
  readonly name: string;
  /** The settings that it was begun with, as `Desk.turn` counts them. */
  readonly turn: number;
}

/** How rows are calculated, and how that is begun and ended. */
export interface Running {
  readonly run: Run | undefined;
  /** Why a run could not begin. */
  readonly refused: readonly Issue[] | undefined;
  readonly begin: (request: {
    readonly mapping: Mapping;
    readonly language: Language;
    readonly groupBy: number | undefined;
    readonly name: string;
    readonly turn: number;
  }) => void;
  readonly cancel: () => void;
  readonly forget: () => void;
}

/** Follows a run in the worker. `listen` hands its events over. */
export function useRun(
  client: PortfolioClient | undefined,
  listen: PortfolioEngine["listen"],
): Running {
  const [run, setRun] = useState<Run>();
  const [refused, setRefused] = useState<readonly Issue[]>();
  const begun = useRef(0);

  useEffect(() => {
    if (client === undefined) return;
    return listen((progress) => {
      setRun((now) => now && { ...now, progress });
      if (progress.state === "running") return;
      const own = begun.current;
      void client.summary({}).then((answer) => {
        if (!answer.ok || begun.current !== own) return;
        setRun((now) => now && { ...now, summary: answer.value });
      });
    });
  }, [client, listen]);

  return {
    run,
    refused,
    begin({ mapping, language, groupBy, name, turn }) {
      if (client === undefined) return;
      begun.current += 1;
      const own = begun.current;
      setRefused(undefined);
      setRun({
        number: own,
        resultHeader: [],
        progress: undefined,
        summary: undefined,
        name,
        turn,
      });
      const group = groupBy === undefined ? {} : { groupBy };
      void client.begin({ mapping, asOf: today(), language, ...group }).then((answer) => {
        if (begun.current !== own) return;
        if (answer.ok) {
          const { resultHeader } = answer.value;
          setRun((now) => now && { ...now, resultHeader });
        } else {
          setRun(undefined);
          setRefused(answer.issues);
        }
      });
    },
    cancel: () => void client?.cancel({}),
    forget() {
      begun.current += 1;
      setRun(undefined);
      setRefused(undefined);
    },
  };
}
