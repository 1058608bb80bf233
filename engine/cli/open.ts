import { type CheckedMethodology, check } from "../check.ts";
import { compile } from "../compile.ts";
import { ok, type Result } from "../issue.ts";
import { canonicalText, hashOf } from "../methodology/canonical.ts";
import { parse } from "../parse.ts";
import type { Plan } from "../plan.ts";
import { decimalLane } from "../quantity/decimal.ts";
import { type ReadInput, read } from "../read.ts";
import type { Library } from "./load.ts";

/** A methodology that can be evaluated: checked, hashed and compiled. */
export interface OpenMethodology extends CheckedMethodology {
  readonly plan: Plan;
  readonly hash: string;
}

/**
 * Takes a methodology from its text to a plan.
 *
 * Errors: everything that `resolve`, `read`, `parse` and `check` find.
 */
export async function openMethodology(
  library: Library,
  reference: string,
): Promise<Result<OpenMethodology>> {
  const input = await library.resolve(reference);
  return input.ok ? openInput(input.value) : input;
}

/** The same for a file that has been found. */
export async function openInput(input: ReadInput): Promise<Result<OpenMethodology>> {
  const methodology = await read(input);
  if (!methodology.ok) return methodology;
  const parsed = parse(methodology.value);
  if (!parsed.ok) return parsed;
  const checked = check(parsed.value);
  if (!checked.ok) return checked;
  const { tree } = checked.value;
  const hash = await hashOf(canonicalText(tree));
  const plan = compile(tree, hash, { decimal: decimalLane });
  const warnings = [...methodology.warnings, ...parsed.warnings, ...checked.warnings];
  return ok({ ...checked.value, plan, hash }, warnings);
}
