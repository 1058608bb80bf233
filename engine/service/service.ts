import { compile } from "../compile.ts";
import { fail, ok, type Result } from "../issue.ts";
import type { DecimalLane } from "../quantity/decimal.ts";
import { run } from "../run.ts";
import { engineVersion } from "../version.ts";
import type { LoadEdition } from "./editions.ts";
import type { CalculationReply, CalculationRequest, Service } from "./protocol.ts";
import { readRequest } from "./request.ts";
import { serviceIssue } from "./service-issue.ts";

export interface ServiceParts {
  readonly load: LoadEdition;
  /** Brings decimal.js, and is called only for a methodology that leaves the fractions. */
  readonly decimal?: () => Promise<DecimalLane>;
}

type Plan = ReturnType<typeof compile>;

/** Plans beyond these are forgotten, the one unused for longest first. */
const mostPlans = 32;

/** Lets messages that have already come be seen first, so that of ten calls in a row only the last is calculated. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Makes the service: loads and compiles each edition once, and answers each call with plain data.
 *
 * It is one object for all calculators of a page. It knows nothing of workers: `worker.ts` puts it behind a message
 * port, and a page without workers calls it directly.
 */
export function createService(parts: ServiceParts): Service {
  const plans = new Map<string, Promise<Result<Plan>>>();
  const newest = new Map<string, number>();
  let calls = 0;

  async function prepare(edition: string): Promise<Result<Plan>> {
    const loaded = await parts.load(edition);
    if (!loaded.ok) return loaded;
    const { tree, hash, irrational } = loaded.value;
    const decimal = irrational ? await parts.decimal?.() : undefined;
    return ok(compile(tree, hash, decimal === undefined ? {} : { decimal }));
  }

  async function planOf(edition: string): Promise<Result<Plan>> {
    const known = plans.get(edition);
    const plan = known ?? prepare(edition);
    plans.delete(edition);
    plans.set(edition, plan);
    for (const oldest of plans.keys()) {
      if (plans.size <= mostPlans) break;
      plans.delete(oldest);
    }
    try {
      const result = await plan;
      if (!result.ok) forget(edition, plan);
      return result;
    } catch (error) {
      forget(edition, plan);
      throw error;
    }
  }

  /** What failed to load is loaded afresh by the next call. */
  function forget(edition: string, plan: Promise<Result<Plan>>): void {
    if (plans.get(edition) === plan) plans.delete(edition);
  }

  async function answer(request: CalculationRequest): Promise<Result<CalculationReply>> {
    const { caller, edition, answers, mode, asOf, steps } = request;
    const call = ++calls;
    newest.set(caller, call);
    try {
      const plan = await planOf(edition);
      await turn();
      if (newest.get(caller) !== call) return fail([serviceIssue("superseded", {})]);
      return plan.ok ? ok(run(plan.value, answers, { mode, asOf, steps })) : plan;
    } finally {
      if (newest.get(caller) === call) newest.delete(caller);
    }
  }

  return {
    greet: async () => engineVersion,
    calculate: async (request) => {
      const read = readRequest(request);
      if (!read.ok) return read;
      try {
        return await answer(read.value);
      } catch (error) {
        return fail([serviceIssue("engine-fault", { message: messageOf(error) })]);
      }
    },
  };
}
