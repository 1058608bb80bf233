import { compileTree } from "../compile-tree.ts";
import { fail, ok, type Result } from "../issue.ts";
import type { LaneName, Lanes } from "../lanes/lanes.ts";
import type { Plan } from "../plan.ts";
import { run } from "../run.ts";
import { engineVersion } from "../version.ts";
import type { LoadEdition, LoadedEdition } from "./editions.ts";
import type { CalculationReply, CalculationRequest, Service } from "./protocol.ts";
import { readRequest } from "./request.ts";
import { serviceIssue } from "./service-issue.ts";

export interface ServiceParts {
  readonly load: LoadEdition;
  /** Brings parts of the engine, when a methodology, a mode or an explanation needs them. */
  readonly bring?: (names: readonly LaneName[]) => Promise<Lanes>;
}

/** Editions and plans beyond these are forgotten, the one unused for longest first. */
const mostKept = 32;

/** Remembers by name what was made; what failed is made afresh by the next call. */
function remembering<T>() {
  const kept = new Map<string, Promise<Result<T>>>();
  return async (name: string, make: () => Promise<Result<T>>): Promise<Result<T>> => {
    const made = kept.get(name) ?? make();
    kept.delete(name);
    kept.set(name, made);
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    let isMade = false;
    try {
      const result = await made;
      isMade = result.ok;
      return result;
    } finally {
      if (!isMade && kept.get(name) === made) kept.delete(name);
    }
  };
}

/** Lets messages that have already come be seen first, so that of ten calls in a row only the last is calculated. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * Makes the service: loads and compiles each edition once, and answers each call with plain data.
 *
 * It is one object for all calculators of a page. It knows nothing of workers: `worker.ts` puts it behind a message
 * port, and a page without workers calls it directly.
 */
export function createService({ load, bring }: ServiceParts): Service {
  const editionOf = remembering<LoadedEdition>();
  const planOf = remembering<Plan>();
  const newest = new Map<string, number>();
  let calls = 0;

  async function prepare(edition: string, wanted: readonly LaneName[]): Promise<Result<Plan>> {
    const loaded = await editionOf(edition, () => load(edition));
    if (!loaded.ok) return loaded;
    const { tree, hash, lanes } = loaded.value;
    return ok(compileTree(tree, hash, (await bring?.([...lanes, ...wanted])) ?? {}));
  }

  async function answer(request: CalculationRequest): Promise<Result<CalculationReply>> {
    const { caller, edition, answers, mode, asOf, steps, replacements } = request;
    const call = ++calls;
    newest.set(caller, call);
    try {
      const wanted: LaneName[] = [];
      if (mode === "range") wanted.push("range");
      if (steps !== false) wanted.push("steps");
      if (replacements !== undefined) wanted.push("rare");
      const plan = await planOf([edition, ...wanted].join(), () => prepare(edition, wanted));
      await turn();
      if (newest.get(caller) !== call) return fail([serviceIssue("superseded", {})]);
      const options = { mode, asOf, steps, ...(replacements && { replacements }) };
      return plan.ok ? ok(run(plan.value, answers, options)) : plan;
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
        const message = error instanceof Error ? error.message : String(error);
        return fail([serviceIssue("engine-fault", { message })]);
      }
    },
  };
}
