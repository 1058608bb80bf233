import { type Endpoint, wrap } from "comlink";
import { fail, type Result } from "../issue.ts";
import type { ServiceFacts } from "../locales/facts/service.ts";
import { unpackReply } from "./columns.ts";
import type { CalculationReply, CalculationRequest, Service } from "./protocol.ts";
import { serviceIssue } from "./service-issue.ts";
import { within } from "./within.ts";

/**
 * The page's side of the engine. A call through comlink never settles once its worker is gone, and a worker that is
 * killed from outside says nothing, so every message that is posted has a time limit of its own: it ends with the
 * answer to that message and not with the promise of the caller, who may long have asked for something newer. When the
 * time is up, one more turn takes in what has come while the page was kept busy.
 */

/** A started worker, or a port in its place. */
export interface Connection {
  readonly endpoint: Endpoint;
  /** Calls back when the worker is refused, breaks or sends what cannot be read. */
  readonly failed: (report: () => void) => void;
  readonly close: () => void;
}

/** Milliseconds until the client stops waiting. */
export interface ClientLimits {
  /** For the worker's first word. */
  readonly handshake: number;
  /** For the first result of an edition, its loading included. */
  readonly first: number;
  /** For every further result of it. */
  readonly call: number;
}

export interface EngineOptions {
  /** Starts a worker; it may throw. */
  readonly connect: () => Connection;
  /** Brings the engine on the page's own thread, where no worker can start. */
  readonly fallback?: () => Promise<Service>;
  readonly limits?: Partial<ClientLimits>;
}

export interface EngineClient {
  /** Never rejects: what goes wrong is an issue. The newest call of a `caller` wins, older ones end as `superseded`. */
  calculate(
    request: CalculationRequest,
    options?: { readonly signal?: AbortSignal },
  ): Promise<Result<CalculationReply>>;
  /** Ends the worker; calls in flight end as `aborted`. */
  dispose(): void;
}

type Reply = Result<CalculationReply>;

interface Call {
  readonly request: CalculationRequest;
  /** Settles the caller's promise once; later answers fall on the floor. */
  readonly settle: (reply: Reply) => void;
  isSettled: boolean;
  isRepeated: boolean;
}

/** A running engine. The proxy of the service is held here, because comlink drops the calls of a collected one. */
interface Engine {
  readonly service: Service;
  readonly connection?: Connection;
  readonly answered: Set<string>;
  /** Messages without an answer, and what ends the wait for each. */
  readonly waiting: Map<Call, ReturnType<typeof setTimeout>>;
}

const patience: ClientLimits = { handshake: 3_000, first: 15_000, call: 5_000 };

function refusal<Code extends keyof ServiceFacts>(code: Code, facts: ServiceFacts[Code]): Reply {
  return fail([serviceIssue(code, facts)]);
}

/**
 * Makes the one client of a page. The worker starts with the first call.
 *
 * Errors: see `EngineClient.calculate`. Where the worker is refused or does not answer, the fallback takes its place
 * for as long as the page is open; a worker that dies later is started again by the next call.
 *
 * @example
 * const client = createEngineClient({ connect });
 * const reply = await client.calculate(request);
 */
export function createEngineClient(options: EngineOptions): EngineClient {
  const limits: ClientLimits = { ...patience, ...options.limits };
  const newest = new Map<string, Call>();
  let engine: Promise<Engine | undefined> | undefined;
  let running: Engine | undefined;
  let isDisposed = false;

  async function start(): Promise<Engine | undefined> {
    let connection: Connection;
    try {
      connection = options.connect();
    } catch {
      return startFallback();
    }
    const started: Engine = {
      service: wrap<Service>(connection.endpoint) as unknown as Service,
      connection,
      answered: new Set(),
      waiting: new Map(),
    };
    const refused = new Promise<undefined>((resolve) => {
      connection.failed(() => {
        resolve(undefined);
        if (running === started) stop(started, "engine-stopped");
      });
    });
    const greeting = Promise.race([started.service.greet(), refused]);
    const version = await within(limits.handshake, greeting);
    if (version === undefined) {
      connection.close();
      return startFallback();
    }
    running = started;
    return started;
  }

  async function startFallback(): Promise<Engine | undefined> {
    try {
      const service = await options.fallback?.();
      return service && { service, answered: new Set(), waiting: new Map() };
    } catch {
      return undefined;
    }
  }

  async function engineNow(): Promise<Engine | undefined> {
    engine ??= start();
    const starting = engine;
    const started = await starting;
    if (started === undefined && engine === starting) engine = undefined;
    return started;
  }

  /** Gives an engine up. Its calls end with the issue, or are posted once more to the next one. */
  function stop(stopped: Engine, code: "engine-stopped" | "aborted", isRepeating = false): void {
    const calls = [...stopped.waiting];
    stopped.waiting.clear();
    stopped.connection?.close();
    if (running === stopped) {
      running = undefined;
      engine = undefined;
    }
    for (const [call, timer] of calls) {
      clearTimeout(timer);
      if (!isRepeating || call.isRepeated) call.settle(refusal(code, {}));
      else if (!call.isSettled) {
        call.isRepeated = true;
        void post(call);
      }
    }
  }

  function endWait(waiter: Engine, call: Call, milliseconds: number): void {
    if (!waiter.waiting.delete(call)) return;
    call.settle(refusal("calculation-too-long", { seconds: String(milliseconds / 1000) }));
    if (waiter.connection !== undefined) stop(waiter, "engine-stopped", true);
  }

  async function post(call: Call): Promise<void> {
    const current = await engineNow();
    if (isDisposed || call.isSettled) return;
    if (current === undefined) return call.settle(refusal("engine-unavailable", {}));
    const { edition } = call.request;
    const milliseconds = current.answered.has(edition) ? limits.call : limits.first;
    const giveUp = () => endWait(current, call, milliseconds);
    const timer = setTimeout(() => setTimeout(giveUp), milliseconds);
    current.waiting.set(call, timer);
    try {
      const reply = await current.service.calculate(call.request);
      current.answered.add(edition);
      call.settle(current.connection === undefined ? reply : unpackReply(reply));
    } catch (error) {
      // What cannot be posted is no request; all else is refused by the service.
      const isPosted = !(error instanceof DOMException && error.name === "DataCloneError");
      call.settle(
        isPosted
          ? refusal("engine-fault", { message: String(error) })
          : refusal("request-malformed", { part: "answers" }),
      );
    }
    clearTimeout(timer);
    current.waiting.delete(call);
  }

  function calculate(request: CalculationRequest, signal?: AbortSignal): Promise<Reply> {
    return new Promise((resolve) => {
      const abort = () => call.settle(refusal("aborted", {}));
      const call: Call = {
        request,
        isSettled: false,
        isRepeated: false,
        settle(reply) {
          if (call.isSettled) return;
          call.isSettled = true;
          signal?.removeEventListener("abort", abort);
          if (newest.get(request.caller) === call) newest.delete(request.caller);
          resolve(reply);
        },
      };
      newest.get(request.caller)?.settle(refusal("superseded", {}));
      newest.set(request.caller, call);
      signal?.addEventListener("abort", abort);
      void post(call);
    });
  }

  return {
    calculate: async (request, { signal } = {}) => {
      if (isDisposed || signal?.aborted) return refusal("aborted", {});
      return calculate(request, signal);
    },
    dispose() {
      isDisposed = true;
      for (const call of [...newest.values()]) call.settle(refusal("aborted", {}));
      void engine?.then((started) => started && stop(started, "aborted"));
    },
  };
}
