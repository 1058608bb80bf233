import { type FileRows, openFileRows } from "../batch/file-rows.ts";
import { issueOf } from "../batch/issue-of.ts";
import type { Mapping } from "../batch/mapping.ts";
import { proposeMapping } from "../batch/propose-mapping.ts";
import { templateColumns, templateCsv } from "../batch/template.ts";
import { sourceOfBlob } from "../batch/workbook/source.ts";
import { templateWorkbook } from "../batch/workbook/template-workbook.ts";
import { startWorkbookWriter } from "../batch/workbook/write-workbook.ts";
import { fail, type Issue, ok, type Result } from "../issue.ts";
import type { Plan } from "../plan.ts";
import { columnChoices, mappingIssues, readFirstRows, shownHeader } from "./look.ts";
import { type Portfolio, startPortfolio } from "./portfolio.ts";
import { describePortfolioIssue } from "./sentences.ts";
import {
  type BeginRequest,
  type Channel,
  type DownloadRequest,
  type Look,
  type LookRequest,
  mostWindowRows,
  type PortfolioCalls,
  type PortfolioMessage,
  type PortfolioParts,
  type PortfolioRequest,
  type Progress,
} from "./types.ts";

/** A file that has been looked at, with what its rows are for. */
interface Seen {
  readonly plan: Plan;
  readonly file: FileRows;
  /** Bytes of the file that have been asked for, of all. */
  readonly bytes: { read: number; readonly all: number };
  readonly header: readonly string[];
}

/** A run, as long as it is the newest. */
interface Run {
  readonly portfolio: Portfolio;
  readonly language: BeginRequest["language"];
  state: Progress["state"];
}

type Answers = {
  readonly [Name in keyof PortfolioCalls]: (
    request: Parameters<PortfolioCalls[Name]>[0],
  ) => Promise<Result<ReturnType<PortfolioCalls[Name]>>>;
};

const bytesAtOnce = 256 * 1024;
const millisecondsOfProgress = 100;

/** Lets messages that have come in the meantime be answered. */
const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/**
 * Answers a page in a worker: looks at files, computes them piece by piece between its other answers, and keeps what they
 * come to. One file at a time: a new one gives up the one before.
 *
 * @example
 * servePortfolio(self, { open: async (name) => ok(await planOf(name)) });
 */
export function servePortfolio(channel: Channel, parts: PortfolioParts): void {
  const now = parts.now ?? (() => performance.now());
  let seen: Seen | undefined;
  let current: Run | undefined;

  const post = (message: PortfolioMessage) => channel.postMessage(message);
  const notBegun = fail<never>([issueOf("portfolio-not-begun", {})]);

  const giveUp = (): void => {
    if (current?.state === "running") current.state = "cancelled";
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
      seen = { plan, file: file.value, bytes, header };
      const own = sheet === undefined ? {} : { sheet };
      const proposed =
        mapping ?? proposeMapping(plan, header, { rows: rowsOf(plan, header), ...own }, plan.hash);
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
      return fail([issueOf("batch-file-unreadable", { file: nameOf(blob), reason: "" })]);
    }
  };

  /** Reads the file to its end, unless another run or a person stops it. */
  const runOn = async (run: Run, { file, bytes }: Seen, sheet: string | undefined) => {
    const { portfolio } = run;
    const start = now();
    let told = start;
    const tell = () => {
      const milliseconds = now() - start;
      const { rows } = portfolio.counts();
      const rate = milliseconds > 0 ? (1000 * rows) / milliseconds : 0;
      const part = bytes.all === 0 ? 1 : bytes.read / bytes.all;
      const progress: Progress = {
        state: run.state,
        bytes: run.state === "ended" ? bytes.all : bytes.read,
        bytesOfFile: bytes.all,
        counts: portfolio.counts(),
        seconds: milliseconds / 1000,
        rowsPerSecond: rate,
        ...(run.state === "running" && part > 0 && milliseconds > 1000
          ? { secondsLeft: (milliseconds / 1000 / part) * (1 - part) }
          : {}),
        issues: portfolio.issues(),
      };
      post({ event: "progress", progress });
    };
    bytes.read = 0;
    try {
      const pieces = file.read(sheet);
      for (;;) {
        const { done, value } = await pieces.next();
        if (run.state !== "running") {
          await pieces.return(undefined);
          break;
        }
        if (done === true) {
          if (value === undefined) portfolio.end();
          else portfolio.stop([value]);
        } else portfolio.take(value);
        if (portfolio.isStopped()) run.state = "stopped";
        else if (done === true) run.state = "ended";
        if (run.state !== "running") break;
        if (now() - told >= millisecondsOfProgress) {
          told = now();
          tell();
        }
        await turn();
      }
    } catch {
      // The file was moved or changed under our hands.
      portfolio.stop([issueOf("batch-file-unreadable", { file: "", reason: "" })]);
      run.state = "stopped";
    }
    tell();
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
    const portfolio = startPortfolio({
      plan: own.plan,
      mapping,
      mode: mode ?? mapping.mode ?? own.plan.tree.mode,
      asOf,
      describe: (issue) => describePortfolioIssue(issue, language),
      ...(groupBy === undefined ? {} : { groupBy }),
    });
    const run: Run = { portfolio, language, state: "running" };
    current = run;
    runOn(run, own, mapping.sheet);
    return ok({ resultHeader: portfolio.headerFor(own.header) });
  };

  const download = async ({ what, as }: DownloadRequest): Promise<Result<Blob>> => {
    if (current === undefined) return notBegun;
    const { portfolio, language } = current;
    const { blob, figures } = portfolio.file(what);
    if (as === "csv") return ok(blob);
    return workbookOf(blob, sheetNames[language][what], figures);
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

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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

function nameOf(blob: Blob): string {
  return "name" in blob && typeof blob.name === "string" ? blob.name : "";
}

/** A table as a workbook, piece by piece. */
async function workbookOf(
  table: Blob,
  name: string,
  figures: readonly number[],
): Promise<Result<Blob>> {
  const writer = startWorkbookWriter(name, figures);
  const parts: Blob[] = [];
  const keep = (bytes: Uint8Array) => {
    if (bytes.length > 0) parts.push(new Blob([bytes as BlobPart]));
  };
  for (let at = 0; at < table.size; at += bytesAtOnce) {
    const piece = await table.slice(at, at + bytesAtOnce).arrayBuffer();
    keep(writer.take(new Uint8Array(piece)));
    const fault: Issue | undefined = writer.fault();
    if (fault !== undefined) return fail([fault]);
  }
  keep(writer.end());
  const fault = writer.fault();
  return fault === undefined ? ok(new Blob(parts, { type: workbookType })) : fail([fault]);
}
