import { type Endpoint, expose } from "comlink";
import type { Assessor } from "../assessment/assessment.ts";
import { engineVersion } from "../version.ts";

/** The functions of an assessor by name. */
export type AssessorCall = keyof Assessor;

/** What a call of that name gives. */
export type AssessorReply<Name extends AssessorCall> = Awaited<ReturnType<Assessor[Name]>>;

/** An assessor as a page sees it. */
export interface AssessorService {
  /** Answers with the engine's version as soon as the assessor listens. */
  greet(): Promise<string>;
  /** Errors: rejects with a fault of ours; what a person can get wrong is in the reply. */
  call<Name extends AssessorCall>(
    name: Name,
    given: Parameters<Assessor[Name]>,
  ): Promise<AssessorReply<Name>>;
}

/** An assessor behind one function, so that a client treats all its calls alike. */
export function assessorService(assessor: Assessor): AssessorService {
  return Object.freeze({
    greet: async () => engineVersion,
    call: async <Name extends AssessorCall>(
      name: Name,
      given: Parameters<Assessor[Name]>,
    ): Promise<AssessorReply<Name>> => {
      const work = assessor[name] as unknown as (
        ...given: Parameters<Assessor[Name]>
      ) => Promise<AssessorReply<Name>>;
      return await work(...given);
    },
  });
}

/** Answers the messages of a client: those that come to the worker in which it is called, or to a port. */
export function serveAssessor(assessor: Assessor, endpoint?: Endpoint): void {
  expose(assessorService(assessor), endpoint);
}
