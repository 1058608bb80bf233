import { compare } from "../quantity/exact.ts";
import type { Unit } from "../quantity/unit.ts";
import { type Built, wholeOf } from "./context.ts";
import type { Checking, Where } from "./scope.ts";
import { report } from "./scope.ts";
import { wordsOf } from "./types.ts";
import { agree, openUnit, type Variable } from "./units.ts";

/**
 * Unit variables. `unit_variable: { U: fuel }` says that `U` is the unit which tables give the member that `fuel` names.
 * Where the key is one member, or of a part whose members share a unit, the variable is that unit; elsewhere it hangs on
 * the key and cancels against the same key only.
 *
 * Errors: `type-mismatch` where the key is no enum, `unit-of-members` where no table gives its members units.
 */
export function variableOf(checking: Checking, key: Built, where: Where): Variable | undefined {
  if (key.type.kind === "unsettled") return undefined;
  if (key.type.kind !== "enum") {
    report(checking, where, "type-mismatch", {
      expected: { kind: "enum" },
      actual: wordsOf(key.type),
    });
    return undefined;
  }
  const whole = wholeOf(checking, key.type.enum);
  const units = checking.memberUnits.get(whole);
  const node = standsFor(checking, key.node);
  const meant = enumOf(checking, node) ?? key.type.enum;
  const members =
    node.kind === "member"
      ? [node.member]
      : (checking.enums.get(meant)?.members ?? []).map(({ id }) => id);
  const given = members.map((member) => units?.get(member));
  const [first] = given;
  if (units === undefined || (given.every((unit) => unit === undefined) && given.length > 0)) {
    if (checking.brokenTables.size === 0) {
      report(checking, where, "unit-of-members", { enum: key.type.enum });
    }
    return undefined;
  }
  const isPart = node.kind === "member" || meant !== whole;
  if (isPart && first !== undefined && given.every((unit) => isSameUnit(unit, first))) {
    return { kind: "settled", unit: first };
  }
  return { kind: "open", unit: openUnit(whole, node), enum: whole, key: node };
}

/** What an argument of a component stands for, so that a key is the same inside and outside. */
function standsFor(checking: Checking, node: Built["node"]): Built["node"] {
  if (node.kind !== "formula") return node;
  const meant = checking.values.get(node.id)?.argument?.();
  return meant === undefined ? node : standsFor(checking, meant);
}

/** The enum of a key, which may be a part where the argument that hands it on wants the whole. */
function enumOf(checking: Checking, node: Built["node"]): string | undefined {
  switch (node.kind) {
    case "input":
    case "constant":
    case "formula": {
      const type = checking.values.get(node.id)?.type().type;
      return type?.kind === "enum" ? type.enum : undefined;
    }
    case "through":
      return enumOf(checking, node.value);
    case "member":
      return node.enum;
    default:
      return undefined;
  }
}

export function isSameUnit(left: Unit | undefined, right: Unit): boolean {
  if (left === undefined || !agree(left, right)) return false;
  return compare(left.factor, right.factor) === 0;
}
