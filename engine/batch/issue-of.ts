import type { Issue, IssueCode, Path } from "../issue.ts";

/** An error with what its sentence tells. */
export function issueOf<Code extends IssueCode>(
  code: Code,
  facts: Extract<Issue, { readonly code: Code }>["facts"],
  path: Path = [],
): Issue {
  return { code, severity: "error", path, facts } as Issue;
}
