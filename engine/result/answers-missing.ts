import type { Issue } from "../issue.ts";
import type { CalculationResult } from "./result.ts";

/** In official mode nothing that is asked may stay open; in the others the main result must come out. */
export function answersMissing(result: CalculationResult): readonly Issue[] {
  const inputs = [...new Set(result.missing.map(({ input }) => input))];
  const lacksMain = Object.values(result.results).some(
    ({ main, none, values }) =>
      main &&
      (none === "missing" || (values ?? []).some((one) => "none" in one && one.none === "missing")),
  );
  if (inputs.length === 0 || (result.mode !== "official" && !lacksMain)) return [];
  return [{ code: "answers-missing", severity: "error", path: [], facts: { inputs } }];
}
