import { printDay, printFiscalYear } from "../methodology/period.ts";
import type { Plan, Value } from "../plan.ts";
import { print } from "../quantity/exact.ts";
import { type Enclosed, endsOf, isExact } from "./absent.ts";
import type { KeyCode } from "./table-keys.ts";
import type { TableCode } from "./table-view.ts";

/** A key as text: a member's id, `FY2023`, a date, or a number in the key's unit. */
export function keyText(plan: Pick<Plan, "enums" | "at">, key: KeyCode, value: Value): string {
  if (key.kind === "enum") {
    const position = plan.at.enums.get((key.tree as { enum: string }).enum) ?? -1;
    return plan.enums[position]?.tree.members[value as number]?.id ?? "";
  }
  if (key.kind === "fiscal_year") return printFiscalYear(value as number);
  if (typeof value === "number") return printDay(value);
  return isExact(value) ? print(value) : `≈ ${print(endsOf(value as Enclosed).low).slice(0, 20)}`;
}

/** What a table is looked up by, as text in the order of its keys. */
export function keyTexts(
  plan: Pick<Plan, "enums" | "at">,
  code: TableCode,
  values: readonly (Value | null)[],
): readonly string[] {
  return code.keys.map((key, at) => {
    const value = values[at];
    return value === null || value === undefined ? "" : keyText(plan, key, value);
  });
}

/** `fuel = coal`, for issues. */
export function named(code: TableCode, texts: readonly string[]): readonly string[] {
  return code.keys.map((key, at) => `${key.tree.id} = ${texts[at]}`);
}
