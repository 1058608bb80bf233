import type { AnswerRecord, EvaluateOptions } from "../answers/record.ts";
import { fail, ok, type Result } from "../issue.ts";
import type { LaneName, Lanes } from "../lanes/lanes.ts";
import type { Plan } from "../plan.ts";
import { runPlain } from "../run-plain.ts";
import { engineVersion } from "../version.ts";
import type { LoadEdition } from "./editions.ts";
import { type OpenEdition, openEdition, type Wants } from "./open-edition.ts";
import type { CalculationReply, CalculationRequest, Service } from "./protocol.ts";
import { readRequest } from "./request.ts";
import { serviceIssue } from "./service-issue.ts";

export interface ServiceParts {
  readonly load: LoadEdition;
  /** Brings parts of the engine, when a methodology, a mode, an answer or an explanation needs them. */
  readonly bring: (names: readonly LaneName[]) => Promise<Lanes>;
  /** Calls back when nobody waits for a result: then what may be asked for next is brought. */
  readonly whenIdle?: (work: () => void) => void;
}

/** Editions beyond these are forgotten, the one unused for longest first. */
const mostKept = 32;

/** Lets messages that have already come be seen first, so that of ten calls in a row only the last is calculated. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Plain answers are read at once, others by the lane for them; `undefined` where that is not here. */
function evaluateSets(
  plan: Plan,
  answers: AnswerRecord,
  options: EvaluateOptions,
): CalculationReply | undefined {
  const { lanes } = plan.code;
  const reply = runPlain(plan, answers, options) ?? lanes.answers?.run(plan, answers, options);
  return reply === undefined || lanes.words !== undefined
    ? reply
    : { ...reply, withoutWords: true };
}

/**
 * What a reply shows to be lacking: rows that a look-up came to, and the words of what is wrong with answers or why
 * there is no result. Where there is no reply, answers have to be read with care or it has to be told what went wrong.
 */
function lacking(reply: CalculationReply | undefined): Wants | undefined {
  if (reply === undefined) return { lanes: ["answers", "issues"] };
  const results = Object.values(reply.sets).flatMap(({ result }) => result ?? []);
  const issues = results.flatMap((result) => result.issues);
  const tables = issues.flatMap((issue) =>
    issue.code === "table-away" ? [issue.facts.table] : [],
  );
  if (tables.length > 0) return { tables };
  if (!reply.withoutWords) return undefined;
  const isTold = Object.values(reply.sets).some((set) => !set.ok || set.warnings.length > 0);
  const isStopped = results.some((result) =>
    Object.values(result.results).some(
      ({ none, values }) =>
        none === "stopped" || values?.some((value) => "none" in value && value.none === "stopped"),
    ),
  );
  const isFailed = issues.some(({ severity }) => severity === "error");
  return isTold || isFailed || isStopped ? { words: true } : undefined;
}

/**
 * Makes the service: loads and compiles each edition once, and answers each call with plain data.
 *
 * It is one object for all calculators of a page. It knows nothing of workers: `worker.ts` puts it behind a message
 * port, and a page without workers calls it directly.
 */
export function createService({ load, bring, whenIdle }: ServiceParts): Service {
  const editions = new Map<string, OpenEdition>();
  const newest = new Map<string, number>();
  let calls = 0;

  function editionOf(name: string): OpenEdition {
    const edition = editions.get(name) ?? openEdition(() => load(name), bring);
    editions.delete(name);
    editions.set(name, edition);
    for (const oldest of editions.keys()) {
      if (editions.size <= mostKept) break;
      editions.delete(oldest);
    }
    return edition;
  }

  /** Evaluates with what is here; while the result shows that it lacks something, once more with that. */
  async function answer(request: CalculationRequest): Promise<Result<CalculationReply>> {
    const { caller, edition: name, answers, mode, asOf, steps, words, replacements } = request;
    const call = ++calls;
    newest.set(caller, call);
    const edition = editionOf(name);
    const isExplained = steps !== false;
    const lanes: LaneName[] = [];
    if (mode === "range") lanes.push("range", "answers", "issues");
    if (isExplained) lanes.push("steps");
    if (replacements !== undefined) lanes.push("rare");
    const tables = mode === "range" ? "all" : [];
    const options = { mode, asOf, steps, ...(replacements && { replacements }) };
    try {
      let plan = await edition.plan({ lanes, tables, words: isExplained || words !== false });
      // Figures without names are better than none. Whoever reads the names asks for them again.
      if (!plan.ok && !isExplained) plan = await edition.plan({ lanes, tables });
      await turn();
      for (;;) {
        if (newest.get(caller) !== call) return fail([serviceIssue("superseded", {})]);
        if (!plan.ok) return plan;
        const reply = evaluateSets(plan.value, answers, options);
        const wants = lacking(reply);
        if (reply !== undefined && wants === undefined) return ok(reply);
        plan = await edition.plan(wants ?? {});
      }
    } finally {
      if (newest.get(caller) === call) newest.delete(caller);
      whenIdle?.(edition.bringAll);
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
