import { type FileRows, openFileRows } from "../batch/file-rows.ts";
import { issueOf } from "../batch/issue-of.ts";
import type { Mapping } from "../batch/mapping.ts";
import { isLongFile } from "../batch/pool.ts";
import { proposeMapping } from "../batch/propose-mapping.ts";
import { templateColumns, templateCsv } from "../batch/template.ts";
import { sourceOfBlob } from "../batch/workbook/source.ts";
import { templateWorkbook } from "../batch/workbook/template-workbook.ts";
import { fail, ok, type Result } from "../issue.ts";
import type { Mode } from "../methodology/schema.ts";
import type { Plan } from "../plan.ts";
import { columnChoices, mappingIssues, readFirstRows, shownHeader } from "./look.ts";
import type { Channel, PortfolioParts } from "./parts.ts";
import type { PieceOptions } from "./piece.ts";
import { startPortfolio } from "./portfolio.ts";
import { regroup } from "./regroup.ts";
import { type FileRun, millisecondsOfProgress, runFile } from "./run-file.ts";
import { startTeam } from "./team.ts";
import {
  type BeginRequest,
  type DownloadRequest,
  type EditionName,
  type GroupRequest,
  type Look,
  type LookRequest,
  mostWindowRows,
  type PortfolioCalls,
  type PortfolioMessage,
  type PortfolioRequest,
  type Progress,
  type Summary,
} from "./types.ts";
import { workbookFile, workbookType } from "./workbook-file.ts";

/** A file that has been looked at, with what its rows are for. */
interface Seen {
  readonly name: string;
  readonly plan: Plan;
  readonly file: FileRows;
  /** Bytes of the file that have been asked for, of all. */
  readonly bytes: { read: number; readonly all: number };
  readonly header: readonly string[];
}

interface Run extends FileRun {
  readonly seen: Seen;
  readonly options: PieceOptions;
  /** Counts the columns that groups were asked for by. */
  groupings: number;
}

type Answers = {
  readonly [Name in keyof PortfolioCalls]: (
    request: Parameters<PortfolioCalls[Name]>[0],
  ) => Promise<Result<ReturnType<PortfolioCalls[Name]>>>;
};

const bytesAtOnce = 256 * 1024;

/**
 * Answers a page in a worker: looks at files, computes them piece by piece between its other answers, and keeps what they
 * come to. One file at a time: a new one gives up the one before.
 *
 * @example
 * servePortfolio(self, { open: async (name) => ok(await planOf(name)) });
 */
