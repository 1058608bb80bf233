import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import type { Language } from "../build/page.ts";
import type { PortfolioEngine } from "./engine.ts";
import { portfolioWords } from "./portfolio-words.ts";
import { Results } from "./results.tsx";
import { RunPanel } from "./run-panel.tsx";
import type { Desk } from "./use-desk.ts";
import { useRun } from "./use-run.ts";

const silent = () => () => undefined;

/** The last two steps. They are drawn again with every progress, and nothing else of the page is. */
export function RunArea({
  language,
  desk,
  engine,
  onSay,
}: {
  readonly language: Language;
  readonly desk: Desk;
  readonly engine: PortfolioEngine | undefined;
  readonly onSay: (words: string) => void;
}): VNode {
  const running = useRun(engine?.client, engine?.listen ?? silent);
  const { run } = running;
  const state = run?.progress?.state;
  useEffect(() => {
    if (state !== undefined) onSay(portfolioWords[language].states[state]);
  }, [state]);
  // A file that is looked at takes the place of the one whose results these are.
  useEffect(() => {
    if (desk.isReading) running.forget();
  }, [desk.isReading]);
  return (
    <>
      <RunPanel language={language} desk={desk} running={running} />
      {engine !== undefined && run !== undefined && (
        <Results
          key={run.number}
          language={language}
          client={engine.client}
          run={run}
          isStale={run.turn !== desk.turn}
          onGroup={running.group}
          onSay={onSay}
        />
      )}
    </>
  );
}
