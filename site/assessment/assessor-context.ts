import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Form } from "../../engine/methodology/form.ts";
import type { AssessorClient } from "../../engine/service/assessor-client.ts";

/** What the page of an assessment works with. */
export interface AssessorTools {
  readonly client: AssessorClient;
  /** The form of a methodology in its newest edition; absent where there is none. Errors: rejects where it cannot be loaded. */
  readonly loadForm: (methodology: string) => Promise<Form | undefined>;
  /** The day of today, `2026-11-22`. */
  readonly today: string;
}

/** Absent where the page is drawn ahead of time. */
export const AssessorContext = createContext<AssessorTools | undefined>(undefined);

export function useAssessor(): AssessorTools | undefined {
  return useContext(AssessorContext);
}
