import type { MappingReason } from "../../engine/batch/mapping.ts";
import type { Language } from "../build/page.ts";
import { portfolioWordsEn } from "./portfolio-words-en.ts";
import { portfolioWordsJa } from "./portfolio-words-ja.ts";

/** What a row came to, as the results write it. */
export type RowStatus = "applies" | "does_not_apply" | "undecided" | "issue";

/** What the page says that calculates lists of many rows; a language that lacks a sentence does not compile. */
export interface PortfolioWords {
  readonly title: string;
  readonly intro: string;
  readonly quiet: string;
  readonly steps: Readonly<
    Record<"methodology" | "file" | "rows" | "columns" | "run" | "results", string>
  >;

  readonly methodology: string;
  readonly template: string;
  readonly templateHelp: string;
  readonly templateOf: Readonly<Record<"projects" | "items", string>>;

  readonly file: string;
  readonly fileHelp: string;
  readonly drop: string;
  readonly reading: string;
  readonly notRead: string;
  readonly read: (name: string, columns: number) => string;
  readonly kinds: Readonly<Record<"csv" | "xlsx", string>>;
  readonly sheet: string;
  readonly workerFailed: string;

  readonly rowsAre: string;
  readonly rowsHelp: string;
  readonly projects: string;
  readonly projectsHelp: string;
  readonly items: string;
  readonly itemsHelp: string;
  readonly noLists: string;
  readonly period: string;
  readonly periodHelp: string;
  readonly periodInColumn: (header: string) => string;
  readonly noPeriod: string;

  readonly columnsHelp: string;
  readonly columnsWait: string;
  readonly column: (number: number, header: string) => string;
  readonly samples: string;
  readonly noSamples: string;
  readonly isWhat: string;
  readonly uses: Readonly<Record<"period" | "case" | "kept" | "ignored", string>>;
  readonly reason: string;
  readonly reasons: Readonly<Record<MappingReason | "kept" | "hand", string>>;
  readonly unit: string;
  readonly unitIn: string;
  readonly unitInCells: string;
  readonly unitWanted: string;
  readonly key: (axis: string) => string;
  readonly timeKey: string;
  readonly timeKeyHelp: string;
  readonly lacking: string;
  readonly lackingHelp: string;
  readonly nothingLacks: string;
  readonly checks: string;
  readonly columnsShown: (from: number, to: number, count: number) => string;
  readonly before: string;
  readonly after: string;
  readonly saveMapping: string;
  readonly openMapping: string;
  readonly mappingHelp: string;
  readonly mappingOpened: (name: string) => string;
  readonly mappingNotRead: (name: string) => string;
  readonly mappingOfOther: (id: string) => string;

  readonly groupBy: string;
  readonly groupByHelp: string;
  readonly noGroups: string;
  readonly start: string;
  readonly startAgain: string;
  readonly cancel: string;
  readonly stillLacks: (count: number) => string;
  readonly lacksFile: string;
  readonly lacksRows: string;
  readonly lacksPeriod: string;
  readonly lacksColumns: string;
  readonly lacksCase: string;
  readonly running: string;
  readonly progress: (percent: number) => string;
  readonly speed: (rows: string, perSecond: string) => string;
  readonly timeLeft: (seconds: number) => string;
  readonly timeUnknown: string;
  readonly states: Readonly<Record<"running" | "ended" | "cancelled" | "stopped", string>>;
  readonly isPart: (rows: string) => string;
  readonly isStale: string;

  readonly counts: Readonly<
    Record<
      "rows" | "results" | "issues" | "blank" | "applies" | "doesNotApply" | "undecided",
      string
    >
  >;
  readonly sums: string;
  readonly sumsHelp: string;
  readonly output: string;
  readonly key1: string;
  readonly sum: string;
  readonly least: string;
  readonly most: string;
  readonly figures: string;
  readonly none: string;
  readonly issueKinds: string;
  readonly noIssues: string;
  readonly issueColumn: string;
  readonly anyColumn: string;
  readonly issueRows: string;
  readonly firstRow: string;
  readonly example: string;
  readonly moreKinds: (count: number) => string;

  readonly groupAgain: string;
  readonly groupAgainBy: string;
  readonly groupAgainHelp: string;
  readonly grouping: string;
  readonly grouped: (header: string) => string;
  readonly ungrouped: string;
  readonly notGrouped: string;
  readonly groups: (header: string) => string;
  readonly groupsHelp: string;
  readonly group: string;
  readonly blankGroup: string;
  readonly otherGroups: string;
  readonly look: string;
  readonly lookAt: (name: string) => string;
  readonly moreGroups: (count: number) => string;

  readonly spread: string;
  readonly spreadOf: string;
  readonly histogram: (name: string) => string;
  readonly histogramHelp: string;
  readonly bin: string;
  readonly binOf: (from: string, to: string) => string;
  readonly rowCount: string;
  readonly cumulative: (name: string) => string;
  readonly cumulativeHelp: string;
  readonly upTo: string;
  readonly below: (to: string) => string;
  readonly shareOfRows: string;
  readonly cumulated: string;
  readonly shareOfSum: string;
  readonly chartHelp: string;

  readonly rows: string;
  readonly rowsTable: string;
  readonly rowsTableHelp: string;
  readonly filter: string;
  readonly status: string;
  readonly anyStatus: string;
  readonly statuses: Readonly<Record<RowStatus, string>>;
  readonly ours: Readonly<Record<"row" | "status" | "unused" | "issue", string>>;
  readonly text: string;
  readonly figureOf: string;
  readonly noFigure: string;
  readonly atLeast: string;
  readonly atMost: string;
  readonly figureWanted: string;
  readonly applyFilter: string;
  readonly clearFilter: string;
  readonly ofGroup: (name: string) => string;
  readonly found: (count: string, all: string) => string;
  readonly nothingFound: string;
  readonly details: (row: string) => string;
  readonly detailsOf: (row: string) => string;
  readonly close: string;
  readonly loading: string;

  readonly downloads: string;
  readonly downloadsHelp: string;
  readonly resultsFile: string;
  readonly rejectsFile: string;
  readonly noRejects: string;
  readonly rejectsHelp: string;
  readonly saving: (name: string) => string;
  readonly saved: (name: string) => string;
  readonly notSaved: string;
  readonly part: string;
}

export const portfolioWords: Readonly<Record<Language, PortfolioWords>> = {
  ja: portfolioWordsJa,
  en: portfolioWordsEn,
};
