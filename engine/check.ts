import { buildTree } from "./check/build-tree.ts";
import { checkCoefficients } from "./check/coefficients.ts";
import { checkOrder, checkUse } from "./check/order.ts";
import { checkRelevance } from "./check/relevance.ts";
import { checkSize } from "./check/size.ts";
import { checkSources } from "./check/sources.ts";
import { checkGiven } from "./check/tests/given.ts";
import { checkTests } from "./check/tests.ts";
import type { CheckContext } from "./check/written.ts";
import { fail, type Issue, ok, type Result } from "./issue.ts";
import type { Methodology, ParsedMethodology } from "./methodology/file.ts";
import type { Tree } from "./methodology/tree.ts";

/** What checking makes: the tree, and the file that it was made of, which keeps the tests. */
export interface CheckedMethodology {
  readonly tree: Tree;
  readonly methodology: Methodology;
}

/** A check of the finished tree and of the file behind it. A new one is a file in `check/` and a line here. */
type Check = (context: CheckContext) => readonly Issue[];

const checks: readonly Check[] = [checkOrder, checkCoefficients, checkSources, checkTests];

/** Checks that reason about the whole tree: where a name or unit in it is refused they would only say so again. */
const proofs: readonly Check[] = [checkUse, checkSize, checkRelevance, checkGiven];

/**
 * The third phase: names are resolved, types, units and axes settled, tables and components inlined; then the tree is
 * checked for circles, coefficients, sources, hidden inputs and the expected values of its tests.
 *
 * Errors: everything that is wrong, in one pass, each at its characters in the file with what would be right.
 *
 * @example
 * check(parsed); // { ok: true, value: { tree: { id: "EN-S-001", … }, methodology }, warnings: [] }
 */
export function check(parsed: ParsedMethodology): Result<CheckedMethodology> {
  const { tree, issues: found } = buildTree(parsed);
  const issues = [...found, ...checks.flatMap((run) => run({ parsed, tree }))].sort((one, other) =>
    order(one, other, parsed.file),
  );
  for (const run of proofs) if (!hasError(issues)) issues.push(...run({ parsed, tree }));
  return hasError(issues) ? fail(issues) : ok({ tree, methodology: parsed }, issues);
}

function hasError(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === "error");
}

/** The methodology's own file first, each file from top to bottom. */
function order(one: Issue, other: Issue, own: string): number {
  const isOwn = (issue: Issue): number => (issue.file === undefined || issue.file === own ? 0 : 1);
  return (
    isOwn(one) - isOwn(other) ||
    (one.file ?? "").localeCompare(other.file ?? "", "en") ||
    (one.span?.line ?? 0) - (other.span?.line ?? 0) ||
    (one.span?.column ?? 0) - (other.span?.column ?? 0)
  );
}
