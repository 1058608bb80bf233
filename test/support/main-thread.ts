import type { CDPSession, Page } from "playwright-core";

/** A task of the thread that draws a page. */
export interface PageTask {
  /** What the visitor did before it. */
  readonly step: string;
  /** Milliseconds by the clock. */
  readonly wall: number;
  /** Milliseconds that the thread was on a core. Less than by the clock where others had the core. */
  readonly cpu: number;
  /** What took longest within it, by time on a core: `Layout 12.1, Paint 5.0`. */
  readonly holds: string;
}

/** Records the tasks of a page by what a visitor does. */
export interface TaskRecord {
  /** What follows belongs to this step. */
  readonly step: (name: string) => Promise<void>;
  readonly end: () => Promise<readonly PageTask[]>;
}

interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: begin and length by the clock, and length on a core. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

const mark = "santei step ";
const categories = [
  "blink.user_timing",
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "v8",
];

/** Begins to record, by the trace of Chromium. What is recorded costs the page some hundredths of its time. */
export async function recordTasks(page: Page): Promise<TaskRecord> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("Tracing.start", {
    transferMode: "ReturnAsStream",
    traceConfig: { includedCategories: categories, recordMode: "recordAsMuchAsPossible" },
  });
  return {
    step: (name) =>
      page.evaluate((own) => {
        performance.mark(own);
      }, mark + name),
    async end() {
      const complete = new Promise<string>((resolve, reject) => {
        devTools.once("Tracing.tracingComplete", ({ stream }) => {
          if (stream === undefined) reject(new Error("Chromium has given no trace."));
          else resolve(stream);
        });
      });
      await devTools.send("Tracing.end");
      const trace = await readStream(devTools, await complete);
      await devTools.detach();
      return tasksOf(JSON.parse(trace).traceEvents);
    },
  };
}

async function readStream(devTools: CDPSession, handle: string): Promise<string> {
  const parts: Buffer[] = [];
  for (;;) {
    const { data, base64Encoded, eof } = await devTools.send("IO.read", { handle });
    parts.push(Buffer.from(data, base64Encoded === true ? "base64" : "utf8"));
    if (eof) return Buffer.concat(parts).toString("utf8");
  }
}

/** The tasks of the threads that a step was marked on. */
function tasksOf(events: readonly TraceEvent[]): readonly PageTask[] {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const marks = events
    .filter(({ name, ph }) => name.startsWith(mark) && ph !== "e")
    .sort((a, b) => a.ts - b.ts);
  const threads = new Set(marks.map(threadOf));
  const own = events
    .filter((event) => event.dur !== undefined && threads.has(threadOf(event)))
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const tasks: { event: TraceEvent; within: TraceEvent[] }[] = [];
  for (const event of own) {
    const last = tasks.at(-1);
    const isWithin = last !== undefined && event.ts < last.event.ts + (last.event.dur ?? 0);
    if (isWithin) last.within.push(event);
    else if (event.name === "RunTask") tasks.push({ event, within: [] });
  }
  return tasks.flatMap(({ event, within }) => {
    const step = marks.findLast(({ ts }) => ts <= event.ts)?.name.slice(mark.length);
    if (step === undefined) return [];
    const { dur = 0, tdur = 0 } = event;
    return [{ step, wall: dur / 1000, cpu: tdur / 1000, holds: holdsOf(within) }];
  });
}

function holdsOf(within: readonly TraceEvent[]): string {
  const times = new Map<string, number>();
  for (const { name, tdur = 0 } of within) {
    if (name !== "RunTask") times.set(name, (times.get(name) ?? 0) + tdur / 1000);
  }
  return [...times]
    .filter(([, time]) => time >= 1)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 4)
    .map(([name, time]) => `${name} ${time.toFixed(0)}`)
    .join(", ");
}

/** More milliseconds than this, and a press waits noticeably. */
const long = 50;

/** One line for each step, and one for all: the longest task by either measure, and how many took longer than 50 ms. */
export function taskTable(tasks: readonly PageTask[]): readonly string[] {
  const steps = [...new Set(tasks.map(({ step }) => step))];
  const width = Math.max(...steps.map(({ length }) => length), "whole way".length);
  const line = (name: string, own: readonly PageTask[]): string => {
    const [byClock, byCpu] = (["wall", "cpu"] as const).map((by) => ({
      most: Math.max(0, ...own.map((task) => task[by])),
      over: own.filter((task) => task[by] > long).length,
    }));
    const words = [byClock, byCpu].map(
      (one) => `${one?.most.toFixed(0).padStart(4)} ms (${one?.over} over ${long})`,
    );
    return `${name.padEnd(width)}  by the clock ${words[0]}, on a core ${words[1]}`;
  };
  const [heaviest] = [...tasks].sort((a, b) => b.cpu - a.cpu);
  return [
    ...steps.map((step) =>
      line(
        step,
        tasks.filter((task) => task.step === step),
      ),
    ),
    line("whole way", tasks),
    `the longest on a core, at “${heaviest?.step}”: ${heaviest?.holds}`,
  ];
}
