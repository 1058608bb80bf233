import { useEffect, useRef, useState } from "preact/hooks";
import type { Mapping } from "../../engine/batch/mapping.ts";
import type { Issue } from "../../engine/issue.ts";
import type { PortfolioClient, Progress, Summary } from "../../engine/portfolio/types.ts";
import { today } from "../../widgets/calculator/today.ts";
import type { Language } from "../build/page.ts";
import type { PortfolioEngine } from "./engine.ts";

/** A run that has begun, and what it came to. */
export interface Run {
  /** Counts the runs of a visit. */
  readonly number: number;
  readonly resultHeader: readonly string[];
  readonly progress: Progress | undefined;
  /** Once the run is over. */
  readonly summary: Summary | undefined;
  /** The columns of the file. */
  readonly header: readonly string[];
  /** The column by which results are being added up, and how far that is. */
  readonly grouping?: { readonly column: number | undefined; readonly part: number } | undefined;
  /** Why they could not be. */
  readonly groupIssues?: readonly Issue[] | undefined;
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
    readonly header: readonly string[];
    readonly turn: number;
  }) => void;
  readonly cancel: () => void;
  /** Adds the results of a finished run up by another column, or by none; whether they were, unless something newer was asked. */
  readonly group: (column: number | undefined) => Promise<boolean | undefined>;
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
  const grouped = useRef(0);

  useEffect(() => {
    if (client === undefined) return;
    return listen({
      progress(progress) {
        setRun((now) => now && { ...now, progress });
        if (progress.state === "running") return;
        const own = begun.current;
        void client.summary({}).then((answer) => {
          if (!answer.ok || begun.current !== own) return;
          setRun((now) => now && { ...now, summary: answer.value });
        });
      },
      grouping: (part) =>
        setRun((now) =>
          now?.grouping === undefined ? now : { ...now, grouping: { ...now.grouping, part } },
        ),
    });
  }, [client, listen]);

  return {
    run,
    refused,
    begin({ mapping, language, groupBy, name, header, turn }) {
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
        header,
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
    async group(column) {
      if (client === undefined) return undefined;
      grouped.current += 1;
      const [own, ownRun] = [grouped.current, begun.current];
      setRun((now) => now && { ...now, grouping: { column, part: 0 }, groupIssues: undefined });
      const answer = await client.group(column === undefined ? {} : { column });
      if (grouped.current !== own || begun.current !== ownRun) return undefined;
      const found = answer.ok ? { summary: answer.value } : { groupIssues: answer.issues };
      setRun((now) => now && { ...now, ...found, grouping: undefined });
      return answer.ok;
    },
    forget() {
      begun.current += 1;
      setRun(undefined);
      setRefused(undefined);
    },
  };
}
