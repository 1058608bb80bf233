import { ok, type Result } from "../../engine/issue.ts";
import type { Connection } from "../../engine/service/client.ts";
import type {
  CalculationReply,
  CalculationRequest,
  Service,
} from "../../engine/service/protocol.ts";
import { serve } from "../../engine/service/worker.ts";

/** A worker's place, taken by one end of a `MessageChannel`: it clones as a worker does, and can be killed. */
export interface Desk {
  readonly connect: () => Connection;
  /** Connections made so far. */
  readonly connections: {
    readonly isClosed: () => boolean;
    readonly report: () => void;
    readonly kill: () => void;
  }[];
}

/** Serves each new connection with the service made for it; `undefined` is a worker that never says a word. */
export function openDesk(hire: (count: number) => Service | undefined): Desk {
  const connections: {
    isClosed: () => boolean;
    report: () => void;
    kill: () => void;
  }[] = [];
  return {
    connections,
    connect() {
      const { port1, port2 } = new MessageChannel();
      let report = () => {};
      let isClosed = false;
      const service = hire(connections.length + 1);
      if (service !== undefined) serve(service, port2);
      connections.push({
        isClosed: () => isClosed,
        report: () => report(),
        kill: () => port2.close(),
      });
      return {
        endpoint: port1,
        failed: (listener) => {
          report = listener;
        },
        close() {
          isClosed = true;
          port1.close();
        },
      };
    },
  };
}

/** A reply that names the amount it was asked about, so that replies can be told apart. */
export function replyTo({ answers }: CalculationRequest): Result<CalculationReply> {
  const amount = String(answers.sets.plan?.given.amount);
  const issue = {
    code: "engine-fault",
    severity: "error",
    path: [],
    facts: { message: amount },
  } as const;
  return ok({ sets: { plan: { ok: false, issues: [issue] } } });
}

/** The amount that a reply names, or the code of the issue in place of one. */
export function amountOf(reply: Result<CalculationReply>): string {
  if (!reply.ok) return reply.issues.map(({ code }) => code).join(" ");
  const set = reply.value.sets.plan;
  if (set?.ok === true) return String(set.result.results.twice?.value);
  const [issue] = set?.issues ?? [];
  return issue?.code === "engine-fault" ? issue.facts.message : String(issue?.code);
}

export const silence = new Promise<never>(() => {});

/** A service that answers at once, but where a function says otherwise. */
export function clerk(
  calculate: Service["calculate"] = async (request) => replyTo(request),
): Service {
  return { greet: async () => "0.1.0", calculate };
}
