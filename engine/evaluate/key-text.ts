import { printDay, printFiscalYear } from "../methodology/period.ts";
import type { Value } from "../plan.ts";
import { print } from "../quantity/exact.ts";
import { type Enclosed, endsOf, isExact } from "./absent.ts";
import type { KeyCode } from "./table-keys.ts";
import type { TableCode } from "./table-view.ts";

/** A key as text: a member's id, `FY2023`, a date, or a number in the key's unit; of what is not looked up by, none. */
export function keyText({ kind, members }: KeyCode, value: Value | null | undefined): string {
  if (value === null || value === undefined) return "";
  if (kind === "enum") return members[value as number]?.id ?? "";
  if (kind === "fiscal_year") return printFiscalYear(value as number);
  if (typeof value === "number") return printDay(value);
  return isExact(value) ? print(value) : `≈ ${print(endsOf(value as Enclosed).low).slice(0, 20)}`;
}

/** `fuel = coal`, for issues. */
export function named({ keys }: TableCode, values: readonly (Value | null)[]): readonly string[] {
  return keys.map((key, at) => `${key.tree.id} = ${keyText(key, values[at])}`);
}
