import type { IssueFacts } from "../locales/facts.ts";
import type { Absent, Value } from "../plan.ts";
import { type CodeOfFormula, failure, type Owner } from "./failure.ts";
import { named } from "./key-text.ts";
import type { Run } from "./run.ts";
import type { Search } from "./search.ts";

/**
 * What a look-up does not find, with its reason. Only `known` asks whether there is something; everything else turns a
 * hole into an issue that spells out the keys.
 */
export interface Hole {
  readonly kind: "hole";
  /** The row is there and its cell is open. */
  readonly isOpenCell: boolean;
  /** Fails with what was looked up by; `null` for the key that was sought. */
  readonly fail: (run: Run, keys: readonly (Value | null)[]) => Absent;
}

/** What every failing look-up tells, besides the formula. */
type LookedUp = Omit<IssueFacts["no-row"], keyof Owner>;

/** Codes of look-ups that fail. */
type CodeOfLookup = {
  [Code in CodeOfFormula]: IssueFacts[Code] extends LookedUp ? Code : never;
}[CodeOfFormula];

/** A hole that tells the table, column and keys, and what else there is to tell. */
export function hole<Code extends CodeOfLookup>(
  { view: { code }, column }: Search,
  name: Code,
  more: () => Omit<IssueFacts[Code], keyof (Owner & LookedUp)>,
): Hole {
  const { id: table, label, columns } = code.tree;
  const fail = (run: Run, keys: readonly (Value | null)[]) => {
    const looked = {
      table,
      column: columns[column]?.id ?? "",
      keys: named(code, keys),
      ...more(),
    };
    const facts = label === undefined ? looked : { ...looked, tableLabel: label };
    return failure(run, name, facts as never);
  };
  return { kind: "hole", isOpenCell: name === "cell-open", fail };
}