export function servePortfolio(channel: Channel, parts: PortfolioParts): void {
  const now = parts.now ?? (() => performance.now());
  const { helpers } = parts;
  const team = helpers === undefined || helpers.most < 1 ? undefined : startTeam(helpers);
  let seen: Seen | undefined;
  let current: Run | undefined;

  /** Whether several workers are done sooner with a file than one. */
  const isLong = ({ file, bytes }: Seen, rows: Mapping["rows"], mode: Mode): boolean => {
    const least = helpers?.leastBytes;
    if (least !== undefined) return bytes.all >= least;
    return isLongFile({ kind: file.kind, size: bytes.all }, { rows, mode });
  };

  const post = (message: PortfolioMessage) => channel.postMessage(message);
  const notBegun = fail<never>([issueOf("portfolio-not-begun", {})]);

  const giveUp = (): void => {
    if (current?.state !== "running") return;
    current.state = "cancelled";
    current.portfolio.stop([]);
  };

  const look = async ({
    methodology,
    file: blob,
    sheet,
    mapping,
  }: LookRequest): Promise<Result<Look>> => {
    giveUp();
    const opened = await parts.open(methodology);
    if (!opened.ok) return opened;
    const plan = opened.value;
    const bytes = { read: 0, all: blob.size };
    const source = sourceOfBlob(blob);
    const counted = {
      size: source.size,
      read: (start: number, end: number) => {
        bytes.read = Math.min(bytes.all, bytes.read + end - start);
        return source.read(start, end);
      },
    };
    try {
      const file = await openFileRows(counted, bytesAtOnce);
      if (!file.ok) return fail(file.issues);
      const first = await readFirstRows(file.value, sheet ?? mapping?.sheet);
      const [header = [], ...rows] = first.rows;
      seen = { name: nameOf(blob), plan, file: file.value, bytes, header };
      const own = sheet === undefined ? {} : { sheet };
      const proposed =
        mapping ?? proposeMapping(plan, header, { rows: rowsOf(plan, header), ...own }, plan.hash);
      if (isLong(seen, proposed.rows, plan.tree.mode)) team?.prepare(editionOf(plan));
      return ok({
        kind: file.value.kind,
        sheets: file.value.sheets,
        header: shownHeader(header),
        rows,
        mapping: proposed,
        issues: [
          ...first.issues,
          ...(header.length === 0 ? [] : mappingIssues(plan, header, proposed)),
        ],
        choices: columnChoices(plan),
      });
    } catch {
      return unreadable(nameOf(blob));
    }
  };

  const begin = async ({
    mapping,
    mode,
    asOf,
    language,
    groupBy,
  }: BeginRequest): Promise<Result<{ readonly resultHeader: readonly string[] }>> => {
    giveUp();
    const own = seen;
    if (own === undefined) return notBegun;
    const wrong = mappingIssues(own.plan, own.header, mapping).filter(
      ({ severity }) => severity === "error",
    );
    if (wrong.length > 0) return fail(wrong);
    const options: PieceOptions = {
      mapping,
      mode: mode ?? mapping.mode ?? own.plan.tree.mode,
      asOf,
      language,
      ...(groupBy === undefined || groupBy >= own.header.length ? {} : { groupBy }),
    };
    const { plan } = own;
    const isShared = team !== undefined && isLong(own, mapping.rows, options.mode);
    const portfolio = startPortfolio({
      plan,
      ...options,
      ...(isShared ? { elsewhere: team } : {}),
    });
    const run: Run = { portfolio, seen: own, options, state: "running", groupings: 0 };
    current = run;
    const { file, bytes, name } = own;
    const progress = (told: Progress) => post({ event: "progress", progress: told });
    void runFile(run, { file, bytes, name, sheet: mapping.sheet, now, progress });
    return ok({ resultHeader: portfolio.headerFor(own.header) });
  };

  const group = async ({ column }: GroupRequest): Promise<Result<Summary>> => {
    const run = current;
    if (run === undefined || run.state === "running") return notBegun;
    const { portfolio, seen: own, options } = run;
    run.groupings += 1;
    const asked = run.groupings;
    const isWanted = () => current === run && run.groupings === asked;
    if (column === undefined || column >= own.header.length) {
      portfolio.setGroups(undefined);
      return ok(portfolio.summary());
    }
    let told = now();
    try {
      const found = await regroup({
        plan: own.plan,
        options,
        portfolio,
        column,
        header: shownHeader(own.header)[column] ?? "",
        read: () => own.file.read(options.mapping.sheet),
        told(part) {
          if (isWanted() && now() - told >= millisecondsOfProgress) {
            told = now();
            post({ event: "grouping", part });
          }
          return isWanted();
        },
      });
      if (found !== undefined && isWanted()) {
        portfolio.store.regroup(found.codes);
        portfolio.setGroups(found.tally);
      }
    } catch {
      return unreadable(own.name);
    }
    return ok(portfolio.summary());
  };

  const download = async ({ what, as }: DownloadRequest): Promise<Result<Blob>> => {
    if (current === undefined) return notBegun;
    const { portfolio, options } = current;
    const { blob, figures } = portfolio.file(what);
    if (as === "csv") return ok(blob);
    const name = sheetNames[options.language][what];
    return workbookFile(blob, name, figures, parts.mostSheetRows);
  };

  const answers: Answers = {
    look,
    map: async ({ mapping }) => {
      if (seen === undefined) return notBegun;
      return ok({ mapping, issues: mappingIssues(seen.plan, seen.header, mapping) });
    },
    begin,
    cancel: async () => {
      giveUp();
      return ok({});
    },
    summary: async () => (current === undefined ? notBegun : ok(current.portfolio.summary())),
    view: async (filter) =>
      current === undefined ? notBegun : ok(await current.portfolio.store.view(filter)),
    rows: async ({ view, from, count }) => {
      if (current === undefined) return notBegun;
      const wanted = Math.max(0, Math.min(mostWindowRows, count));
      const first = Math.max(0, from);
      const rows = await current.portfolio.store.rows(view, first, wanted);
      if (rows === undefined) return fail([issueOf("portfolio-view-gone", {})]);
      return ok({ ...(view === undefined ? {} : { view }), from: first, rows });
    },
    group,
    download,
    template: async ({ methodology, language, as, rows }) => {
      const opened = await parts.open(methodology);
      if (!opened.ok) return opened;
      const columns = templateColumns(opened.value, { language, rows });
      return ok(
        as === "csv"
          ? new Blob([templateCsv(columns)], { type: "text/csv;charset=utf-8" })
          : new Blob([templateWorkbook(columns, language) as BlobPart], { type: workbookType }),
      );
    },
  };

  channel.addEventListener("message", ({ data }) => {
    const { id, call, request } = data as PortfolioRequest;
    const answer = answers[call] as ((request: unknown) => Promise<Result<unknown>>) | undefined;
    if (answer === undefined) return;
    answer(request).then(
      (result) =>
        post(
          result.ok
            ? { id, ok: true, value: result.value }
            : { id, ok: false, issues: result.issues },
        ),
      // What was held on the disk cannot be read any more.
      () => post({ id, ok: false, issues: [issueOf("portfolio-view-gone", {})] }),
    );
  });
}

const sheetNames = {
  en: { results: "Results", rejects: "Rejects" },
  ja: { results: "結果", rejects: "差戻し" },
} as const;

/** Rows with a case and a list are proposed to be its items. */
function rowsOf(plan: Plan, header: readonly string[]): Mapping["rows"] {
  const { columns } = proposeMapping(plan, header, { rows: "projects" });
  const hasCase = columns.some(({ is }) => is === "case");
  return hasCase && plan.lists.length > 0 ? "items" : "projects";
}

function editionOf({ tree: { id, version } }: Plan): EditionName {
  return `${id}@${version}`;
}

function unreadable(file: string): Result<never> {
  return fail([issueOf("batch-file-unreadable", { file, reason: "" })]);
}

function nameOf(blob: Blob): string {
  return "name" in blob && typeof blob.name === "string" ? blob.name : "";
}
