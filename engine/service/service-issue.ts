import type { Issue, Path } from "../issue.ts";
import type { ServiceFacts } from "../locales/facts/service.ts";

/** An issue of the service. It concerns the call as a whole unless a path is given. */
export function serviceIssue<Code extends keyof ServiceFacts>(
  code: Code,
  facts: ServiceFacts[Code],
  path: Path = [],
): Issue {
  return { code, severity: "error", path, facts } as Issue;
}
