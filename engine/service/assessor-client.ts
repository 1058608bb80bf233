import { wrap } from "comlink";
import type { Assessor } from "../assessment/assessment.ts";
import { fail, type Issue, ok, type Result } from "../issue.ts";
import type { AssessorCall, AssessorReply, AssessorService } from "./assessor-worker.ts";
import type { Connection } from "./client.ts";
import { serviceIssue } from "./service-issue.ts";
import { within } from "./within.ts";

/**
 * The page's side of an assessor. What takes long has a worker of its own, so that a figure never waits for a search:
 * one connection gives assessments, the other answers the questions about them. When a newer call of a kind comes while
 * the other worker is busy with an older one, that worker is ended and the newer call goes to a fresh one.
 */
export interface AssessorOptions {
  /** Starts a worker; it may throw. */
  readonly connect: () => Connection;
  /** Brings the assessor on the page's own thread, where no worker can start. */
  readonly fallback?: () => Promise<AssessorService>;
  readonly limits?: Partial<AssessorLimits>;
}

/** Milliseconds until the client stops waiting. */
export interface AssessorLimits {
  /** For a worker's first word. */
  readonly handshake: number;
  /** For an answer, what has to be loaded included. */
  readonly call: number;
}

export interface AssessorClient {
  /**
   * Never rejects: what goes wrong is an issue. The newest call of a name wins, older ones end as `superseded`; but what
   * is started does not depend on what else is, so that each start goes on.
   */
  call<Name extends AssessorCall>(
    name: Name,
    ...given: Parameters<Assessor[Name]>
  ): Promise<Result<AssessorReply<Name>>>;
  /** Ends the workers; calls in flight end as `aborted`. */
  dispose(): void;
}

const patience: AssessorLimits = { handshake: 10_000, call: 60_000 };

/** Searches, which are many evaluations each. */
const long: ReadonlySet<AssessorCall> = new Set(["nextQuestions", "sensitivity", "seek"]);

interface Call {
  readonly settle: (issue: Issue) => void;
  isSettled: boolean;
}

/** One connection with the calls that wait for it. */
interface Line {
  service: Promise<AssessorService | undefined> | undefined;
  connection: Connection | undefined;
  readonly waiting: Set<Call>;
}

/**
 * Makes the one client of a page. A worker starts with the first call that needs it.
 *
 * Errors: see `AssessorClient.call`. Where a worker is refused or does not answer, the fallback takes its place; one that
 * dies later is started again by the next call.
 *
 * @example
 * const client = createAssessorClient({ connect });
 * const reply = await client.call("assess", record, { asOf });
 */
export function createAssessorClient(options: AssessorOptions): AssessorClient {
  const limits: AssessorLimits = { ...patience, ...options.limits };
  const newest = new Map<string, Call>();
  const lines = { quick: newLine(), long: newLine() };
  let isDisposed = false;

  async function start(line: Line): Promise<AssessorService | undefined> {
    let connection: Connection;
    try {
      connection = options.connect();
    } catch {
      return fallback();
    }
    line.connection = connection;
    const service = wrap<AssessorService>(connection.endpoint) as unknown as AssessorService;
    const refused = new Promise<undefined>((resolve) => {
      connection.failed(() => {
        resolve(undefined);
        if (line.connection === connection) end(line, serviceIssue("engine-stopped", {}));
      });
    });
    const version = await within(limits.handshake, Promise.race([service.greet(), refused]));
    if (version !== undefined) return service;
    connection.close();
    if (line.connection === connection) line.connection = undefined;
    return fallback();
  }

  const fallback = async (): Promise<AssessorService | undefined> =>
    options.fallback?.().catch(() => undefined);

  /** Gives a worker up; its calls end with the issue, and the next call starts another. */
  function end(line: Line, issue: Issue): void {
    const calls = [...line.waiting];
    line.waiting.clear();
    line.connection?.close();
    line.connection = undefined;
    line.service = undefined;
    for (const call of calls) call.settle(issue);
  }

  async function post<Name extends AssessorCall>(
    line: Line,
    call: Call,
    name: Name,
    given: Parameters<Assessor[Name]>,
    hand: (reply: AssessorReply<Name>) => void,
  ): Promise<void> {
    line.service ??= start(line);
    const starting = line.service;
    const service = await starting;
    if (call.isSettled) return;
    if (service === undefined) {
      if (line.service === starting) line.service = undefined;
      return call.settle(serviceIssue("engine-unavailable", {}));
    }
    line.waiting.add(call);
    const seconds = String(limits.call / 1000);
    const timer = setTimeout(
      () => end(line, serviceIssue("calculation-too-long", { seconds })),
      limits.call,
    );
    try {
      hand(await service.call(name, given));
    } catch (error) {
      call.settle(serviceIssue("engine-fault", { message: String(error) }));
    }
    clearTimeout(timer);
    line.waiting.delete(call);
  }

  return {
    call(name, ...given) {
      return new Promise((resolve) => {
        const aborted = serviceIssue("aborted", {});
        const key = name === "start" ? `${name} ${JSON.stringify(given)}` : name;
        if (isDisposed) return resolve(fail([aborted]));
        const finish = (reply: Result<AssessorReply<typeof name>>): void => {
          if (call.isSettled) return;
          call.isSettled = true;
          if (newest.get(key) === call) newest.delete(key);
          resolve(reply);
        };
        const call: Call = { isSettled: false, settle: (issue) => finish(fail([issue])) };
        const superseded = serviceIssue("superseded", {});
        const older = newest.get(key);
        const line = long.has(name) ? lines.long : lines.quick;
        older?.settle(superseded);
        newest.set(key, call);
        const isBusyInVain = older !== undefined && line.waiting.has(older) && long.has(name);
        // What others of the same worker still wait for goes on.
        if (isBusyInVain && line.waiting.size === 1 && line.connection !== undefined) {
          end(line, superseded);
        }
        void post(line, call, name, given, (reply) => finish(ok(reply)));
      });
    },
    dispose() {
      isDisposed = true;
      const aborted = serviceIssue("aborted", {});
      for (const call of [...newest.values()]) call.settle(aborted);
      for (const line of Object.values(lines)) end(line, aborted);
    },
  };
}

function newLine(): Line {
  return { service: undefined, connection: undefined, waiting: new Set() };
}
